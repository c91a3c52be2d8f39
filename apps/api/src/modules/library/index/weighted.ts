import { setImmediate as breath } from 'node:timers/promises';
import { portions, type Word, wordsOf } from '../words/words.js';

/** A text of a resource and how much a word in it counts: A title and topics, B what it is for, C the text, D files. */
export interface WeightedText {
  weight: 'A' | 'B' | 'C' | 'D';
  text: string;
  lang: string;
  /** Whether it is the title, whose words are kept once more as such. */
  title?: boolean;
  /** Whether its words may mend others; not those of names. */
  mends?: boolean;
}

/** Stems of one resource at most; a long book has no more that anybody looks for. */
const STEMS_MAX = 20_000;
/** So often a stem counts in one weight. */
const TIMES = 3;

/** What a stem of the title begins with in the index, so that titles are searched without reading a row. */
export const TITLE = '=';

/** What others may be mended by: a folded word, as a text has it, and its stem. */
export interface Mending {
  shown: string;
  stem: string;
}

/** A resource's stems as PostgreSQL reads a tsvector, and its words by their folded form; a stem is a form, too. */
export interface Weighted {
  vector: string;
  words: Map<string, Mending>;
}

/**
 * Puts the words of a resource's texts together. A book takes a second; between its portions others have their turn.
 */
export async function weigh(texts: readonly WeightedText[]): Promise<Weighted> {
  const places = new Map<string, string[]>();
  const words = new Map<string, Mending>();
  let place = 0;
  const add = (stem: string, weight: string): void => {
    const found = places.get(stem);
    if (!found && places.size >= STEMS_MAX) return;
    const mine = found ?? [];
    if (!found) places.set(stem, mine);
    if (mine.filter((other) => other.endsWith(weight)).length < TIMES) mine.push(`${String(++place)}${weight}`);
  };
  const addWord = (word: Word, { weight, title, mends }: WeightedText): void => {
    const [stem = ''] = word.stems;
    add(stem, weight);
    if (title) places.set(`${TITLE}${stem}`, []);
    if (!mends || stem.length < 3) return;
    const mending = { shown: word.shown, stem };
    for (const form of [word.folded, stem]) if (!words.has(form)) words.set(form, mending);
  };
  for (const text of texts) {
    for (const portion of portions(text.text)) {
      for (const word of wordsOf(portion, text.lang)) addWord(word, text);
      if (portion.length < text.text.length) await breath();
    }
  }
  await breath();
  const vector = Array.from(places, ([stem, all]) => `'${stem}'${all.length > 0 ? `:${all.join(',')}` : ''}`).join(' ');
  return { vector, words };
}
