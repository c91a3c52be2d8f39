import type { AffiliationState, SchoolLevel } from '@stoa/domain';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { personById, PersonType, toPerson } from '../accounts/index.js';
import { territoryById, TerritoryType, toTerritory } from '../territories/index.js';
import { affiliations } from './affiliation.queries.js';
import { claimAffiliation, confirmAffiliation, endAffiliation, inviteToSchool } from './commands/affiliate.js';
import { changeSchoolState, createSchool, editSchool } from './commands/edit-school.js';
import { createSchoolGroup, editSchoolGroup } from './commands/edit-school-group.js';
import {
  groupsOfSchool,
  school,
  schoolById,
  schoolGroup,
  schoolGroups,
  schools,
  schoolsOfGroup,
  toGroup,
  toSchool,
} from './school.queries.js';
import {
  AffiliationConnection,
  AffiliationPayload,
  AffiliationStateEnum,
  AffiliationType,
  ChangeAffiliationInput,
  ClaimAffiliationInput,
  InviteToSchoolInput,
} from './affiliation.type.js';
import {
  ChangeSchoolStateInput,
  CreateSchoolGroupInput,
  CreateSchoolInput,
  EditSchoolGroupInput,
  EditSchoolInput,
  SchoolConnection,
  SchoolGroupConnection,
  SchoolGroupPayload,
  SchoolGroupType,
  SchoolLevelEnum,
  SchoolPayload,
  SchoolType,
} from './school.type.js';

async function territoryOf(ctx: Context, id: string): Promise<TerritoryType> {
  const row = await ctx.load(territoryById, id);
  if (!row) throw new Error('a register refers to a territory that exists');
  return toTerritory(ctx, row);
}

@Resolver(() => SchoolType)
export class SchoolResolver {
  @Query(() => SchoolType, { nullable: true, description: 'By id or slug' })
  @Policy('public.read')
  school(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { nullable: true }) id?: string | null,
    @Arg('slug', () => String, { nullable: true }) slug?: string | null,
  ): Promise<SchoolType | null> {
    return school(ctx, { id: id ?? null, slug: slug ?? null });
  }

  @Query(() => SchoolConnection, {
    description: 'Schools by name, those that ended last; `search` looks in name, place, code and postal code',
  })
  @Policy('public.read')
  schools(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('within', () => ID, { nullable: true }) within?: string | null,
    @Arg('level', () => SchoolLevelEnum, { nullable: true }) level?: SchoolLevel | null,
    @Arg('search', () => String, { nullable: true }) search?: string | null,
  ): Promise<Page<SchoolType>> {
    return schools(ctx, { first, after: after ?? null, within: within ?? null, level: level ?? null, search: search ?? null });
  }

  @FieldResolver(() => TerritoryType)
  county(@Root() root: SchoolType, @Ctx() ctx: Context): Promise<TerritoryType> {
    return territoryOf(ctx, root.countyId);
  }

  @FieldResolver(() => TerritoryType, { description: 'Municipality, or the county where the register does not tell' })
  territory(@Root() root: SchoolType, @Ctx() ctx: Context): Promise<TerritoryType> {
    return territoryOf(ctx, root.territoryId);
  }

  @FieldResolver(() => SchoolType, { nullable: true })
  async successor(@Root() root: SchoolType, @Ctx() ctx: Context): Promise<SchoolType | null> {
    const row = root.successorId ? await ctx.load(schoolById, root.successorId) : null;
    return row && toSchool(ctx, row);
  }

  @FieldResolver(() => [SchoolGroupType])
  async groups(@Root() root: SchoolType, @Ctx() ctx: Context): Promise<SchoolGroupType[]> {
    return (await ctx.load(groupsOfSchool, root.rowId)).map(toGroup);
  }

  @Mutation(() => SchoolPayload)
  @Policy('register.change')
  createSchool(@Arg('input', () => CreateSchoolInput) input: CreateSchoolInput, @Ctx() ctx: Context): Promise<SchoolPayload> {
    return createSchool(ctx, input);
  }

  @Mutation(() => SchoolPayload)
  @Policy('school.edit')
  editSchool(@Arg('input', () => EditSchoolInput) input: EditSchoolInput, @Ctx() ctx: Context): Promise<SchoolPayload> {
    return editSchool(ctx, input);
  }

  @Mutation(() => SchoolPayload)
  @Policy('register.change')
  changeSchoolState(
    @Arg('input', () => ChangeSchoolStateInput) input: ChangeSchoolStateInput,
    @Ctx() ctx: Context,
  ): Promise<SchoolPayload> {
    return changeSchoolState(ctx, input);
  }
}

