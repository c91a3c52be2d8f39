import { Workbook } from '@cj-tech-master/excelts';
import { parse } from 'csv-parse/sync';
import { readPdf } from '../../testing/pdf-text.js';
import { sampleDocument } from '../../testing/sample-document.js';
import { unzip } from '../../testing/unzip.js';
import type { Document, DocumentLanguage, Value } from './document.js';
import { formats } from './formats.js';
import { closePdfWriter } from './pdf.js';
import { Formatter } from './values.js';

const languages: DocumentLanguage[] = ['en', 'el', 'pl', 'ru'];

/** What spreadsheets have run as formulas, or taken for something else than text. */
const formulas = [
  "=cmd|' /C calc'!A0",
  '+1',
  '-1',
  '@SUM(1+1)',
  '\t=1',
  '\r=1',
  '\n=1+1',
  '＝1+1',
  ' =1+1',
  '=HYPERLINK("http://x.example","y")',
  '-2+3+cmd|x',
  "'=1",
  '12;=1',
  '"=1"',
  '1e5',
  '0012',
  '3-4',
];

/** A line of a document ends in LF, since XML cannot keep CR. */
const asKept = formulas.map((text) => text.replaceAll('\r', '\n'));

describe('formats', () => {
  afterAll(closePdfWriter);

  function parseCsv(bytes: Buffer, delimiter: string): string[][] {
    return parse(bytes, { bom: true, delimiter, relax_column_count: true }) as string[][];
  }

  async function openBook(bytes: Buffer): Promise<Workbook> {
    const book = new Workbook();
    await book.xlsx.load(bytes);
    return book;
  }

  /** The text of Word's XML, cell by cell and paragraph by paragraph. */
  function wordText(bytes: Buffer): string[] {
    const xml = unzip(bytes).get('word/document.xml')?.toString('utf8') ?? '';
    const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
    return Array.from(xml.matchAll(/<w:p[ >]([^]*?)<\/w:p>/g), ([, paragraph = '']) =>
      Array.from(paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g), ([, text = '']) =>
        text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? ''),
      ).join(''),
    );
  }

  function freeText(texts: string[]): Document {
    return {
      title: texts[0] ?? '',
      lang: 'pl',
      author: texts[1] ?? '',
      date: '2026-06-30',
      blocks: [
        ...texts.map((text) => ({ kind: 'heading' as const, level: 1 as const, text })),
        { kind: 'paragraph', runs: texts.map((text) => ({ text })) },
        ...texts.map((text) => ({ kind: 'note' as const, runs: [{ text }] })),
        { kind: 'list', items: texts.map((text) => [{ text }]) },
        { kind: 'figures', caption: texts[0] ?? '', items: texts.map((text) => ({ label: text, value: text, unit: text, note: text })) },
        { kind: 'table', caption: texts[0] ?? '', columns: texts.map((label) => ({ label, kind: 'text' })), rows: [texts] },
        { kind: 'signature', name: texts[0] ?? '', role: texts[1] ?? '' },
      ],
    };
  }

  describe('the same figures', () => {
    test.each(languages)('stand in all five formats, in %s', async (lang) => {
      const document = sampleDocument(lang);
      const table = document.blocks.find((block) => block.kind === 'table');
      const figures = document.blocks.find((block) => block.kind === 'figures');
      if (table?.kind !== 'table' || figures?.kind !== 'figures') throw new Error('the sample has a table and figures');
      const format = new Formatter(lang);
      const shown = table.rows.flatMap((row) => table.columns.map((column, at) => format.cell(column, row[at] ?? null)));
      const values = figures.items.map((item) => item.value);

      const json = JSON.parse((await formats.JSON.write(document)).toString('utf8')) as Document;
      expect(json.blocks).toEqual(document.blocks);

      const records = parseCsv(await formats.CSV.write(document), lang === 'en' ? ',' : ';');
      const number = (text: string | undefined): number => Number((text ?? '').replace(lang === 'en' ? ' ' : ',', '.'));
      const first = records.findIndex((record) => record[0] === table.columns[0]?.label) + 1;
      const csvRows = records
        .slice(first, first + table.rows.length)
        .map(([day = '', name = '', came, rating]): Value[] => [day, name, number(came), rating === '' ? null : number(rating)]);
      expect(csvRows).toEqual(table.rows);
      expect(figures.items.map((item) => number(records.find((record) => record.length === 4 && record[0] === item.label)?.[1]))).toEqual(
        values,
      );

      const book = await openBook(await formats.XLSX.write(document));
      const sheet = book.worksheets[2];
      const cells = table.rows.map((_, at) => [1, 2, 3, 4].map((column) => sheet?.getCell(at + 2, column).value ?? null));
      expect(cells.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)))).toEqual(table.rows);
      expect(cells[0]?.[0]).toBeInstanceOf(Date);
      expect(figures.items.map((_, at) => book.worksheets[1]?.getCell(at + 3, 2).value)).toEqual(values);

      const word = wordText(await formats.DOCX.write(document));
      const tableStart = word.indexOf(table.columns[0]?.label ?? '') + table.columns.length;
      expect(word.slice(tableStart, tableStart + shown.length)).toEqual(shown);
      const pdf = readPdf(await formats.PDF.write(document));
      const tableCells = pdf.elements.filter((element) => element.tag === 'TD').map((element) => element.text);
      expect(tableCells.slice(-shown.length)).toEqual(shown);
      for (const item of figures.items) {
        const text = [format.figure(item), item.unit].filter((part) => part !== undefined).join(' ');
        expect(word).toContain(text);
        expect(tableCells).toContain(text);
      }
    });
  });

  describe('free text that looks like a formula', () => {
    test('stays text in CSV', async () => {
      const bytes = await formats.CSV.write(freeText(formulas));
      const cells = parseCsv(bytes, ';').flat();
      expect(cells.filter((cell) => /^[\s\u200B]*[=+\-@＝]/u.test(cell) || /^[\t\r\n]/.test(cell))).toEqual([]);
      for (const text of asKept) expect(cells.some((cell) => cell === text || cell === `'${text}`)).toBe(true);
    });

    test('stays text in XLSX', async () => {
      const bytes = await formats.XLSX.write(freeText(formulas));
      for (const [name, xml] of unzip(bytes)) if (/sheets?\d*\.xml$/.test(name)) expect(xml.toString('utf8')).not.toMatch(/<f[ >/]/);
      const book = await openBook(bytes);
      const found: unknown[] = [];
      book.eachSheet((sheet) => {
        sheet.eachRow((row) => {
          row.eachCell((cell) => found.push(cell.value));
        });
      });
      expect(found.filter((value) => typeof value !== 'string' && !(value instanceof Date))).toEqual([]);
      expect(found).toEqual(expect.arrayContaining(asKept));
    });

    test('is nothing but text in DOCX', async () => {
      const xml = unzip(await formats.DOCX.write(freeText(formulas)))
        .get('word/document.xml')
        ?.toString('utf8');
      expect(xml).not.toMatch(/instrText|fldSimple/);
      expect(xml).toContain('=cmd|&apos; /C calc&apos;!A0'.replaceAll('&apos;', xml?.includes('&apos;') === true ? '&apos;' : "'"));
    });
  });

  describe('a file for a spreadsheet', () => {
    test('is UTF-8 with BOM, with the separator and decimal sign of its reader', async () => {
      const document: Document = {
        title: 'Ż',
        lang: 'pl',
        date: '2026-01-01',
        blocks: [
          {
            kind: 'figures',
            items: [
              { label: 'a', value: -1234.5 },
              { label: 'b', value: null },
            ],
          },
        ],
      };
      const polish = (await formats.CSV.write(document)).toString('utf8');
      expect(polish.startsWith('\uFEFFŻ\r\n')).toBe(true);
      expect(polish).toContain('\r\na;-1234,5;;\r\nb;;;\r\n');
      expect((await formats.CSV.write({ ...document, lang: 'en' })).toString('utf8')).toContain('\r\na,-1234.5,,\r\n');
    });

    test('names its sheets as Excel allows, whatever the captions', async () => {
      const captions = ['History', "'[a]:*?/\\b'", 'x'.repeat(60), 'X'.repeat(60), '', 'Σύνολο'];
      const blocks = captions.map((caption) => ({
        kind: 'table' as const,
        caption,
        columns: [{ label: 'c', kind: 'text' as const }],
        rows: [['z'.repeat(40_000)]],
      }));
      const book = await openBook(await formats.XLSX.write({ title: 'T', lang: 'en', date: '2026-01-01', blocks }));
      const names = book.worksheets.map((sheet) => sheet.name);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(7);
      for (const name of names) expect(name).toMatch(/^(?!history$|')[^[\]:*?/\\]{1,31}(?<!')$/i);
    });

    test('loses nothing of a narrative longer than a cell', async () => {
      const text = '😀слово '.repeat(9000);
      const book = await openBook(
        await formats.XLSX.write({ title: 'T', lang: 'ru', date: '2026-01-01', blocks: [{ kind: 'paragraph', runs: [{ text }] }] }),
      );
      const cells: string[] = [];
      book.worksheets[0]?.eachRow((row) => cells.push(String(row.getCell(1).value)));
      expect(cells.join('')).toContain(text);
      expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThanOrEqual(32_767);
    });
  });

  describe('a file for a word processor', () => {
    test('has its language, real headings, header rows, title and a link', async () => {
      const document = sampleDocument('el');
      const files = unzip(await formats.DOCX.write(document));
      const xml = files.get('word/document.xml')?.toString('utf8') ?? '';
      expect(files.get('word/styles.xml')?.toString('utf8')).toContain('<w:lang w:val="el-GR"');
      expect(files.get('docProps/core.xml')?.toString('utf8')).toContain(`<dc:title>${document.title}</dc:title>`);
      for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3', 'Caption']) expect(xml).toContain(`<w:pStyle w:val="${style}"/>`);
      expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
      expect(files.get('word/_rels/document.xml.rels')?.toString('utf8')).toContain('Target="https://stoa.example/about"');
    });

    test('keeps two tables apart, which Word would join', async () => {
      const table = { kind: 'table' as const, caption: '', columns: [{ label: 'c', kind: 'text' as const }], rows: [['x']] };
      const xml = unzip(await formats.DOCX.write({ title: 'T', lang: 'en', date: '2026-01-01', blocks: [table, table] }))
        .get('word/document.xml')
        ?.toString('utf8');
      expect(xml).toMatch(/<\/w:tbl><w:p>[^]*<w:tbl>[^]*<\/w:tbl><w:p>/);
      expect(xml).not.toContain('</w:tbl><w:tbl>');
    });

    test('begins a letter with who writes to whom', async () => {
      const word = wordText(
        await formats.DOCX.write({
          title: 'Subject',
          lang: 'en',
          date: '2026-09-01',
          letter: { sender: { name: 'Sender', lines: ['Street'] }, recipient: { name: 'Recipient' }, place: 'Town' },
          blocks: [{ kind: 'signature', name: 'N', role: 'R' }],
        }),
      );
      expect(word).toEqual(['SenderStreet', 'Town, 1 September 2026', 'Recipient', 'Subject', 'NR']);
    });
  });

  test('text comes back as it was typed, without what no file can hold', async () => {
    const typed = 'a\u0000b\u0007 ńń\u200D e\u0301 ﷽ \u202Ex\ud800';
    const json = JSON.parse(
      (await formats.JSON.write({ title: typed, lang: 'en', date: '2026-01-01', blocks: [] })).toString('utf8'),
    ) as Document;
    expect(json.title).toBe('ab ńń\u200D e\u0301 ﷽ \u202Ex\uFFFD');
    for (const format of Object.values(formats))
      expect((await format.write({ title: typed, lang: 'en', date: '2026-01-01', blocks: [] })).length).toBeGreaterThan(30);
  });
});
