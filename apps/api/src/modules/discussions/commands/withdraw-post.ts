import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { reject } from '../../../platform/errors.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { recount } from '../counters.js';
import { postTarget } from '../discussions.policy.js';
import type { PostVersionInput } from '../discussions.inputs.js';
import { expectVersion, lockPost, readable } from '../locks.js';
import { threadsChanged } from '../live/changes.js';
import { postAnew, postIdOf } from '../posts.queries.js';
import type { PostType } from '../post.type.js';

/**
 * Takes one's own reply back: others see a gap, its author and the moderators what it said. An opening post stays, since replies hang on it.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT
 */
export async function withdrawPost(ctx: Context, input: PostVersionInput): Promise<Outcome<{ post: PostType | null }>> {
  const id = postIdOf(input.postId);
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const { thread, post } = readable(ctx, await lockPost(tx, id));
    authorize(ctx.viewer, 'post.editOwn', postTarget(thread, post), 'discussion.read');
    if (post.no === 1) reject('OPENING_POST');
    if (post.withdrawn) reject('POST_WITHDRAWN');
    if (post.visibility === 'REMOVED') reject('POST_REMOVED');
    if (thread.locked) reject('THREAD_LOCKED');
    expectVersion(post, input.expectedVersion);
    const now = ctx.clock.now();
    await tx.row('UPDATE posts SET withdrawn_at = $2, version = version + 1 WHERE id = $1', [id, now]);
    await recount(tx, thread);
    await threadsChanged(tx, [thread.id], [id]);
    await audit(tx, {
      actorId: me,
      act: 'withdrawPost',
      subjectType: 'Post',
      subjectId: id,
      countyId: thread.county_id,
      at: now,
      requestId: ctx.requestId,
    });
    return {};
  });
  return outcome.userErrors.length > 0 ? { userErrors: outcome.userErrors } : { userErrors: [], post: await postAnew(ctx, id) };
}
