import { AlignmentType, BorderStyle, Paragraph, Table, TableRow, TableCell, TextRun, WidthType, type IBorderOptions } from 'docx';
import type { FiguresBlock, TableBlock } from './document.js';
import { HAIRLINE, INK, MUTED, PINE } from './docx-styles.js';
import type { DocumentWords } from './messages.js';
import type { Formatter } from './values.js';

interface Cell {
  runs: TextRun[];
  end: boolean;
}

/** Width of the text between the margins of an A4 page, in twentieths of a point. */
const TEXT_WIDTH = 9070;

/** A table of the model with its caption, a header row repeated on each page, and rows that never break. */
export function docxTable(block: TableBlock, format: Formatter): (Paragraph | Table)[] {
  const atEnd = block.columns.map((column) => (column.align ?? (column.kind === 'number' ? 'end' : 'start')) === 'end');
  const header = block.columns.map((column, index) => cell(bold(column.label, 17), atEnd[index] ?? false));
  const rows = block.rows.map((row) =>
    block.columns.map((column, index) => {
      const text = format.cell(column, row[index] ?? null);
      return cell(block.headerColumn === true && index === 0 ? bold(text, 18) : plain(text, 18), atEnd[index] ?? false);
    }),
  );
  const shares = block.columns.map((column) => (column.kind === 'text' ? 3 : 1));
  return [...caption(block.caption), table(header, rows, shares, block.headerColumn ?? false), afterTable()];
}

/** Figures as a table of label and value, so that both are heard together. */
export function docxFigures(block: FiguresBlock, format: Formatter, words: DocumentWords): (Paragraph | Table)[] {
  const header = [cell(bold(words.figure, 17), false), cell(bold(words.value, 17), true)];
  const rows = block.items.map((item) => {
    const note = item.note === undefined ? [] : [new TextRun({ text: item.note, size: 17, color: MUTED, break: 1 })];
    const unit = item.unit === undefined ? [] : [new TextRun({ text: ` ${item.unit}`, size: 18, color: MUTED })];
    const value = new TextRun({ text: format.figure(item), bold: true, size: 28, color: PINE });
    return [cell([...bold(item.label, 20), ...note], false), { runs: [value, ...unit], end: true }];
  });
  return [...caption(block.caption ?? ''), table(header, rows, [3, 1], true), afterTable()];
}

function table(header: Cell[], rows: Cell[][], shares: number[], headerColumn: boolean): Table {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.round((TEXT_WIDTH * share) / total));
  const row = (cells: Cell[], tableHeader: boolean): TableRow =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map(
        ({ runs, end }, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            margins: { top: 70, bottom: 70, left: 100, right: 100 },
            ...(tableHeader ? { borders: { bottom: line(6, PINE) } } : {}),
            children: [
              new Paragraph({ children: runs, alignment: end ? AlignmentType.END : AlignmentType.START, spacing: { after: 0, line: 252 } }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    tableLook: { firstRow: true, firstColumn: headerColumn, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
    borders: {
      top: line(10, PINE),
      bottom: line(6, PINE),
      insideHorizontal: line(4, HAIRLINE),
      left: NO_LINE,
      right: NO_LINE,
      insideVertical: NO_LINE,
    },
    rows: [row(header, true), ...rows.map((cells) => row(cells, false))],
  });
}

/** Word joins two tables with nothing between them. */
function afterTable(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 120, line: 120 }, children: [] });
}

const NO_LINE: IBorderOptions = { style: BorderStyle.NONE };

function line(size: number, color: string): IBorderOptions {
  return { style: BorderStyle.SINGLE, size, color };
}

function caption(text: string): Paragraph[] {
  return text === '' ? [] : [new Paragraph({ style: 'Caption', text })];
}

function cell(runs: TextRun[], end: boolean): Cell {
  return { runs, end };
}

function bold(text: string, size: number): TextRun[] {
  return [new TextRun({ text, bold: true, size, color: INK })];
}

function plain(text: string, size: number): TextRun[] {
  return [new TextRun({ text, size })];
}
