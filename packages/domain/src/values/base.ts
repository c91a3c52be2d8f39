import { z } from 'zod';
import { isSafeText } from '../text/safe-text.js';
import { type Lengths, type ValueErrorCode } from './codes.js';

/** The form in which a zod rule names a code as its message. */
export function code(error: ValueErrorCode): { error: ValueErrorCode } {
  return { error };
}

/** NFC, trimmed, and with one kind of line end. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/gu, '\n').trim();
}

/** The same on one line: every run of white space is one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ');
}

/**
 * A string rule that cleans first and then counts. With `min` above zero an empty text is REQUIRED; a text that the database cannot
 * hold is NUL_CHARACTER.
 */
export function text(lengths: Lengths, clean: (text: string) => string = cleanLine): z.ZodString {
  const required = code('REQUIRED');
  const rule = z
    .string(required)
    .refine((value) => isSafeText(value).safe, { ...code('NUL_CHARACTER'), abort: true })
    .overwrite(clean);
  const bounded = rule.max(lengths.max, code('TOO_LONG'));
  if (lengths.min === 0) return bounded;
  return bounded.min(1, { ...required, abort: true }).min(lengths.min, code('TOO_SHORT'));
}

/** Turns an optional field's rule into one that reads an empty or missing text as null. */
export function orNull<T>(rule: z.ZodType<T>): z.ZodType<T | null> {
  const empty = z.preprocess(
    (value) => (value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value),
    rule.nullable(),
  );
  return empty;
}
