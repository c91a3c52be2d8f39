import { foldText } from './fold.js';

/** Signs that a reader does not see: direction controls, joiners, fillers, line controls. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800]/u;
const WORD = /[\p{L}\p{M}]+/gu;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u];
const MARKS = /\p{M}/gu;

/** Letters of Cyrillic, then of Greek, each with the Latin letter that it looks like; capitals and small letters apart. */
const PAIRS =
  'АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ҮY ԚQ ԜW ҺH аa вb еe ѕs іi јj кk мm нh оo рp сc тt уy хx ԁd һh ԛq ԝw ѵv үy гr ьb ' +
  'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa βb γy εe ηn ιi κk νv οo ρp σo τt υu χx ωw';
/** Signs of one script that look like each other. */
const ALIKE: Readonly<Record<string, string>> = { I: 'l', '1': 'l', '|': 'l', ı: 'i', '0': 'o' };
const LATIN: ReadonlyMap<string, string> = new Map(PAIRS.split(' ').map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]));

/** Whether a text holds signs that nobody sees. */
export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

/** Whether a word of the text takes its letters from more than one of Latin, Greek and Cyrillic: no language writes so, only a disguise. */
export function mixesScripts(text: string): boolean {
  return (text.match(WORD) ?? []).some((word) => SCRIPTS.filter((script) => script.test(word)).length > 1);
}

/** What a text looks like: every letter as the Latin one of its shape, without marks, case, and what stands between words. */
export function lookOf(text: string): string {
  const bare = text.normalize('NFKD').replace(MARKS, '');
  return Array.from(bare, (letter) => {
    const latin = LATIN.get(letter) ?? letter;
    return (ALIKE[latin] ?? latin).toLowerCase();
  })
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Whether one name can be taken for another: it looks the same and is written otherwise, by letters of another script or by l for I. Names
 * that are the same but for case and accents are namesakes, as people have them.
 */
export function looksLike(name: string, other: string): boolean {
  return lookOf(name) === lookOf(other) && foldText(name) !== foldText(other);
}
