export { RETENTION_BOUNDS, RETENTION_NAMES, type RetentionBounds, type RetentionName, retentionForm } from './retention.js';
