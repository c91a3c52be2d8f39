import { allows } from '@stoa/domain';
import { authorize, reachOf, type Act, type Reach, type Target, type Viewer } from '../../platform/authorize.js';
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
  return { scopes: networkScopes(network), networkId: network.id, isPublic: network.promoted_at !== null, coordinatorVacant: network.vacant };
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
  return `(n.promoted_at IS NOT NULL OR ${$.all}::boolean OR n.id = ANY(${$.networkIds}::uuid[]) OR n.id = ANY(${$.scopeIds}::uuid[]) OR t.path && ${$.scopeIds}::uuid[]
    OR EXISTS (SELECT 1 FROM memberships own WHERE own.network_id = n.id AND own.person_id = ${$.personId}::uuid AND own.state IN ('REQUESTED', 'INVITED')))`;
}

/**
 * Asks the rights table for an act on a network that was loaded and locked.
 * @param openMembership see `canReadNetwork`
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND where the viewer may not read the network, or FORBIDDEN
 */
export function authorizeNetwork(viewer: Viewer, act: Act, network: NetworkFacts, openMembership = false): void {
  const target = networkTarget(network);
  if (allows(viewer, act, target)) return;
  if (viewer.personId !== null && canReadNetwork(viewer, network, openMembership)) throw new Refusal('FORBIDDEN');
  authorize(viewer, act, target);
}
