import { createHash } from 'node:crypto';
import {
  EMPTY_RESOURCE,
  foldText,
  LENGTHS,
  parse,
  RESOURCE_LIMITS,
  resourceDraft,
  rules,
  type ResourceContent,
  type SourceDefaults,
} from '@stoa/domain';
import type { Sql } from '../../../platform/database/database.js';
import { audienceOf, kindOf, languageOf, levelOf, subjectOf } from './words-to-codes.js';
import type { Said } from './read-metadata.js';

/** Topics by the words that name them. */
export type TopicWords = ReadonlyMap<string, string>;

/** Names, synonyms and addresses of all topics, folded. */
export async function topicWords(sql: Sql): Promise<TopicWords> {
  const rows = await sql.rows<{ id: string; slug: string; names: Record<string, string>; synonyms: Record<string, string[]> }>(
    'SELECT id, slug, names, synonyms FROM topics WHERE retired_at IS NULL ORDER BY slug',
  );
  const known = new Map<string, string>();
  // A topic's own name comes before another's synonym.
  for (const { id, names } of rows) for (const name of Object.values(names)) known.set(foldText(name), id);
  for (const { id, slug, synonyms } of rows)
    for (const word of [slug, ...Object.values(synonyms).flat()]) if (!known.has(foldText(word))) known.set(foldText(word), id);
  return known;
}

/** Cuts a text to a length, at a word where one ends near. */
function cut(text: string, max: number): string {
  const signs = [...text];
  return text.length <= max
    ? text
    : `${signs
        .slice(0, max - 1)
        .join('')
        .slice(0, max - 1)
        .replace(/\s+\S{0,30}$/u, '')}…`;
}

const codes = <Code>(texts: readonly string[], of: (text: string) => Code | null): Code[] => [
  ...new Set(texts.map(of).filter((code): code is Code & NonNullable<Code> => code !== null)),
];

/**
 * A resource of what a record says, by its source's defaults where it says nothing. Texts that are too long are cut, words that mean nothing
 * here are left out.
 * @returns null where it has no title that could be shown
 */
export function toContent(record: Said, defaults: SourceDefaults, topics: TopicWords): ResourceContent | null {
  const kind = codes(record.types, kindOf)[0] ?? defaults.kind;
  const addresses = [...new Set(record.pages.slice(0, 1).concat(record.related))].filter((url) => parse(rules.url, url).ok);
  const about = record.about.map(foldText);
  const content = {
    ...EMPTY_RESOURCE,
    kind: kind === 'GOOD_PRACTICE' ? 'GUIDE' : kind,
    lang: codes(record.languages, languageOf)[0] ?? defaults.lang,
    title: cut(record.title, LENGTHS.title.max),
    summary: cut(record.summary, LENGTHS.networkPurpose.max),
    outcome: cut(record.outcome, LENGTHS.note.max),
    authors: record.authors.slice(0, RESOURCE_LIMITS.authors).map((name) => cut(name, LENGTHS.personName.max)),
    licence: record.licence ?? defaults.licence,
    attribution: cut(record.attribution, LENGTHS.note.max),
    minutes: record.minutes !== null && record.minutes <= RESOURCE_LIMITS.minutes ? record.minutes : null,
    subjects: codes(record.about, subjectOf),
    levels: codes(record.levels, levelOf),
    audiences: codes(record.audiences, audienceOf),
    topicIds: codes(about, (word) => topics.get(word) ?? null).slice(0, RESOURCE_LIMITS.topics),
    links: addresses.slice(0, RESOURCE_LIMITS.links).map((url) => ({ url, title: '' })),
  };
  const parsed = parse(resourceDraft, content);
  return parsed.ok ? parsed.value : null;
}

/** A digest of what a record came to, so that what did not change is known. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}

/** An address as two who write it differently mean it: without its scheme, `www.`, fragment and last slash. */
function plainAddress(url: string): string {
  const { host, pathname, search } = new URL(url);
  return `${host.replace(/^www\./u, '')}${pathname.replace(/\/+$/u, '')}${search}`;
}

/**
 * Digests that two resources of the same work share: of an address that is their own, and of the title with the first author. A link's own
 * address is what it links to; a source's record is at its page.
 */
export function likenessesOf(content: Pick<ResourceContent, 'kind' | 'title' | 'authors' | 'links'>, isHarvested = false): string[] {
  const [author] = content.authors;
  const own = content.kind === 'LINK' || isHarvested ? content.links.slice(0, 1) : [];
  return [
    ...own.filter(({ url }) => URL.canParse(url)).map(({ url }) => digestOf(['url', plainAddress(url)])),
    ...(author === undefined ? [] : [digestOf(['title', foldText(content.title), foldText(author)])]),
  ];
}
