import { licenceOfUrl, LICENCES, type Licence } from '@stoa/domain';
import { STOA_VOCABULARY } from '../oai/oai-lom.js';
import { wordsOf } from '../public/shown.js';
import { all, attribute, first, said, type Element } from './read-page.js';

/** What a record says, in words as they stand there; the rest is made of it by `toContent`. */
export interface Said {
  title: string;
  summary: string;
  outcome: string;
  authors: string[];
  /** Subjects and topics, by words. */
  about: string[];
  types: string[];
  levels: string[];
  audiences: string[];
  languages: string[];
  licence: Licence | null;
  attribution: string;
  minutes: number | null;
  /** Pages of the work, its own first. */
  pages: string[];
  /** Addresses that it refers to. */
  related: string[];
}

const isAddress = (text: string): boolean => /^https?:\/\//iu.test(text);
const words = (elements: readonly Element[]): string[] => elements.map(said).filter((text) => text !== '');

/** The licence of what is said of rights: an address of a deed or a name of ours; the rest is a remark. */
function rightsOf(texts: readonly string[]): Pick<Said, 'licence' | 'attribution'> {
  let licence: Licence | null = null;
  const rest: string[] = [];
  for (const text of texts) {
    const found = licenceOfUrl(text) ?? LICENCES.find((code) => wordsOf(code) === text.toLowerCase()) ?? null;
    if (found && !licence) licence = found;
    else if (!found) rest.push(text);
  }
  return { licence, attribution: rest.join(' · ') };
}

/** Unqualified Dublin Core. */
export function readDc(metadata: Element): Said | null {
  const dc = first(metadata, 'dc');
  if (dc === undefined || typeof dc === 'string') return null;
  const of = (name: string) => words(all(dc, name));
  const descriptions = of('description');
  const identifiers = of('identifier').filter(isAddress);
  return {
    title: of('title')[0] ?? '',
    summary: descriptions[0] ?? '',
    outcome: descriptions[1] ?? '',
    authors: of('creator'),
    about: of('subject'),
    types: of('type'),
    levels: [],
    audiences: of('audience'),
    languages: of('language'),
    ...rightsOf(of('rights')),
    minutes: null,
    pages: identifiers,
    related: of('relation').filter(isAddress),
  };
}

/** A text of LOM in the language of the work where it has one, else the first. */
function lomText(element: Element | undefined, lang: string): string {
  const strings = all(element, 'string');
  return said(strings.find((each) => attribute(each, 'language').startsWith(lang || '-')) ?? strings[0]);
}

/** Values of a vocabulary, ours first where both are there: it says more. */
function lomValues(elements: readonly Element[]): string[] {
  const ours = elements.filter((each) => said(first(each, 'source')) === STOA_VOCABULARY);
  return words((ours.length > 0 ? ours : elements).map((each) => first(each, 'value') ?? ''));
}

/** A name of a vCard (RFC 2426); what is no vCard is the name itself. */
function vcardName(text: string): string {
  const name = /(?:^|\s)FN(?:;[^:]*)?:(.*?)(?=\s+(?:[A-Z-]+(?:;[^:]*)?:|END:)|$)/u.exec(text)?.[1];
  return (name ?? (text.startsWith('BEGIN:') ? '' : text)).replace(/\\([,;\\])/gu, '$1').trim();
}

/** Minutes of a duration of ISO 8601, such as `PT1H30M`. */
function minutesOf(text: string): number | null {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?$/u.exec(text) ?? [];
  const total = Number(days ?? 0) * 1440 + Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return total > 0 ? total : null;
}

/** Learning Object Metadata (IEEE 1484.12.3). */
export function readLom(metadata: Element): Said | null {
  const lom = first(metadata, 'lom');
  if (lom === undefined || typeof lom === 'string') return null;
  const general = first(lom, 'general');
  const educational = first(lom, 'educational');
  const languages = words(all(general, 'language'));
  const lang = languages[0] ?? '';
  const isAuthor = (each: Element) => said(first(each, 'role', 'value')) === 'author';
  const addressOf = (each: Element) => said(first(each, 'entry'));
  const classes = all(lom, 'classification');
  const taxa = classes.flatMap((each) => all(each, 'taxonPath')).map((path) => all(path, 'taxon').at(-1));
  return {
    title: lomText(first(general, 'title'), lang),
    summary: lomText(first(general, 'description'), lang),
    outcome: lomText(first(educational, 'description'), lang),
    authors: all(first(lom, 'lifeCycle'), 'contribute')
      .filter(isAuthor)
      .flatMap((each) => words(all(each, 'entity')).map(vcardName))
      .filter((name) => name !== ''),
    about: [
      ...all(general, 'keyword').map((each) => lomText(each, lang)),
      ...taxa.flatMap((taxon) => [lomText(first(taxon, 'entry'), lang), said(first(taxon, 'id'))]),
    ].filter((text) => text !== ''),
    types: lomValues(all(educational, 'learningResourceType')),
    levels: lomValues(all(educational, 'context')),
    audiences: lomValues(all(educational, 'intendedEndUserRole')),
    languages,
    ...rightsOf(words(all(first(lom, 'rights', 'description'), 'string'))),
    minutes: minutesOf(said(first(educational, 'typicalLearningTime', 'duration'))),
    pages: [...all(general, 'identifier').map(addressOf), ...words(all(first(lom, 'technical'), 'location'))].filter(isAddress),
    related: all(lom, 'relation')
      .flatMap((each) => all(first(each, 'resource'), 'identifier').map(addressOf))
      .filter(isAddress),
  };
}
