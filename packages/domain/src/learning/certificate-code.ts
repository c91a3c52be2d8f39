/** Digits and letters of codes: none that is taken for another (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Random characters of a code, 50 bits. */
const RANDOM = 10;
/** The largest prime below 32²: two check characters then find every wrong character and every swapped pair. */
const MODULUS = 1021;

/** What people type for a character, and what it means: letters left out of the alphabet, and their twins in Greek and Cyrillic. */
const TWINS: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  U: 'V',
  ...Object.fromEntries([...'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'].map((letter, at) => [letter, 'ABEZH1KMN0PTYX'[at] ?? ''])),
  ...Object.fromEntries([...'АВЕКМНОРСТУХ'].map((letter, at) => [letter, 'ABEKMH0PCTYX'[at] ?? ''])),
};

function checkOf(characters: string): string {
  let rest = 0;
  for (const character of characters) rest = (rest * 32 + ALPHABET.indexOf(character)) % MODULUS;
  return (ALPHABET[Math.floor(rest / 32)] ?? '') + (ALPHABET[rest % 32] ?? '');
}

/** A code made of random bytes, one for each random character: `4Q7K-M2XD-9TB6`. @throws RangeError for too few bytes */
export function certificateCode(bytes: Uint8Array): string {
  if (bytes.length < RANDOM) throw new RangeError('too few random bytes');
  const characters = [...bytes.slice(0, RANDOM)].map((byte) => ALPHABET[byte % 32] ?? '').join('');
  return groups(characters + checkOf(characters));
}

function groups(characters: string): string {
  return characters.replaceAll(/(.{4})(?=.)/gu, '$1-');
}

/** A code as it was typed, in its own form; null where its check characters do not fit, so that it can be none. */
export function readCertificateCode(typed: string): string | null {
  const characters = [...typed.slice(0, 60).normalize('NFKC').toUpperCase()]
    .filter((character) => !/[\s\p{Pd}_.]/u.test(character))
    .map((character) => TWINS[character] ?? character)
    .join('');
  if (characters.length !== RANDOM + 2 || [...characters].some((character) => !ALPHABET.includes(character))) return null;
  return checkOf(characters.slice(0, RANDOM)) === characters.slice(RANDOM) ? groups(characters) : null;
}
