import { authorize, signedIn } from '../../../platform/authorize.js';
import { dateIn } from '../../../platform/clock.js';
import type { Context } from '../../../platform/context.js';
import type { Sql } from '../../../platform/database/database.js';
import { lookAt } from '../../../platform/database/sight.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { toPerson, type PersonRow } from '../../accounts/index.js';
import type { Purpose } from '../classification.js';
import { classification } from '../columns/index.js';
import { heldCounts } from '../personal-data.js';
import { hindrancesOf, type MergedAccount } from './hindrances.js';
import type { MergeEnds, MergeSide, PersonMerge } from './merging.types.js';

/** What a merge gives to nobody, and what stays with the row that leads on. */
const NOT_MOVED: readonly Purpose[] = ['account', 'signIn', 'sessions', 'links', 'safety', 'audit'];

interface SideRow extends PersonRow, MergedAccount {
  version: number;
  networks: string[];
  threads: number;
  posts: number;
  reports: number;
}

/**
 * Both people side by side, what would move, what would end, and what stands in the way. Null where one of them is unknown.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND
 */
export async function personMerge(ctx: Context, query: { keep: string; away: string }): Promise<PersonMerge | null> {
  const actorId = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'person.merge', {});
  const keepId = fromGlobalId(query.keep, 'Person')?.id;
  const awayId = fromGlobalId(query.away, 'Person')?.id;
  if (!keepId || !awayId || keepId === awayId) return null;
  return await ctx.db.transaction(async (tx) => {
    const sides = await tx.rows<SideRow>(SIDES, [keepId, awayId]);
    const keep = sides.find(({ id }) => id === keepId);
    const away = sides.find(({ id }) => id === awayId);
    if (!keep || !away) return null;
    await lookAt(tx, 'all');
    const held = await heldCounts(tx, classification, awayId);
    const today = dateIn(ctx.clock.now(), ctx.config.timeZone);
    return {
      keep: toSide(keep),
      away: toSide(away),
      moves: held.filter(({ purpose }) => !NOT_MOVED.includes(purpose)),
      ends: await endsOf(tx, awayId),
      hindrances: await hindrancesOf(tx, { keep, away }, { actorId, today }),
    };
  });
}

const SIDES = `
  SELECT p.id, p.handle, p.display_name, p.status, p.version,
    ARRAY(SELECT n.name FROM memberships m JOIN networks n ON n.id = m.network_id
      WHERE m.person_id = p.id AND m.state IN ('REQUESTED', 'INVITED', 'ACTIVE') ORDER BY n.name, n.id) AS networks,
    (SELECT count(*)::int FROM threads t WHERE t.author_id = p.id) AS threads,
    (SELECT count(*)::int FROM posts o WHERE o.author_id = p.id) AS posts,
    (SELECT count(*)::int FROM annual_reports r WHERE p.id IN (r.created_by, r.submitted_by)) AS reports
  FROM people p WHERE p.id IN ($1, $2)`;

function toSide(row: SideRow): MergeSide {
  const { version, networks, threads, posts, reports } = row;
  return { person: toPerson(row), version, networks, threads, posts, reports };
}

/** Sessions that still work, by the real clock by which they live, and links that nobody used. */
async function endsOf(sql: Sql, personId: string): Promise<MergeEnds> {
  const row = await sql.row<MergeEnds>(
    `SELECT (SELECT count(*)::int FROM sessions WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > now()) AS sessions,
       EXISTS (SELECT 1 FROM credentials WHERE person_id = $1) AS password,
       (SELECT count(*)::int FROM code_apps WHERE person_id = $1 AND secret IS NOT NULL)
         + (SELECT count(*)::int FROM passkeys WHERE person_id = $1) AS factors,
       (SELECT count(*)::int FROM identities WHERE person_id = $1) AS identities,
       (SELECT count(*)::int FROM account_tokens WHERE person_id = $1 AND used_at IS NULL) AS links`,
    [personId],
  );
  return row ?? { sessions: 0, password: false, factors: 0, identities: 0, links: 0 };
}
