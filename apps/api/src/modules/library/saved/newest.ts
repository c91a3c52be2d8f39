import type { Viewer } from '../../../platform/authorize.js';
import type { Sql } from '../../../platform/database/database.js';
import { FACETS } from '../facets.js';
import { libraryReach, wordsVisibleTo } from '../library.policy.js';
import { type Chosen, numbers } from '../queries/library.statement.js';
import { soughtWords, textQuery } from '../words/query.js';

/** What a feed or a letter says of a resource. */
export interface NewRow {
  id: string;
  slug: string;
  lang: string;
  title: string;
  outcome: string;
  summary: string;
  published_at: string;
}

/** A search as it is kept, and of what time. */
export interface NewestOf {
  query: string;
  filter: Chosen;
  /** Published after the one and not after the other; null: whenever. */
  after?: Date | null;
  until?: Date | null;
  limit: number;
}

/** What a search finds that the viewer may read, the newest first: one statement. */
export async function newestOf(sql: Sql, viewer: Viewer, { query, filter, after, until, limit }: NewestOf): Promise<NewRow[]> {
  const words = soughtWords(query);
  if (query.trim() !== '' && words.length === 0) return [];
  const values: unknown[] = [];
  const $ = (value: unknown): string => `$${String(values.push(value))}`;
  const { personId, all, networkIds, scopeIds } = libraryReach(viewer);
  const conditions = [
    wordsVisibleTo({ personId: $(personId), all: $(all), networkIds: $(networkIds), scopeIds: $(scopeIds) }),
    ...FACETS.flatMap((facet) => {
      const chosen = filter[facet];
      return chosen && chosen.length > 0 ? [`w.facets && ${numbers(facet, $(chosen))}`] : [];
    }),
    ...(after ? [`w.published_at > ${$(after)}::timestamptz`] : []),
    ...(until ? [`w.published_at <= ${$(until)}::timestamptz`] : []),
  ];
  const from = words.length > 0 ? `library_matches(${$(textQuery(words).all)}::tsquery)` : 'resource_words';
  return sql.rows<NewRow>(
    `SELECT r.id, r.slug, r.lang, r.title, r.outcome, r.summary, w.published_at FROM (
       SELECT w.resource_id, w.published_at FROM ${from} w WHERE ${conditions.join(' AND ')} ORDER BY w.published_at DESC, w.resource_id DESC LIMIT ${$(limit)}::int
     ) w JOIN resources r ON r.id = w.resource_id ORDER BY w.published_at DESC, w.resource_id DESC`,
    values,
  );
}
