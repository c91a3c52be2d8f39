import { matchesTokens, searchText } from '@stoa/domain';

/** A piece of an excerpt: words as they are, and whether they are what was looked for. */
export interface ExcerptPart {
  text: string;
  found: boolean;
}

/** An excerpt has about so many characters, and begins so far before the first word that was found. */
const LENGTH = 240;
const BEFORE = 60;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** The words of a post as its readers see them, from the HTML that `postHtml` made: its tags go, and what it escaped comes back. */
export function plainText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/&(?:lt|gt|quot|amp);/gu, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Places of the words that begin with one of those looked for, in either alphabet. */
function places(text: string, words: readonly string[]): { from: number; to: number }[] {
  return [...text.matchAll(WORD)]
    .filter(([word]) => words.some((sought) => matchesTokens(searchText([word]), [sought])))
    .map(({ index, 0: word }) => ({ from: index, to: index + word.length }));
}

/**
 * Some words of a text around what was found in it. It is text throughout: whoever shows it marks the parts that were found.
 * @param words folded words, as the search looked for them
 */
export function excerptOf(text: string, words: readonly string[]): ExcerptPart[] {
  const first = places(text, words)[0]?.from ?? 0;
  const from = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1;
  const rest = text.slice(from, from + LENGTH);
  const cut = from + LENGTH < text.length;
  const shown = cut ? `${rest.replace(/\s\S*$/u, '')} …` : rest;
  return [...(from > 0 ? [{ text: '… ', found: false }] : []), ...marked(shown, words)];
}

/** A text in pieces: those words that were looked for, and what stands between them. */
export function marked(text: string, words: readonly string[]): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let at = 0;
  for (const place of places(text, words)) {
    if (place.from > at) parts.push({ text: text.slice(at, place.from), found: false });
    parts.push({ text: text.slice(place.from, place.to), found: true });
    at = place.to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), found: false });
  return parts;
}
