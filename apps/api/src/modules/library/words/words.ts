import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as russian } from '@orama/stemmers/russian';
import { foldText, SEARCH_WORD_MAX, wordStem } from '@stoa/domain';
import { stemGreek } from './stem-greek.js';
import { stemPolish } from './stem-polish.js';

/** A word of a text: as it stands there in small letters, folded, and what its forms share. */
export interface Word {
  shown: string;
  folded: string;
  /** In a text one stem; in a query one for each language that the word may be of. */
  stems: readonly string[];
}

const SPLIT = /[^\p{L}\p{N}\p{M}]+/u;
/** ΚΕΔΔΥ written with dots between its letters. */
const DOTTED = /(?<![\p{L}\p{N}])(?:\p{L}{1,2}\.){2,}\p{L}{0,2}(?![\p{L}\p{N}])/gu;
const GREEK = /\p{Script=Greek}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Stress and ё; й keeps its mark until it is stemmed, since endings are told by it. */
const STRESS = /[\u0300\u0301\u0308]/gu;

/** Plurals of English that no ending explains. */
const ENGLISH: ReadonlyMap<string, string> = new Map([
  ['children', 'child'],
  ['women', 'woman'],
  ['men', 'man'],
  ['people', 'person'],
  ['taught', 'teach'],
]);

function pieces(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(DOTTED, (letters) => letters.replaceAll('.', ''))
    .toLowerCase()
    .split(SPLIT)
    .filter((piece) => piece !== '');
}

const stemEnglish = (word: string): string => english(ENGLISH.get(word) ?? word);
const stemRussian = (piece: string): string => foldText(russian(piece.normalize('NFD').replace(STRESS, '').normalize('NFC')));

/** Of languages in Latin letters that are stemmed by their own rules. */
const LATIN: Readonly<Record<string, (word: string) => string>> = { en: stemEnglish, pl: stemPolish };

function isCode(word: string): boolean {
  return /\p{N}/u.test(word);
}

function wordOf(piece: string, latin: (folded: string) => string[]): Word | null {
  const folded = foldText(piece)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, SEARCH_WORD_MAX);
  if (folded.length < 2 && !isCode(folded)) return null;
  if (isCode(folded)) return { shown: piece, folded, stems: [folded] };
  if (CYRILLIC.test(folded)) return { shown: piece, folded, stems: [stemRussian(piece).slice(0, SEARCH_WORD_MAX)] };
  if (GREEK.test(folded)) return { shown: piece, folded, stems: [stemGreek(folded)] };
  return { shown: piece, folded, stems: [...new Set(latin(folded))] };
}

/** Characters whose words are found in a few milliseconds. */
const PORTION = 16_384;
/** How far back a gap is looked for; what has none is no text of words, and is cut wherever that is. */
const LOOK_BACK = 256;

/** A long text in portions, cut between words. */
export function* portions(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    const piece = text.slice(at, at + PORTION);
    const tail = piece.slice(-LOOK_BACK);
    const gap = at + PORTION < text.length ? tail.search(/\s\S*$/u) : -1;
    const end = gap < 0 ? piece.length : piece.length - tail.length + gap;
    yield piece.slice(0, end);
    at += end;
  }
}

/** The words of a text in a language, in their order. Case, accents, final sigma, ł and ё are forgiven; single letters are left out. */
export function wordsOf(text: string, lang: string): Word[] {
  const stem = LATIN[lang] ?? wordStem;
  return pieces(text).flatMap((piece) => wordOf(piece, (folded) => [stem(folded)]) ?? []);
}

/** The words of a query, whose language nobody knows. */
export function queryWords(text: string): Word[] {
  return pieces(text).flatMap((piece) => wordOf(piece, (folded) => [stemEnglish(folded), stemPolish(folded), wordStem(folded)]) ?? []);
}
