import type { Reaction } from '@stoa/domain';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { canReadText, canReadThread, postTarget } from '../discussions.policy.js';
import { postAnew, postIdOf, postRowById } from '../posts.queries.js';
import type { PostType } from '../post.type.js';
import { threadRowById } from '../threads.queries.js';
import type { ReactInput } from './reaction.types.js';

const COUNTS: Readonly<Record<Reaction, string>> = { THANKS: 'thanks_count', AGREE: 'agree_count', IDEA: 'idea_count' };

/** The row and its count in one statement: whoever comes second waits at the row, finds it there and counts nothing. */
const ADD = (count: string) => `
  WITH said AS (
    INSERT INTO post_reactions (post_id, person_id, kind, county_id, reacted_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1
  )
  UPDATE posts SET ${count} = ${count} + 1 WHERE id = $1 AND EXISTS (SELECT 1 FROM said)`;
const TAKE_BACK = (count: string) => `
  WITH gone AS (DELETE FROM post_reactions WHERE post_id = $1 AND person_id = $2 AND kind = $3 RETURNING 1)
  UPDATE posts SET ${count} = ${count} - 1 WHERE id = $1 AND EXISTS (SELECT 1 FROM gone)`;

/**
 * Says something of somebody else's post with one press, or takes it back. Saying it twice says it once.
 * @throws Refusal NOT_FOUND, FORBIDDEN
 */
export async function react(ctx: Context, input: ReactInput): Promise<Outcome<{ post: PostType | null }>> {
  const me = signedIn(ctx.viewer);
  const id = postIdOf(input.postId);
  const post = await ctx.load(postRowById, id);
  const thread = post && (await ctx.load(threadRowById, post.thread_id));
  if (!post || !thread || !canReadThread(ctx.viewer, thread)) throw new Refusal('NOT_FOUND');
  authorize(ctx.viewer, 'discussion.write', postTarget(thread, post), 'discussion.read');
  const count = COUNTS[input.kind];
  const outcome = await mutate(ctx, async (tx) => {
    if (!input.on) {
      await tx.row(TAKE_BACK(count), [id, me, input.kind]);
      return {};
    }
    if (post.author_id === me) reject('OWN_POST');
    if (post.visibility !== 'VISIBLE' || post.withdrawn || !canReadText(ctx.viewer, thread, post)) reject('NOT_VISIBLE');
    await tx.row(ADD(count), [id, me, input.kind, thread.county_id, ctx.clock.now()]);
    return {};
  });
  return outcome.userErrors.length > 0 ? { userErrors: outcome.userErrors } : { userErrors: [], post: await postAnew(ctx, id) };
}
