import { POST_DECISIONS, THREAD_DECISIONS, UNDECIDED } from '@stoa/domain';
import { statusesFrom, type SubjectAdapter, type SubjectNotice } from '../moderation/index.js';
import { takeBackArrangement } from './arranging/take-back.js';
import { recount } from './counters.js';
import { postTarget, threadTarget } from './discussions.policy.js';
import { threadsChanged } from './live/changes.js';
import { lockPost, lockThread } from './locks.js';

/** A row of a statement of notices. */
const NOTICE = (author: string, path: string) =>
  `t.title, ${author} AS "authorId", '/networks/' || n.slug || '/discussions/' || t.no || '-' || t.slug ${path} AS path`;

/** A hidden thread is read by its author and by those who moderate; the author alone never decides on it. */
const readAct = (thread: { visibility: string }) => (thread.visibility === 'VISIBLE' ? 'discussion.read' : 'moderation.readLog');

/** Threads as moderation knows them. */
export const threadSubject: SubjectAdapter = {
  type: 'Thread',
  kinds: THREAD_DECISIONS,
  async lock(tx, id) {
    const thread = await lockThread(tx, id);
    return (
      thread && {
        id,
        countyId: thread.county_id,
        scopeId: thread.network_id,
        target: threadTarget(thread),
        readAct: readAct(thread),
        authorId: thread.author_id,
        status: {
          ...UNDECIDED,
          visibility: thread.visibility,
          locked: thread.locked,
          lockedUntil: thread.locked_until,
          pinned: thread.pinned,
          pinnedUntil: thread.pinned_until,
          slowSeconds: thread.slow_seconds,
          merged: thread.merged_into !== null,
        },
      }
    );
  },
  async saveStatus(tx, subject, status) {
    await tx.row(
      `UPDATE threads SET visibility = $2, locked = $3, locked_until = $4, pinned = $5, pinned_until = $6, slow_seconds = $7,
         merged_into = CASE WHEN $8 THEN merged_into END, version = version + 1 WHERE id = $1`,
      [
        subject.id,
        status.visibility,
        status.locked,
        status.lockedUntil,
        status.pinned,
        status.pinnedUntil,
        status.slowSeconds,
        status.merged,
      ],
    );
    if (status.visibility !== subject.status.visibility) await recount(tx, { id: subject.id, network_id: subject.scopeId });
    await threadsChanged(tx, [subject.id]);
  },
  cachedStatus: (sql, ids) =>
    statusesFrom(
      sql,
      `SELECT id, visibility, locked, locked_until AS "lockedUntil", pinned, pinned_until AS "pinnedUntil", slow_seconds AS "slowSeconds",
         merged_into IS NOT NULL AS merged FROM threads WHERE id = ANY($1)`,
      ids,
    ),
  takeBack: takeBackArrangement,
  movedBy: (sql, decisionId) =>
    sql.rows<SubjectNotice>(
      `SELECT DISTINCT ON (p.author_id) p.id, ${NOTICE('p.author_id', "|| '#p' || p.no")} FROM post_moves m JOIN posts p ON p.id = m.post_id
       JOIN threads t ON t.id = p.thread_id JOIN networks n ON n.id = t.network_id WHERE m.decision_id = $1 ORDER BY p.author_id, p.no`,
      [decisionId],
    ),
  notices: (sql, ids) =>
    sql.rows<SubjectNotice>(
      `SELECT t.id, ${NOTICE('t.author_id', '')} FROM threads t JOIN networks n ON n.id = t.network_id WHERE t.id = ANY($1)`,
      [ids],
    ),
};

/** Posts as moderation knows them. */
export const postSubject: SubjectAdapter = {
  type: 'Post',
  kinds: POST_DECISIONS,
  async lock(tx, id) {
    const found = await lockPost(tx, id);
    if (!found) return null;
    const { thread, post } = found;
    return {
      id,
      countyId: thread.county_id,
      scopeId: thread.network_id,
      target: postTarget(thread, post),
      readAct: readAct(thread),
      authorId: post.author_id,
      status: { ...UNDECIDED, visibility: post.visibility },
    };
  },
  async saveStatus(tx, subject, status) {
    const row = await tx.row<{ thread_id: string }>(
      'UPDATE posts SET visibility = $2, version = version + 1 WHERE id = $1 RETURNING thread_id',
      [subject.id, status.visibility],
    );
    if (!row) return;
    if (status.visibility !== subject.status.visibility) await recount(tx, { id: row.thread_id, network_id: subject.scopeId });
    await threadsChanged(tx, [row.thread_id], [subject.id]);
  },
  cachedStatus: (sql, ids) => statusesFrom(sql, 'SELECT id, visibility FROM posts WHERE id = ANY($1)', ids),
  notices: (sql, ids) =>
    sql.rows<SubjectNotice>(
      `SELECT p.id, ${NOTICE('p.author_id', "|| '#p' || p.no")} FROM posts p JOIN threads t ON t.id = p.thread_id JOIN networks n ON n.id = t.network_id
       WHERE p.id = ANY($1)`,
      [ids],
    ),
};
