/** Greek letters by ELOT 743, transcription of single letters. */
const GREEK: Readonly<Record<string, string>> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
};
/** Russian letters as on road signs and passports, simplified to what people type; Ukrainian and Belarusian extras. */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ї: 'yi',
  є: 'ye',
  ґ: 'g',
  ў: 'u',
};
const LATIN: Readonly<Record<string, string>> = {
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
  '–': '-',
  '—': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '…': '...',
  '№': 'No',
};
const SINGLE: Readonly<Record<string, string>> = { ...GREEK, ...CYRILLIC, ...LATIN };
const GREEK_VOWEL_OR_VOICED = /[αεηιουωβγδζλμνρ]/u;
const TONOS = /\u0301/u;
const DIAERESIS = /\u0308/u;

interface Letter {
  /** Lower-case letter without marks; й and ї keep theirs, since they are letters of their own. */
  base: string;
  upper: boolean;
  tonos: boolean;
  diaeresis: boolean;
}

function letters(text: string): Letter[] {
  const found = text.normalize('NFC').match(/[\s\S]\p{M}*/gu) ?? [];
  return found.map((cluster) => {
    const lower = cluster.toLowerCase();
    const bare = lower === 'й' || lower === 'ї' || lower === 'ў' ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '');
    const marks = lower.normalize('NFD');
    return { base: bare, upper: lower !== cluster, tonos: TONOS.test(marks), diaeresis: DIAERESIS.test(marks) };
  });
}

function isGreek(letter: Letter | undefined): boolean {
  return letter !== undefined && letter.base in GREEK;
}

/** The pairs that ELOT 743 writes differently from their letters; undefined where the letters speak for themselves. */
function greekPair(previous: Letter | undefined, first: Letter, second: Letter, next: Letter | undefined): string | undefined {
  const apart = first.tonos || second.diaeresis;
  if (second.base === 'υ' && !apart) {
    if (first.base === 'ο') return 'ou';
    const vowel = { α: 'a', ε: 'e', η: 'i' }[first.base];
    if (vowel !== undefined) return vowel + (next !== undefined && GREEK_VOWEL_OR_VOICED.test(next.base) ? 'v' : 'f');
  }
  if (first.base === 'γ' && second.base === 'γ') return 'ng';
  if (first.base === 'γ' && second.base === 'ξ') return 'nx';
  if (first.base === 'γ' && second.base === 'χ') return 'nch';
  if (first.base === 'μ' && second.base === 'π' && (!isGreek(previous) || !isGreek(next))) return 'b';
  return undefined;
}

function inCase(latin: string, letter: Letter, next: Letter | undefined): string {
  if (!letter.upper) return latin;
  return next?.upper === true ? latin.toUpperCase() : latin.slice(0, 1).toUpperCase() + latin.slice(1);
}

function isAscii(text: string): boolean {
  return !/[^\t\n\r -~]/u.test(text);
}

/**
 * Writes Greek (ELOT 743), Russian and other Cyrillic, Polish and accented Latin in ASCII letters, keeping case, spaces and
 * punctuation. Signs of other scripts are left out.
 */
export function transliterate(text: string): string {
  const all = letters(text);
  let out = '';
  for (let i = 0; i < all.length; i += 1) {
    const letter = all[i];
    if (letter === undefined) continue;
    const second = all[i + 1];
    const pair = second === undefined ? undefined : greekPair(all[i - 1], letter, second, all[i + 2]);
    if (pair !== undefined) {
      out += inCase(pair, letter, second);
      i += 1;
      continue;
    }
    const latin = SINGLE[letter.base] ?? (isAscii(letter.base) ? letter.base : '');
    out += inCase(latin, letter, second);
  }
  return out;
}

/** The longest slug, in characters. */
export const SLUG_MAX = 80;

/**
 * The address form of a name: ASCII letters, digits and single hyphens, at most 80 characters, cut at a hyphen where there is one.
 * Where nothing of the name can be written in ASCII, the slug of `fallback` (a code or an id) is taken.
 */
export function slugify(text: string, fallback: string): string {
  const plain = (value: string): string =>
    transliterate(value)
      .toLowerCase()
      .replace(/['"]/gu, '')
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-+|-+$/gu, '');
  const slug = plain(text) || plain(fallback);
  if (slug.length <= SLUG_MAX) return slug;
  const cut = slug.slice(0, SLUG_MAX);
  const hyphen = cut.lastIndexOf('-');
  return slug[SLUG_MAX] === '-' || hyphen < SLUG_MAX / 2 ? cut.replace(/-+$/u, '') : cut.slice(0, hyphen);
}
