export { AnnualReport } from './annual-report.entity.js';
export { exportFile } from './exports/download.js';
export { exportRow, presentExport, type ExportRow } from './exports/export.queries.js';
export { ExportPayload, ExportType } from './exports/export.types.js';
export { countyReportFiles, exportProgress, restartExports, writeExport, type WrittenExport } from './exports/run-export.js';
export { reportJobs } from './report.jobs.js';
export { ReportRevision } from './report-revision.entity.js';
export { ReportsResolver } from './reports.resolver.js';
export { registerReportSources } from './sources.js';
