import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { announce } from '../../../platform/live/channel.js';
import { threadTarget } from '../discussions.policy.js';
import { threadFor, threadIdOf } from '../threads.queries.js';
import { THREAD_TOPIC } from './changes.js';
import type { SayWritingInput } from './thread-change.types.js';

/**
 * Tells those who read a thread now that the viewer is writing in it. It is kept nowhere: readers forget it by themselves, and so does
 * everybody else.
 * @throws Refusal NOT_FOUND, FORBIDDEN
 */
export async function sayWriting(ctx: Context, input: SayWritingInput): Promise<Outcome<object>> {
  const me = signedIn(ctx.viewer);
  const id = threadIdOf(input.threadId);
  const thread = id === null ? null : await threadFor(ctx, id);
  if (!thread) throw new Refusal('NOT_FOUND');
  authorize(ctx.viewer, 'discussion.write', threadTarget(thread.row), 'discussion.read');
  return mutate(ctx, async (tx) => {
    if (!thread.viewerCan.reply) reject(thread.locked ? 'THREAD_LOCKED' : 'THREAD_HIDDEN');
    await announce(tx, THREAD_TOPIC, thread.row.id, { writing: me });
    return {};
  });
}
