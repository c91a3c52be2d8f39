import type { Tx } from '../../platform/database/database.js';
import { recount } from './counters.js';
import { threadsChanged } from './live/changes.js';

/** Takes back every reply and poll of a person who goes for good; what else was said is taken away by whoever erases the person. */
export async function withdrawAllPosts(tx: Tx, personId: string, at: Date): Promise<void> {
  for (const table of ['poll_votes', 'polls'])
    await tx.row(`DELETE FROM ${table} WHERE post_id IN (SELECT id FROM posts WHERE author_id = $1)`, [personId]);
  await tx.row('UPDATE posts SET has_poll = false WHERE author_id = $1 AND has_poll', [personId]);
  const threads = await tx.rows<{ id: string; network_id: string }>(
    `SELECT t.id, t.network_id FROM threads t WHERE t.id IN (SELECT thread_id FROM posts WHERE author_id = $1 AND no > 1 AND withdrawn_at IS NULL)
     ORDER BY t.id FOR UPDATE`,
    [personId],
  );
  const posts = await tx.rows<{ id: string }>(
    'UPDATE posts SET withdrawn_at = $2, version = version + 1 WHERE author_id = $1 AND no > 1 AND withdrawn_at IS NULL RETURNING id',
    [personId, at],
  );
  for (const thread of threads) await recount(tx, thread);
  await threadsChanged(
    tx,
    threads.map(({ id }) => id),
    posts.map(({ id }) => id),
  );
}
