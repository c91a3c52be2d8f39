import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** Encodings that registers in Greek, Polish, Russian and English come in. */
export const CSV_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1253',
  'windows-1251',
  'iso-8859-2',
  'iso-8859-7',
  'iso-8859-5',
] as const;
export type CsvEncoding = (typeof CSV_ENCODINGS)[number];

/** An encoding, how sure we are (0 to 1), and what told us. */
export interface EncodingGuess {
  encoding: CsvEncoding;
  confidence: number;
  from: 'bom' | 'bytes' | 'statistics';
}

/** Letters of the one-byte encodings' languages; a Windows page stands before its ISO twin, so it wins a tie. */
const ONE_BYTE: ReadonlyMap<CsvEncoding, RegExp> = new Map([
  ['windows-1250', /^[A-Za-zĄąĆćĘęŁłŃńÓóŚśŹźŻżÄäÖöÜüßÁáČčĎďÉéĚěÍíŇňŘřŠšŤťÚúŮůÝýŽž]+$/u],
  ['windows-1253', /^[Α-ΩΆΈΉΊΌΎΏΪΫα-ωάέήίόύώϊϋΐΰ]+$/u],
  ['windows-1251', /^[А-Яа-яЁё]+$/u],
  ['iso-8859-2', /^[A-Za-zĄąĆćĘęŁłŃńÓóŚśŹźŻżÄäÖöÜüßÁáČčĎďÉéĚěÍíŇňŘřŠšŤťÚúŮůÝýŽž]+$/u],
  ['iso-8859-7', /^[Α-ΩΆΈΉΊΌΎΏΪΫα-ωάέήίόύώϊϋΐΰ]+$/u],
  ['iso-8859-5', /^[А-Яа-яЁё]+$/u],
]);

/** Signs above ASCII that say nothing about the encoding, because texts of any of the languages use them. */
const COMMON_SIGNS = /[\u00a0«»„”“–—…§№°·€]/u;

const BOMS: readonly { bytes: readonly number[]; encoding: CsvEncoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** The encoding that a byte order mark at the start names, if there is one. */
export function encodingFromBom(head: Uint8Array): EncodingGuess | null {
  const bom = BOMS.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  return bom ? { encoding: bom.encoding, confidence: 1, from: 'bom' } : null;
}

/**
 * UTF-16 without a mark: separators, digits and line ends leave a zero in every other byte.
 * A stray U+0000 in a one-byte file stays far below the tenth that is asked for here.
 */
export function encodingFromZeros(head: Uint8Array): EncodingGuess | null {
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  const [even, odd] = zeros.map((count) => count / Math.max(1, head.length / 2)) as [number, number];
  if (odd > 0.1 && even < 0.01) return { encoding: 'utf-16le', confidence: 0.95, from: 'bytes' };
  if (even > 0.1 && odd < 0.01) return { encoding: 'utf-16be', confidence: 0.95, from: 'bytes' };
  return null;
}

/**
 * The likeliest one-byte encoding of bytes that are not UTF-8. Frequencies of letter groups (chardet) tell the
 * languages apart; whether the words come out of one alphabet tells a Windows page from its ISO twin, which
 * frequencies alone confuse.
 * @param sample bytes above ASCII with the text around them
 */
export function encodingFromStatistics(sample: Uint8Array): EncodingGuess {
  const matches = new Map(analyse(sample).map((match) => [match.name.toLowerCase(), match.confidence / 100]));
  let best: EncodingGuess = { encoding: 'windows-1250', confidence: 0, from: 'statistics' };
  for (const [encoding, letters] of ONE_BYTE) {
    const frequency = Math.max(matches.get(encoding) ?? 0, matches.get(twinOf(encoding)) ?? 0);
    const confidence = 0.7 * plausibility(iconv.decode(sample, encoding), letters) + 0.3 * frequency;
    if (confidence > best.confidence + 1e-9) best = { encoding, confidence, from: 'statistics' };
  }
  return best;
}

/** chardet names one of a pair only, by whether control bytes occur. */
function twinOf(encoding: CsvEncoding): string {
  const pairs: Partial<Record<CsvEncoding, CsvEncoding>> = {
    'windows-1250': 'iso-8859-2',
    'windows-1253': 'iso-8859-7',
    'windows-1251': 'iso-8859-5',
  };
  const twin = pairs[encoding] ?? Object.entries(pairs).find(([, iso]) => iso === encoding)?.[0];
  return twin ?? encoding;
}

/** Share (0 to 1) of the non-ASCII words and signs of a decoded text that a text in the language would have. */
function plausibility(text: string, letters: RegExp): number {
  let good = 0;
  let bad = 0;
  for (const [piece] of text.matchAll(/\p{L}+|\P{ASCII}/gu)) {
    if (/^[A-Za-z]+$/.test(piece) || COMMON_SIGNS.test(piece)) continue;
    if (letters.test(piece) && !/\p{Ll}\p{Lu}/u.test(piece)) good += 1;
    else bad += 1;
  }
  return good + bad === 0 ? 0 : good / (good + bad);
}
