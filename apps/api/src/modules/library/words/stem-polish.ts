/**
 * Endings of nouns and adjectives without marks, the longest first: the declensions of the Słownik gramatyczny języka polskiego
 * (Saloni, Woliński and others), which Polish stemmers by suffixes such as B. Kubiński's polish_stemmer list as well.
 */
const ENDINGS = [
  ...[
    'owie',
    'ami',
    'ach',
    'owi',
    'ego',
    'emu',
    'ymi',
    'imi',
    'ow',
    'om',
    'em',
    'ej',
    'ych',
    'ich',
    'ym',
    'im',
    'a',
    'e',
    'o',
    'u',
    'y',
    'i',
  ],
] as const;
/** What may stand before another ending and be one itself (problem, problemy; zawód, zawodowy). */
const AGAIN = ['ow', 'em', 'om'] as const;
const SHORTEST = 3;

/** Forms that no ending explains, folded. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dzieck: ['dziecko', 'dziecka', 'dziecku', 'dzieckiem', 'dzieci', 'dzieciom', 'dziecmi', 'dzieciach'],
    czlowiek: ['ludzie', 'ludzi', 'ludziom', 'ludzmi', 'ludziach'],
    uczn: ['uczen'],
    tygodn: ['tydzien'],
    ksiazk: ['ksiazek'],
    lekcj: ['lekcyj'],
    gr: ['gra', 'gry', 'gre', 'gier', 'grom', 'grami', 'grach', 'grze'],
  }).flatMap(([stem, forms]) => forms.map((form): [string, string] => [form, stem])),
);

/** Last consonants as softened before an ending, and what they are without it; t, c and k become one, and d, dz and g. */
const SOFTENED: readonly (readonly [RegExp, string])[] = [
  [/sci?$/u, 'sc'],
  [/rzi?$/u, 'r'],
  [/(?:dzi?|d)$/u, 'g'],
  [/(?:ci?|cz|t)$/u, 'k'],
  [/i$/u, ''],
];

function without(word: string, endings: readonly string[]): string {
  const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= SHORTEST);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** What the forms of a Polish word share. @param word folded: lower case, no marks, l for ł */
export function stemPolish(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length <= SHORTEST) return word;
  const stem = without(without(word, ENDINGS), AGAIN);
  const [softened, hard] = SOFTENED.find(([end]) => end.test(stem)) ?? [];
  return softened === undefined || hard === undefined ? stem : stem.replace(softened, hard);
}
