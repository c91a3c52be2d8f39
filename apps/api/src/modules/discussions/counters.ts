import type { Sql } from '../../platform/database/database.js';
import type { Services } from '../../platform/services.js';

const OPEN_POSTS = "visibility = 'VISIBLE' AND withdrawn_at IS NULL";

/** What a thread's counters should say, from its posts. */
const OF_THREAD = `
  SELECT count(*)::int AS posts, coalesce(max(p.created_at), t.created_at) AS last_at, min(p.created_at) FILTER (WHERE p.author_id <> t.author_id) AS first_reply
  FROM posts p WHERE p.thread_id = t.id AND p.${OPEN_POSTS.replace(' AND ', ' AND p.')}`;

/** What a network's counters should say, from its threads. */
const OF_NETWORK = `
  SELECT count(*)::int AS threads, coalesce(sum(t.posts_count), 0)::int AS posts, max(t.last_post_at) AS last_at
  FROM threads t WHERE t.network_id = n.id AND t.visibility = 'VISIBLE' AND t.merged_into IS NULL`;

/** What posts with reactions should say of them. */
const OF_POSTS = `
  SELECT r.post_id, count(*) FILTER (WHERE r.kind = 'THANKS')::int AS thanks, count(*) FILTER (WHERE r.kind = 'AGREE')::int AS agree,
    count(*) FILTER (WHERE r.kind = 'IDEA')::int AS idea FROM post_reactions r GROUP BY r.post_id`;

/** What posts with files should say of them. */
const OF_FILES = 'SELECT a.post_id, count(*)::int AS files FROM post_attachments a GROUP BY a.post_id';

/** Counts a thread and its network anew after something was hidden, shown or withdrawn; the thread is locked. */
export function recount(tx: Sql, thread: { id: string; network_id: string }): Promise<void> {
  return recountThreads(tx, { ids: [thread.id], networkId: thread.network_id });
}

/**
 * Counts threads of a network, which are locked, and the network anew. Locking the network in a statement of its own lets the count see
 * what others wrote until then.
 */
export async function recountThreads(tx: Sql, { ids, networkId }: { ids: readonly string[]; networkId: string }): Promise<void> {
  await tx.row(
    `UPDATE threads u SET posts_count = s.posts, last_post_at = s.last_at, first_reply_at = s.first_reply
     FROM threads t CROSS JOIN LATERAL (${OF_THREAD}) s WHERE t.id = ANY($1) AND u.id = t.id`,
    [ids],
  );
  await tx.row('SELECT 1 FROM networks WHERE id = $1 FOR NO KEY UPDATE', [networkId]);
  await tx.row(
    `UPDATE networks u SET threads_count = s.threads, posts_count = s.posts, last_activity_at = coalesce(s.last_at, n.created_at)
     FROM networks n CROSS JOIN LATERAL (${OF_NETWORK}) s WHERE u.id = $1 AND n.id = u.id`,
    [networkId],
  );
}

/**
 * Proves the kept counters and says which are wrong; nobody sets them right silently.
 * @returns names such as `Thread 0190…`
 */
export async function verifyCounters(services: Services): Promise<string[]> {
  const rows = await services.db.rows<{ wrong: string }>(
    `SELECT 'Thread ' || t.id AS wrong FROM threads t CROSS JOIN LATERAL (${OF_THREAD}) s
     WHERE (t.posts_count, t.last_post_at, t.first_reply_at) IS DISTINCT FROM (s.posts, s.last_at, s.first_reply)
     UNION ALL
     SELECT 'Network ' || n.id FROM networks n CROSS JOIN LATERAL (${OF_NETWORK}) s WHERE (n.threads_count, n.posts_count) IS DISTINCT FROM (s.threads, s.posts)
     UNION ALL
     SELECT 'Post ' || p.id FROM posts p LEFT JOIN (${OF_POSTS}) s ON s.post_id = p.id
     WHERE (p.thanks_count, p.agree_count, p.idea_count) IS DISTINCT FROM (coalesce(s.thanks, 0), coalesce(s.agree, 0), coalesce(s.idea, 0))
     UNION ALL
     SELECT 'Post ' || p.id FROM posts p LEFT JOIN (${OF_FILES}) s ON s.post_id = p.id WHERE p.attachments_count <> coalesce(s.files, 0)`,
  );
  const wrong = rows.map((row) => row.wrong);
  if (wrong.length > 0)
    services.log.error({ records: wrong.slice(0, 100), count: wrong.length }, 'kept counters differ from what they count');
  return wrong;
}
