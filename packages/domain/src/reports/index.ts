export { ANNUAL_REPORT, isFrozen, REPORT_STATES, type ReportAct, type ReportState } from './annual-report.js';
