import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { CsvError } from './csv-error.js';
import { encodingFromBom, encodingFromStatistics, encodingFromZeros } from './encoding.js';
import type { CsvEncoding, EncodingGuess } from './encoding.js';
import { foldLabel } from './fold-label.js';
import type { CsvLimits } from './limits.js';
import type { CsvSource } from './source.js';

export const CSV_SEPARATORS = [',', ';', '\t', '|'] as const;
export type CsvSeparator = (typeof CSV_SEPARATORS)[number];

/** How a file is to be read, and how sure we are of each part (0 to 1; 1 where a person said so). */
export interface CsvFormat {
  encoding: CsvEncoding;
  encodingConfidence: number;
  separator: CsvSeparator;
  separatorConfidence: number;
  /** Number of rows that stand before the header (a title, an empty line). */
  rowsBeforeHeader: number;
  headers: string[];
  /** Up to ten rows below the header, for a preview. */
  preview: string[][];
}

export interface DetectOptions {
  limits: CsvLimits;
  /** What a person chose; taken as it is. */
  encoding?: CsvEncoding;
  separator?: CsvSeparator;
  /** Column names one would expect; the row that has most of them is the header. */
  labels?: readonly string[];
}

const SAMPLE_BYTES = 64 * 1024;
const WINDOW = 4096;
const HEADER_WITHIN = 20;
const PREVIEW_ROWS = 10;

/**
 * Finds out encoding, separator and header row. Reads the whole file once with constant memory, because a
 * register may keep its first accented letter for the last line.
 * @throws CsvError FILE_EMPTY, FILE_TOO_LARGE, FILE_IS_SPREADSHEET, ENCODING_UNSUPPORTED, HEADER_NOT_FOUND
 */
export async function detectFormat(source: CsvSource, options: DetectOptions): Promise<CsvFormat> {
  if (source.size > options.limits.maxBytes) throw new CsvError('FILE_TOO_LARGE', { limit: options.limits.maxBytes });
  const scan = await scanBytes(source, options.limits.maxBytes);
  if (scan.head.length === 0) throw new CsvError('FILE_EMPTY');
  if (isSpreadsheet(scan.head)) throw new CsvError('FILE_IS_SPREADSHEET');
  const encoding: EncodingGuess = options.encoding ? { encoding: options.encoding, confidence: 1, from: 'bytes' } : guessEncoding(scan);
  const text = completeLines(iconv.decode(scan.head, encoding.encoding), scan.head.length === scan.bytes);
  const separator = options.separator
    ? { separator: options.separator, confidence: 1, rows: sampleRows(text, options.separator) }
    : guessSeparator(text);
  const at = headerAt(separator.rows, options.labels ?? []);
  return {
    encoding: encoding.encoding,
    encodingConfidence: encoding.confidence,
    separator: separator.separator,
    separatorConfidence: separator.confidence,
    rowsBeforeHeader: at,
    headers: separator.rows[at]!.map((cell) => cell.trim()),
    preview: separator.rows.slice(at + 1, at + 1 + PREVIEW_ROWS),
  };
}

interface Scan {
  /** The file's beginning. */
  head: Uint8Array;
  /** Pieces of the whole file that hold bytes above ASCII. */
  high: Uint8Array;
  bytes: number;
  validUtf8: boolean;
}

async function scanBytes(source: CsvSource, maxBytes: number): Promise<Scan> {
  const head: Uint8Array[] = [];
  const high: Uint8Array[] = [];
  let highBytes = 0;
  let bytes = 0;
  const utf8 = new Utf8Check();
  for await (const chunk of source.open()) {
    if (bytes < SAMPLE_BYTES) head.push(chunk.slice(0, SAMPLE_BYTES - bytes));
    bytes += chunk.length;
    if (bytes > maxBytes) throw new CsvError('FILE_TOO_LARGE', { limit: maxBytes });
    utf8.add(chunk);
    for (let at = 0; at < chunk.length && highBytes < SAMPLE_BYTES; at += WINDOW) {
      const window = chunk.subarray(at, at + WINDOW);
      if (!window.some((byte) => byte >= 0x80)) continue;
      high.push(window.slice());
      highBytes += window.length;
    }
  }
  return { head: Buffer.concat(head), high: Buffer.concat(high), bytes, validUtf8: utf8.end() };
}

