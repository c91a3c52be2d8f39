import { readFile } from 'node:fs/promises';
import { readPdf, type PdfContent } from '../../testing/pdf-text.js';
import { sampleDocument } from '../../testing/sample-document.js';
import { InvalidDocumentError, type Document, type DocumentLanguage } from './document.js';
import { closePdfWriter, writePdf } from './pdf.js';
import { Formatter } from './values.js';

const languages: DocumentLanguage[] = ['en', 'el', 'pl', 'ru'];

const letter: Document = {
  title: 'Ορισμός συντονίστριας δικτύου',
  lang: 'el',
  date: '2026-09-01',
  letter: {
    sender: { name: 'ΚΕ.Π.Ε.Α. Ερμούπολης', lines: ['Σχολείων 4', '841 00 Σύρος'] },
    recipient: { name: 'Άννα Ξενάκη', lines: ['2ο Γυμνάσιο'] },
    place: 'Ερμούπολη',
    reference: '17/2026',
  },
  blocks: [
    { kind: 'paragraph', runs: [{ text: 'Σας ορίζουμε συντονίστρια του ' }, { text: 'Δικτύου βιβλιοθηκών', bold: true }, { text: '.' }] },
    { kind: 'signature', name: 'Ιωάννης Βάος' },
  ],
};

