import { allows, type MembershipState } from '@stoa/domain';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { territoryById, TerritoryType, toTerritory } from '../territories/index.js';
import { MembershipStateEnum } from './enums.js';
import { membersOf, ownMembership, requestsOf, toMembership } from './membership.queries.js';
import { MembershipConnection, MembershipType } from './membership.type.js';
import { coordinatorTerms, networkViewerCan, networkYears, nextNetworkYear } from './network-fields.queries.js';
import { CoordinatorTerm, NetworkViewerCan } from './network-fields.types.js';
import { networkTarget } from './network.policy.js';
import { NetworkType, NetworkYearType } from './network.type.js';

@Resolver(() => NetworkType)
export class NetworkFieldsResolver {
  @FieldResolver(() => TerritoryType, { nullable: true })
  async county(@Root() { row }: NetworkType, @Ctx() ctx: Context): Promise<TerritoryType | null> {
    const county = await ctx.load(territoryById, row.county_id);
    return county && toTerritory(ctx, county);
  }

  @FieldResolver(() => NetworkViewerCan)
  viewerCan(@Root() { row }: NetworkType, @Ctx() ctx: Context): Promise<NetworkViewerCan> {
    return networkViewerCan(ctx, row);
  }

  @FieldResolver(() => MembershipType, { nullable: true, description: "The viewer's own, the last one also where it ended" })
  async membership(@Root() { row }: NetworkType, @Ctx() ctx: Context): Promise<MembershipType | null> {
    const own = await ctx.load(ownMembership, row.id);
    return own && toMembership(own, true);
  }

  @FieldResolver(() => [NetworkYearType], { description: 'The newest first' })
  years(@Root() { row }: NetworkType, @Ctx() ctx: Context): Promise<NetworkYearType[]> {
    return networkYears(ctx, row);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The school year that may be opened next; null where it is open already' })
  nextYear(@Root() { row }: NetworkType, @Ctx() ctx: Context): Promise<string | null> {
    return nextNetworkYear(ctx, row);
  }

  @FieldResolver(() => [CoordinatorTerm], {
    nullable: true,
    description: 'Who coordinated when, the newest first; null for those who may not read appointments of the network',
  })
  coordinators(@Root() { row }: NetworkType, @Ctx() ctx: Context): Promise<CoordinatorTerm[] | null> {
    return coordinatorTerms(ctx, row);
  }

  @FieldResolver(() => MembershipConnection, {
    nullable: true,
    description: 'Members by name; null for those who are none and have no role here',
  })
  async members(
    @Root() { row }: NetworkType,
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('query', () => String, { nullable: true }) query?: string | null,
  ): Promise<Page<MembershipType> | null> {
    const target = networkTarget(row);
    if (!allows(ctx.viewer, 'discussion.read', target)) return null;
    const page = await membersOf(
      ctx,
      row.id,
      { first, after: after ?? null, query: query ?? null },
      allows(ctx.viewer, 'network.admit', target),
    );
    return query ? page : { ...page, totalCount: row.members_count };
  }

  @FieldResolver(() => MembershipConnection, {
    nullable: true,
    description: 'Requests, or unanswered invitations, the oldest first; null for those who may not admit',
  })
  async requests(
    @Root() { row }: NetworkType,
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('state', () => MembershipStateEnum, { nullable: true, description: 'REQUESTED, as without it, or INVITED' })
    state?: MembershipState | null,
  ): Promise<Page<MembershipType> | null> {
    if (!allows(ctx.viewer, 'network.admit', networkTarget(row))) return null;
    return requestsOf(ctx, row.id, { first, after: after ?? null, state: state === 'INVITED' ? 'INVITED' : 'REQUESTED' });
  }
}
