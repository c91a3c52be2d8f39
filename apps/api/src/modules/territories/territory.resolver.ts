import type { TerritoryKind } from '@stoa/domain';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { ancestorsOf, childrenOf, territories, territory } from './territory.queries.js';
import { TerritoryConnection, TerritoryKindEnum, TerritoryType } from './territory.type.js';

@Resolver(() => TerritoryType)
export class TerritoryResolver {
  @Query(() => TerritoryType, { nullable: true, description: 'By exactly one of id, official code and slug' })
  @Policy('public.read')
  territory(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { nullable: true }) id?: string | null,
    @Arg('code', () => String, { nullable: true }) code?: string | null,
    @Arg('slug', () => String, { nullable: true }) slug?: string | null,
  ): Promise<TerritoryType | null> {
    return territory(ctx, { id: id ?? null, code: code ?? null, slug: slug ?? null });
  }

  @Query(() => TerritoryConnection, { description: 'Territories that exist today, by name; for pickers' })
  @Policy('public.read')
  territories(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('kind', () => TerritoryKindEnum, { nullable: true }) kind?: TerritoryKind | null,
    @Arg('within', () => ID, { nullable: true }) within?: string | null,
    @Arg('search', () => String, { nullable: true }) search?: string | null,
  ): Promise<Page<TerritoryType>> {
    return territories(ctx, { first, after: after ?? null, kind: kind ?? null, within: within ?? null, search: search ?? null });
  }

  @FieldResolver(() => TerritoryConnection)
  children(
    @Root() root: TerritoryType,
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<TerritoryType>> {
    return childrenOf(ctx, root, first, after ?? null);
  }

  @FieldResolver(() => [TerritoryType], { description: 'All that it lies in, the country first' })
  ancestors(@Root() root: TerritoryType, @Ctx() ctx: Context): Promise<TerritoryType[]> {
    return ancestorsOf(ctx, root);
  }
}
