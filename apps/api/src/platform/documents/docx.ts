import {
  BorderStyle,
  Document as Word,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  TextRun,
  type Table,
} from 'docx';
import { prepare, type Block, type Document, type DocumentLanguage, type Party, type Run } from './document.js';
import { BULLETS, docxNumbering, docxStyles, MUTED, NUMBERS, PINE, SUNKEN, WORD_LANGUAGE } from './docx-styles.js';
import { docxFigures, docxTable } from './docx-table.js';
import { documentWords } from './messages.js';
import { Formatter } from './values.js';

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/**
 * Writes a document for a word processor: its language, Word's own heading, title and caption styles, header rows,
 * title in the properties. A document with `letter` begins with sender and recipient.
 *
 * @throws InvalidDocumentError
 */
export async function writeDocx(document: Document): Promise<Buffer> {
  const ready = prepare(document);
  const format = new Formatter(ready.lang);
  const word = new Word({
    title: ready.title,
    creator: ready.author ?? ready.letter?.sender.name ?? '',
    subject: ready.subject ?? '',
    styles: docxStyles(ready.lang),
    numbering: docxNumbering(),
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1420, bottom: 1360, left: 1418, right: 1418 } },
          titlePage: true,
        },
        // The first page carries the title itself, so its head stays empty.
        headers: {
          first: new Header({ children: [new Paragraph('')] }),
          default: new Header({ children: [new Paragraph({ children: [small(ready.title)] })] }),
        },
        footers: { first: footer(ready.lang), default: footer(ready.lang) },
        children: [...opening(ready, format), ...ready.blocks.flatMap((block, index) => drawn(block, index, ready, format))],
      },
    ],
  });
  return await Packer.toBuffer(word);
}

function opening(document: Document, format: Formatter): Paragraph[] {
  const day = format.dayInWords(document.date);
  const title = new Paragraph({ heading: HeadingLevel.TITLE, text: document.title });
  if (document.letter !== undefined) {
    const { sender, recipient, place, reference } = document.letter;
    const words = documentWords[document.lang];
    const where = [place, day].filter((part) => part !== undefined).join(', ');
    return [
      party(sender, true),
      new Paragraph({ children: [small(where, 20)], alignment: 'end', spacing: { before: 300, after: 0 } }),
      ...(reference === undefined ? [] : [new Paragraph({ children: [small(`${words.reference}: ${reference}`, 20)], alignment: 'end' })]),
      party(recipient, false),
      new Paragraph({
        heading: HeadingLevel.TITLE,
        spacing: { before: 500, after: 300 },
        children: [new TextRun({ text: document.title, size: 32 })],
      }),
    ];
  }
  const under = [document.subject, day].filter((part) => part !== undefined).join(' · ');
  return [
    ...(document.author === undefined
      ? []
      : [new Paragraph({ children: [new TextRun({ text: document.author, bold: true, size: 19, color: PINE })] })]),
    title,
    new Paragraph({
      children: [small(under, 19)],
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: PINE, space: 8 } },
      spacing: { after: 300 },
    }),
  ];
}

function party({ name, lines = [] }: Party, ruled: boolean): Paragraph {
  return new Paragraph({
    children: [
      new TextRun({ text: name, bold: true }),
      ...lines.map((line) => new TextRun({ text: line, size: 19, color: MUTED, break: 1 })),
    ],
    ...(ruled ? { border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: PINE, space: 8 } } } : {}),
  });
}

function drawn(block: Block, index: number, document: Document, format: Formatter): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], children: [new TextRun({ text: block.text, ...language(block.lang) })] })];
    case 'paragraph':
      return [new Paragraph({ children: runs(block.runs, block.lang) })];
    case 'note':
      return [
        new Paragraph({
          children: runs(block.runs, block.lang),
          shading: { fill: SUNKEN, type: 'clear', color: 'auto' },
          border: { left: { style: BorderStyle.SINGLE, size: 20, color: PINE, space: 8 } },
          spacing: { before: 200, after: 200 },
        }),
      ];
    case 'list': {
      // Each ordered list is an instance of its own, so that it begins at one.
      const numbering = block.ordered === true ? { reference: NUMBERS, level: 0, instance: index } : { reference: BULLETS, level: 0 };
      return block.items.map((item) => new Paragraph({ children: runs(item, block.lang), numbering, spacing: { after: 60 } }));
    }
    case 'table':
      return docxTable(block, format);
    case 'figures':
      return docxFigures(block, format, documentWords[document.lang]);
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
    case 'signature':
      return [
        new Paragraph({
          keepLines: true,
          indent: { left: 5400 },
          spacing: { before: 900 },
          border: { top: { style: BorderStyle.SINGLE, size: 6, color: '1C2423', space: 6 } },
          children: [
            new TextRun({ text: block.name, bold: true }),
            ...(block.role === undefined ? [] : [new TextRun({ text: block.role, size: 18, color: MUTED, break: 1 })]),
          ],
        }),
      ];
  }
}

function runs(items: Run[], lang: DocumentLanguage | undefined): (TextRun | ExternalHyperlink)[] {
  return items.flatMap(({ text, bold, italic, href }): (TextRun | ExternalHyperlink)[] => {
    const base = {
      bold: bold ?? false,
      italics: italic ?? false,
      ...language(lang),
      ...(href === undefined ? {} : { color: PINE, underline: {} }),
    };
    // Word ignores line feeds in text; a break stands for each.
    const lines = text.split(/\r\n|[\r\n]/).map((line, at) => new TextRun({ ...base, text: line, break: at === 0 ? 0 : 1 }));
    return href === undefined ? lines : [new ExternalHyperlink({ link: href, children: lines })];
  });
}

function language(lang: DocumentLanguage | undefined): { language?: { value: string } } {
  return lang === undefined ? {} : { language: { value: WORD_LANGUAGE[lang] } };
}

function small(text: string, size = 17): TextRun {
  return new TextRun({ text, size, color: MUTED });
}

function footer(lang: DocumentLanguage): Footer {
  const children = documentWords[lang].page
    .split(/(\{pages?\})/)
    .map((part) => (part === '{page}' ? PageNumber.CURRENT : part === '{pages}' ? PageNumber.TOTAL_PAGES : part));
  return new Footer({ children: [new Paragraph({ alignment: 'end', children: [new TextRun({ children, size: 17, color: MUTED })] })] });
}
