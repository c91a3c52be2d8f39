// One position of the keyboard per column, in the order of the American layout.
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const GREEK = ";ςερτυθιοπ[]ασδφγηξκλ΄'ζχψωβνμ,.`";
const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбюё';

function converter(from: string, to: string): (text: string) => string {
  const keys = [...from];
  const signs = [...to];
  const map = new Map(keys.map((key, index) => [key, signs[index] ?? key]));
  return (text) => [...text].map((sign) => map.get(sign) ?? sign).join('');
}

const latinToGreek = converter(LATIN, GREEK);
const latinToRussian = converter(LATIN, RUSSIAN);
const greekToLatin = converter(GREEK, LATIN);
const russianToLatin = converter(RUSSIAN, LATIN);
/** The tonos is a dead key that precedes its vowel; search folds accents away, so it is dropped. */
const dropTonos = (text: string): string => text.replace(/΄/gu, '');

/**
 * What a person meant who typed with the wrong keyboard layout on: Latin typed for Greek or Russian, and the reverse.
 * Gives lower-case candidates that differ from the text, best used when the text itself found nothing.
 */
export function wrongLayout(text: string): string[] {
  const lower = text.normalize('NFC').toLowerCase();
  const candidates: string[] = [];
  if (/[a-z]/u.test(lower)) candidates.push(dropTonos(latinToGreek(lower)), latinToRussian(lower));
  if (/\p{Script=Greek}/u.test(lower)) candidates.push(greekToLatin(lower.normalize('NFD').replace(/[\u0300-\u036f]/gu, '')));
  if (/\p{Script=Cyrillic}/u.test(lower)) candidates.push(russianToLatin(lower));
  return [...new Set(candidates)].filter((candidate) => candidate !== lower && candidate.trim() !== '');
}
