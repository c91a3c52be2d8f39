import { LENGTHS, wrongLayout } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { cursors, pageSize } from '../../../platform/graphql/cursor.js';
import { type ResourceRow, toResource } from '../../resources/index.js';
import { type Facet, FACETS } from '../facets.js';
import { type LibraryReach, libraryReach } from '../library.policy.js';
import type { LibraryEdge, LibraryFacetCounts, LibraryFilter, LibraryPage } from '../library.types.js';
import { soughtWords, type TextQuery, textQuery } from '../words/query.js';
import type { Word } from '../words/words.js';
import { excerptOf } from './excerpt.js';
import { type Chosen, DEPTH, type FoundRow, type LibraryOf, libraryStatement } from './library.statement.js';
import { mend, usesOf } from './mend.js';

/** What was asked of the library. */
export interface LibraryAsked {
  first: number;
  after: string | null;
  query: string;
  filter: LibraryFilter;
}

/** Values of one facet that may be chosen. */
const CHOSEN_MAX = 50;

/** What is chosen of each facet. @throws Refusal BAD_REQUEST where it is too much */
export function chosenOf(filter: LibraryFilter): Chosen {
  const asked: Record<Facet, readonly string[] | null | undefined> = {
    TOPIC: filter.topics,
    SUBJECT: filter.subjects,
    LEVEL: filter.levels,
    KIND: filter.kinds,
    LANGUAGE: filter.languages,
    MINUTES: filter.minutes,
    LICENCE: filter.licences,
    NETWORK: filter.networks,
    CENTRE: filter.centres,
  };
  const chosen: Chosen = {};
  for (const facet of FACETS) {
    const values = asked[facet] ?? [];
    if (values.length > CHOSEN_MAX || values.some((value) => value.length > LENGTHS.title.max || value.includes('\0')))
      throw new Refusal('BAD_REQUEST', { limit: 'filter' });
    if (values.length > 0) chosen[facet] = values;
  }
  return chosen;
}

/** The language whose results come first: that of the query's letters where they tell it, else the reader's. */
function languageOf(query: string, reader: string): string {
  if (/\p{Script=Greek}/u.test(query)) return 'el';
  if (/\p{Script=Cyrillic}/u.test(query)) return reader === 'uk' || reader === 'bg' ? reader : 'ru';
  return reader;
}

/** What a search found. */
export interface Found {
  rows: (FoundRow & ResourceRow)[];
  total: number;
  own: number;
  facets: LibraryFacetCounts[];
  text: TextQuery | null;
  meant: string | null;
  loose: boolean;
}

/**
 * Published resources that the viewer may read: those that hold every word of a query or what means the same, the best first, or the newest;
 * those of the reader's language before all others. Where that finds nothing, words are mended, letters of another language and another
 * keyboard are tried, and at last some of the words do.
 * @throws Refusal BAD_REQUEST for a bad page or a query that is too long
 */
export async function library(ctx: Context, asked: LibraryAsked): Promise<LibraryPage> {
  const page = pageOf(ctx, asked);
  return shownPage(ctx, await seek(ctx, { ...page.of, reach: libraryReach(ctx.viewer) }, asked.query), page);
}

/** A page that was asked for: how many, from where, and of what. */
export interface AskedPage {
  size: number;
  offset: number;
  of: Omit<LibraryOf, 'text' | 'reach'>;
}

/** The page that is asked for. @throws Refusal BAD_REQUEST for a bad page or a query that is too long */
export function pageOf(ctx: Context, { first, after, query, filter }: LibraryAsked): AskedPage {
  const size = pageSize(first);
  if (query.length > LENGTHS.searchQuery.max) throw new Refusal('BAD_REQUEST', { limit: 'search' });
  const offset = after === null ? 0 : Number(cursors(ctx.config.secrets[0] ?? '').open(after)[0]);
  if (!Number.isInteger(offset) || offset < 0 || offset > DEPTH) throw new Refusal('BAD_REQUEST', { limit: 'cursor' });
  const { lang } = ctx;
  const of = { lang, first: languageOf(query, lang), chosen: chosenOf(filter), offset, limit: Math.min(size + 1, DEPTH - offset) };
  return { size, offset, of };
}

