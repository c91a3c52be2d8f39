import type { Sql } from '../../../platform/database/database.js';
import { announcing } from '../../../platform/live/channel.js';

/** The topic of what happens in a thread. */
export const THREAD_TOPIC = 'thread';

/** The topic of what happens in the discussions of a network. */
export const DISCUSSIONS_TOPIC = 'discussions';

/** SQL that announces a change of a thread, from a row `thread` with its `id` and `network_id`, to those who read it and those who see the list. */
export const ANNOUNCING = `${announcing(THREAD_TOPIC, 'thread.id')}, ${announcing(DISCUSSIONS_TOPIC, 'thread.network_id', { thread: 'thread.id' })}`;

/** Each changed post has a number of its own, the later in the thread the higher. */
const CHANGED = `
  WITH changed AS (
    SELECT id, thread_id, row_number() OVER (PARTITION BY thread_id ORDER BY no)::int AS place FROM posts WHERE id = ANY($2::uuid[])
  ), thread AS (
    UPDATE threads t SET change_no = t.change_no + greatest(1, c.count)
    FROM (SELECT k.id, (SELECT count(*)::int FROM changed WHERE thread_id = k.id) AS count FROM unnest($1::uuid[]) AS k(id)) c
    WHERE t.id = c.id RETURNING t.id, t.network_id, t.change_no, c.count
  ), post AS (
    UPDATE posts p SET change_no = t.change_no - t.count + c.place FROM changed c JOIN thread t ON t.id = c.thread_id WHERE p.id = c.id
  )
  SELECT ${ANNOUNCING} FROM thread`;

/**
 * Numbers a change of threads, and of posts in them, and announces it to those who read them now. Whoever calls it has locked the threads,
 * so numbers are given in the order in which they become visible.
 */
export async function threadsChanged(tx: Sql, threadIds: readonly string[], postIds: readonly string[] = []): Promise<void> {
  await tx.rows(CHANGED, [threadIds, postIds]);
}