@Resolver(() => SchoolGroupType)
export class SchoolGroupResolver {
  @Query(() => SchoolGroupType, { nullable: true, description: 'By id or slug' })
  @Policy('public.read')
  schoolGroup(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { nullable: true }) id?: string | null,
    @Arg('slug', () => String, { nullable: true }) slug?: string | null,
  ): Promise<SchoolGroupType | null> {
    return schoolGroup(ctx, { id: id ?? null, slug: slug ?? null });
  }

  @Query(() => SchoolGroupConnection)
  @Policy('public.read')
  schoolGroups(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('within', () => ID, { nullable: true }) within?: string | null,
  ): Promise<Page<SchoolGroupType>> {
    return schoolGroups(ctx, { first, after: after ?? null, within: within ?? null });
  }

  @FieldResolver(() => TerritoryType)
  county(@Root() root: SchoolGroupType, @Ctx() ctx: Context): Promise<TerritoryType> {
    return territoryOf(ctx, root.countyId);
  }

  @FieldResolver(() => [SchoolType])
  async schools(@Root() root: SchoolGroupType, @Ctx() ctx: Context): Promise<SchoolType[]> {
    return (await ctx.load(schoolsOfGroup, root.rowId)).map((row) => toSchool(ctx, row));
  }

  @Mutation(() => SchoolGroupPayload)
  @Policy('register.change')
  createSchoolGroup(
    @Arg('input', () => CreateSchoolGroupInput) input: CreateSchoolGroupInput,
    @Ctx() ctx: Context,
  ): Promise<SchoolGroupPayload> {
    return createSchoolGroup(ctx, input);
  }

  @Mutation(() => SchoolGroupPayload)
  @Policy('register.change')
  editSchoolGroup(@Arg('input', () => EditSchoolGroupInput) input: EditSchoolGroupInput, @Ctx() ctx: Context): Promise<SchoolGroupPayload> {
    return editSchoolGroup(ctx, input);
  }
}

@Resolver(() => AffiliationType)
export class AffiliationResolver {
  @Query(() => AffiliationConnection, { description: 'Affiliations that the viewer may read, newest first' })
  @Policy('affiliation.read')
  affiliations(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('mine', () => Boolean, { nullable: true }) mine?: boolean | null,
    @Arg('school', () => ID, { nullable: true }) schoolId?: string | null,
    @Arg('within', () => ID, { nullable: true }) within?: string | null,
    @Arg('state', () => AffiliationStateEnum, { nullable: true }) state?: AffiliationState | null,
  ): Promise<Page<AffiliationType>> {
    return affiliations(ctx, {
      first,
      after: after ?? null,
      mine: mine ?? false,
      school: schoolId ?? null,
      within: within ?? null,
      state: state ?? null,
    });
  }

  @FieldResolver(() => PersonType)
  async person(@Root() root: AffiliationType, @Ctx() ctx: Context): Promise<PersonType> {
    const row = await ctx.load(personById, root.personId);
    if (!row) throw new Error('an affiliation has a person');
    return toPerson(row);
  }

  @FieldResolver(() => SchoolType, { nullable: true })
  async school(@Root() root: AffiliationType, @Ctx() ctx: Context): Promise<SchoolType | null> {
    const row = root.schoolId ? await ctx.load(schoolById, root.schoolId) : null;
    return row && toSchool(ctx, row);
  }

  @FieldResolver(() => TerritoryType)
  county(@Root() root: AffiliationType, @Ctx() ctx: Context): Promise<TerritoryType> {
    return territoryOf(ctx, root.countyId);
  }

  @Mutation(() => AffiliationPayload)
  @Policy('profile.own')
  claimAffiliation(
    @Arg('input', () => ClaimAffiliationInput) input: ClaimAffiliationInput,
    @Ctx() ctx: Context,
  ): Promise<AffiliationPayload> {
    return claimAffiliation(ctx, input);
  }

  @Mutation(() => AffiliationPayload)
  @Policy('affiliation.confirm')
  confirmAffiliation(
    @Arg('input', () => ChangeAffiliationInput) input: ChangeAffiliationInput,
    @Ctx() ctx: Context,
  ): Promise<AffiliationPayload> {
    return confirmAffiliation(ctx, input);
  }

  @Mutation(() => AffiliationPayload)
  @Policy('profile.own')
  endAffiliation(
    @Arg('input', () => ChangeAffiliationInput) input: ChangeAffiliationInput,
    @Ctx() ctx: Context,
  ): Promise<AffiliationPayload> {
    return endAffiliation(ctx, input);
  }

  @Mutation(() => AffiliationPayload)
  @Policy('affiliation.confirm')
  inviteToSchool(@Arg('input', () => InviteToSchoolInput) input: InviteToSchoolInput, @Ctx() ctx: Context): Promise<AffiliationPayload> {
    return inviteToSchool(ctx, input);
  }
}
