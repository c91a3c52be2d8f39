/**
 * What can be decided. HOLD is also decided by the program, for what awaits review; RESUBMIT alone by an edit of the author, which puts a
 * hidden subject back into the queue. WARN changes nothing but is told. SUSPEND and LIFT are of memberships. UPHOLD and REVERSE answer an
 * appeal; REVERSE also takes back one's own.
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
}

export interface ModerationStatus {
  visibility: Visibility;
  locked: boolean;
  pinned: boolean;
  /** Of a membership: whether the member may not write for a time. */
  suspended: boolean;
}

/** The status of a subject of which nothing was decided. */
export const UNDECIDED: ModerationStatus = { visibility: 'VISIBLE', locked: false, pinned: false, suspended: false };

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
  WARN: {},
  RESUBMIT: { visibility: 'HELD' },
  SUSPEND: { suspended: true },
  LIFT: { suspended: false },
  UPHOLD: {},
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

/** Decisions that name another one. */
const ANSWERS: ReadonlySet<DecisionKind> = new Set<DecisionKind>(['REVERSE', 'UPHOLD']);
type Plain = Exclude<DecisionKind, 'REVERSE' | 'UPHOLD'>;
const isPlain = (kind: DecisionKind): kind is Plain => !ANSWERS.has(kind);

function illegalIn(status: ModerationStatus, kind: Plain): Illegal | null {
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
    case 'WARN':
    // A suspension may follow another: it changes the last day.
    case 'SUSPEND':
      return null;
    case 'RESUBMIT':
      return status.visibility === 'HIDDEN' ? null : 'NO_CHANGE';
    case 'LIFT':
      return status.suspended ? null : 'NO_CHANGE';
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
  if (isPlain(next.kind)) return illegalIn(reduceStatus(decisions), next.kind);
  const target = decisions.find(({ id }) => id === next.reverses);
  if (target === undefined || ANSWERS.has(target.kind)) return 'NOTHING_TO_REVERSE';
  return reversedIds(decisions).has(target.id) ? 'ALREADY_REVERSED' : null;
}

/** The decisions that are legal now and need no other decision to name, in the order of `DECISION_KINDS`. */
export function legalDecisions(status: ModerationStatus, kinds: readonly DecisionKind[]): DecisionKind[] {
  return DECISION_KINDS.filter((kind) => isPlain(kind) && kinds.includes(kind) && illegalIn(status, kind) === null);
}
