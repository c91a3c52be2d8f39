export { mergingJobs } from './merging/merging.jobs.js';
export { MergingResolver } from './merging/merging.resolver.js';
export { classification } from './columns/index.js';
export { privacyJobs, privacySchedules } from './erasure/erasure-jobs.js';
export { replayErasures } from './erasure/replay.js';
export { personalExportFile } from './exports/personal-export.queries.js';
export { PrivacyResolver } from './privacy.resolver.js';
export { applyRetention, previewRetention } from './retention/retention.js';
export { classificationGaps } from './verify-classification.js';
