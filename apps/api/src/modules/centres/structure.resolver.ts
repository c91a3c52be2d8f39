import type { StructureKind } from '@stoa/domain';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { territoryById, TerritoryType, toTerritory } from '../territories/index.js';
import { StructureKindEnum } from './card.types.js';
import { ChangeStructureStateInput, CreateStructureInput, EditStructureInput, StructurePayload } from './centre.inputs.js';
import { centreById, toCentre } from './centre.queries.js';
import { CentreType, StructureConnection, StructureTopicType, StructureType } from './centre.type.js';
import { changeStructureState, createStructure, editStructure } from './commands/edit-structure.js';
import { structure, structureById, structures, structureTopics, toStructure } from './structure.queries.js';

@Resolver(() => StructureType)
export class StructureResolver {
  @Query(() => StructureType, { nullable: true, description: 'By id or slug' })
  @Policy('public.read')
  structure(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { nullable: true }) id?: string | null,
    @Arg('slug', () => String, { nullable: true }) slug?: string | null,
  ): Promise<StructureType | null> {
    return structure(ctx, { id: id ?? null, slug: slug ?? null });
  }

  @Query(() => StructureConnection, { description: 'Structures by name, those that ended last' })
  @Policy('public.read')
  structures(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('kind', () => StructureKindEnum, { nullable: true }) kind?: StructureKind | null,
    @Arg('centre', () => ID, { nullable: true }) centre?: string | null,
    @Arg('within', () => ID, { nullable: true }) within?: string | null,
    @Arg('search', () => String, { nullable: true }) search?: string | null,
  ): Promise<Page<StructureType>> {
    return structures(ctx, {
      first,
      after: after ?? null,
      kind: kind ?? null,
      centre: centre ?? null,
      within: within ?? null,
      search: search ?? null,
    });
  }

  @FieldResolver(() => CentreType)
  async centre(@Root() root: StructureType, @Ctx() ctx: Context): Promise<CentreType> {
    const row = await ctx.load(centreById, root.centreId);
    if (!row) throw new Error('a structure belongs to a centre');
    return toCentre(ctx, row);
  }

  @FieldResolver(() => TerritoryType, { nullable: true, description: 'Where it sits' })
  async municipality(@Root() root: StructureType, @Ctx() ctx: Context): Promise<TerritoryType | null> {
    const row = root.municipalityId ? await ctx.load(territoryById, root.municipalityId) : null;
    return row && toTerritory(ctx, row);
  }

  @FieldResolver(() => [StructureTopicType], { description: 'What it helps with' })
  topics(@Root() root: StructureType, @Ctx() ctx: Context): Promise<StructureTopicType[]> {
    return structureTopics(ctx, root);
  }

  @FieldResolver(() => StructureType, { nullable: true, description: 'Into which it was merged' })
  async successor(@Root() root: StructureType, @Ctx() ctx: Context): Promise<StructureType | null> {
    const row = root.successorId ? await ctx.load(structureById, root.successorId) : null;
    return row && toStructure(ctx, row);
  }

  @Mutation(() => StructurePayload)
  @Policy('register.change')
  createStructure(@Arg('input', () => CreateStructureInput) input: CreateStructureInput, @Ctx() ctx: Context): Promise<StructurePayload> {
    return createStructure(ctx, input);
  }

  @Mutation(() => StructurePayload)
  @Policy('structure.edit')
  editStructure(@Arg('input', () => EditStructureInput) input: EditStructureInput, @Ctx() ctx: Context): Promise<StructurePayload> {
    return editStructure(ctx, input);
  }

  @Mutation(() => StructurePayload)
  @Policy('register.change')
  changeStructureState(
    @Arg('input', () => ChangeStructureStateInput) input: ChangeStructureStateInput,
    @Ctx() ctx: Context,
  ): Promise<StructurePayload> {
    return changeStructureState(ctx, input);
  }
}
