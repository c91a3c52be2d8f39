import { type Decision, type DecisionKind, reduceStatus } from './decisions.js';
import { transition, type Transitions } from '../transition.js';

/** States of an appeal. */
export const APPEAL_STATES = ['OPEN', 'DECISION_KEPT', 'DECISION_REVERSED'] as const;
export type AppealState = (typeof APPEAL_STATES)[number];

/** How an appeal is answered: the decision stands, or its effect is taken back. */
export const APPEAL_ANSWERS = ['UPHOLD', 'REVERSE'] as const satisfies readonly DecisionKind[];
export type AppealAnswer = (typeof APPEAL_ANSWERS)[number];

/** An appeal is answered once. */
export const APPEAL: Transitions<AppealState, AppealAnswer> = {
  OPEN: { UPHOLD: 'DECISION_KEPT', REVERSE: 'DECISION_REVERSED' },
  DECISION_KEPT: {},
  DECISION_REVERSED: {},
};

/** The state that an answer leads to; null where the appeal was answered already. */
export function appealAfter(state: AppealState, answer: AppealAnswer): AppealState | null {
  return transition(APPEAL, state, answer);
}

/** Decisions that take something from a person, who may appeal once against each. */
export const APPEALABLE = ['HIDE', 'REMOVE', 'SUSPEND'] as const satisfies readonly DecisionKind[];

const isAppealable = (kind: DecisionKind): boolean => APPEALABLE.some((each) => each === kind);

/**
 * The decision by which a subject is hidden, removed or suspended now; null where nothing is taken away. Against this one, and no earlier
 * one, its author appeals.
 * @param decisions the subject's log, oldest first
 */
export function appealableDecision<Row extends Decision>(decisions: readonly Row[]): Row | null {
  const { visibility, suspended } = reduceStatus(decisions);
  if (visibility !== 'HIDDEN' && visibility !== 'REMOVED' && !suspended) return null;
  // The last one without which the subject would stand otherwise.
  const reversed = new Set(decisions.flatMap(({ kind, reverses }) => (kind === 'REVERSE' ? [reverses] : [])));
  const standing = decisions.filter(({ id, kind }) => isAppealable(kind) && !reversed.has(id));
  const removal = standing.find(({ kind }) => kind === 'REMOVE');
  return visibility === 'REMOVED' && removal ? removal : (standing.at(-1) ?? null);
}
