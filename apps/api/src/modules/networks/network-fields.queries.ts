import { allows, joiningState, mayAppoint, openableYear, type MembershipState, type NetworkYearState } from '@stoa/domain';
import type { Viewer } from '../../platform/authorize.js';
import type { Context, Loader } from '../../platform/context.js';
import { toGlobalId } from '../../platform/ids.js';
import { toPerson } from '../accounts/index.js';
import { affiliationsOf, applicantFacts } from './applicant.queries.js';
import { ownMembership, type MembershipRow } from './membership.queries.js';
import type { CoordinatorTerm, NetworkViewerCan } from './network-fields.types.js';
import { networkTarget } from './network.policy.js';
import { networkDay } from './network.queries.js';
import type { NetworkRow } from './network.statement.js';
import type { NetworkYearType } from './network.type.js';

/** Years in which persons may come by themselves: a proposed network is not open yet, a concluded year not any more. */
const JOINABLE: ReadonlySet<NetworkYearState> = new Set(['RECRUITING', 'ACTIVE']);

/** Whether persons may join by themselves or ask to. */
export function isJoinable(network: Pick<NetworkRow, 'year_state'>): boolean {
  return network.year_state !== null && JOINABLE.has(network.year_state);
}

const yearsOf: Loader<string, NetworkYearType[]> = async (ctx, ids) => {
  const rows = await ctx.db.rows<{ id: string; network_id: string; year: string; state: NetworkYearState; version: number }>(
    'SELECT id, network_id, year, state, version FROM network_years WHERE network_id = ANY($1) ORDER BY year DESC',
    [ids],
  );
  return ids.map((id) =>
    rows
      .filter((row) => row.network_id === id)
      .map((row) => ({ id: toGlobalId('NetworkYear', row.id), year: row.year, state: row.state, version: row.version })),
  );
};

/** All years of a network, the newest first. */
export function networkYears(ctx: Context, network: NetworkRow): Promise<NetworkYearType[]> {
  return ctx.load(yearsOf, network.id);
}

/** The school year that may be opened next; null where it is open already. */
export async function nextNetworkYear(ctx: Context, network: NetworkRow): Promise<string | null> {
  const years = await networkYears(ctx, network);
  return openableYear(years[0]?.year ?? null, networkDay(ctx)[1]);
}

interface TermRow {
  scope_id: string;
  id: string;
  handle: string;
  display_name: string;
  starts_on: string;
  ends_on: string | null;
  current: boolean;
}

/** Terms that began, up to fifty a network, the newest first. A revoked one ended on the day it was revoked. */
const termsOf: Loader<string, TermRow[]> = async (ctx, ids) => {
  const rows = await ctx.db.rows<TermRow>(
    `SELECT a.* FROM unnest($1::uuid[]) AS n (id) CROSS JOIN LATERAL (
       SELECT a.scope_id, p.id, p.handle, p.display_name, a.starts_on, coalesce((a.revoked_at AT TIME ZONE $3)::date, a.ends_on) AS ends_on,
         a.revoked_at IS NULL AND (a.ends_on IS NULL OR a.ends_on >= $2::date) AS current
       FROM appointments a JOIN people p ON p.id = a.person_id WHERE a.scope_id = n.id AND a.role = 'NC' AND a.starts_on <= $2::date
       ORDER BY a.starts_on DESC, a.id DESC LIMIT 50) a`,
    [ids, networkDay(ctx)[0], ctx.config.timeZone],
  );
  return ids.map((id) => rows.filter((row) => row.scope_id === id));
};

/** Who coordinated when, for those who may read appointments of the network; null for others. */
export async function coordinatorTerms(ctx: Context, network: NetworkRow): Promise<CoordinatorTerm[] | null> {
  if (!allows(ctx.viewer, 'appointment.read', networkTarget(network))) return null;
  const rows = await ctx.load(termsOf, network.id);
  return rows.map((row) => ({ person: toPerson(row), startsOn: row.starts_on, endsOn: row.ends_on, current: row.current }));
}

const ownAffiliations: Loader<string, Awaited<ReturnType<typeof affiliationsOf>>> = (ctx, personIds) =>
  Promise.all(personIds.map((id) => affiliationsOf(ctx.db, id)));

/** The viewer with the membership as it is now: a command of this request may have changed it after the rights were read. */
function viewerNow(ctx: Context, own: MembershipRow | null, networkId: string): Viewer {
  const others = ctx.viewer.memberships.filter((m) => m.networkId !== networkId);
  if (own?.state !== 'ACTIVE') return { ...ctx.viewer, memberships: others };
  const suspended = own.suspended_until !== null && new Date(own.suspended_until) > ctx.clock.now();
  return { ...ctx.viewer, memberships: [...others, { networkId, suspended }] };
}

async function joinsAs(ctx: Context, network: NetworkRow, own: MembershipRow | null): Promise<MembershipState | null> {
  if (own?.state === 'INVITED') return 'ACTIVE';
  if (ctx.viewer.personId === null || own?.state === 'ACTIVE' || own?.state === 'REQUESTED' || !isJoinable(network)) return null;
  const affiliations = await ctx.load(ownAffiliations, ctx.viewer.personId);
  const facts = applicantFacts(affiliations, network);
  return joiningState(network.joining_rule, { confirmedInAudience: facts.confirmedInAudience && own?.turned_away !== true });
}

/** What the viewer may do with a network, as the rights table says now. */
export async function networkViewerCan(ctx: Context, network: NetworkRow): Promise<NetworkViewerCan> {
  const own = await ctx.load(ownMembership, network.id);
  const viewer = viewerNow(ctx, own, network.id);
  const target = networkTarget(network);
  const outcome = await joinsAs(ctx, network, own);
  return {
    join: outcome !== null && allows(viewer, 'membership.own', { ...target, ownerId: viewer.personId }),
    joinsAs: outcome,
    leave: own?.state === 'ACTIVE',
    readMembers: allows(viewer, 'discussion.read', target),
    write: allows(viewer, 'discussion.write', target),
    edit: allows(viewer, 'network.edit', target),
    admit: allows(viewer, 'network.admit', target),
    message: allows(viewer, 'network.message', target),
    exportMembers: allows(viewer, 'network.exportMembers', target),
    changeState: allows(viewer, 'network.changeState', target),
    openYear: allows(viewer, 'network.openYear', target) && (await nextNetworkYear(ctx, network)) !== null,
    appointCoordinator: mayAppoint(viewer, 'NC', target),
    readCoordinators: allows(viewer, 'appointment.read', target),
  };
}
