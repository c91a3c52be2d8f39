import { Workbook, type Cell, type Worksheet } from '@cj-tech-master/excelts';
import { prepare, type Document, type FiguresBlock, type TableBlock, type Value } from './document.js';
import { documentWords, type DocumentWords } from './messages.js';
import { textLines } from './text-lines.js';
import { dateOf } from './values.js';

const PINE = { argb: 'FF0E5A5E' };
/** Excel's limits: characters of a sheet's name and of a cell. */
const SHEET_NAME = 31;
const CELL_TEXT = 32_767;

/**
 * Writes a document as a workbook: a sheet of its text, a sheet of its figures, and a sheet for each table.
 * Numbers and days are real ones; text is always a string cell, whatever it begins with.
 *
 * @throws InvalidDocumentError
 */
export async function writeXlsx(document: Document): Promise<Buffer> {
  const ready = prepare(document);
  const words = documentWords[ready.lang];
  const book = new Workbook();
  book.title = ready.title;
  book.subject = ready.subject ?? '';
  book.creator = ready.author ?? '';
  book.language = ready.lang;
  book.created = dateOf(ready.date);
  book.modified = book.created;

  // Excel keeps this name for itself.
  const names = new Set(['history']);
  textSheet(book.addWorksheet(sheetName(words.text, names)), ready);
  const figures = ready.blocks.filter((block) => block.kind === 'figures');
  if (figures.length > 0) figuresSheet(book.addWorksheet(sheetName(words.figures, names)), figures, words);
  for (const block of ready.blocks) {
    if (block.kind === 'table') tableSheet(book.addWorksheet(sheetName(block.caption || words.figures, names)), block);
  }
  const bytes = await book.xlsx.writeBuffer({ zip: { modTime: book.created } });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function textSheet(sheet: Worksheet, document: Document): void {
  const column = sheet.getColumn(1);
  column.width = 100;
  column.alignment = { wrapText: true, vertical: 'top' };
  append(sheet, [document.title]).font = { bold: true, size: 16 };
  for (const line of [document.author, document.subject]) if (line !== undefined) append(sheet, [line]);
  const day = append(sheet, [document.date], true);
  day.alignment = { horizontal: 'left' };
  for (const block of document.blocks) {
    for (const line of textLines(block).flatMap(cellfuls)) {
      const cell = append(sheet, [line]);
      if (block.kind === 'heading') cell.font = { bold: true, size: 15 - block.level, color: PINE };
    }
  }
}

function figuresSheet(sheet: Worksheet, blocks: FiguresBlock[], words: DocumentWords): void {
  header(sheet, [words.figure, words.value, words.unit, words.note]);
  for (const block of blocks) {
    if (block.caption !== undefined) append(sheet, [block.caption]).font = { bold: true };
    for (const { label, value, unit, note } of block.items) append(sheet, [label, value, unit ?? null, note ?? null]);
  }
  [44, 16, 16, 60].forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
}

function tableSheet(sheet: Worksheet, block: TableBlock): void {
  header(
    sheet,
    block.columns.map((column) => column.label),
  );
  for (const row of block.rows) {
    const at = sheet.rowCount + 1;
    block.columns.forEach((column, index) => {
      put(sheet.getCell(at, index + 1), row[index] ?? null, column.kind === 'date');
    });
  }
  block.columns.forEach((column, index) => {
    const longest = Math.max(column.label.length, ...block.rows.slice(0, 500).map((row) => String(row[index] ?? '').length));
    sheet.getColumn(index + 1).width = Math.min(Math.max(longest + 3, 10), 60);
  });
  if (block.rows.length > 0)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: block.rows.length + 1, column: block.columns.length } };
}

function header(sheet: Worksheet, labels: string[]): void {
  labels.forEach((label, index) => {
    const cell = sheet.getCell(1, index + 1);
    put(cell, label, false);
    cell.font = { bold: true };
    cell.border = { bottom: { style: 'medium', color: PINE } };
  });
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
}

/** Adds a row and gives back its first cell. */
function append(sheet: Worksheet, values: Value[], days = false): Cell {
  const at = sheet.rowCount + 1;
  values.forEach((value, index) => {
    put(sheet.getCell(at, index + 1), value, days);
  });
  return sheet.getCell(at, 1);
}

function put(cell: Cell, value: Value, day: boolean): void {
  if (value === null) return;
  if (typeof value === 'number') {
    cell.value = value;
  } else if (day) {
    cell.value = dateOf(value);
    cell.numFmt = 'yyyy-mm-dd';
  } else {
    // A string never becomes a formula here, and with the text format it does not become one when somebody edits the cell either.
    cell.value = cellfuls(value)[0] ?? '';
    cell.numFmt = '@';
  }
}

/** Long text in pieces that a cell can hold; a pair of surrogates stays together. */
function cellfuls(text: string): string[] {
  return text === '' ? [''] : (text.match(new RegExp(`[^]{1,${CELL_TEXT - 1}}(?![\\uDC00-\\uDFFF])`, 'g')) ?? []);
}

/** A name that Excel accepts and that no other sheet of the book has: no `[]:*?/\`, no apostrophe at the ends, 31 characters. */
function sheetName(wanted: string, taken: Set<string>): string {
  const base =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s']+|[\s']+$/g, '') || '1';
  for (let copy = 1; ; copy++) {
    const suffix = copy === 1 ? '' : ` ${copy}`;
    const name = base.slice(0, SHEET_NAME - suffix.length).replace(/[\s']+$/, '') + suffix;
    const key = name.toLocaleLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return name;
  }
}
