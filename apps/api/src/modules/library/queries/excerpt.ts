import type { ExcerptPart } from '../../discussions/index.js';
import { wordsOf } from '../words/words.js';

/** Characters of an excerpt, and of what stands before the first word that was sought. */
const LENGTH = 220;
const BEFORE = 60;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Markdown without its signs, on one line. */
function plain(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[*_`#>|~]+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

interface Mark {
  from: number;
  to: number;
}

function marksIn(text: string, lang: string, stems: ReadonlySet<string>): Mark[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    wordsOf(word, lang).some(({ stems: [stem = ''] }) => stems.has(stem)) ? [{ from: index, to: index + word.length }] : [],
  );
}

/** A whole sign, so that no pair of surrogates is cut in two. */
const whole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/u.test(text.charAt(at)) ? at - 1 : at);

/**
 * A piece of the first of some texts that holds a word with one of the stems, with all such words in it marked; the beginning of the
 * first text where none does.
 */
export function excerptOf(texts: readonly string[], lang: string, stems: ReadonlySet<string>): ExcerptPart[] {
  const shown = texts.map(plain).filter((text) => text !== '');
  for (const text of shown) {
    const marks = marksIn(text, lang, stems);
    const [first] = marks;
    if (first) return cut(text, first.from <= LENGTH - BEFORE ? 0 : whole(text, first.from - BEFORE), marks);
  }
  return shown[0] === undefined ? [] : cut(shown[0], 0, []);
}

function cut(text: string, from: number, marks: readonly Mark[]): ExcerptPart[] {
  const to = whole(text, Math.min(text.length, from + LENGTH));
  const parts: ExcerptPart[] = [];
  const add = (end: number, found: boolean, at: number): number => {
    if (end > at) parts.push({ text: text.slice(at, end), found });
    return Math.max(at, end);
  };
  let at = from;
  if (from > 0) parts.push({ text: '… ', found: false });
  for (const mark of marks) if (mark.from >= from && mark.to <= to) at = add(mark.to, true, add(mark.from, false, at));
  add(to, false, at);
  if (to < text.length) parts.push({ text: ' …', found: false });
  return parts;
}
