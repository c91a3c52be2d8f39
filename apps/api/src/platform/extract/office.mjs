// Words of text documents and slides.
import { readZip } from './zip.mjs';
import { wordsOf } from './xml-text.mjs';

/** Of everything in an archive that is opened. */
const MOST_BYTES = 96 * 1024 * 1024;

const set = (...names) => new Set(names);
const MICROSOFT = { words: set('t'), lines: set('p', 'br', 'tr'), gaps: set('tab', 'tc') };
const OPEN_DOCUMENT = { words: set('p', 'h'), lines: set('p', 'h', 'line-break'), gaps: set('s', 'tab') };

/** Which parts hold words, and how they are marked. */
const KINDS = {
  DOCX: { parts: [/^word\/document\.xml$/u, /^word\/(?:footnotes|endnotes)\.xml$/u], marks: MICROSOFT },
  PPTX: { parts: [/^ppt\/slides\/slide(\d{1,5})\.xml$/u, /^ppt\/notesSlides\/notesSlide(\d{1,5})\.xml$/u], marks: MICROSOFT },
  ODT: { parts: [/^content\.xml$/u], marks: OPEN_DOCUMENT },
};

/** @param {Buffer} file @param {'DOCX' | 'PPTX' | 'ODT'} kind @param {number} most letters */
export function officeText(file, kind, most) {
  const { parts, marks } = KINDS[kind];
  const zip = readZip(file, MOST_BYTES);
  let text = '';
  for (const pattern of parts) {
    const names = zip.names.flatMap((name) => {
      const found = pattern.exec(name);
      return found ? [[Number(found[1] ?? 0), name]] : [];
    });
    for (const [, name] of names.sort(([a], [b]) => a - b)) {
      if (text.length >= most) return text;
      text += `${wordsOf(zip.open(name)?.toString('utf8') ?? '', marks, most - text.length)}\n`;
    }
  }
  return text;
}
