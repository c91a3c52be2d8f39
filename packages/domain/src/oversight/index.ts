export {
  compareHealth, DEFAULT_THRESHOLDS, type Health, HEALTH, HEALTH_SIGNALS, type HealthSignal, type HealthThresholds, median, type NetworkFacts, type NetworkHealth, networkHealth,
} from './health.js';
