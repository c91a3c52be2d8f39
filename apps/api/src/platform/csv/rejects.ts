import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import type { RowError } from './csv-error.js';
import type { CsvFormat } from './detect.js';
import type { CsvLimits } from './limits.js';
import { readRows } from './read.js';
import type { CsvSource } from './source.js';

export interface RejectsOptions {
  source: CsvSource;
  format: CsvFormat;
  limits: CsvLimits;
  errorsByLine: ReadonlyMap<number, readonly RowError[]>;
  /** Names of the two columns that are added, and the sentence for an error, in the reader's language. */
  labels: { line: string; error: string };
  describe(error: RowError): string;
}

/**
 * The rejected rows as CSV (UTF-8 with BOM, the file's own separator): its columns, then line and error.
 * Corrected, the file can be imported as it is. Cells that a spreadsheet would take for a formula get an
 * apostrophe, which the import takes off. Reads the file again instead of holding the rows.
 */
export function rejectsStream({ source, format, limits, errorsByLine, labels, describe }: RejectsOptions): Readable {
  async function* rows(): AsyncGenerator<string[]> {
    yield [...format.headers, labels.line, labels.error];
    for await (const row of readRows(source, format, { limits })) {
      const errors = errorsByLine.get(row.line);
      if (!errors) continue;
      const cells = format.headers.map((_, at) => row.cells[at] ?? '');
      // Cells beyond the header have no column; they follow the error so that nothing is lost.
      yield [...cells, String(row.line), errors.map(describe).join('; '), ...row.cells.slice(format.headers.length)];
    }
  }
  const writer = stringify({ delimiter: format.separator, bom: true, escape_formulas: true });
  const input = Readable.from(rows());
  input.on('error', (error) => writer.destroy(error));
  return input.pipe(writer);
}
