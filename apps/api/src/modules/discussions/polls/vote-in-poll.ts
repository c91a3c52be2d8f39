import { choiceRefusal } from '@stoa/domain';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal, reject } from '../../../platform/errors.js';
import type { Outcome } from '../../../platform/graphql/mutate.js';
import { postTarget } from '../discussions.policy.js';
import { changePoll } from './change-poll.js';
import type { VoteInPollInput } from './poll.inputs.js';
import type { PollType } from './poll.types.js';
import { choiceOf } from './polls.queries.js';

const VOTE = `
  INSERT INTO poll_votes (post_id, person_id, option_no, county_id, voted_at)
  SELECT $1, $2, no, $4, $5 FROM unnest($3::int[]) AS k(no)`;

/**
 * Makes what is chosen the viewer's whole vote; nothing chosen takes it back. Sent twice, or from two browsers, it is one vote: the last.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT where what is asked changed since the viewer saw it
 */
export function voteInPoll(ctx: Context, input: VoteInPollInput): Promise<Outcome<{ poll: PollType | null }>> {
  return changePoll(ctx, input.postId, async (tx, { thread, post, poll }, at) => {
    const me = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'discussion.write', postTarget(thread, post), 'discussion.read');
    if (!poll) throw new Refusal('NOT_FOUND');
    if (thread.visibility !== 'VISIBLE') reject('THREAD_HIDDEN');
    if (post.visibility !== 'VISIBLE' || post.withdrawn) reject('NOT_VISIBLE');
    if (poll.ended_at !== null) reject('POLL_CLOSED');
    if (thread.locked) reject('THREAD_LOCKED');
    if (poll.version !== input.expectedVersion) throw new Refusal('CONFLICT', { version: poll.version });
    const refusal = choiceRefusal({ multiple: poll.multiple, options: poll.options.length }, input.options);
    if (refusal) reject(refusal, 'options');
    const choice = [...new Set(input.options)].sort((one, other) => one - other);
    const before = await choiceOf(tx, post.id, me);
    if (before.join() === choice.join()) return null;
    await tx.row('DELETE FROM poll_votes WHERE post_id = $1 AND person_id = $2', [post.id, me]);
    await tx.row(VOTE, [post.id, me, choice, thread.county_id, at]);
    // The log of acts would name who votes, and when.
    return { act: null, searched: false };
  });
}
