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

/** What is known of the field's terms. */
interface Terms {
  /** All terms that mean the same, by group. */
  groups: TermStems[][];
  /** Terms by the first of their stems, the longest first. */
  beginning: ReadonlyMap<string, Term[]>;
  words: ReadonlyMap<string, Word>;
}

function readTerms(): Terms {
  const groups = FIELD_TERMS.map((terms) =>
    terms.flatMap((text, at) =>
      text.split('|').map((term) =>
        wordsOf(term, LANGUAGES[at] ?? 'en')
          .filter(({ folded }) => !STOP_WORDS.has(folded))
          .map(({ stems: [stem = ''] }) => stem),
      ),
    ),
  );
  const beginning = new Map<string, Term[]>();
  for (const [group, terms] of groups.entries())
    for (const stems of terms) {
      const [first = ''] = stems;
      beginning.set(
        first,
        [...(beginning.get(first) ?? []), { stems, group }].toSorted((a, b) => b.stems.length - a.stems.length),
      );
    }
  const words = FIELD_TERMS.flatMap((terms) =>
    terms.flatMap((text, at) => wordsOf(text, LANGUAGES[at] ?? 'en').map((word): [string, Word] => [word.folded, word])),
  );
  return { groups, beginning, words: new Map(words) };
}

let known: Terms | undefined;

/** Read when somebody first searches: a start need not wait for it. */
function fieldTerms(): Terms {
  return (known ??= readTerms());
}

/** Every word of the field's terms by its folded form, for who misspells one that no text holds. */
export function fieldWords(): ReadonlyMap<string, Word> {
  return fieldTerms().words;
}

/** What some words of a query mean: how many words from the given one on are a term, and all terms that mean the same. */
export interface Meaning {
  words: number;
  terms: readonly TermStems[];
}

/** The longest term of the field that begins at a word of a query; null where none does. */
export function meaningAt(words: readonly Word[], at: number): Meaning | null {
  const { groups, beginning } = fieldTerms();
  const terms = (words[at]?.stems ?? []).flatMap((stem) => beginning.get(stem) ?? []);
  const fits = terms.filter(({ stems }) => stems.every((stem, index) => words[at + index]?.stems.includes(stem) === true));
  const longest = Math.max(0, ...fits.map(({ stems }) => stems.length));
  if (longest === 0) return null;
  const found = new Set(fits.filter(({ stems }) => stems.length === longest).map(({ group }) => group));
  return { words: longest, terms: [...found].flatMap((group) => groups[group] ?? []) };
}
