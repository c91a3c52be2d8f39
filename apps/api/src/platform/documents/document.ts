/** The languages a document can be written in. */
export type DocumentLanguage = 'en' | 'el' | 'pl' | 'ru';

/** A calendar day, `2026-06-10`: the caller has chosen the time zone already. */
export type Day = string;

/** A piece of running text. Only `http:`, `https:` and `mailto:` links are kept; any other `href` leaves plain text. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  href?: string;
}

/** What a column holds: `text` → string, `number` → number, `date` → Day. */
export type ColumnKind = 'text' | 'number' | 'date';

export interface Column {
  label: string;
  kind: ColumnKind;
  /** Default: numbers at the end, the rest at the start. */
  align?: 'start' | 'end';
  /** How many decimals are shown; left out, up to two. CSV, XLSX and JSON keep the full value. */
  decimals?: number;
}

/** `null` is an empty cell: not known, and not nought. */
export type Value = string | number | null;

/** One measured thing; `value` is a number wherever it can be counted. */
export interface Figure {
  label: string;
  value: Value;
  unit?: string;
  note?: string;
  decimals?: number;
}

export interface TableBlock {
  kind: 'table';
  caption: string;
  columns: Column[];
  rows: Value[][];
  /** The first column names its row. */
  headerColumn?: boolean;
}

export interface FiguresBlock {
  kind: 'figures';
  caption?: string;
  items: Figure[];
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; lang?: DocumentLanguage }
  | { kind: 'paragraph'; runs: Run[]; lang?: DocumentLanguage }
  | { kind: 'list'; ordered?: boolean; items: Run[][]; lang?: DocumentLanguage }
  | TableBlock
  | FiguresBlock
  | { kind: 'note'; runs: Run[]; lang?: DocumentLanguage }
  | { kind: 'pageBreak' }
  | { kind: 'signature'; name: string; role?: string };

/** Who sends or receives a letter: a name and the lines of an address. */
export interface Party {
  name: string;
  lines?: string[];
}

/** One document, whatever it is written as. */
export interface Document {
  title: string;
  lang: DocumentLanguage;
  author?: string;
  subject?: string;
  date: Day;
  /** Present in a letter only: it is laid out with sender and recipient, and its title is the subject line. */
  letter?: { sender: Party; recipient: Party; place?: string; reference?: string };
  /** Present in a certificate only, which a PDF lays out on one sheet; its title is what kind of certificate it is. */
  certificate?: CertificateParts;
  blocks: Block[];
}

/** What stands on a certificate, line by line. */
export interface CertificateParts {
  /** The sentence before the name. */
  before: string;
  holder: string;
  /** The sentence between name and achievement. */
  between: string;
  achievement: string;
  /** Hours, dates and the like: a label and a value each. */
  facts: { label: string; value: string }[];
  /** How it can be checked; the code and the address are shown as they are. */
  check: string;
  code: string;
  url: string;
  /** A picture of the address (SVG made by the program), and what it is for who cannot see it. */
  qr: { svg: string; alt: string };
}

/** The document breaks its own model: a mistake of the program, never of a reader. */
export class InvalidDocumentError extends Error {
  readonly code = 'INVALID_DOCUMENT';
}

/**
 * Checks values against the kinds of their columns and returns a copy that every writer can take as it is:
 * control characters that XML forbids are dropped, lines end in LF, unsafe links become text, and a heading is never more than one
 * level below the one before it (PDF/UA-1, 7.4.2). Blocks without anything in them are left out; a table without rows stays.
 *
 * @throws InvalidDocumentError where a value does not fit its column.
 */
export function prepare(document: Document): Document {
  if (!isDay(document.date)) throw new InvalidDocumentError(`date is no calendar day: ${document.date}`);
  if (document.title.trim() === '') throw new InvalidDocumentError('a document needs a title');
  const clean = cleaned(document) as Document;
  clean.blocks = clean.blocks.filter((block) => !isEmpty(block));
  let depth = 0;
  for (const block of clean.blocks) {
    if (block.kind === 'heading') {
      depth = Math.min(block.level, depth + 1);
      block.level = depth as 1 | 2 | 3;
    }
    if (block.kind === 'table') checkTable(block);
    if (block.kind === 'figures') checkFigures(block);
  }
  return clean;
}

/** Plain text of a paragraph, a note or a list item. */
export function plainText(runs: Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** True where a string is an existing calendar day in ISO form. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function isEmpty(block: Block): boolean {
  if (block.kind === 'paragraph' || block.kind === 'note') return plainText(block.runs).trim() === '';
  if (block.kind === 'heading') return block.text.trim() === '';
  return (block.kind === 'list' || block.kind === 'figures') && block.items.length === 0;
}

function checkTable(table: TableBlock): void {
  if (table.columns.length === 0) throw new InvalidDocumentError(`"${table.caption}" has no columns`);
  for (const row of table.rows) {
    if (row.length !== table.columns.length)
      throw new InvalidDocumentError(`"${table.caption}": ${row.length} cells for ${table.columns.length} columns`);
    table.columns.forEach((column, index) => {
      const value = row[index] ?? null;
      if (value !== null && !fits(column.kind, value))
        throw new InvalidDocumentError(`"${table.caption}", "${column.label}": a ${typeof value} is no ${column.kind}`);
    });
  }
}

function checkFigures(figures: FiguresBlock): void {
  for (const { label, value } of figures.items) {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new InvalidDocumentError(`"${label}" is not a finite number`);
  }
}

function fits(kind: ColumnKind, value: string | number): boolean {
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  return kind === 'date' ? isDay(value) : typeof value === 'string';
}

/** Copies a value, cleaning each string in it. */
function cleaned(value: unknown): unknown {
  // XML 1.0 forbids control characters in any form and turns CR into LF; a lone surrogate breaks UTF-8.
  if (typeof value === 'string')
    return value
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      .replace(/\r\n?/g, '\n')
      .replace(/(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]/gu, '');
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, key === 'href' ? safeLink(item) : cleaned(item)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

/** The link in its ASCII form, or nothing where it is none that a document may hold. */
function safeLink(href: unknown): string | undefined {
  if (typeof href !== 'string' || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
}
