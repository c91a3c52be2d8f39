import { LANGUAGES } from '@stoa/domain';
import { FIELD_TERMS } from './field-terms.js';
import { STOP_WORDS } from './stop-words.js';
import { type Word, wordsOf } from './words.js';

/** One term: the stem of each of its words. */
export type TermStems = readonly string[];

interface Term {
  stems: TermStems;
  group: number;
}

/** All terms that mean the same, by group. */
const groups: TermStems[][] = FIELD_TERMS.map((terms) =>
  terms.flatMap((text, at) =>
    text.split('|').map((term) =>
      wordsOf(term, LANGUAGES[at] ?? 'en')
        .filter(({ folded }) => !STOP_WORDS.has(folded))
        .map(({ stems: [stem = ''] }) => stem),
    ),
  ),
);

/** Terms by the first of their stems, the longest first. */
const beginning = new Map<string, Term[]>();
for (const [group, terms] of groups.entries())
  for (const stems of terms) {
    const [first = ''] = stems;
    beginning.set(
      first,
      [...(beginning.get(first) ?? []), { stems, group }].toSorted((a, b) => b.stems.length - a.stems.length),
    );
  }

/** Every word of the field's terms by its folded form, for who misspells one that no text holds. */
export const FIELD_WORDS: ReadonlyMap<string, Word> = new Map(
  FIELD_TERMS.flatMap((terms) =>
    terms.flatMap((text, at) => wordsOf(text, LANGUAGES[at] ?? 'en').map((word): [string, Word] => [word.folded, word])),
  ),
);

/** What some words of a query mean: how many words from the given one on are a term, and all terms that mean the same. */
export interface Meaning {
  words: number;
  terms: readonly TermStems[];
}

/** The longest term of the field that begins at a word of a query; null where none does. */
export function meaningAt(words: readonly Word[], at: number): Meaning | null {
  const terms = (words[at]?.stems ?? []).flatMap((stem) => beginning.get(stem) ?? []);
  const fits = terms.filter(({ stems }) => stems.every((stem, index) => words[at + index]?.stems.includes(stem) === true));
  const longest = Math.max(0, ...fits.map(({ stems }) => stems.length));
  if (longest === 0) return null;
  const found = new Set(fits.filter(({ stems }) => stems.length === longest).map(({ group }) => group));
  return { words: longest, terms: [...found].flatMap((group) => groups[group] ?? []) };
}
