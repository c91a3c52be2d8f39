import type { Act, Target } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { networkById, networkTarget } from '../../networks/index.js';
import { canReadThread, postTarget, threadTarget } from '../discussions.policy.js';
import { postRowById } from '../posts.queries.js';
import { threadRowById } from '../threads.queries.js';
import type { draftPlaceOf } from './drafts.queries.js';

/** The right that is asked for writing at a place. @throws Refusal NOT_FOUND where the viewer does not see it */
export async function writtenAt(
  ctx: Context,
  { place, id }: NonNullable<ReturnType<typeof draftPlaceOf>>,
): Promise<{ countyId: string; act: Act; target: Target }> {
  if (place === 'THREAD') {
    const network = await ctx.load(networkById, id);
    if (!network) throw new Refusal('NOT_FOUND');
    return { countyId: network.county_id, act: 'discussion.write', target: networkTarget(network) };
  }
  const post = place === 'EDIT' ? await ctx.load(postRowById, id) : null;
  const thread = await ctx.load(threadRowById, post?.thread_id ?? id);
  if (!thread || (place === 'EDIT' && !post) || !canReadThread(ctx.viewer, thread)) throw new Refusal('NOT_FOUND');
  return post
    ? { countyId: thread.county_id, act: 'post.editOwn', target: postTarget(thread, post) }
    : { countyId: thread.county_id, act: 'discussion.write', target: threadTarget(thread) };
}
