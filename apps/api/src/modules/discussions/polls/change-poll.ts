import { pollRule } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { canReadText, postTarget } from '../discussions.policy.js';
import { threadsChanged } from '../live/changes.js';
import { lockPost, readable } from '../locks.js';
import type { PostRow } from '../post.statement.js';
import { postIdOf } from '../posts.queries.js';
import type { ThreadRow } from '../thread.statement.js';
import type { PollVersionInput, SavePollInput } from './poll.inputs.js';
import { canClosePoll } from './poll.policy.js';
import type { PollType } from './poll.types.js';
import { pollFor, pollRows, type PollRow } from './polls.queries.js';
import { writePoll } from './write-poll.js';

const fields = z.object({ poll: pollRule });

/** A post with its thread and its poll, all locked: whoever votes, changes or ends a poll locks the thread first. */
export interface LockedPoll {
  thread: ThreadRow;
  post: PostRow;
  poll: PollRow | null;
}

/** What a command did, for the audit log, and whether it changed what the post is found by; null where it changed nothing. */
type Change = (tx: Tx, locked: LockedPoll, at: Date) => Promise<{ act: string | null; searched: boolean } | null>;

/** Locks a poll's post, lets a command change the poll, and tells those who read the thread. What changes nothing tells nobody. */
export async function changePoll(ctx: Context, globalId: string, change: Change): Promise<Outcome<{ poll: PollType | null }>> {
  const id = postIdOf(globalId);
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const at = ctx.clock.now();
    const { thread, post } = readable(ctx, await lockPost(tx, id));
    if (!canReadText(ctx.viewer, thread, post)) throw new Refusal('NOT_FOUND');
    const [poll] = await pollRows(tx, [id], at);
    const done = await change(tx, { thread, post, poll: poll ?? null }, at);
    if (!done) return {};
    await threadsChanged(tx, [thread.id], [id]);
    if (done.searched) await publish(tx, 'PostWritten', {});
    if (done.act !== null)
      await audit(tx, {
        actorId: me,
        act: done.act,
        subjectType: 'Post',
        subjectId: id,
        countyId: thread.county_id,
        at,
        requestId: ctx.requestId,
      });
    return {};
  });
  return outcome.userErrors.length > 0 ? { userErrors: outcome.userErrors } : { userErrors: [], poll: await pollFor(ctx, id) };
}

/**
 * Gives the opening post of one's own thread a poll, or changes it while nobody has voted.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT where it changed since the viewer saw it
 */
export function savePoll(ctx: Context, input: SavePollInput): Promise<Outcome<{ poll: PollType | null }>> {
  return changePoll(ctx, input.postId, async (tx, locked) => {
    const { thread, post, poll } = locked;
    authorize(ctx.viewer, 'post.editOwn', postTarget(thread, post), 'discussion.read');
    const values = checked(fields, { poll: input.poll }).poll;
    refuseEdit(locked, input.expectedVersion ?? null);
    if (!poll && post.no > 1) reject('POLL_NOT_OPENING');
    await writePoll(ctx, tx, { id: post.id, countyId: thread.county_id }, values);
    return { act: 'savePoll', searched: true };
  });
}

/**
 * Takes one's own poll away while nobody has voted.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT where it changed since the viewer saw it
 */
export function removePoll(ctx: Context, input: PollVersionInput): Promise<Outcome<{ poll: PollType | null }>> {
  return changePoll(ctx, input.postId, async (tx, locked) => {
    const { thread, post } = locked;
    authorize(ctx.viewer, 'post.editOwn', postTarget(thread, post), 'discussion.read');
    if (!locked.poll) throw new Refusal('NOT_FOUND');
    refuseEdit(locked, input.expectedVersion);
    await tx.row('DELETE FROM polls WHERE post_id = $1', [post.id]);
    await tx.row('UPDATE posts SET has_poll = false WHERE id = $1', [post.id]);
    return { act: 'removePoll', searched: true };
  });
}

/**
 * Ends a poll for good: its author, or whoever moderates the network. Ending it twice ends it once.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT where it changed since the viewer saw it
 */
export function closePoll(ctx: Context, input: PollVersionInput): Promise<Outcome<{ poll: PollType | null }>> {
  return changePoll(ctx, input.postId, async (tx, { thread, post, poll }, at) => {
    if (!canClosePoll(ctx.viewer, thread, post)) authorize(ctx.viewer, 'moderation.decide', postTarget(thread, post), 'discussion.read');
    if (!poll) throw new Refusal('NOT_FOUND');
    if (poll.ended_at !== null) return null;
    if (poll.version !== input.expectedVersion) throw new Refusal('CONFLICT', { version: poll.version });
    await tx.row('UPDATE polls SET closed_at = $2, version = version + 1 WHERE post_id = $1', [post.id, at]);
    return { act: 'closePoll', searched: false };
  });
}

/** @throws Refusal CONFLICT, or UserErrors that say why a poll cannot be given or changed */
function refuseEdit({ thread, post, poll }: LockedPoll, expected: number | null): void {
  if (post.withdrawn) reject('POST_WITHDRAWN');
  if (thread.locked) reject('THREAD_LOCKED');
  if ((poll?.version ?? null) !== expected) throw new Refusal('CONFLICT');
  if (!poll) return;
  if (poll.ended_at !== null) reject('POLL_CLOSED');
  if (poll.voters > 0) reject('POLL_VOTED');
}
