import type { DecisionKind, ModerationStatus } from '../moderation/decisions.js';

/** What a thread is: a question can have an accepted answer. */
export const THREAD_KINDS = ['QUESTION', 'DISCUSSION'] as const;
export type ThreadKind = (typeof THREAD_KINDS)[number];

/** States of a thread, the one that matters most to a reader. */
export const THREAD_STATES = ['OPEN', 'LOCKED', 'HIDDEN'] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

/** What moderators decide on a thread. A thread has no REMOVE: its posts are removed one by one. */
export const THREAD_DECISIONS: readonly DecisionKind[] = ['HIDE', 'UNHIDE', 'LOCK', 'UNLOCK', 'PIN', 'UNPIN', 'SLOW', 'UNSLOW', 'REVERSE'];

/** What changes where a thread and its posts stand; each is a command of its own, and taken back like other decisions. */
export const THREAD_ARRANGEMENTS: readonly DecisionKind[] = ['MOVE', 'SPLIT', 'MERGE'];

/** How long members can be asked to wait between two posts: half a minute to a week. */
export const SLOW_SECONDS = { min: 30, max: 604_800 } as const;

/** What moderators decide on a post. */
export const POST_DECISIONS: readonly DecisionKind[] = ['HOLD', 'KEEP', 'HIDE', 'UNHIDE', 'REMOVE', 'REVERSE', 'WARN'];

/** The state of a thread by its moderation status. */
export function threadState(status: Pick<ModerationStatus, 'visibility' | 'locked'>): ThreadState {
  if (status.visibility !== 'VISIBLE') return 'HIDDEN';
  return status.locked ? 'LOCKED' : 'OPEN';
}
