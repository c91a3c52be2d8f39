import { CorrectionResolver } from './corrections/correction.resolver.js';
import { MergingResolver } from './merging/merging.resolver.js';
import { PrivacyResolver } from './privacy.resolver.js';
import { RetentionResolver } from './retention/retention.resolver.js';

export const privacyResolvers = [PrivacyResolver, RetentionResolver, CorrectionResolver, MergingResolver] as const;
export { mergingJobs } from './merging/merging.jobs.js';
export { classification } from './columns/index.js';
export { privacyJobs, privacySchedules } from './erasure/erasure-jobs.js';
export { replayErasures } from './erasure/replay.js';
export { personalExportFile } from './exports/personal-export.queries.js';
export { previewRetention } from './retention/retention.js';
export { applyRetention } from './retention/runs.js';
export { classificationGaps } from './verify-classification.js';
