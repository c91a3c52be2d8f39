import { LENGTHS, searchFold, wrongLayout } from '@stoa/domain';
import { dateIn } from '../../platform/clock.js';
import type { Context } from '../../platform/context.js';
import { Refusal } from '../../platform/errors.js';
import { pageSize } from '../../platform/graphql/cursor.js';
import { toGlobalId } from '../../platform/ids.js';
import { searchStatement, type HitRow } from './search.statement.js';
import { SEARCH_KINDS, type SearchGroup, type SearchHit, type SearchKind, type SearchResult } from './search.types.js';

const TYPES: Readonly<Record<SearchKind, string>> = {
  NETWORK: 'Network',
  THREAD: 'Thread',
  RESOURCE: 'Resource',
  TOPIC: 'Topic',
  STRUCTURE: 'Structure',
  CENTRE: 'Centre',
  SCHOOL: 'School',
  PERSON: 'Person',
};

function toHit(row: HitRow): SearchHit {
  return {
    id: toGlobalId(TYPES[row.kind], row.id),
    title: row.title,
    lang: row.lang || null,
    detail: row.detail || null,
    detailLang: row.detail_lang,
    path: row.path,
  };
}

/**
 * Records that the viewer may read and in whose names every word of the query begins a word. Case, accents, final sigma, ł and ё are
 * forgiven, Greek and Cyrillic are found in Latin letters, structures by the synonyms of their topics too. Where nothing is found, what
 * the keys say on another layout is tried: one statement, three at most.
 * @throws Refusal BAD_REQUEST for a bad page or a query that is too long
 */
export async function search(ctx: Context, query: string, first: number): Promise<SearchResult> {
  const size = pageSize(first);
  if (query.length > LENGTHS.searchQuery.max) throw new Refusal('BAD_REQUEST', { limit: 'search' });
  for (const meant of [null, ...wrongLayout(query)]) {
    const groups = await found(ctx, meant ?? query, size);
    if (groups.length > 0) return { groups, meant };
  }
  return { groups: [], meant: null };
}

async function found(ctx: Context, query: string, first: number): Promise<SearchGroup[]> {
  const words = searchFold(query);
  if (words.length === 0) return [];
  const { text, values } = searchStatement({
    viewer: ctx.viewer,
    lang: ctx.lang,
    today: dateIn(ctx.clock.now(), ctx.config.timeZone),
    words,
    query,
    limit: first + 1,
  });
  const rows = await ctx.db.rows<HitRow>(text, values);
  return SEARCH_KINDS.map((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    return { kind, hits: own.slice(0, first).map(toHit), hasMore: own.length > first };
  }).filter(({ hits }) => hits.length > 0);
}
