import { POST_DECISIONS, THREAD_DECISIONS, type ModerationStatus } from '@stoa/domain';
import type { Sql } from '../../platform/database/database.js';
import type { SubjectAdapter } from '../moderation/index.js';
import { recount } from './counters.js';
import { postTarget, threadTarget } from './discussions.policy.js';
import { lockPost, lockThread } from './locks.js';

interface NoticeRow {
  author_id: string;
  title: string;
  path: string;
}

async function noticeFrom(sql: Sql, text: string, id: string): Promise<{ authorId: string; title: string; path: string } | null> {
  const row = await sql.row<NoticeRow>(text, [id]);
  return row && { authorId: row.author_id, title: row.title, path: row.path };
}

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
        status: { visibility: thread.visibility, locked: thread.locked, pinned: thread.pinned },
      }
    );
  },
  async saveStatus(tx, subject, status) {
    await tx.row('UPDATE threads SET visibility = $2, locked = $3, pinned = $4, version = version + 1 WHERE id = $1', [
      subject.id,
      status.visibility,
      status.locked,
      status.pinned,
    ]);
    if (status.visibility !== subject.status.visibility) await recount(tx, { id: subject.id, network_id: subject.scopeId });
  },
  cachedStatus: (sql, ids) =>
    sql.rows<{ id: string } & ModerationStatus>('SELECT id, visibility, locked, pinned FROM threads WHERE id = ANY($1)', [ids]),
  notice: (sql, id) =>
    noticeFrom(
      sql,
      `SELECT t.author_id, t.title, '/networks/' || n.slug || '/discussions/' || t.no || '-' || t.slug AS path
       FROM threads t JOIN networks n ON n.id = t.network_id WHERE t.id = $1`,
      id,
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
      status: { visibility: post.visibility, locked: false, pinned: false },
    };
  },
  async saveStatus(tx, subject, status) {
    const row = await tx.row<{ thread_id: string }>(
      'UPDATE posts SET visibility = $2, version = version + 1 WHERE id = $1 RETURNING thread_id',
      [subject.id, status.visibility],
    );
    if (row && status.visibility !== subject.status.visibility) await recount(tx, { id: row.thread_id, network_id: subject.scopeId });
  },
  cachedStatus: (sql, ids) =>
    sql.rows<{ id: string } & ModerationStatus>('SELECT id, visibility, false AS locked, false AS pinned FROM posts WHERE id = ANY($1)', [
      ids,
    ]),
  notice: (sql, id) =>
    noticeFrom(
      sql,
      `SELECT p.author_id, t.title, '/networks/' || n.slug || '/discussions/' || t.no || '-' || t.slug || '#p' || p.no AS path
       FROM posts p JOIN threads t ON t.id = p.thread_id JOIN networks n ON n.id = t.network_id WHERE p.id = $1`,
      id,
    ),
};
