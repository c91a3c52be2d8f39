/** What a file may cost. All of it is configuration; `DEFAULT_CSV_LIMITS` is used where none is given. */
export interface CsvLimits {
  maxBytes: number;
  maxRows: number;
  /** Characters (UTF-16 units) in one cell. */
  maxCellChars: number;
  /** Characters in one row, quotes and separators included; stops a quote that is never closed. */
  maxRowChars: number;
}

export const DEFAULT_CSV_LIMITS: CsvLimits = {
  maxBytes: 50 * 1024 * 1024,
  maxRows: 200_000,
  maxCellChars: 10_000,
  maxRowChars: 100_000,
};
