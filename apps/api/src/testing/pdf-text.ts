import { PdfFile, PdfName, PdfReader, PdfRef, PdfWord, type PdfDict, type PdfValue } from './pdf-objects.js';

/** A part of the structure tree: its tag (`H1`, `TH`, …), its own language, a header cell's scope, and its text. */
export interface PdfElement {
  tag: string;
  lang?: string;
  scope?: string;
  text: string;
  children: PdfElement[];
}

export interface PdfContent {
  title: string;
  lang: string;
  tagged: boolean;
  /** The XMP metadata, as XML. */
  metadata: string;
  pages: number;
  root: PdfElement;
  /** Every element of the tree, parents before children. */
  elements: PdfElement[];
  /** Text in reading order, one line for each paragraph, heading or cell; decoration and page numbers are no part of it. */
  text: string;
}

/** Marked content by its number on one page, in pieces with the height at which each is drawn. */
type Marked = Map<number, { y: number; text: string }[]>;
type Matrix = [number, number, number, number, number, number];

/**
 * Reads what a screen reader would: the structure tree of a tagged PDF with the text of each element, through the fonts' ToUnicode maps.
 * For tests; it understands what Typst writes and throws at cross-reference streams.
 */
export function readPdf(bytes: Buffer): PdfContent {
  const file = new PdfFile(bytes);
  const catalog = file.dict(file.trailer.get('Root'));
  const pages = new Map<number, Marked>();
  for (const page of file.list(file.dict(catalog.get('Pages')).get('Kids')))
    if (page instanceof PdfRef) pages.set(page.id, markedContent(file, file.dict(page)));
  const tree = file.dict(catalog.get('StructTreeRoot'));
  const root: PdfElement = { tag: 'Root', text: '', children: [] };
  for (const kid of file.list(tree.get('K'))) root.children.push(element(file, file.dict(kid), pages, undefined));
  const elements = flat(root).slice(1);
  const info = file.dict(file.trailer.get('Info'));
  return {
    title: textString(info.get('Title')),
    lang: textString(catalog.get('Lang')),
    tagged: wordOf(file.dict(catalog.get('MarkInfo')).get('Marked')) === 'true',
    metadata: file.data(catalog.get('Metadata')).toString('utf8'),
    pages: pages.size,
    root,
    elements,
    text: elements
      .filter((item) => BLOCKS.has(item.tag))
      .map((item) => item.text)
      .join('\n'),
  };
}

const BLOCKS = new Set(['P', 'Title', 'H1', 'H2', 'H3', 'TH', 'TD', 'Caption', 'LI']);

function element(file: PdfFile, dict: PdfDict, pages: Map<number, Marked>, parentPage: PdfValue | undefined): PdfElement {
  const page = dict.get('Pg') ?? parentPage;
  const out: PdfElement = { tag: nameOf(dict.get('S')), text: '', children: [] };
  const lang = textString(dict.get('Lang'));
  if (lang !== '') out.lang = lang;
  for (const attributes of file.list(dict.get('A'))) {
    const scope = nameOf(file.dict(attributes).get('Scope'));
    if (scope !== '') out.scope = scope;
  }
  const pieces: { y: number; text: string }[] = [];
  for (const kid of file.list(dict.get('K'))) {
    const target = file.dict(kid);
    if (typeof kid === 'number') pieces.push(...marked(pages, page, kid));
    else if (nameOf(target.get('Type')) === 'MCR') pieces.push(...marked(pages, target.get('Pg') ?? page, Number(target.get('MCID'))));
    else if (target.has('S')) {
      const child = element(file, target, pages, page);
      out.children.push(child);
      pieces.push({ y: Number.NaN, text: child.text });
    }
  }
  out.text = joined(pieces);
  return out;
}

/** A line that wraps loses its blank, so another height means another word. */
function joined(pieces: { y: number; text: string }[]): string {
  let text = '';
  let last = Number.NaN;
  for (const piece of pieces) {
    const newLine = !Number.isNaN(piece.y) && !Number.isNaN(last) && Math.abs(piece.y - last) > 0.5;
    text += newLine && text !== '' && !/\s$/.test(text) ? ` ${piece.text}` : piece.text;
    last = piece.y;
  }
  // Zero-width spaces are where long words may break.
  return text
    .replaceAll('\u200B', '')
    .replace(/[^\S\u00A0\u202F]+/g, ' ')
    .trim();
}

