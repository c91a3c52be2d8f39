/** What makes a whole file unusable; nothing of it is imported. */
export const CSV_FILE_ERRORS = [
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'FILE_IS_SPREADSHEET',
  'ENCODING_UNSUPPORTED',
  'HEADER_NOT_FOUND',
  'TOO_MANY_ROWS',
  'ROW_TOO_LARGE',
  'QUOTE_NOT_CLOSED',
  'ROW_UNREADABLE',
  'COLUMN_MISSING',
  'COLUMN_UNKNOWN',
  'COLUMN_MAPPED_TWICE',
] as const;

/** What makes one row unusable; the others are imported. Modules add codes of their own. */
export const CSV_ROW_ERRORS = [
  'ROW_TOO_SHORT',
  'ROW_TOO_LONG',
  'CELL_TOO_LONG',
  'NUL_CHARACTER',
  'UNREADABLE_CHARACTER',
  'VALUE_MISSING',
  'DUPLICATE_KEY',
] as const;

export type CsvFileErrorCode = (typeof CSV_FILE_ERRORS)[number];
export type CsvRowErrorCode = (typeof CSV_ROW_ERRORS)[number];

/** Figures and names that a message about the error may show: a limit, a line, a column. */
export interface CsvErrorDetails {
  line?: number;
  limit?: number;
  column?: string;
}

/** A file that cannot be read or mapped. The client or the command line translates `code`. */
export class CsvError extends Error {
  constructor(
    readonly code: CsvFileErrorCode,
    readonly details: CsvErrorDetails = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'CsvError';
  }
}

/** Why one row is rejected. `column` is the key of the definition, `value` what stood in the cell. */
export interface RowError {
  code: string;
  column?: string;
  value?: string;
  /** The line that this one contradicts, where there is one. */
  otherLine?: number;
}
