import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Visitor } from './visitor.js';
import { readPdf } from '../../../apps/api/src/testing/pdf-text.js';
import { unzip } from '../../../apps/api/src/testing/unzip.js';

/** Figures by their label. */
export type Figures = Record<string, number>;

interface Block {
  kind: string;
  items?: { label: string; value: number }[];
}

interface Book {
  xlsx: { load(bytes: Buffer): Promise<unknown> };
  worksheets: { eachRow(visit: (row: { values: unknown }) => void): void }[];
}

const fromApi = createRequire(new URL('../../../apps/api/package.json', import.meta.url));

/** Asks for the open report in a format, as a person does. @returns the file */
export async function exportReport(visitor: Visitor, format: string): Promise<Buffer> {
  const { page } = visitor;
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(new RegExp(`^${format},`)).click();
  await dialog.getByRole('button', { name: 'Write the file' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('link', { name: 'Download' }).click({ timeout: 60_000 }),
  ]);
  const bytes = readFileSync(await download.path());
  await dialog.getByRole('button', { name: 'Close' }).click();
  return bytes;
}

/** Figures that a report's page shows and opens, by the label of their rows. */
export async function figuresOnPage({ page }: Visitor): Promise<Figures> {
  const chips = await page
    .locator('button.figure-chip')
    .evaluateAll((elements) => elements.map((chip) => ({ title: chip.getAttribute('title') ?? '', text: chip.textContent ?? '' })));
  return Object.fromEntries(chips.map(({ title, text }) => [/“(.*)”/.exec(title)?.[1] ?? title, Number(/\d+/.exec(text)?.[0])]));
}

/** The labels and values of the tables of figures in each format, as far as `labels` names them. */
export const figuresIn: Readonly<Record<string, (bytes: Buffer, labels: readonly string[]) => Promise<Figures>>> = {
  JSON: async (bytes, labels) => {
    const { blocks } = JSON.parse(bytes.toString('utf8')) as { blocks: Block[] };
    return picked(
      blocks.filter(({ kind }) => kind === 'figures').flatMap(({ items = [] }) => items.map(({ label, value }) => [label, String(value)])),
      labels,
    );
  },
  CSV: async (bytes, labels) => {
    const { parse } = fromApi('csv-parse/sync') as { parse(bytes: Buffer, options: object): string[][] };
    return picked(parse(bytes, { bom: true, delimiter: [',', ';'], relax_column_count: true }), labels);
  },
  XLSX: async (bytes, labels) => {
    const { Workbook } = fromApi('@cj-tech-master/excelts') as { Workbook: new () => Book };
    const book = new Workbook();
    await book.xlsx.load(bytes);
    const rows: string[][] = [];
    for (const sheet of book.worksheets) sheet.eachRow(({ values }) => rows.push((values as unknown[]).slice(1).map(String)));
    return picked(rows, labels);
  },
  DOCX: async (bytes, labels) => {
    const xml = unzip(bytes).get('word/document.xml')?.toString('utf8') ?? '';
    const rows = Array.from(xml.matchAll(/<w:tr[ >]([^]*?)<\/w:tr>/g), ([, row = '']) =>
      Array.from(row.matchAll(/<w:tc[ >]([^]*?)<\/w:tc>/g), ([, cell = '']) =>
        Array.from(cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g), ([, text = '']) => text).join(''),
      ),
    );
    return picked(rows, labels);
  },
  PDF: async (bytes, labels) => {
    const rows = readPdf(bytes).elements.filter(({ tag }) => tag === 'TR');
    return picked(
      rows.map(({ children }) => children.map(({ text }) => text)),
      labels,
    );
  },
};

function picked(rows: readonly (readonly string[])[], labels: readonly string[]): Figures {
  return Object.fromEntries(
    rows.filter(([label = '']) => labels.includes(label)).map(([label = '', value = '']) => [label, Number(value.replace(/[^\d.]/g, ''))]),
  );
}
