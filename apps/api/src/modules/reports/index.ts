export { AnnualReport } from './annual-report.entity.js';
export { exportFile } from './exports/download.js';
export { countyReportFiles } from './exports/run-export.js';
export { reportJobs } from './report.jobs.js';
export { ReportRevision } from './report-revision.entity.js';
export { ReportsResolver } from './reports.resolver.js';
export { registerReportSources } from './sources.js';
