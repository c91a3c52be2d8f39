export {
  compareHealth,
  DEFAULT_THRESHOLDS,
  type Health,
  HEALTH,
  HEALTH_SIGNALS,
  type HealthSignal,
  type HealthThresholds,
  median,
  type NetworkFacts,
  type NetworkHealth,
  networkHealth,
} from './health.js';
export {
  APPOINTMENT_NOTICE_DAYS,
  DECISION_TARGET_DAYS,
  HOME_GROUPS,
  HOME_KINDS,
  type HomeGroup,
  homeGroup,
  type HomeKind,
  RESPONSE_TARGET_HOURS,
  type Snooze,
  SNOOZES,
  snoozedUntil,
} from './home.js';
export { thresholdsForm, type ThresholdsForm, thresholdsFormOf, thresholdsOf } from './thresholds.js';
