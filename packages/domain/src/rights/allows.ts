import { type Act, DECIDED_ABOVE_WHEN_VACANT, DECISIONS, grantsOf, KEPT_BY_LAST_COORDINATOR, MEMBER_WRITES, NEEDS_READ } from './acts.js';
import type { Grant } from './grants.js';
import { type Column, type Role, ROLE_RULES, ROLES } from './roles.js';

/** Who asks. A visitor has no person, no appointments and no memberships. */
export interface Viewer {
  personId: string | null;
  /** CURRENT appointments only. */
  appointments: readonly { role: Role; scopeId: string }[];
  /** ACTIVE memberships only. */
  memberships: readonly { networkId: string; suspended: boolean }[];
}

/** What the act is done to. What is left out is taken as not so, and grants nothing. */
export interface Target {
  /** Ids of the record's own scope and of all above it: network, county, region, country; or structure, centre and its territories. */
  scopes?: readonly string[];
  ownerId?: string | null;
  networkId?: string;
  /** Of a record in several networks, such as a person: the networks in which it is. */
  networkIds?: readonly string[];
  isPublic?: boolean;
  coordinatorVacant?: boolean;
  /** Of a report that is not approved and whose network has no successor: the coordinator whose post ended. */
  lastCoordinatorId?: string | null;
  questionAuthorId?: string | null;
  /** Persons whom the decision concerns or from whom the subject comes: they never decide. */
  concerns?: readonly string[];
  /** Persons whom the record names: an event's organisers, an assessment's owners, those named in a confidential case, the invited. */
  named?: readonly string[];
  /** Whether the viewer showed the record's link, key or e-mail confirmation. */
  holdsKey?: boolean;
  /** Of an appointment: the role it gives. */
  role?: Role;
}

/** Why an act is allowed or refused; of several refusals the one that is nearest to being allowed. */
export const REASONS = [
  'GRANTED',
  'CONCERNS_YOU',
  'SUSPENDED',
  'NOT_READABLE',
  'DECIDED_ABOVE',
  'NOT_VACANT',
  'NOT_NAMED',
  'NOT_MEMBER',
  'NOT_OWN',
  'OUT_OF_SCOPE',
  'NOT_APPOINTABLE',
  'NO_KEY',
  'NOT_PUBLIC',
  'NO_ROLE',
  'NOT_SIGNED_IN',
] as const;
export type Reason = (typeof REASONS)[number];

export interface Explanation {
  allowed: boolean;
  reason: Reason;
}

/** One way to hold a grant: the column, and of an appointment the scope. */
interface Holder {
  column: Column;
  scopeId: string | null;
}

const EVERYONE: readonly Holder[] = [{ column: 'V', scopeId: null }];

function holders(viewer: Viewer): readonly Holder[] {
  if (viewer.personId === null) return EVERYONE;
  return [{ column: 'M', scopeId: null }, ...viewer.appointments.map(({ role, scopeId }): Holder => ({ column: role, scopeId }))];
}

function isMember(viewer: Viewer, target: Target): boolean {
  return viewer.memberships.some(({ networkId }) => networkId === target.networkId || target.networkIds?.includes(networkId) === true);
}

function isSuspended(viewer: Viewer, target: Target): boolean {
  return viewer.memberships.some(({ networkId, suspended }) => suspended && networkId === target.networkId);
}

function mayGive(column: Column, role: Role | undefined): boolean {
  return role !== undefined && ROLE_RULES[role].appointedBy.some((appointer) => appointer === column);
}

type Check = [holds: boolean, otherwise: Reason];

