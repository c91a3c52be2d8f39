import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { threadTarget } from '../discussions.policy.js';
import type { AcceptAnswerInput } from '../discussions.inputs.js';
import { expectVersion, lockThread, readable } from '../locks.js';
import { threadsChanged } from '../live/changes.js';
import { postIdOf } from '../posts.queries.js';
import type { ThreadType } from '../thread.type.js';
import { threadAnew, threadIdOf } from '../threads.queries.js';

/**
 * Marks the answer of a question, in place of an earlier one, or with no post takes the mark away.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT
 */
export async function acceptAnswer(ctx: Context, input: AcceptAnswerInput): Promise<Outcome<{ thread: ThreadType | null }>> {
  const id = threadIdOf(input.threadId);
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const row = id === null ? null : await lockThread(tx, id);
    const { thread } = readable(ctx, row && { thread: row });
    authorize(ctx.viewer, 'answer.accept', threadTarget(thread), 'discussion.read');
    if (thread.kind !== 'QUESTION') reject('NOT_A_QUESTION');
    if (thread.visibility !== 'VISIBLE') reject('THREAD_HIDDEN');
    expectVersion(thread, input.expectedVersion);
    const postId = input.postId == null ? null : await acceptable(tx, thread.id, postIdOf(input.postId));
    const now = ctx.clock.now();
    await tx.row('UPDATE threads SET accepted_post_id = $2, accepted_at = $3, version = version + 1 WHERE id = $1', [
      thread.id,
      postId,
      postId && now,
    ]);
    await threadsChanged(tx, [thread.id]);
    await audit(tx, {
      actorId: me,
      act: 'acceptAnswer',
      subjectType: 'Thread',
      subjectId: thread.id,
      countyId: thread.county_id,
      at: now,
      requestId: ctx.requestId,
      detail: { postId },
    });
    if (postId) await publish(tx, 'AnswerAccepted', { postId, by: me });
    return { id: thread.id };
  });
  return outcome.id === undefined ? { userErrors: outcome.userErrors } : { userErrors: [], thread: await threadAnew(ctx, outcome.id) };
}

/** A visible reply of the thread. */
async function acceptable(tx: Tx, threadId: string, postId: string): Promise<string> {
  const post = await tx.row<{ no: number; open: boolean }>(
    "SELECT no, visibility = 'VISIBLE' AND withdrawn_at IS NULL AS open FROM posts WHERE id = $1 AND thread_id = $2",
    [postId, threadId],
  );
  if (!post) throw new Refusal('NOT_FOUND');
  if (post.no === 1) reject('OPENING_POST', 'postId');
  if (!post.open) reject('NOT_VISIBLE', 'postId');
  return postId;
}
