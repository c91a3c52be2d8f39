import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { threadsVisibleTo } from '../discussions.policy.js';
import { REACH, reachValues } from '../threads.queries.js';
import type { MovedThreadType } from './arranging.types.js';

/** Merges lead on through so many threads at most. */
const CHAIN = 20;

/**
 * Where what an address of a thread, or of a post in it, names is now; null where that is nowhere, or where the viewer may not read it.
 * @param post number of the post in the address
 */
export async function movedThread(ctx: Context, network: string, no: number, post: number | null): Promise<MovedThreadType | null> {
  signedIn(ctx.viewer);
  return ctx.db.row<MovedThreadType>(
    `WITH RECURSIVE named AS (
       SELECT x.thread_id FROM networks n
       JOIN (SELECT id AS thread_id, network_id, no FROM threads UNION ALL SELECT thread_id, network_id, no FROM thread_moves) x ON x.network_id = n.id
       WHERE n.slug = $8 AND x.no = $9
     ), chain AS (
       SELECT t.id, t.merged_into, 1 AS step FROM named JOIN threads t ON t.id = named.thread_id
       UNION ALL SELECT t.id, t.merged_into, step + 1 FROM chain JOIN threads t ON t.id = chain.merged_into WHERE step < ${CHAIN}
     ), post AS (
       SELECT p.thread_id, p.no FROM named JOIN post_moves m ON m.thread_id = named.thread_id AND m.no = $10 JOIN posts p ON p.id = m.post_id
       UNION ALL SELECT p.thread_id, p.no FROM named JOIN posts p ON p.thread_id = named.thread_id AND p.no = $10
     ), place AS (
       SELECT coalesce((SELECT thread_id FROM post LIMIT 1), (SELECT id FROM chain WHERE merged_into IS NULL)) AS id, (SELECT no FROM post LIMIT 1) AS post
     )
     SELECT n.slug AS network, t.no, t.slug, place.post FROM place JOIN threads t ON t.id = place.id JOIN networks n ON n.id = t.network_id
     JOIN territories c ON c.id = t.county_id WHERE ${threadsVisibleTo(REACH)}`,
    [...reachValues(ctx), network, no, post],
  );
}