/** The conditions of a grant, each with the reason to name when it fails. */
function checks(grant: Grant, holder: Holder, viewer: Viewer, target: Target): Check[] {
  const me = viewer.personId;
  const inScope: Check = [holder.scopeId !== null && target.scopes?.includes(holder.scopeId) === true, 'OUT_OF_SCOPE'];
  const own: Check = [me !== null && target.ownerId === me, 'NOT_OWN'];
  const member: Check = [isMember(viewer, target), 'NOT_MEMBER'];
  const named: Check = [me !== null && target.named?.includes(me) === true, 'NOT_NAMED'];
  switch (grant) {
    case 'all':
    case 'anyone':
      return [];
    case 'public':
      return [[target.isPublic === true, 'NOT_PUBLIC']];
    case 'byLink':
    case 'byKey':
    case 'byEmail':
      return [[target.holdsKey === true, 'NO_KEY']];
    case 'own':
      return [own];
    case 'member':
      return [member];
    case 'scope':
    case 'ownSchool':
      return [inScope];
    case 'vacant':
      return [inScope, [target.coordinatorVacant === true, 'NOT_VACANT']];
    case 'authorOfQuestion':
      return [member, [me !== null && target.questionAuthorId === me, 'NOT_OWN']];
    case 'organiser':
    case 'assessmentOwner':
      return [inScope, named];
    case 'author':
      return [inScope, own];
    case 'named':
    case 'invited':
      return [named];
    case 'appointable':
      return [inScope, [mayGive(holder.column, target.role), 'NOT_APPOINTABLE']];
  }
}

/** Gathers the refusal that comes first in `REASONS`. */
function nearer(first: Reason, second: Reason): Reason {
  return REASONS.indexOf(first) <= REASONS.indexOf(second) ? first : second;
}

function takenAway(viewer: Viewer, act: Act, target: Target): Reason | undefined {
  if (DECISIONS.has(act) && viewer.personId !== null && target.concerns?.includes(viewer.personId) === true) return 'CONCERNS_YOU';
  if (MEMBER_WRITES.has(act) && isSuspended(viewer, target)) return 'SUSPENDED';
  return undefined;
}

function granted(viewer: Viewer, act: Act, target: Target): Reason {
  if (KEPT_BY_LAST_COORDINATOR.has(act) && viewer.personId !== null && target.lastCoordinatorId === viewer.personId) return 'GRANTED';
  let reason: Reason = viewer.personId === null ? 'NOT_SIGNED_IN' : 'NO_ROLE';
  for (const holder of holders(viewer)) {
    for (const grant of grantsOf(act, holder.column)) {
      const failed = checks(grant, holder, viewer, target).find(([holds]) => !holds);
      const above = holder.column === 'CC' && target.coordinatorVacant === true && DECIDED_ABOVE_WHEN_VACANT.has(act);
      if (failed === undefined && !above) return 'GRANTED';
      reason = nearer(reason, failed?.[1] ?? 'DECIDED_ABOVE');
    }
  }
  return reason;
}

/**
 * Whether and why a viewer may do an act to a target: the union of what every signed-in person may and of every current
 * appointment, less what the rules under the rights table take away.
 */
export function explain(viewer: Viewer, act: Act, target: Target): Explanation {
  const reason = granted(viewer, act, target);
  if (reason !== 'GRANTED') return { allowed: false, reason };
  const read = NEEDS_READ.get(act);
  if (read !== undefined && granted(viewer, read, target) !== 'GRANTED') return { allowed: false, reason: 'NOT_READABLE' };
  const taken = takenAway(viewer, act, target);
  return taken === undefined ? { allowed: true, reason } : { allowed: false, reason: taken };
}

/** Whether a viewer may do an act to a target; see `explain`. */
export function allows(viewer: Viewer, act: Act, target: Target): boolean {
  return explain(viewer, act, target).allowed;
}

/** Whether a viewer may appoint somebody to a role for the target's scope, or end such an appointment. */
export function mayAppoint(viewer: Viewer, role: Role, target: Target): boolean {
  return allows(viewer, 'appointment.make', { ...target, role });
}

/** The roles that a viewer may give for a scope. Whoever may give one may search its people by name. */
export function appointableRoles(viewer: Viewer, target: Target): Role[] {
  return ROLES.filter((role) => mayAppoint(viewer, role, target));
}

/** The roles that hold an act by a grant, from which the condition in SQL is built. */
export function rolesWith(act: Act, grant: Grant): Role[] {
  return ROLES.filter((role) => grantsOf(act, role).includes(grant));
}
