import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { canReadText, canReadThread } from '../discussions.policy.js';
import { postAnew, postIdOf, postRowById } from '../posts.queries.js';
import type { PostType } from '../post.type.js';
import { threadRowById } from '../threads.queries.js';
import type { SavePostInput } from './saved.types.js';

/**
 * Keeps a post at hand, or no more. Doing it twice does it once.
 * @throws Refusal NOT_FOUND where the viewer may not read the post
 */
export async function savePost(ctx: Context, input: SavePostInput): Promise<Outcome<{ post: PostType | null }>> {
  const me = signedIn(ctx.viewer);
  const id = postIdOf(input.postId);
  const post = await ctx.load(postRowById, id);
  const thread = post && (await ctx.load(threadRowById, post.thread_id));
  if (!post || !thread || !canReadThread(ctx.viewer, thread) || !canReadText(ctx.viewer, thread, post)) throw new Refusal('NOT_FOUND');
  const outcome = await mutate(ctx, async (tx) => {
    if (input.saved)
      await tx.row('INSERT INTO saved_posts (person_id, post_id, county_id, saved_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
        me,
        id,
        thread.county_id,
        ctx.clock.now(),
      ]);
    else await tx.row('DELETE FROM saved_posts WHERE person_id = $1 AND post_id = $2', [me, id]);
    return {};
  });
  return outcome.userErrors.length > 0 ? { userErrors: outcome.userErrors } : { userErrors: [], post: await postAnew(ctx, id) };
}
