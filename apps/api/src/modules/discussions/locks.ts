import type { Sql } from '../../platform/database/database.js';
import { Refusal } from '../../platform/errors.js';
import type { Context } from '../../platform/context.js';
import { canReadThread } from './discussions.policy.js';
import { postStatement, type PostRow } from './post.statement.js';
import { LOCKED_THREAD, threadStatement, type ThreadRow } from './thread.statement.js';

/** A thread's row, locked against other writers; null where there is none. Writers lock thread, then post, then network. */
export function lockThread(tx: Sql, id: string): Promise<ThreadRow | null> {
  return tx.row<ThreadRow>(threadStatement('NULL', 'true', { from: LOCKED_THREAD }), [id]);
}

/** A post's row and its thread's, both locked; null where there is none. */
export async function lockPost(tx: Sql, id: string): Promise<{ thread: ThreadRow; post: PostRow } | null> {
  const found = await tx.row<{ thread_id: string }>('SELECT thread_id FROM posts WHERE id = $1', [id]);
  const thread = found && (await lockThread(tx, found.thread_id));
  const post = thread && (await tx.row<PostRow>(postStatement('p.id = $1 FOR NO KEY UPDATE OF p'), [id]));
  return post ? { thread, post } : null;
}

/** Refuses whatever the viewer may not read, and what is not there. @throws Refusal NOT_FOUND */
export function readable<Row extends { thread: ThreadRow }>(ctx: Pick<Context, 'viewer'>, found: Row | null): Row {
  if (!found || !canReadThread(ctx.viewer, found.thread)) throw new Refusal('NOT_FOUND');
  return found;
}

/** @throws Refusal CONFLICT where the record changed since the viewer saw it */
export function expectVersion(row: { version: number }, expected: number): void {
  if (row.version !== expected) throw new Refusal('CONFLICT', { version: row.version });
}
