/**
 * Endings of nouns, adjectives and verbs without accents, the longest first. After the declensions of the Grammar of Modern Greek
 * (Institute of Modern Greek Studies), with the idea of one pass of suffixes of G. Ntais, Development of a Stemmer for the Greek Language
 * (2006); it is gentler than his, which takes derivations away too and then parts σεμινάριο from σεμινάρια.
 */
const ENDINGS = [
  ...['οντουσαν', 'ομασταν', 'οσασταν', 'ουμαστε', 'ηθηκαν', 'ηθηκε', 'οντασ', 'ωντασ', 'ονται', 'ουνται', 'ομαστε', 'ησουν', 'ησαμε'],
  ...['ουσαν', 'ουσε', 'ιουνται', 'ιεται', 'ειται', 'ομαι', 'εσαι', 'εται', 'εστε', 'ουμε', 'ουνε', 'ετε', 'ουν', 'αμε', 'ατε'],
  ...['ιουσ', 'ιου', 'ιων', 'ιεσ', 'ιασ', 'ιοσ', 'ιοι', 'ειων', 'ειου', 'ειασ', 'ειεσ', 'εια', 'ειο', 'ιον'],
  ...['εων', 'εωσ', 'εισ', 'εασ', 'εα', 'ουσ', 'ων', 'ου', 'οσ', 'ον', 'οι', 'εσ', 'ασ', 'ησ', 'υσ', 'ια', 'ιο', 'ει', 'ω', 'ωσ'],
  ...['αν', 'ο', 'α', 'ε', 'η', 'ι', 'υ'],
].toSorted((a, b) => b.length - a.length);
const SHORTEST = 3;

/** Neuter nouns in -μα, whose other forms have a τ. */
const NEUTER = /^(.{2,}μ)(?:ατος|ατων|ατα|α)$/u;
/** Forms that no ending explains. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  ['γονεισ', 'γονεων', 'γονεασ', 'γονεα', 'γονιοσ', 'γονιοι', 'γονιων'].map((form) => [form, 'γον']),
);

/** What the forms of a Greek word share. @param word folded: lower case, no accents, no final sigma */
export function stemGreek(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  const neuter = NEUTER.exec(word)?.[1];
  if (neuter) return neuter;
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= SHORTEST);
  return ending === undefined ? word : word.slice(0, -ending.length);
}
