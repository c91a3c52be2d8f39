import type { DecisionKind } from './decisions.js';

/** Why somebody reports a post. OTHER asks for words. */
export const FLAG_REASONS = ['OFF_TOPIC', 'SPAM', 'OFFENSIVE', 'PERSONAL_DATA', 'COPYRIGHT', 'ILLEGAL', 'OTHER'] as const;
export type FlagReason = (typeof FLAG_REASONS)[number];

/** States of what was flagged. */
export const FLAG_STATES = ['PENDING', 'KEPT', 'HIDDEN', 'REMOVED'] as const;
export type FlagState = (typeof FLAG_STATES)[number];

/** What a decision on a subject makes of its pending flags; other decisions leave them pending. */
export function flagStateAfter(kind: DecisionKind): FlagState {
  if (kind === 'KEEP') return 'KEPT';
  if (kind === 'HIDE') return 'HIDDEN';
  return kind === 'REMOVE' ? 'REMOVED' : 'PENDING';
}
