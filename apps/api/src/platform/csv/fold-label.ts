import { foldText } from '@stoa/domain';

/** A column name or value as people compare them: without case, accents, final sigma and punctuation. */
export function foldLabel(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
