import { parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** What makes a text more than words: placeholders, tags, and the quotes that take their meaning away. */
const SYNTAX = /[{}<>'#]/;

/**
 * Parses those messages that hold more than words, so that the interface needs no parser: it takes every text that it gets for plain words.
 * @param messages id → ICU text
 * @returns id → the text, or what `react-intl` takes in its place
 */
export function compileMessages(messages: Readonly<Record<string, string>>): Record<string, string | MessageFormatElement[]> {
  return Object.fromEntries(
    Object.entries(messages).map(([id, text]) => [id, SYNTAX.test(text) ? parse(text, { captureLocation: false }) : text]),
  );
}
