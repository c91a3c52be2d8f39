import { NARRATIVE_KEYS, type NarrativeKey, previousYear, reportDue, RESPONSE_TARGET_HOURS, schoolYearSlug, yearAt } from '@stoa/domain';
import { startOfDay } from '../../../platform/clock.js';
import type { HomeItem } from './home.types.js';
import { daysAfter, hoursAfter, item, networkContext, type HomeOf, type HomeSource } from './items.js';

/** An unanswered question is named for so many days, an invitation after so many. */
const QUESTION_DAYS = 60;
const INVITATION_DAYS = 14;
const LIST_MAX = 20;

interface InNetwork {
  network_id: string;
  network_slug: string;
  network_name: string;
  network_lang: string;
}
const NETWORK = 'n.id AS network_id, n.slug AS network_slug, n.name AS network_name, n.lang AS network_lang';

const current = (alias: string, today: string): string =>
  `${alias}.role = 'NC' AND ${alias}.revoked_at IS NULL AND ${alias}.starts_on <= ${today}::date AND (${alias}.ends_on IS NULL OR ${alias}.ends_on >= ${today}::date)`;

/**
 * SQL: the person runs the network `n`: as its coordinator, or as the county's while nobody coordinates it but `except`.
 * Parameters 1 to 3: own networks, own counties, today.
 */
const runs = (except = 'NULL::uuid'): string =>
  `(n.id = ANY($1::uuid[]) OR n.county_id = ANY($2::uuid[]) AND NOT EXISTS (
     SELECT 1 FROM appointments nc WHERE nc.scope_id = n.id AND ${current('nc', '$3')} AND nc.person_id IS DISTINCT FROM ${except}))`;

const runsValues = (home: HomeOf): unknown[] => [home.scopes('NC'), home.scopes('CC'), home.today];
const runsAny = (home: HomeOf): boolean => home.scopes('NC').length > 0 || home.scopes('CC').length > 0;

interface ThreadIn extends InNetwork {
  thread_id: string;
  title: string;
  lang: string;
  no: number;
  slug: string;
}
const THREAD = `t.id AS thread_id, t.title, t.lang, t.no, t.slug, ${NETWORK}`;
const threadPath = (row: ThreadIn, post?: number | null): string =>
  `/networks/${row.network_slug}/discussions/${String(row.no)}-${row.slug}${post == null ? '' : `#p${String(post)}`}`;

/** Reported posts and threads that wait for the person's decision; what concerns oneself is left to others. */
export const flags: HomeSource = async (home) => {
  if (!runsAny(home)) return [];
  const rows = await home.ctx.db.rows<
    ThreadIn & { subject_id: string; post_no: number | null; since: string; flags: number; reasons: string[] }
  >(
    `SELECT f.subject_id, ${THREAD}, p.no AS post_no, min(f.flagged_at) AS since, count(*)::int AS flags, array_agg(DISTINCT f.reason) AS reasons
     FROM flags f JOIN networks n ON n.id = f.scope_id
     LEFT JOIN posts p ON f.subject_type = 'Post' AND p.id = f.subject_id
     JOIN threads t ON t.id = coalesce(p.thread_id, f.subject_id)
     WHERE f.resolved_by IS NULL AND ${runs('coalesce(p.author_id, t.author_id)')} AND coalesce(p.author_id, t.author_id) <> $4
     GROUP BY f.subject_id, t.id, n.id, p.no ORDER BY min(f.flagged_at), f.subject_id LIMIT ${String(LIST_MAX)}`,
    [...runsValues(home), home.personId],
  );
  return rows.flatMap((row) =>
    item(home, 'FLAG', {
      about: row.subject_id,
      title: row.title,
      lang: row.lang,
      context: networkContext(row),
      count: row.flags,
      of: row.post_no,
      reasons: row.reasons,
      since: row.since,
      due: hoursAfter(row.since, RESPONSE_TARGET_HOURS),
      path: threadPath(row, row.post_no),
    }),
  );
};

