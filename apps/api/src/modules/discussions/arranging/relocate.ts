import type { Tx } from '../../../platform/database/database.js';
import { recount } from '../counters.js';
import { nextNo } from '../thread-no.js';

/** Tables that say in which county a post of a thread, or the thread itself, stands; a test compares them with the schema. */
export const OF_POSTS = ['post_revisions', 'post_attachments', 'post_mentions', 'post_reactions', 'polls', 'poll_votes', 'saved_posts'];
export const OF_THREAD = ['thread_reads', 'thread_summaries', 'post_moves'];

/**
 * Takes a locked thread with all that belongs to it to another network. Both networks are locked.
 * @param to.no its number there; where it is null, the next one
 */
export async function relocate(
  tx: Tx,
  thread: { id: string; network_id: string; county_id: string; no: number },
  to: { networkId: string; countyId: string; no: number | null; categoryId: string | null },
  decisionId: string,
): Promise<void> {
  await tx.row(
    `UPDATE threads SET network_id = $2, county_id = $3, no = coalesce($4::int, ${nextNo('$2')}), category_id = $5 WHERE id = $1`,
    [thread.id, to.networkId, to.countyId, to.no, to.categoryId],
  );
  await tx.row('UPDATE posts SET network_id = $2, county_id = $3 WHERE thread_id = $1', [thread.id, to.networkId, to.countyId]);
  for (const table of OF_THREAD) await tx.row(`UPDATE ${table} SET county_id = $2 WHERE thread_id = $1`, [thread.id, to.countyId]);
  for (const table of OF_POSTS)
    await tx.row(`UPDATE ${table} x SET county_id = $2 FROM posts p WHERE p.id = x.post_id AND p.thread_id = $1`, [thread.id, to.countyId]);
  await tx.row("UPDATE drafts SET county_id = $2 WHERE place = 'REPLY' AND place_id = $1", [thread.id, to.countyId]);
  await tx.row('INSERT INTO thread_moves (network_id, no, thread_id, decision_id, county_id) VALUES ($1, $2, $3, $4, $5)', [
    thread.network_id,
    thread.no,
    thread.id,
    decisionId,
    thread.county_id,
  ]);
  for (const network_id of [thread.network_id, to.networkId]) await recount(tx, { id: thread.id, network_id });
}

/** Locks networks against other writers, always in the same order. */
export async function lockNetworks(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.rows('SELECT 1 FROM networks WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', [ids]);
}
