import { TITLE } from '../index/weighted.js';
import { STOP_WORDS } from './stop-words.js';
import { meaningAt } from './synonyms.js';
import { queryWords, type Word } from './words.js';

/** The most words of a query that are looked for. */
const WORDS_MAX = 12;

/** A query as tsqueries. */
export interface TextQuery {
  /** The words that are looked for. */
  words: Word[];
  /** All words, each or what means the same. */
  all: string;
  /** Any of the words as they stand, to tell how well something fits. */
  literal: string;
  /** Any of the words or of what means the same. */
  any: string;
  /** All words as they stand in the title. */
  title: string;
}

const quoted = (stem: string): string => `'${stem}'`;
const anyOf = (stems: readonly string[]): string => `(${stems.map(quoted).join(' | ')})`;

/** The words of a query that are looked for; none where it holds only signs. */
export function soughtWords(query: string): Word[] {
  const words = queryWords(query);
  const telling = words.filter(({ folded }) => !STOP_WORDS.has(folded));
  return (telling.length > 0 ? telling : words).slice(0, WORDS_MAX);
}

/** Makes tsqueries of words. Stems hold letters and digits alone, so nothing in them is an operator. @param words not empty */
export function textQuery(words: Word[]): TextQuery {
  const clauses: string[] = [];
  const terms: string[] = [];
  for (let at = 0; at < words.length;) {
    const meaning = meaningAt(words, at);
    const span = words.slice(at, at + (meaning?.words ?? 1));
    const own = span.map(({ stems }) => anyOf(stems)).join(' & ');
    const same = (meaning?.terms ?? []).map((stems) => `(${stems.map(quoted).join(' & ')})`);
    clauses.push(`(${[`(${own})`, ...same].join(' | ')})`);
    terms.push(...(meaning?.terms ?? []).flatMap((stems) => stems.map(quoted)));
    at += span.length;
  }
  const stems = words.flatMap((word) => word.stems);
  return {
    words,
    all: clauses.join(' & '),
    literal: anyOf(stems),
    any: [...new Set([...stems.map(quoted), ...terms])].join(' | '),
    title: words.map((word) => anyOf(word.stems.map((stem) => `${TITLE}${stem}`))).join(' & '),
  };
}

/** What a whole query means to other searches: all its words or what means the same, and all in the title; null where it holds only signs. */
export function textMatch(query: string): Pick<TextQuery, 'all' | 'title'> | null {
  const words = soughtWords(query);
  return words.length === 0 ? null : textQuery(words);
}