/** Whether a stream of chunks is valid UTF-8 across their borders. */
class Utf8Check {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private valid = true;

  add(chunk?: Uint8Array): void {
    if (!this.valid) return;
    try {
      if (chunk) this.decoder.decode(chunk, { stream: true });
      else this.decoder.decode();
    } catch {
      this.valid = false; // A fatal decoder has no other way to say no.
    }
  }

  end(): boolean {
    this.add();
    return this.valid;
  }
}

function guessEncoding({ head, high, validUtf8 }: Scan): EncodingGuess {
  return (
    encodingFromBom(head) ??
    encodingFromZeros(head) ??
    (validUtf8 ? { encoding: 'utf-8', confidence: 1, from: 'bytes' } : encodingFromStatistics(high))
  );
}

/** XLSX and ODS are zip archives, XLS is a compound file; people choose them by mistake. */
function isSpreadsheet(head: Uint8Array): boolean {
  return [
    [0x50, 0x4b, 0x03, 0x04],
    [0xd0, 0xcf, 0x11, 0xe0],
  ].some((magic) => magic.every((byte, at) => head[at] === byte));
}

/** A sample cut in the middle of a line would add a row that the file does not have. */
function completeLines(text: string, whole: boolean): string {
  const clean = text.replace(/^\uFEFF/, '');
  const end = Math.max(clean.lastIndexOf('\n'), clean.lastIndexOf('\r'));
  return whole || end < 0 ? clean : clean.slice(0, end + 1);
}

/** Rows of the sample up to the first that cannot be read; a cut sample may end inside a quoted cell. */
function sampleRows(text: string, separator: CsvSeparator): string[][] {
  const rows: string[][] = [];
  const collect = (row: string[]): string[] => {
    rows.push(row);
    return row;
  };
  try {
    parse(text, { delimiter: separator, relax_quotes: true, relax_column_count: true, to: 500, on_record: collect });
  } catch {
    // What was read before stands in `rows`; the reading proper reports the line.
  }
  return rows;
}

function guessSeparator(text: string): { separator: CsvSeparator; confidence: number; rows: string[][] } {
  const tried = CSV_SEPARATORS.map((separator) => {
    const rows = sampleRows(text, separator);
    const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
    const width = commonWidth(filled);
    const regular = filled.filter((row) => row.length === width).length / Math.max(1, filled.length);
    // Regular rows count most; of two that are equally regular the one that finds more columns is right.
    return { separator, rows, confidence: width < 2 ? 0 : regular, weight: width < 2 ? 0 : regular * regular * Math.log2(width) };
  });
  return tried.reduce((best, next) => (next.weight > best.weight ? next : best));
}

/** The number of cells that most rows have. */
function commonWidth(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0] as [number, number])[0];
}

/** Index of the header: the row with most known labels, else the first full row of distinct words. */
function headerAt(rows: readonly string[][], labels: readonly string[]): number {
  const known = new Set(labels.map(foldLabel));
  const first = rows.slice(0, HEADER_WITHIN);
  const matches = first.map((row) => row.filter((cell) => known.has(foldLabel(cell))).length);
  const most = Math.max(0, ...matches);
  if (most > 0) return matches.indexOf(most);
  const width = commonWidth(rows);
  const at = first.findIndex((row) => row.length === width && row.every((cell) => /\p{L}/u.test(cell)) && new Set(row).size === row.length);
  if (at < 0) throw new CsvError('HEADER_NOT_FOUND');
  return at;
}
