export { CONSENT_ACTS, CONSENT_KINDS, type ConsentAct, consentForm, type ConsentForm, type ConsentKind, WITHDRAWABLE } from './consents.js';
export {
  CORRECTION,
  CORRECTION_DAYS,
  CORRECTION_DECISIONS,
  CORRECTION_STATES,
  CORRECTION_SUBJECTS,
  correctionAnswer,
  type CorrectionDecision,
  correctionForm,
  type CorrectionForm,
  CORRECTIONS_OPEN_MAX,
  type CorrectionState,
  type CorrectionSubject,
} from './corrections.js';
export { RETENTION_BOUNDS, RETENTION_NAMES, type RetentionBounds, type RetentionName, retentionForm } from './retention.js';
