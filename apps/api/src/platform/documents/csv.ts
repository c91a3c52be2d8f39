import { stringify } from 'csv-stringify/sync';
import { prepare, type Document, type DocumentLanguage, type Value } from './document.js';
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
  return await Promise.resolve(csvText(records(ready), ready.lang, { bom: true }));
}

/** Rows as CSV in the form of `writeCsv`. A long table is written piece by piece: the first with `bom`, the others without. */
export function csvText(rows: readonly (readonly Value[])[], lang: DocumentLanguage, { bom = false } = {}): Buffer {
  const format = new Formatter(lang);
  const cell = (item: Value): string => (typeof item === 'number' ? format.plainNumber(item) : guardFormula(item ?? ''));
  const text = stringify(
    rows.map((row) => row.map(cell)),
    { bom, delimiter: csvSeparator(lang), record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
  return Buffer.from(text, 'utf8');
}

function records(document: Document): Value[][] {
  const words = documentWords[document.lang];
  const out: Value[][] = [[document.title]];
  if (document.author !== undefined) out.push([document.author]);
  if (document.subject !== undefined) out.push([document.subject]);
  out.push([document.date]);
  for (const block of document.blocks) {
    if (block.kind === 'pageBreak') continue;
    out.push(['']);
    if (block.kind === 'table') {
      out.push(
        [block.caption],
        block.columns.map(({ label }) => label),
        ...block.rows,
      );
    } else if (block.kind === 'figures') {
      if (block.caption !== undefined) out.push([block.caption]);
      out.push([words.figure, words.value, words.unit, words.note]);
      for (const item of block.items) out.push([item.label, item.value, item.unit ?? '', item.note ?? '']);
    } else {
      out.push(...textLines(block).map((text) => [text]));
    }
  }
  return out;
}
