import { foldText, transliterate } from '@stoa/domain';

/** What people write for one sound when they write Greek or Russian in Latin letters, in this order. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh|sz|sx/gu, 's'],
  [/zh/gu, 'z'],
  [/ks|ch|kh|cz|x/gu, 'h'],
  [/th|8/gu, 't'],
  [/ph/gu, 'f'],
  [/ou|oy/gu, 'u'],
  [/a[iy]/gu, 'e'],
  [/[eo][iy]/gu, 'i'],
  [/a[uf]/gu, 'av'],
  [/e[uf](?=[^r]|$)/gu, 'ev'],
  [/mp|b/gu, 'v'],
  [/nt/gu, 'd'],
  [/ng|gk/gu, 'g'],
  [/ts|tz/gu, 'c'],
  [/[yj]/gu, 'i'],
  [/w/gu, 'o'],
  [/(.)\1+/gu, '$1'],
];

/** A word reduced to what all ways of writing it in Latin letters share: ψυχολογία, psychologia and psixologia are one. */
export function skeleton(word: string): string {
  return SOUNDS.reduce((text, [sound, one]) => text.replace(sound, one), foldText(transliterate(word)));
}