/** Questions of others to which nobody replied in time, or has until this evening. */
export const unanswered: HomeSource = async (home) => {
  if (!runsAny(home)) return [];
  const rows = await home.ctx.db.rows<ThreadIn & { created_at: string }>(
    `SELECT ${THREAD}, t.created_at FROM networks n JOIN threads t ON t.network_id = n.id
     WHERE ${runs()} AND t.kind = 'QUESTION' AND t.visibility = 'VISIBLE' AND t.merged_into IS NULL AND NOT t.locked AND t.first_reply_at IS NULL AND t.author_id <> $4
       AND t.created_at < $5 AND t.created_at >= $6 ORDER BY t.created_at, t.id LIMIT ${String(LIST_MAX)}`,
    [
      ...runsValues(home),
      home.personId,
      hoursAfter(daysAfter(startOfDay(home.today, home.timeZone), 1), -RESPONSE_TARGET_HOURS),
      daysAfter(home.now, -QUESTION_DAYS),
    ],
  );
  return rows.flatMap((row) =>
    item(home, 'UNANSWERED', {
      about: row.thread_id,
      title: row.title,
      lang: row.lang,
      context: networkContext(row),
      since: row.created_at,
      due: hoursAfter(row.created_at, RESPONSE_TARGET_HOURS),
      path: threadPath(row),
    }),
  );
};

/** Who asks to join, and who was invited long ago and has not answered; an item a network. */
export const requests: HomeSource = async (home) => {
  if (!runsAny(home)) return [];
  const rows = await home.ctx.db.rows<InNetwork & { state: string; waiting: number; since: string; names: string[] }>(
    `SELECT ${NETWORK}, m.state, count(*)::int AS waiting, min(m.requested_at) AS since, (array_agg(p.display_name ORDER BY m.requested_at, m.id))[1:3] AS names
     FROM networks n JOIN memberships m ON m.network_id = n.id JOIN people p ON p.id = m.person_id
     WHERE ${runs()} AND (m.state = 'REQUESTED' OR m.state = 'INVITED' AND m.requested_at < $4) GROUP BY n.id, m.state ORDER BY min(m.requested_at), n.id`,
    [...runsValues(home), daysAfter(home.now, -INVITATION_DAYS)],
  );
  return rows.flatMap((row) => {
    const parts = {
      about: row.network_id,
      context: networkContext(row),
      count: row.waiting,
      names: row.names,
      since: row.since,
      path: `/networks/${row.network_slug}/members`,
    };
    return row.state === 'REQUESTED'
      ? item(home, 'REQUESTS', { ...parts, due: hoursAfter(row.since, RESPONSE_TARGET_HOURS) })
      : item(home, 'INVITATIONS', { ...parts, group: 'THIS_WEEK' });
  });
};

/**
 * Reports of the year that ended, and returned ones of any year. A coordinator whose post ended keeps the report until somebody
 * else holds the post.
 */
export const reports: HomeSource = async (home) => {
  const year = previousYear(yearAt(home.now, home.timeZone));
  const rows = await home.ctx.db.rows<
    InNetwork & {
      year_id: string;
      year: string;
      state: string | null;
      narrative: Partial<Record<NarrativeKey, string>> | null;
      decided_at: string | null;
    }
  >(
    `SELECT ${NETWORK}, y.id AS year_id, y.year, r.state, r.narrative, r.decided_at
     FROM networks n JOIN network_years y ON y.network_id = n.id
     LEFT JOIN annual_reports r ON r.owner_type = 'NETWORK' AND r.owner_id = n.id AND r.year = y.year
     WHERE (${runs()} OR n.id IN (SELECT a.scope_id FROM appointments a WHERE a.person_id = $4 AND a.role = 'NC' AND a.starts_on <= $3::date)
         AND NOT EXISTS (SELECT 1 FROM appointments nc WHERE nc.scope_id = n.id AND ${current('nc', '$3')})
         AND $4 = (SELECT l.person_id FROM appointments l WHERE l.scope_id = n.id AND l.role = 'NC' AND l.starts_on <= $3::date
           ORDER BY coalesce(l.revoked_at, l.ends_on::timestamptz) DESC NULLS LAST, l.id DESC LIMIT 1))
       AND (r.state = 'RETURNED' OR y.year = $5 AND (r.id IS NULL OR r.state IN ('DRAFT', 'PRESENTED')))
     ORDER BY y.year, n.name LIMIT ${String(LIST_MAX)}`,
    [...runsValues(home), home.personId, year],
  );
  return rows.flatMap((row) => {
    const words = NARRATIVE_KEYS.filter((key) => (row.narrative?.[key] ?? '').trim() !== '').length;
    const parts = {
      about: row.year_id,
      context: networkContext(row),
      year: row.year,
      count: words,
      of: NARRATIVE_KEYS.length,
      path: `/networks/${row.network_slug}/report/${schoolYearSlug(row.year)}`,
    };
    return row.state === 'RETURNED'
      ? item(home, 'REPORT_RETURNED', { ...parts, group: 'TODAY', since: row.decided_at })
      : item(home, 'REPORT', { ...parts, due: daysAfter(startOfDay(reportDue(row.year), home.timeZone), 1) });
  });
};

