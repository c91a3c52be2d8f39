import { foldText } from './fold.js';
import { transliterate } from './transliterate.js';

/** The most words of a query that are looked at. */
export const SEARCH_TOKENS_MAX = 8;

/** The most characters of a query that are looked at: nobody types more, and folding a book to search for it would cost everybody. */
const SEARCH_LENGTH_MAX = 200;

/** A word is kept and looked for by so many letters at most. */
export const SEARCH_WORD_MAX = 64;

/** Words are compared without their last letters, since languages bend them: of a word this long, so many letters. */
const ENDINGS: readonly (readonly [length: number, letters: number])[] = [
  [6, 2],
  [4, 1],
];

/** What a folded word and its other forms begin with. Codes and numbers have no other forms. */
export function wordStem(word: string): string {
  if (/\p{N}/u.test(word)) return word;
  const [, letters = 0] = ENDINGS.find(([length]) => word.length >= length) ?? [];
  return word.slice(0, word.length - letters);
}

function words(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The folded words of a query's first 200 characters, each once and eight at most; every one is the beginning of some word of what is sought. */
export function searchFold(query: string): string[] {
  return [...new Set(words(query.slice(0, SEARCH_LENGTH_MAX)))].slice(0, SEARCH_TOKENS_MAX);
}

/**
 * What a record is found by: the folded words of its texts and, for Greek and Cyrillic ones, their Latin form, separated by single
 * spaces. Kept in a column, it is matched by `searchFold` of a query.
 */
export function searchText(texts: readonly (string | null | undefined)[]): string {
  const all = texts.flatMap((text) => (text === null || text === undefined ? [] : [...words(text), ...words(transliterate(text))]));
  return [...new Set(all)].join(' ');
}

/** Whether each token begins some word of a text made by `searchText`. No tokens match everything. */
export function matchesTokens(text: string, tokens: readonly string[]): boolean {
  const padded = ` ${text}`;
  return tokens.every((token) => padded.includes(` ${token}`));
}
