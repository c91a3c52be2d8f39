import { allows, explain, type Reason } from '@stoa/domain';
import type { Viewer } from '../../../platform/authorize.js';
import { postAbilities, postTarget, type PostFacts, type ThreadFacts } from '../discussions.policy.js';

/** What rights ask of a poll, beside its post and thread. */
export interface PollFacts {
  closed: boolean;
  /** How many people have voted. */
  voters: number;
}

/** What a viewer may do with a poll. */
export interface PollAbilities {
  vote: boolean;
  /** Why not: CLOSED, LOCKED, HIDDEN, or a reason of the rights table; null where voting is possible. */
  voteRefusal: Reason | 'CLOSED' | 'LOCKED' | 'HIDDEN' | null;
  edit: boolean;
  close: boolean;
}

/** What a viewer who reads the post may do with its poll. */
export function pollAbilities(viewer: Viewer, thread: ThreadFacts, post: PostFacts, poll: PollFacts): PollAbilities {
  const voteRefusal = refusalOf(viewer, thread, post, poll);
  return {
    vote: voteRefusal === null,
    voteRefusal,
    edit: !poll.closed && poll.voters === 0 && postAbilities(viewer, thread, post).edit,
    close: !poll.closed && canClosePoll(viewer, thread, post),
  };
}

/** Whether somebody may end a poll: its author, or who moderates the network. */
export function canClosePoll(viewer: Viewer, thread: ThreadFacts, post: PostFacts): boolean {
  const target = postTarget(thread, post);
  return allows(viewer, 'post.editOwn', target) || allows(viewer, 'moderation.decide', target);
}

function refusalOf(viewer: Viewer, thread: ThreadFacts, post: PostFacts, poll: PollFacts): PollAbilities['voteRefusal'] {
  if (thread.visibility !== 'VISIBLE' || post.visibility !== 'VISIBLE' || post.withdrawn) return 'HIDDEN';
  if (poll.closed) return 'CLOSED';
  if (thread.locked) return 'LOCKED';
  const { allowed, reason } = explain(viewer, 'discussion.write', postTarget(thread, post));
  return allowed ? null : reason;
}
