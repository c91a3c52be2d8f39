import type { NetworkKind, NetworkYearState } from '@stoa/domain';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { TerritoryType } from '../territories/index.js';
import { NetworkKindEnum, NetworkYearStateEnum } from './enums.js';
import { networkCounties } from './network-counties.queries.js';
import { network } from './network.queries.js';
import { NetworkConnection, NetworkType } from './network.type.js';
import { networks } from './networks.queries.js';

@Resolver(() => NetworkType)
export class NetworkResolver {
  @Query(() => NetworkType, { nullable: true, description: 'By exactly one of slug and id; null where the viewer may not read it' })
  @Policy('public.read')
  network(
    @Ctx() ctx: Context,
    @Arg('slug', () => String, { nullable: true }) slug?: string | null,
    @Arg('id', () => ID, { nullable: true }) id?: string | null,
  ): Promise<NetworkType | null> {
    return network(ctx, { slug: slug ?? null, id: id ?? null });
  }

  @Query(() => NetworkConnection, { description: 'Networks that the viewer may read, the liveliest first' })
  @Policy('public.read')
  networks(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('county', () => String, { nullable: true, description: 'Slug of a county, or of a territory above counties' })
    county?: string | null,
    @Arg('kind', () => NetworkKindEnum, { nullable: true }) kind?: NetworkKind | null,
    @Arg('year', () => String, { nullable: true, description: 'School year, 2026/27' }) year?: string | null,
    @Arg('state', () => NetworkYearStateEnum, { nullable: true, description: 'Of the year asked for, else of the one that runs' })
    state?: NetworkYearState | null,
    @Arg('query', () => String, { nullable: true }) query?: string | null,
    @Arg('mine', () => Boolean, { nullable: true }) mine?: boolean | null,
  ): Promise<Page<NetworkType>> {
    return networks(ctx, {
      first,
      after: after ?? null,
      county: county ?? null,
      kind: kind ?? null,
      year: year ?? null,
      state: state ?? null,
      query: query ?? null,
      mine: mine ?? null,
    });
  }

  @Query(() => [TerritoryType], { description: 'Counties in which the viewer may create networks, by name; none for most' })
  @Policy('network.create')
  networkCounties(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('search', () => String, { nullable: true }) search?: string | null,
  ): Promise<TerritoryType[]> {
    return networkCounties(ctx, { first, search: search ?? null });
  }
}
