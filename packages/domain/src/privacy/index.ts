export { CONSENT_ACTS, type ConsentAct, consentForm, type ConsentForm, WITHDRAWABLE } from './consents.js';
export { CORRECTION, correctionAnswer, correctionForm, type CorrectionForm, CORRECTIONS_OPEN_MAX } from './corrections.js';
export {
  CONSENT_KINDS,
  type ConsentKind,
  CORRECTION_DAYS,
  CORRECTION_DECISIONS,
  CORRECTION_STATES,
  CORRECTION_SUBJECTS,
  type CorrectionDecision,
  type CorrectionState,
  type CorrectionSubject,
} from './kinds.js';
export { RETENTION_BOUNDS, RETENTION_NAMES, type RetentionBounds, retentionForm, type RetentionName } from './retention.js';
