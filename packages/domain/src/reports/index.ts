export { ANNUAL_REPORT, isFrozen, REPORT_STATES, type ReportAct, type ReportState } from './annual-report.js';
export {
  canonicalJson,
  EXPORT_FORMATS,
  type ExportFormat,
  hashedContent,
  type JsonValue,
  missingNarrative,
  NARRATIVE_KEYS,
  NARRATIVE_REQUIRED,
  type NarrativeKey,
  type ReportContent,
} from './content.js';
export {
  compareFigures,
  type Figure,
  FIGURE_UNITS,
  type FigureChange,
  type FigureTable,
  type FigureTableRow,
  type FigureUnit,
  type ReportSection,
  SMALL_GROUP,
  sumSmallRows,
} from './figures.js';