/** What was found, as it is answered. */
export function shownPage(ctx: Context, found: Found, { size, offset, of }: AskedPage): LibraryPage {
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const shown = found.rows.slice(0, size);
  const stems = new Set(found.text?.words.flatMap((word) => word.stems));
  const edges = shown.map((row, index): LibraryEdge => ({
    cursor: sealer.seal([offset + index + 1]),
    node: toResource(row),
    excerpt: found.text ? excerptOf([row.summary, row.outcome, row.body ?? ''], row.lang, stems) : [],
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: found.rows.length > size,
      hasPreviousPage: offset > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: found.total,
    firstLanguage: of.first,
    otherLanguages: found.total - found.own,
    meant: found.meant,
    loose: found.loose,
    facets: found.facets,
  };
}

type Of = Omit<LibraryOf, 'text' | 'reach'> & { reach: LibraryReach };

/** Tries one reading of a query after the other until one finds something. */
async function seek(ctx: Context, of: Of, query: string): Promise<Found> {
  if (query.trim() === '') return find(ctx, of, null);
  const words = soughtWords(query);
  if (words.length === 0) return NOTHING;
  const plain = await find(ctx, of, words);
  if (plain.own > 0) return plain;
  return plain.total > 0 ? ((await ownLetters(ctx, of, words)) ?? plain) : seekOtherwise(ctx, of, query, words);
}

/** What the words say in the reader's own letters, before other languages are offered. */
async function ownLetters(ctx: Context, of: Of, words: Word[]): Promise<Found | null> {
  if (!['el', 'ru'].includes(of.first)) return null;
  const meant = await mend(ctx.db, of.reach, words, of.first);
  const found = meant && (await find(ctx, of, meant));
  return found && found.own > 0 ? { ...found, meant: shownOf(meant) } : null;
}

/** Words mended, joined, typed on another keyboard; at last some of them. */
async function seekOtherwise(ctx: Context, of: Of, query: string, words: Word[]): Promise<Found> {
  const meant = await mend(ctx.db, of.reach, words, null);
  const mended = meant && (await find(ctx, of, meant));
  if (mended && mended.total > 0) return { ...mended, meant: shownOf(meant) };
  const joined = query.replace(/(?<=\p{L})[-\u2010\u2011](?=\p{L})/gu, '');
  const whole = joined === query ? null : await find(ctx, of, soughtWords(joined));
  if (whole && whole.total > 0) return { ...whole, meant: joined.trim() };
  const typed = await otherLayout(ctx, of, query);
  if (typed) return typed;
  const some = await find(ctx, { ...of, loose: true }, meant ?? words);
  return meant && some.total > 0 ? { ...some, meant: shownOf(meant) } : some;
}

const shownOf = (words: readonly Word[]): string => words.map(({ shown }) => shown).join(' ');

/** What the keys say on another layout, where every word of that is known. */
async function otherLayout(ctx: Context, of: Of, query: string): Promise<Found | null> {
  for (const candidate of wrongLayout(query)) {
    const words = soughtWords(candidate);
    if (words.length === 0) continue;
    const first = languageOf(candidate, of.lang);
    const uses = await usesOf(ctx.db, of.reach, [textQuery(words).all]);
    if (uses[0] === 0) continue;
    const found = await find(ctx, { ...of, first }, words);
    if (found.total > 0) return { ...found, meant: candidate.trim() };
  }
  return null;
}

const NOTHING: Found = { rows: [], total: 0, own: 0, facets: [], text: null, meant: null, loose: false };

async function find(ctx: Context, of: Of, words: Word[] | null): Promise<Found> {
  const text = words && textQuery(words);
  const statement = libraryStatement({ ...of, text });
  return foundIn(await ctx.reads.rows<FoundRow>(statement.text, statement.values), text, of.loose === true);
}

/** What the rows of a `libraryStatement` say. */
export function foundIn(rows: readonly FoundRow[], text: TextQuery | null, loose: boolean): Found {
  const told = rows.find(({ found }) => found !== null)?.found;
  return {
    rows: rows.filter((row): row is FoundRow & ResourceRow => row.id !== null),
    total: told?.total ?? 0,
    own: told?.own ?? 0,
    facets: FACETS.flatMap((facet) => {
      const values = (told?.facets ?? []).filter(([of_]) => of_ === facet);
      return values.length === 0
        ? []
        : [{ facet, values: values.map(([, value, count, name, lang, chosen]) => ({ value, count, name, lang, chosen })) }];
    }),
    text,
    meant: null,
    loose,
  };
}