function marked(pages: Map<number, Marked>, page: PdfValue | undefined, id: number): { y: number; text: string }[] {
  return (page instanceof PdfRef ? pages.get(page.id)?.get(id) : undefined) ?? [];
}

/** Runs a page's drawing operators as far as text is concerned (ISO 32000-1, 9.4 and 14.6). */
function markedContent(file: PdfFile, page: PdfDict): Marked {
  const out: Marked = new Map();
  const fonts = fontMaps(file, file.dict(file.dict(page.get('Resources')).get('Font')));
  const reader = new PdfReader(
    Buffer.concat(
      file.list(page.get('Contents')).length > 1
        ? file.list(page.get('Contents')).map((part) => file.data(part))
        : [file.data(page.get('Contents'))],
    ),
  );
  const open: (number | undefined)[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let line: Matrix = matrix;
  let font: Map<string, string> | undefined;
  let operands: PdfValue[] = [];
  for (let value = reader.next(); value !== undefined; value = reader.next()) {
    if (!(value instanceof PdfWord)) {
      operands.push(value);
      continue;
    }
    const numbers = operands.filter((operand) => typeof operand === 'number') as Matrix;
    if (value.word === 'BDC') open.push(markedId(operands[1]));
    else if (value.word === 'BMC') open.push(undefined);
    else if (value.word === 'EMC') open.pop();
    else if (value.word === 'q') saved.push(matrix);
    else if (value.word === 'Q') matrix = saved.pop() ?? matrix;
    else if (value.word === 'cm') matrix = multiply(numbers, matrix);
    else if (value.word === 'Tm') line = numbers;
    else if (value.word === 'Td' || value.word === 'TD') line = multiply([1, 0, 0, 1, numbers[0], numbers[1]], line);
    else if (value.word === 'Tf') font = fonts.get(nameOf(operands[0]));
    else if (value.word === 'Tj' || value.word === 'TJ') {
      const id = open.findLast((item) => item !== undefined);
      if (id !== undefined) out.set(id, [...(out.get(id) ?? []), { y: multiply(line, matrix)[5], text: shown(operands[0], font) }]);
    }
    operands = [];
  }
  return out;
}

function markedId(properties: PdfValue | undefined): number | undefined {
  const id = properties instanceof Map ? properties.get('MCID') : undefined;
  return typeof id === 'number' ? id : undefined;
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

function shown(value: PdfValue | undefined, font: Map<string, string> | undefined): string {
  const parts = Array.isArray(value) ? value : [value];
  let text = '';
  for (const part of parts) {
    if (!Buffer.isBuffer(part)) continue;
    for (let at = 0; at < part.length; at += 2) text += font?.get(part.toString('hex', at, at + 2)) ?? '\uFFFD';
  }
  return text;
}

/** The ToUnicode map of each font: two bytes in hexadecimal → text. */
function fontMaps(file: PdfFile, fonts: PdfDict): Map<string, Map<string, string>> {
  return new Map(Array.from(fonts, ([name, font]) => [name, toUnicode(file.data(file.dict(font).get('ToUnicode')).toString('latin1'))]));
}

function toUnicode(cmap: string): Map<string, string> {
  const out = new Map<string, string>();
  const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) out.set(code.toLowerCase(), utf16(text));
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, from = '', to = '', text = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      for (let code = parseInt(from, 16); code <= parseInt(to, 16); code++) {
        const moved = (parseInt(text, 16) + code - parseInt(from, 16)).toString(16).padStart(text.length, '0');
        out.set(code.toString(16).padStart(4, '0'), utf16(moved));
      }
    }
  }
  return out;
}

function flat(item: PdfElement): PdfElement[] {
  return [item, ...item.children.flatMap(flat)];
}

function nameOf(value: PdfValue | undefined): string {
  return value instanceof PdfName ? value.name : '';
}

function wordOf(value: PdfValue | undefined): string {
  return value instanceof PdfWord ? value.word : '';
}

/** A text string is UTF-16 with its mark, or else close enough to Latin 1. */
function textString(value: PdfValue | undefined): string {
  if (!Buffer.isBuffer(value)) return '';
  return value[0] === 0xfe && value[1] === 0xff ? Buffer.from(value.subarray(2)).swap16().toString('utf16le') : value.toString('latin1');
}
