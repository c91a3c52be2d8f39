/**
 * What can be decided. HOLD is also decided by the program, for what awaits review; RESUBMIT alone by an edit of the author, which puts a
 * hidden subject back into the queue. WARN changes nothing but is told. SUSPEND and LIFT are of memberships. UPHOLD and REVERSE answer an
 * appeal; REVERSE also takes back one's own. SLOW asks members to wait between posts. MOVE, SPLIT and MERGE are of threads and have commands
 * of their own.
 */
export const DECISION_KINDS = [
  'HOLD',
  'KEEP',
  'HIDE',
  'UNHIDE',
  'REMOVE',
  'LOCK',
  'UNLOCK',
  'PIN',
  'UNPIN',
  'REVERSE',
  'WARN',
  'RESUBMIT',
  'SUSPEND',
  'LIFT',
  'UPHOLD',
  'SLOW',
  'UNSLOW',
  'MOVE',
  'SPLIT',
  'MERGE',
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** Who can see the subject: HELD awaits review, HIDDEN leaves a trace with the reason, REMOVED is gone for all but the log. */
export const VISIBILITIES = ['VISIBLE', 'HELD', 'HIDDEN', 'REMOVED'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** One row of the append-only log of a subject. */
export interface Decision {
  id: string;
  kind: DecisionKind;
  /** Of a REVERSE: the decision of the same subject whose effect it takes back; of an UPHOLD the one that it confirms. */
  reverses: string | null;
  /** Of a LOCK or PIN: when it ends by itself, ISO 8601; the program then decides UNLOCK or UNPIN. */
  until?: string | null;
  /** Of a SLOW: how long an ordinary member waits between two posts. */
  seconds?: number | null;
}

export interface ModerationStatus {
  visibility: Visibility;
  locked: boolean;
  /** When the lock ends by itself, ISO 8601. */
  lockedUntil: string | null;
  pinned: boolean;
  pinnedUntil: string | null;
  /** Seconds between two posts of an ordinary member; 0 where nobody waits. */
  slowSeconds: number;
  /** Whether a thread went into another. */
  merged: boolean;
  /** Of a membership: whether the member may not write for a time. */
  suspended: boolean;
}

/** The status of a subject of which nothing was decided. */
export const UNDECIDED: ModerationStatus = {
  visibility: 'VISIBLE',
  locked: false,
  lockedUntil: null,
  pinned: false,
  pinnedUntil: null,
  slowSeconds: 0,
  merged: false,
  suspended: false,
};

const EFFECTS: Readonly<Record<DecisionKind, (decision: Decision) => Partial<ModerationStatus>>> = {
  HOLD: () => ({ visibility: 'HELD' }),
  KEEP: () => ({ visibility: 'VISIBLE' }),
  HIDE: () => ({ visibility: 'HIDDEN' }),
  UNHIDE: () => ({ visibility: 'VISIBLE' }),
  REMOVE: () => ({ visibility: 'REMOVED' }),
  LOCK: ({ until }) => ({ locked: true, lockedUntil: until ?? null }),
  UNLOCK: () => ({ locked: false, lockedUntil: null }),
  PIN: ({ until }) => ({ pinned: true, pinnedUntil: until ?? null }),
  UNPIN: () => ({ pinned: false, pinnedUntil: null }),
  REVERSE: () => ({}),
  WARN: () => ({}),
  RESUBMIT: () => ({ visibility: 'HELD' }),
  SUSPEND: () => ({ suspended: true }),
  LIFT: () => ({ suspended: false }),
  UPHOLD: () => ({}),
  SLOW: ({ seconds }) => ({ slowSeconds: seconds ?? 0 }),
  UNSLOW: () => ({ slowSeconds: 0 }),
  // Where a thread stands, and which posts are its own, is no status.
  MOVE: () => ({}),
  SPLIT: () => ({}),
  MERGE: () => ({ merged: true }),
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
    .reduce<ModerationStatus>((status, decision) => {
      const effect = EFFECTS[decision.kind](decision);
      return status.visibility === 'REMOVED' ? { ...status, ...effect, visibility: 'REMOVED' } : { ...status, ...effect };
    }, UNDECIDED);
}

/** Why a next decision is not legal. */
export type Illegal = 'NOT_FOR_SUBJECT' | 'NO_CHANGE' | 'REMOVED' | 'MERGED' | 'NOTHING_TO_REVERSE' | 'ALREADY_REVERSED';

/** Decisions that name another one. */
const ANSWERS: ReadonlySet<DecisionKind> = new Set<DecisionKind>(['REVERSE', 'UPHOLD']);
type Plain = Exclude<DecisionKind, 'REVERSE' | 'UPHOLD'>;
const isPlain = (kind: DecisionKind): kind is Plain => !ANSWERS.has(kind);

/** What is asked of a next decision. */
type Next = Pick<Decision, 'kind' | 'reverses' | 'until' | 'seconds'>;

function illegalIn(status: ModerationStatus, kind: Plain, { until, seconds }: Partial<Next> = {}): Illegal | null {
  if (status.visibility === 'REMOVED') return 'REMOVED';
  if (status.merged) return 'MERGED';
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
    case 'WARN':
    // A suspension may follow another: it changes the last day.
    case 'SUSPEND':
    case 'MOVE':
    case 'SPLIT':
    case 'MERGE':
      return null;
    case 'RESUBMIT':
      return status.visibility === 'HIDDEN' ? null : 'NO_CHANGE';
    case 'LIFT':
      return status.suspended ? null : 'NO_CHANGE';
    // So may a lock and a pin.
    case 'LOCK':
      return status.locked && status.lockedUntil === (until ?? null) ? 'NO_CHANGE' : null;
    case 'UNLOCK':
      return status.locked ? null : 'NO_CHANGE';
    case 'PIN':
      return status.pinned && status.pinnedUntil === (until ?? null) ? 'NO_CHANGE' : null;
    case 'UNPIN':
      return status.pinned ? null : 'NO_CHANGE';
    case 'SLOW':
      return status.slowSeconds === (seconds ?? 0) ? 'NO_CHANGE' : null;
    case 'UNSLOW':
      return status.slowSeconds > 0 ? null : 'NO_CHANGE';
  }
}

/**
 * Whether a decision may follow those taken, and if not, why. `kinds` are the decisions that the kind of subject knows; the module that
 * owns the subject names them.
 */
export function whyIllegal(decisions: readonly Decision[], next: Next, kinds: readonly DecisionKind[]): Illegal | null {
  if (!kinds.includes(next.kind)) return 'NOT_FOR_SUBJECT';
  if (isPlain(next.kind)) return illegalIn(reduceStatus(decisions), next.kind, next);
  const target = decisions.find(({ id }) => id === next.reverses);
  if (target === undefined || ANSWERS.has(target.kind)) return 'NOTHING_TO_REVERSE';
  return reversedIds(decisions).has(target.id) ? 'ALREADY_REVERSED' : null;
}

/** The decisions that are legal now and need no other decision to name, in the order of `DECISION_KINDS`. */
export function legalDecisions(status: ModerationStatus, kinds: readonly DecisionKind[]): DecisionKind[] {
  return DECISION_KINDS.filter((kind) => isPlain(kind) && kinds.includes(kind) && illegalIn(status, kind) === null);
}
