import { NETWORK_LEVELS, THREAD_LEVELS, type WatchLevel } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Sql } from '../../../platform/database/database.js';
import { reject } from '../../../platform/errors.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import type { WatchInput } from '../notices.types.js';
import { watchedOf, type Watched } from '../places.js';

const LEVELS: Readonly<Record<Watched['type'], readonly WatchLevel[]>> = { Thread: [...THREAD_LEVELS, 'NORMAL'], Network: NETWORK_LEVELS };

/** How closely the viewer watches a thread or network that they read. @throws Refusal NOT_FOUND */
export async function watching(ctx: Context, subjectId: string): Promise<WatchLevel> {
  const me = signedIn(ctx.viewer);
  return levelOfWatched(ctx.db, me, await watchedOf(ctx, ctx.db, subjectId));
}

/** Who takes part in a thread follows it. */
async function levelOfWatched(sql: Sql, me: string, { type, id }: Watched): Promise<WatchLevel> {
  const row = await sql.row<{ level: WatchLevel | null; writes: boolean }>(
    `SELECT (SELECT w.level FROM watches w WHERE w.person_id = $1 AND w.subject_type = $2 AND w.subject_id = $3) AS level,
       $2 = 'Thread' AND EXISTS (SELECT 1 FROM posts p WHERE p.thread_id = $3 AND p.author_id = $1) AS writes`,
    [me, type, id],
  );
  return row?.level ?? (row?.writes ? 'FOLLOW' : 'NORMAL');
}

/** Chooses how closely to watch a thread or network. @throws Refusal NOT_FOUND @throws UserErrors INVALID_CHOICE */
export function watch(ctx: Context, input: WatchInput): Promise<Outcome<{ level: WatchLevel }>> {
  return mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const watched = await watchedOf(ctx, tx, input.subjectId);
    if (!LEVELS[watched.type].includes(input.level)) reject('INVALID_CHOICE', 'level');
    if (input.level === 'NORMAL')
      await tx.row('DELETE FROM watches WHERE person_id = $1 AND subject_type = $2 AND subject_id = $3', [me, watched.type, watched.id]);
    else
      await tx.row(
        `INSERT INTO watches (person_id, subject_type, subject_id, county_id, level, chosen_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (person_id, subject_type, subject_id) DO UPDATE SET level = EXCLUDED.level, chosen_at = EXCLUDED.chosen_at`,
        [me, watched.type, watched.id, watched.countyId, input.level, ctx.clock.now()],
      );
    return { level: await levelOfWatched(tx, me, watched) };
  });
}
