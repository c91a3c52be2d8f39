/** Letters that no Unicode decomposition takes apart, but that people type without their stroke. */
const LETTERS: Readonly<Record<string, string>> = {
  ς: 'σ',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ґ: 'г',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
// Marks of Latin, Greek and Cyrillic only: in other scripts a mark may be a vowel and must stay.
const ACCENTS = /[\u0300-\u036f]/gu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * Makes two spellings of a word equal: case, accents, final sigma, ł, ё, đ, ø and the width of characters are
 * forgiven; ends are trimmed and runs of white space become one space. Punctuation stays. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}
