import { HOME_GROUPS, yearAt, boundsOf } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import { startOfDay } from '../../../platform/clock.js';
import type { HomeItem, HomeLane, HomeType } from './home.types.js';
import { daysAfter, homeOf, type HomeOf, type HomeSource } from './items.js';
import { resourcesToDecide, returnedResources } from './library-sources.js';
import { studiesToContinue } from './learning-sources.js';
import { flags, ownAffairs, replies, reports, requests, unanswered } from './network-sources.js';
import { newsSince } from './news.js';
import { affiliationsToConfirm, endingAppointments, faults, networksInNeed, reportsToDecide } from './place-sources.js';

const SOURCES: readonly HomeSource[] = [
  reports,
  flags,
  unanswered,
  requests,
  replies,
  ownAffairs,
  studiesToContinue,
  networksInNeed,
  reportsToDecide,
  resourcesToDecide,
  returnedResources,
  affiliationsToConfirm,
  endingAppointments,
  faults,
];

/** By group, then what is due first; what has no time keeps the order of its source, last. */
function inOrder(a: HomeItem, b: HomeItem): number {
  const groups = HOME_GROUPS.indexOf(a.group) - HOME_GROUPS.indexOf(b.group);
  if (groups !== 0) return groups;
  const [at, bt] = [a.dueAt ?? '9', b.dueAt ?? '9'];
  return at < bt ? -1 : at > bt ? 1 : 0;
}

interface VisitRow {
  seen_at: string | null;
  before_at: string | null;
  snoozed: string[];
}

/** A visit of half an hour is one visit: what was news at its beginning stays so until it ends. */
export const VISIT_MINUTES = 30;

/** What needs the signed-in person, in order. The number of statements depends on the roles held alone. @throws Refusal UNAUTHENTICATED */
export async function home(ctx: Context): Promise<HomeType> {
  const of = homeOf(ctx);
  const visit = await ctx.db.row<VisitRow>(
    `SELECT v.seen_at, v.before_at, ARRAY(SELECT s.item FROM home_snoozes s WHERE s.person_id = $1 AND s.until_on > $2) AS snoozed
     FROM (VALUES (1)) one LEFT JOIN home_visits v ON v.person_id = $1`,
    [of.personId, of.today],
  );
  const since = sinceOf(of, visit);
  const [found, news, lanes] = await Promise.all([Promise.all(SOURCES.map((source) => source(of))), newsSince(of, since), lanesOf(of)]);
  const all = found.flat();
  const hidden = new Set(visit?.snoozed);
  const items = all.filter(({ key }) => !hidden.has(key)).sort(inOrder);
  return {
    asOf: of.now.toISOString(),
    today: of.today,
    items,
    snoozed: all.length - items.length,
    since: since.toISOString(),
    news,
    year: yearAt(of.now, of.timeZone),
    lanes,
  };
}

function sinceOf(of: HomeOf, visit: VisitRow | null): Date {
  const weekAgo = daysAfter(of.now, -7);
  if (visit?.seen_at == null) return weekAgo;
  const seen = new Date(visit.seen_at);
  if (of.now.getTime() - seen.getTime() > VISIT_MINUTES * 60_000) return seen;
  return visit.before_at === null ? weekAgo : new Date(visit.before_at);
}

/** The weeks of the running year in which members of the person's networks wrote; coordinated networks first. */
async function lanesOf(of: HomeOf): Promise<HomeLane[]> {
  const own = of.scopes('NC');
  const networks = [...new Set([...own, ...of.ctx.viewer.memberships.map((m) => m.networkId)])];
  if (networks.length === 0) return [];
  const { first } = boundsOf(yearAt(of.now, of.timeZone));
  return of.ctx.db.rows<HomeLane>(
    `SELECT n.slug, n.name, n.lang, ARRAY(
       SELECT DISTINCT date_trunc('week', p.created_at AT TIME ZONE $3)::date::text FROM posts p JOIN threads t ON t.id = p.thread_id
       WHERE p.network_id = n.id AND p.created_at >= $4 AND p.created_at < $5 AND p.visibility = 'VISIBLE' AND p.withdrawn_at IS NULL AND t.visibility = 'VISIBLE' ORDER BY 1) AS weeks
     FROM networks n WHERE n.id = ANY($1::uuid[]) ORDER BY n.id = ANY($2::uuid[]) DESC, n.last_activity_at DESC, n.id LIMIT 4`,
    [networks, own, of.timeZone, startOfDay(first, of.timeZone), of.now],
  );
}
