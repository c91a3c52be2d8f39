/** What a moderator can decide. HOLD is also decided by the program, for what awaits review. */
export const DECISION_KINDS = ['HOLD', 'KEEP', 'HIDE', 'UNHIDE', 'REMOVE', 'LOCK', 'UNLOCK', 'PIN', 'UNPIN', 'REVERSE'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** Who can see the subject: HELD awaits review, HIDDEN leaves a trace with the reason, REMOVED is gone for all but the log. */
export const VISIBILITIES = ['VISIBLE', 'HELD', 'HIDDEN', 'REMOVED'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** One row of the append-only log of a subject. */
export interface Decision {
  id: string;
  kind: DecisionKind;
  /** Of a REVERSE: the decision of the same subject whose effect it takes back. */
  reverses: string | null;
}

export interface ModerationStatus {
  visibility: Visibility;
  locked: boolean;
  pinned: boolean;
}

/** The status of a subject of which nothing was decided. */
export const UNDECIDED: ModerationStatus = { visibility: 'VISIBLE', locked: false, pinned: false };

const EFFECTS: Readonly<Record<DecisionKind, Partial<ModerationStatus>>> = {
  HOLD: { visibility: 'HELD' },
  KEEP: { visibility: 'VISIBLE' },
  HIDE: { visibility: 'HIDDEN' },
  UNHIDE: { visibility: 'VISIBLE' },
  REMOVE: { visibility: 'REMOVED' },
  LOCK: { locked: true },
  UNLOCK: { locked: false },
  PIN: { pinned: true },
  UNPIN: { pinned: false },
  REVERSE: {},
};

/** The ids of decisions that were reversed. */
function reversedIds(decisions: readonly Decision[]): Set<string> {
  return new Set(decisions.flatMap(({ kind, reverses }) => (kind === 'REVERSE' && reverses !== null ? [reverses] : [])));
}

/**
 * The status that follows from a subject's decisions, oldest first: the effects of all that were not reversed, one after the other.
 * What was removed stays removed, unless the removal itself is reversed. The status column is a cache of this.
 */
export function reduceStatus(decisions: readonly Decision[]): ModerationStatus {
  const reversed = reversedIds(decisions);
  return decisions
    .filter(({ id }) => !reversed.has(id))
    .reduce<ModerationStatus>((status, { kind }) => {
      const effect = EFFECTS[kind];
      return status.visibility === 'REMOVED' ? { ...status, ...effect, visibility: 'REMOVED' } : { ...status, ...effect };
    }, UNDECIDED);
}

/** Why a next decision is not legal. */
export type Illegal = 'NOT_FOR_SUBJECT' | 'NO_CHANGE' | 'REMOVED' | 'NOTHING_TO_REVERSE' | 'ALREADY_REVERSED';

function illegalIn(status: ModerationStatus, kind: Exclude<DecisionKind, 'REVERSE'>): Illegal | null {
  if (status.visibility === 'REMOVED') return 'REMOVED';
  switch (kind) {
    case 'HOLD':
      return status.visibility === 'VISIBLE' ? null : 'NO_CHANGE';
    // A visible subject is kept too: that answers the flags on it.
    case 'KEEP':
      return status.visibility === 'HIDDEN' ? 'NO_CHANGE' : null;
    case 'HIDE':
      return status.visibility === 'HIDDEN' ? 'NO_CHANGE' : null;
    case 'UNHIDE':
      return status.visibility === 'HIDDEN' ? null : 'NO_CHANGE';
    case 'REMOVE':
      return null;
    case 'LOCK':
      return status.locked ? 'NO_CHANGE' : null;
    case 'UNLOCK':
      return status.locked ? null : 'NO_CHANGE';
    case 'PIN':
      return status.pinned ? 'NO_CHANGE' : null;
    case 'UNPIN':
      return status.pinned ? null : 'NO_CHANGE';
  }
}

/**
 * Whether a decision may follow those taken, and if not, why. `kinds` are the decisions that the kind of subject knows; the module that
 * owns the subject names them.
 */
export function whyIllegal(
  decisions: readonly Decision[],
  next: Pick<Decision, 'kind' | 'reverses'>,
  kinds: readonly DecisionKind[],
): Illegal | null {
  if (!kinds.includes(next.kind)) return 'NOT_FOR_SUBJECT';
  if (next.kind !== 'REVERSE') return illegalIn(reduceStatus(decisions), next.kind);
  const target = decisions.find(({ id }) => id === next.reverses);
  if (target === undefined || target.kind === 'REVERSE') return 'NOTHING_TO_REVERSE';
  return reversedIds(decisions).has(target.id) ? 'ALREADY_REVERSED' : null;
}

/** The decisions that are legal now and need no other decision to name, in the order of `DECISION_KINDS`. */
export function legalDecisions(status: ModerationStatus, kinds: readonly DecisionKind[]): DecisionKind[] {
  return DECISION_KINDS.filter((kind) => kind !== 'REVERSE' && kinds.includes(kind) && illegalIn(status, kind) === null);
}
