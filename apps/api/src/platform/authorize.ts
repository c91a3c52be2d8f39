import { allows, explain, grantsOf, rolesWith, type Act, type Target, type Viewer } from '@stoa/domain';
import { Extensions } from 'type-graphql';
import { Refusal } from './errors.js';

export type { Act, Target, Viewer };

/** A visitor who is not signed in. */
export const ANONYMOUS: Viewer = { personId: null, appointments: [], memberships: [] };

/** Marks what may be seen by whoever was allowed to load the record that holds the field. */
export const WITH_RECORD = 'with-record';

/**
 * Names the rule that guards a field or a type. Boot fails where a field has none.
 * On a root operation it names the act of the rights table that the command or query asks for.
 */
export function Policy(act: Act | typeof WITH_RECORD): ReturnType<typeof Extensions> {
  return Extensions({ policy: act });
}

/**
 * Asks the rights table once, after the record was loaded and locked.
 * A power never implies sight: who may not read the record learns only that it does not exist; who may, learns the reason too.
 * @param read the act of reading the record
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND or FORBIDDEN
 */
export function authorize(viewer: Viewer, act: Act, target: Target, read: Act = act): void {
  const { allowed, reason } = explain(viewer, act, target);
  if (allowed) return;
  if (viewer.personId === null) throw new Refusal('UNAUTHENTICATED');
  throw read !== act && allows(viewer, read, target) ? new Refusal('FORBIDDEN', { reason }) : new Refusal('NOT_FOUND');
}

/** The person behind a request. @throws Refusal UNAUTHENTICATED for a visitor */
export function signedIn(viewer: Viewer): string {
  if (viewer.personId === null) throw new Refusal('UNAUTHENTICATED');
  return viewer.personId;
}

/** The extent of a viewer's right to an act, as parameters for SQL: the twin of `allows` for lists. */
export interface Reach {
  /** True where the right reaches every record. */
  all: boolean;
  /** Scopes (network, centre, territory …) in which, and below which, the right holds. */
  scopeIds: string[];
  /** Networks in which the right comes from membership. */
  networkIds: string[];
}

/**
 * How far a viewer's right to `act` reaches. SQL uses it as
 * `($1::boolean OR record_scope_ids && $2::uuid[] OR network_id = ANY($3::uuid[]))`; a test feeds it and `allows` the same rows.
 */
export function reachOf(viewer: Viewer, act: Act): Reach {
  const everywhere = new Set(rolesWith(act, 'all'));
  const scoped = new Set(rolesWith(act, 'scope'));
  const byMembership = viewer.personId !== null && grantsOf(act, 'M').includes('member');
  return {
    all: viewer.appointments.some((a) => everywhere.has(a.role)),
    scopeIds: viewer.appointments.filter((a) => scoped.has(a.role)).map((a) => a.scopeId),
    networkIds: byMembership ? viewer.memberships.map((m) => m.networkId) : [],
  };
}

/**
 * A reach as an SQL condition.
 * @param $ an SQL expression for each value of the reach, such as its placeholder
 * @param scopeId expression of the record's own scope
 * @param path expression of the ids of all territories above it
 */
export function withinReach($: Record<keyof Reach, string>, scopeId: string, path: string): string {
  return `(${$.all}::boolean OR ${scopeId} = ANY(${$.networkIds}::uuid[]) OR ${scopeId} = ANY(${$.scopeIds}::uuid[]) OR ${path} && ${$.scopeIds}::uuid[])`;
}
