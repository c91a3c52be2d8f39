export { moderationReport } from './moderation.report.js';