/** Replies of others, not yet read, in threads that the person began and may read. */
export const replies: HomeSource = async (home) => {
  const networks = home.ctx.viewer.memberships.map((m) => m.networkId);
  const rows = await home.ctx.db.rows<ThreadIn & { unread: number; first: number; last_at: string; names: string[] }>(
    `SELECT ${THREAD}, u.unread, u.first, u.last_at, u.names
     FROM posts o JOIN threads t ON t.id = o.thread_id JOIN networks n ON n.id = t.network_id
     LEFT JOIN thread_reads r ON r.person_id = $1 AND r.thread_id = t.id
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS unread, min(p.no) AS first, max(p.created_at) AS last_at, (array_agg(DISTINCT a.display_name))[1:3] AS names
       FROM posts p JOIN people a ON a.id = p.author_id
       WHERE p.thread_id = t.id AND p.no > coalesce(r.last_read_no, 1) AND p.author_id <> $1 AND p.visibility = 'VISIBLE' AND p.withdrawn_at IS NULL) u
     WHERE o.author_id = $1 AND o.no = 1 AND t.visibility = 'VISIBLE' AND t.last_post_at >= $2 AND u.unread > 0
       AND (n.id = ANY($3::uuid[]) OR n.id = ANY($4::uuid[]) OR n.county_id = ANY($5::uuid[]))
     ORDER BY u.last_at DESC, t.id LIMIT ${String(LIST_MAX)}`,
    [home.personId, daysAfter(home.now, -QUESTION_DAYS), networks, home.scopes('NC'), home.scopes('CC')],
  );
  return rows.flatMap((row) =>
    item(home, 'REPLIES', {
      about: row.thread_id,
      title: row.title,
      lang: row.lang,
      context: networkContext(row),
      count: row.unread,
      names: row.names,
      since: row.last_at,
      group: 'TODAY',
      path: threadPath(row, row.first),
    }),
  );
};

/** Networks that invited the person, and own affiliations that nobody confirmed yet. */
export const ownAffairs: HomeSource = async (home) => {
  const [invited, claimed] = await Promise.all([
    home.ctx.db.rows<InNetwork & { id: string; requested_at: string; inviter: string | null }>(
      `SELECT m.id, m.requested_at, p.display_name AS inviter, ${NETWORK} FROM memberships m JOIN networks n ON n.id = m.network_id LEFT JOIN people p ON p.id = m.invited_by
       WHERE m.person_id = $1 AND m.state = 'INVITED' ORDER BY m.requested_at, m.id`,
      [home.personId],
    ),
    home.ctx.db.rows<{ id: string; name: string; lang: string; starts_on: string; path: string }>(
      `SELECT f.id, coalesce(s.name, f.body) AS name, coalesce(s.lang, 'en') AS lang, f.starts_on, coalesce('/schools/' || s.slug, '/me/preferences') AS path
       FROM affiliations f LEFT JOIN schools s ON s.id = f.school_id WHERE f.person_id = $1 AND f.state = 'CLAIMED' ORDER BY f.starts_on, f.id`,
      [home.personId],
    ),
  ]);
  return [
    ...invited.flatMap((row): HomeItem[] =>
      item(home, 'INVITED', {
        about: row.id,
        context: networkContext(row),
        names: row.inviter === null ? [] : [row.inviter],
        since: row.requested_at,
        group: 'TODAY',
        path: `/networks/${row.network_slug}`,
      }),
    ),
    ...claimed.flatMap((row): HomeItem[] =>
      item(home, 'AFFILIATION', {
        about: row.id,
        context: { name: row.name, lang: row.lang, emblem: null },
        group: 'THIS_WEEK',
        path: row.path,
      }),
    ),
  ];
};
