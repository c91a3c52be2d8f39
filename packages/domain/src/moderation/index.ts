export {
  APPEAL_ANSWERS,
  APPEAL_STATES,
  APPEALABLE,
  appealableDecision,
  appealAfter,
  type AppealAnswer,
  type AppealState,
} from './appeals.js';
export {
  type Decision,
  DECISION_KINDS,
  type DecisionKind,
  type Illegal,
  legalDecisions,
  type ModerationStatus,
  reduceStatus,
  UNDECIDED,
  VISIBILITIES,
  type Visibility,
  whyIllegal,
} from './decisions.js';
export { FLAG_REASONS, FLAG_STATES, type FlagReason, type FlagState, flagStateAfter } from './flags.js';
