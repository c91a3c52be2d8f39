import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { once } from '../../../platform/database/idempotency.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { flagSubject } from '../../moderation/index.js';
import type { ReportPostInput } from '../discussions.inputs.js';
import { lockPost, readable } from '../locks.js';
import { postAnew, postIdOf } from '../posts.queries.js';
import type { PostType } from '../post.type.js';

/**
 * Reports a post to the moderators of its network.
 * @throws Refusal NOT_FOUND, FORBIDDEN, IDEMPOTENCY_MISMATCH
 */
export async function reportPost(ctx: Context, input: ReportPostInput): Promise<Outcome<{ post: PostType | null }>> {
  const id = postIdOf(input.postId);
  const outcome = await mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    readable(ctx, await lockPost(tx, id));
    return once(tx, { actorId, key: input.clientMutationId, operation: 'reportPost', input, now: ctx.clock.now() }, () =>
      flagSubject(ctx, tx, { type: 'Post', id, reason: input.reason, note: input.note }),
    );
  });
  return outcome.userErrors.length > 0 ? { userErrors: outcome.userErrors } : { userErrors: [], post: await postAnew(ctx, id) };
}