describe('pdf', () => {
  afterAll(closePdfWriter);

  function tags(pdf: PdfContent, tag: string): string[] {
    return pdf.elements.filter((element) => element.tag === tag).map((element) => element.text);
  }

  describe('a report as PDF', () => {
    test.each(languages)('is tagged, titled and in its language, in %s', async (lang) => {
      const document = sampleDocument(lang);
      const pdf = readPdf(await writePdf(document));
      expect(pdf).toMatchObject({ title: document.title, lang, tagged: true });
      expect(pdf.metadata).toMatch(/<pdfuaid:part>1</);
      expect(pdf.metadata).toContain(document.title);
      expect(pdf.pages).toBeGreaterThan(1);
    });

    test.each(languages)('gives its text, headings, captions and header cells to a reader, in %s', async (lang) => {
      const document = sampleDocument(lang);
      const pdf = readPdf(await writePdf(document));
      for (const block of document.blocks) {
        if (block.kind === 'heading') expect(tags(pdf, `H${block.level}`)).toContain(block.text);
        if (block.kind === 'paragraph')
          expect(tags(pdf, 'P')).toContain(
            block.runs
              .map((run) => run.text)
              .join('')
              .trim(),
          );
        if (block.kind === 'list')
          expect(tags(pdf, 'LBody')).toEqual(
            expect.arrayContaining(
              block.items.map((item) =>
                item
                  .map((run) => run.text)
                  .join('')
                  .trim(),
              ),
            ),
          );
        if (block.kind !== 'table') continue;
        expect(tags(pdf, 'Caption')).toContain(block.caption);
        const headers = pdf.elements.filter((element) => element.tag === 'TH' && element.scope === 'Column').map((element) => element.text);
        expect(headers).toEqual(expect.arrayContaining(block.columns.map((column) => column.label)));
        const format = new Formatter(lang);
        const cells = tags(pdf, 'TD');
        const expected = block.rows.flatMap((row) => block.columns.map((column, index) => format.cell(column, row[index] ?? null)));
        expect(cells.slice(-expected.length)).toEqual(expected);
      }
    });

    test('marks a passage in another language', async () => {
      const pdf = readPdf(await writePdf(sampleDocument('pl')));
      const greek = pdf.elements.filter((element) => element.lang === 'el');
      expect(greek.map((element) => element.text).join(' ')).toContain('Τα μέλη συναντήθηκαν δέκα φορές');
    });

    test('is the same file for the same document', async () => {
      const [first, second] = await Promise.all([writePdf(sampleDocument('ru', 3)), writePdf(sampleDocument('ru', 3))]);
      expect(first.equals(second)).toBe(true);
    });

    test('shows markup as the text that it is', async () => {
      const texts = [
        '#read("/etc/passwd")',
        '$ x^2 $ *bold* _it_ `raw` <label> @ref',
        '= Heading',
        '#import "parts.typ": pine',
        '\\u{41}',
        '<script>alert(1)</script>',
      ];
      const document: Document = {
        title: '#panic("x")',
        lang: 'en',
        date: '2026-01-01',
        blocks: texts.map((text) => ({ kind: 'paragraph', runs: [{ text }] })),
      };
      const pdf = readPdf(await writePdf(document));
      expect(pdf.title).toBe('#panic("x")');
      expect(tags(pdf, 'P').filter((text) => texts.includes(text))).toEqual(texts);
    });

    test('draws a square where the font has no glyph, and never fails over what people type', async () => {
      const text = [
        'a😀b',
        '👩\u200D🏫',
        '❤\uFE0F',
        '漢字',
        'سلام',
        '\u2028x',
        '\uE000',
        '\u{10FFFD}',
        'e\u0301\u0323',
        '\u200Bz',
        '\u00AD-',
        'ﬁ',
        '→✓',
      ].join('|');
      const every = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).join('');
      const pdf = readPdf(
        await writePdf({
          title: '😀',
          lang: 'en',
          date: '2026-01-01',
          blocks: [text, every].map((item) => ({ kind: 'paragraph', runs: [{ text: item, bold: true, italic: true }, { text: item }] })),
        }),
      );
      expect(pdf.title).toBe('□');
      expect(pdf.text).toContain('a□b|□|');
      expect(pdf.text).toContain('|□□|□□□□|');
    });

    test('breaks long words inside narrow cells, and lays a wide table across', async () => {
      const columns = Array.from({ length: 10 }, (_, index) => ({ label: `Column ${index}`, kind: 'text' as const }));
      const long = 'x'.repeat(300);
      const bytes = await writePdf({
        title: 'T',
        lang: 'en',
        date: '2026-01-01',
        blocks: [
          { kind: 'paragraph', runs: [{ text: long }] },
          { kind: 'table', caption: 'Wide', columns, rows: [columns.map(() => 'Dwudziestopięcioliterowego')] },
        ],
      });
      expect(bytes.toString('latin1').match(/\/MediaBox \[[^\]]*\]/g)).toEqual([
        '/MediaBox [0 0 595.2756 841.8898]',
        '/MediaBox [0 0 841.8898 595.2756]',
      ]);
      const pdf = readPdf(bytes);
      expect(tags(pdf, 'P').map((text) => text.replaceAll(' ', ''))).toContain(long);
      expect(tags(pdf, 'TD').map((text) => text.replaceAll(' ', ''))).toEqual(columns.map(() => 'Dwudziestopięcioliterowego'));
    });

    test('keeps order in headings that skip a level, and drops links that could run something', async () => {
      const pdf = readPdf(
        await writePdf({
          title: 'Levels',
          lang: 'en',
          date: '2026-01-01',
          blocks: [
            { kind: 'heading', level: 3, text: 'first' },
            { kind: 'heading', level: 3, text: 'second' },
            { kind: 'paragraph', runs: [{ text: 'press', href: 'javascript:alert(1)' }] },
            { kind: 'pageBreak' },
            { kind: 'table', caption: '', columns: [{ label: 'Empty', kind: 'text' }], rows: [] },
          ],
        }),
      );
      expect(pdf.elements.map((element) => element.tag).filter((tag) => /^H\d$|Link/.test(tag))).toEqual(['H1', 'H2']);
      expect(pdf.pages).toBe(2);
    });

    test('refuses a document against its own model', async () => {
      const columns = [{ label: 'N', kind: 'number' as const }];
      await expect(writePdf({ title: 'T', lang: 'en', date: '2026-02-30', blocks: [] })).rejects.toThrow(InvalidDocumentError);
      await expect(
        writePdf({ title: 'T', lang: 'en', date: '2026-02-03', blocks: [{ kind: 'table', caption: 'C', columns, rows: [['7']] }] }),
      ).rejects.toMatchObject({ code: 'INVALID_DOCUMENT' });
    });

    test('goes on after its thread ended', async () => {
      await closePdfWriter();
      expect(readPdf(await writePdf(letter)).pages).toBe(1);
    });
  });

  describe('a letter as PDF', () => {
    test('names sender, recipient, place, date, subject and who signs, in that order', async () => {
      const pdf = readPdf(await writePdf(letter));
      expect(pdf).toMatchObject({ title: letter.title, lang: 'el', pages: 1 });
      const parts = [
        'ΚΕ.Π.Ε.Α. Ερμούπολης',
        'Άννα Ξενάκη',
        '1 Σεπτεμβρίου 2026',
        letter.title,
        'Σας ορίζουμε συντονίστρια του Δικτύου βιβλιοθηκών.',
        'Ιωάννης Βάος',
      ];
      const places = parts.map((part) => pdf.text.indexOf(part));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    });
  });

  test('the templates read nothing from the disk', async () => {
    const sources = await Promise.all(
      ['parts.typ', 'report.typ', 'letter.typ'].map((name) =>
        readFile(new URL(`../../../src/platform/documents/typst/${name}`, import.meta.url), 'utf8'),
      ),
    );
    expect(sources.join('\n')).not.toMatch(/\b(read|image|eval|plugin|include|csv|yaml|toml|xml)\(/);
  });
});
