import type { Tx } from '../../../platform/database/database.js';
import { threadsChanged } from '../live/changes.js';

/**
 * Puts posts of a locked thread behind those of another locked one, in their order, and keeps which place each left. Without `ids` all go.
 */
export async function movePosts(
  tx: Tx,
  move: { from: string; to: string; countyId: string; decisionId: string; ids?: readonly string[] },
): Promise<void> {
  const moved = await tx.rows<{ id: string }>(
    `WITH moving AS (
       SELECT p.id, p.no, row_number() OVER (ORDER BY p.no) AS nth FROM posts p WHERE p.thread_id = $1 AND ($3::uuid[] IS NULL OR p.id = ANY($3))
     ), places AS (
       INSERT INTO post_moves (thread_id, no, post_id, decision_id, county_id) SELECT $1, no, id, $4, $5 FROM moving
     ), moved AS (
       UPDATE posts p SET thread_id = t.id, no = t.last_post_no + m.nth, version = p.version + 1 FROM moving m, threads t WHERE p.id = m.id AND t.id = $2
     ), numbered AS (
       UPDATE threads SET last_post_no = last_post_no + (SELECT count(*) FROM moving) WHERE id = $2
     )
     SELECT id FROM moving`,
    [move.from, move.to, move.ids ?? null, move.decisionId, move.countyId],
  );
  await tellReaders(tx, [move.from, move.to], moved);
}

/** Puts what a decision moved into a thread back where it was, as far as it is still there; the places that it leaves lead on as well. */
export async function returnPosts(tx: Tx, back: { decisionId: string; from: string; countyId: string; reversalId: string }): Promise<void> {
  const returned = await tx.rows<{ id: string; thread_id: string }>(
    `WITH going AS (
       SELECT m.thread_id, m.no, p.id, p.no AS left_no FROM post_moves m JOIN posts p ON p.id = m.post_id WHERE m.decision_id = $1 AND p.thread_id = $2
     ), home AS (
       DELETE FROM post_moves m USING going r WHERE m.thread_id = r.thread_id AND m.no = r.no
     ), places AS (
       INSERT INTO post_moves (thread_id, no, post_id, decision_id, county_id) SELECT $2, left_no, id, $3, $4 FROM going
     )
     UPDATE posts p SET thread_id = r.thread_id, no = r.no, version = p.version + 1 FROM going r WHERE p.id = r.id
     RETURNING p.id, p.thread_id`,
    [back.decisionId, back.from, back.reversalId, back.countyId],
  );
  await tellReaders(tx, [back.from, ...returned.map(({ thread_id }) => thread_id)], returned);
}

/** Where posts went they are new, whatever change was their last where they came from. */
async function tellReaders(tx: Tx, threadIds: readonly string[], posts: readonly { id: string }[]): Promise<void> {
  await threadsChanged(
    tx,
    [...new Set(threadIds)],
    posts.map(({ id }) => id),
  );
}
