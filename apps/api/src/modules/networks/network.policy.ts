import { allows } from '@stoa/domain';
import { reachOf, withinReach, type Act, type Reach, type Target, type Viewer } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Sql } from '../../platform/database/database.js';
import { Refusal } from '../../platform/errors.js';

/** What rights ask of a network's row. */
export interface NetworkFacts {
  id: string;
  /** Path of the county: country, region, county. */
  county_path: string[];
  promoted_at: string | null;
  /** Whether nobody coordinates today. */
  vacant: boolean;
}

/** Ids of the network and of everything above it. */
export function networkScopes(network: Pick<NetworkFacts, 'id' | 'county_path'>): string[] {
  return [network.id, ...network.county_path];
}

/** A network as the rights table asks of it. */
export function networkTarget(network: NetworkFacts): Target {
  return {
    scopes: networkScopes(network),
    networkId: network.id,
    isPublic: network.promoted_at !== null,
    coordinatorVacant: network.vacant,
  };
}

/**
 * Whether a viewer may read a network's page: everyone a promoted one; else its members, who asked or is invited, and the roles of its scope.
 * @param openMembership whether the viewer asked to join, or is invited and has not answered
 */
export function canReadNetwork(viewer: Viewer, network: NetworkFacts, openMembership: boolean): boolean {
  const target = { ...networkTarget(network), ownerId: openMembership ? viewer.personId : null };
  return allows(viewer, 'public.read', target) || allows(viewer, 'discussion.read', target) || allows(viewer, 'membership.own', target);
}

/** The values behind `networksVisibleTo`. */
export interface NetworkReach extends Reach {
  personId: string | null;
}

/** How far a viewer sees networks, for `networksVisibleTo`. */
export function networkReach(viewer: Viewer): NetworkReach {
  return { ...reachOf(viewer, 'discussion.read'), personId: viewer.personId };
}

/**
 * The SQL twin of `canReadNetwork` on `networks n` and its county `t`.
 * @param $ an SQL expression for each value of `networkReach`, such as its placeholder
 */
export function networksVisibleTo($: Record<keyof NetworkReach, string>): string {
  return `(n.promoted_at IS NOT NULL OR ${withinReach($, 'n.id', 't.path')}
    OR EXISTS (SELECT 1 FROM memberships own WHERE own.network_id = n.id AND own.person_id = ${$.personId}::uuid AND own.state IN ('REQUESTED', 'INVITED')))`;
}

/**
 * Asks the rights table for an act on a network that was loaded and locked. Who may not even read it learns only that it does not exist.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND or FORBIDDEN
 */
export async function authorizeNetwork(ctx: Pick<Context, 'viewer'>, sql: Sql, act: Act, network: NetworkFacts): Promise<void> {
  const target = networkTarget(network);
  const { viewer } = ctx;
  if (allows(viewer, act, target)) return;
  if (viewer.personId === null) throw new Refusal('UNAUTHENTICATED');
  const open = await sql.row("SELECT 1 FROM memberships WHERE network_id = $1 AND person_id = $2 AND state IN ('REQUESTED', 'INVITED')", [
    network.id,
    viewer.personId,
  ]);
  throw new Refusal(canReadNetwork(viewer, network, open !== null) ? 'FORBIDDEN' : 'NOT_FOUND');
}
