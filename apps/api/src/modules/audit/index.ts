export { AuditResolver } from './audit.resolver.js';
export { auditExportFile, auditExportJobs } from './write-export.js';
