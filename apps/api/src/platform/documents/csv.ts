import { stringify } from 'csv-stringify/sync';
import { prepare, type Column, type Document, type DocumentLanguage, type Value } from './document.js';
import { documentWords } from './messages.js';
import { textLines } from './text-lines.js';
import { Formatter } from './values.js';

/** What a spreadsheet takes for the start of a formula, also behind blanks or as full-width form (OWASP, "CSV Injection"). */
const FORMULA_START = /^[\s\u200B\u2060\uFEFF]*[=+\-@＝＋－＠\t\r\n]/u;

/** The separator that a spreadsheet in this language expects when a file is opened by a double click. */
function csvSeparator(lang: DocumentLanguage): ',' | ';' {
  return lang === 'en' ? ',' : ';';
}

/**
 * Text that no spreadsheet runs: an apostrophe stands before anything that could start a formula. Values that are
 * numbers never come here, so a negative number stays a number.
 */
export function guardFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/**
 * Writes a document as CSV for a spreadsheet: UTF-8 with BOM, the separator and decimal sign of its language,
 * days in ISO form, lines ended by CRLF. Blocks follow one another with an empty line between, so rows differ in length.
 *
 * @throws InvalidDocumentError
 */
export async function writeCsv(document: Document): Promise<Buffer> {
  const ready = prepare(document);
  const text = stringify(records(ready), {
    bom: true,
    delimiter: csvSeparator(ready.lang),
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
  return await Promise.resolve(Buffer.from(text, 'utf8'));
}

function records(document: Document): string[][] {
  const format = new Formatter(document.lang);
  const words = documentWords[document.lang];
  const value = (item: Value): string => (typeof item === 'number' ? format.plainNumber(item) : guardFormula(item ?? ''));
  const line = (...cells: Value[]): string[] => cells.map(value);
  const head = (columns: Column[]): string[] => columns.map((column) => guardFormula(column.label));

  const out = [line(document.title)];
  if (document.author !== undefined) out.push(line(document.author));
  if (document.subject !== undefined) out.push(line(document.subject));
  out.push(line(document.date));
  for (const block of document.blocks) {
    if (block.kind === 'pageBreak') continue;
    out.push(['']);
    if (block.kind === 'table') {
      out.push(line(block.caption), head(block.columns), ...block.rows.map((row) => row.map(value)));
    } else if (block.kind === 'figures') {
      if (block.caption !== undefined) out.push(line(block.caption));
      out.push(line(words.figure, words.value, words.unit, words.note));
      for (const item of block.items) out.push(line(item.label, item.value, item.unit ?? '', item.note ?? ''));
    } else {
      out.push(...textLines(block).map((text) => line(text)));
    }
  }
  return out;
}
