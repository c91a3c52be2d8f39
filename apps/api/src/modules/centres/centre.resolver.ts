import type { CentreKind } from '@stoa/domain';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { territoryById, TerritoryType, toTerritory } from '../territories/index.js';
import { CentreKindEnum } from './card.types.js';
import { CentrePayload, ChangeCentreStateInput, CreateCentreInput, EditCentreInput } from './centre.inputs.js';
import { centre, centreById, centres, toCentre } from './centre.queries.js';
import { CentreConnection, CentreType, StructureType } from './centre.type.js';
import { changeCentreState, createCentre, editCentre } from './commands/edit-centre.js';
import { structuresOfCentre, toStructure } from './structure.queries.js';

@Resolver(() => CentreType)
export class CentreResolver {
  @Query(() => CentreType, { nullable: true, description: 'By id or slug' })
  @Policy('public.read')
  centre(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { nullable: true }) id?: string | null,
    @Arg('slug', () => String, { nullable: true }) slug?: string | null,
  ): Promise<CentreType | null> {
    return centre(ctx, { id: id ?? null, slug: slug ?? null });
  }

  @Query(() => CentreConnection, { description: 'Centres by name, those that ended last' })
  @Policy('public.read')
  centres(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('kind', () => CentreKindEnum, { nullable: true }) kind?: CentreKind | null,
    @Arg('within', () => ID, { nullable: true }) within?: string | null,
    @Arg('search', () => String, { nullable: true }) search?: string | null,
  ): Promise<Page<CentreType>> {
    return centres(ctx, { first, after: after ?? null, kind: kind ?? null, within: within ?? null, search: search ?? null });
  }

  @FieldResolver(() => TerritoryType)
  async territory(@Root() root: CentreType, @Ctx() ctx: Context): Promise<TerritoryType> {
    const row = await ctx.load(territoryById, root.territoryId);
    if (!row) throw new Error('a centre lies in a territory');
    return toTerritory(ctx, row);
  }

  @FieldResolver(() => CentreType, { nullable: true, description: 'Into which it was merged' })
  async successor(@Root() root: CentreType, @Ctx() ctx: Context): Promise<CentreType | null> {
    const row = root.successorId ? await ctx.load(centreById, root.successorId) : null;
    return row && toCentre(ctx, row);
  }

  @FieldResolver(() => [StructureType], { description: 'Living structures by name' })
  async structures(@Root() root: CentreType, @Ctx() ctx: Context): Promise<StructureType[]> {
    return (await ctx.load(structuresOfCentre, root.rowId)).map((row) => toStructure(ctx, row));
  }

  @Mutation(() => CentrePayload)
  @Policy('register.change')
  createCentre(@Arg('input', () => CreateCentreInput) input: CreateCentreInput, @Ctx() ctx: Context): Promise<CentrePayload> {
    return createCentre(ctx, input);
  }

  @Mutation(() => CentrePayload)
  @Policy('centre.edit')
  editCentre(@Arg('input', () => EditCentreInput) input: EditCentreInput, @Ctx() ctx: Context): Promise<CentrePayload> {
    return editCentre(ctx, input);
  }

  @Mutation(() => CentrePayload)
  @Policy('register.change')
  changeCentreState(
    @Arg('input', () => ChangeCentreStateInput) input: ChangeCentreStateInput,
    @Ctx() ctx: Context,
  ): Promise<CentrePayload> {
    return changeCentreState(ctx, input);
  }
}
