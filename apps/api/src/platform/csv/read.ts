import { Readable, pipeline } from 'node:stream';
import { CsvError as ParserError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { CsvError } from './csv-error.js';
import type { RowError } from './csv-error.js';
import type { CsvFormat } from './detect.js';
import { CSV_ENCODINGS } from './encoding.js';
import type { CsvLimits } from './limits.js';
import type { CsvSource } from './source.js';

/** A row below the header. `line` is where it begins in the file, the first line being 1. */
export interface CsvRow {
  line: number;
  cells: string[];
  /** What is wrong with the row as such; the cells are then kept only to be shown. */
  errors: RowError[];
}

export interface ReadOptions {
  limits: CsvLimits;
  signal?: AbortSignal;
  /** Called as bytes are read, with the number so far. */
  onBytes?(bytes: number): void;
}

/**
 * The rows of a file one by one, with memory that does not depend on its size. Empty lines are passed over.
 * A row of the wrong width, with U+0000, with an overlong cell or with characters that the encoding could not
 * give carries errors. Ends early, without error, when `signal` is aborted.
 * @throws CsvError FILE_TOO_LARGE, TOO_MANY_ROWS, ROW_TOO_LARGE, QUOTE_NOT_CLOSED, ROW_UNREADABLE, ENCODING_UNSUPPORTED
 */
export async function* readRows(
  source: CsvSource,
  format: Pick<CsvFormat, 'encoding' | 'separator' | 'rowsBeforeHeader' | 'headers'>,
  options: ReadOptions,
): AsyncGenerator<CsvRow> {
  const { limits, signal } = options;
  if (!CSV_ENCODINGS.includes(format.encoding)) throw new CsvError('ENCODING_UNSUPPORTED');
  /** Where the records begin that are parsed and not yet taken. */
  const lines: number[] = [];
  let nextLine = 1;
  const parser = parse({
    delimiter: format.separator,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: limits.maxRowChars,
    // The parser's own count takes CR LF inside quotes for two lines, and is ahead of the rows we have taken.
    on_record: (cells) => {
      lines.push(nextLine);
      nextLine += 1 + cells.reduce((breaks, cell) => breaks + lineBreaks(cell), 0);
      return cells;
    },
  });
  // Errors reach the loop below through the parser, which the pipeline destroys with them.
  const input = Readable.from(decode(source, format.encoding, options), { objectMode: true, highWaterMark: 1 });
  pipeline(input, parser, () => undefined);
  let index = 0;
  let rows = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const line = lines.shift()!;
      if (signal?.aborted) return;
      if (index++ <= format.rowsBeforeHeader || isEmpty(cells)) continue;
      if (++rows > limits.maxRows) throw new CsvError('TOO_MANY_ROWS', { limit: limits.maxRows, line });
      yield { line, cells, errors: rowErrors(cells, format.headers, limits) };
    }
  } catch (error) {
    throw toCsvError(error, nextLine, limits);
  } finally {
    input.destroy();
  }
}

function lineBreaks(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? cell.split(/\r\n|\r|\n/).length - 1 : 0;
}

async function* decode(source: CsvSource, encoding: string, options: ReadOptions): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding);
  let bytes = 0;
  for await (const chunk of source.open()) {
    bytes += chunk.length;
    if (bytes > options.limits.maxBytes) throw new CsvError('FILE_TOO_LARGE', { limit: options.limits.maxBytes });
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (text !== '') yield text;
    options.onBytes?.(bytes);
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function rowErrors(cells: string[], headers: readonly string[], limits: CsvLimits): RowError[] {
  const errors: RowError[] = [];
  const where = (at: number): { column: string } => ({ column: headers[at] ?? String(at + 1) });
  // Spreadsheets write separators after the last column; empty cells there lose nothing.
  while (cells.length > headers.length && cells.at(-1)!.trim() === '') cells.pop();
  if (cells.length > headers.length) errors.push({ code: 'ROW_TOO_LONG', value: String(cells.length) });
  if (cells.length < headers.length) errors.push({ code: 'ROW_TOO_SHORT', value: String(cells.length) });
  cells.forEach((cell, at) => {
    if (cell.length > limits.maxCellChars) errors.push({ code: 'CELL_TOO_LONG', ...where(at), value: cell.slice(0, 80) });
    if (cell.includes('\0')) errors.push({ code: 'NUL_CHARACTER', ...where(at), value: cell.slice(0, 80).replaceAll('\0', '␀') });
    if (cell.includes('\uFFFD')) errors.push({ code: 'UNREADABLE_CHARACTER', ...where(at), value: cell.slice(0, 80) });
  });
  return errors;
}

function toCsvError(error: unknown, line: number, limits: CsvLimits): unknown {
  if (!(error instanceof ParserError)) return error;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new CsvError('ROW_TOO_LARGE', { line, limit: limits.maxRowChars });
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new CsvError('QUOTE_NOT_CLOSED', { line });
  return new CsvError('ROW_UNREADABLE', { line });
}
