import { type Language, LENGTHS, searchFold } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { pageSize } from '../../../platform/graphql/cursor.js';
import { toGlobalId } from '../../../platform/ids.js';
import { TITLE } from '../index/weighted.js';
import { type LibraryReach, libraryReach, reachIn, type ViewerReach, wordsVisibleTo } from '../library.policy.js';
import type { LibrarySuggestion } from '../library.types.js';
import { queryWords } from '../words/words.js';

/** Titles that are looked at, the newest; of what fits more a few are enough for who still types. */
const LOOKED_AT = 200;
/** The last words that are typed count. */
const WORDS = 4;

/** A row of `suggestionStatement`. */
export interface SuggestionRow {
  kind: 'TOPIC' | 'RESOURCE';
  id: string;
  text: string;
  lang: string;
  path: string;
}

/** What suggestions are asked for. */
interface SuggestionsOf {
  reach: LibraryReach | ViewerReach;
  lang: Language;
  query: string;
  first: number;
}

/** The statement of suggestions; null where nothing that is typed can be found. */
export function suggestionStatement({ reach, lang, query, first }: SuggestionsOf): { text: string; values: unknown[] } | null {
  const words = queryWords(query).slice(-WORDS);
  const begun = searchFold(query);
  if (words.length === 0 || begun.length === 0) return null;
  const match = words
    .map(({ folded, stems }, index) => {
      const all = stems.map((stem) => `'${TITLE}${stem}'`);
      return `(${[...all, ...(index < words.length - 1 ? [] : [`'${TITLE}${folded}':*`])].join(' | ')})`;
    })
    .join(' & ');
  const values: unknown[] = [];
  const $ = (value: unknown): string => `$${String(values.push(value))}`;
  const { sql, ctes } = reachIn(reach, values);
  const visible = wordsVisibleTo(sql);
  const [reader, matched, most, begins] = [$(lang), $(match), $(first), $(begun.map((word) => `% ${word}%`))];
  const text = `${ctes.length > 0 ? `WITH ${ctes.join(',')} ` : ''}(SELECT 'TOPIC' AS kind, tp.id, coalesce(tp.names ->> ${reader}::text, tp.names ->> 'en', tp.slug) AS text, CASE WHEN tp.names ? ${reader}::text THEN ${reader}::text ELSE 'en' END AS lang,
      '/library?topic=' || tp.slug AS path
    FROM topics tp WHERE tp.retired_at IS NULL AND ' ' || tp.search LIKE ALL (${begins}::text[])
      AND EXISTS (SELECT 1 FROM library_facets f JOIN library_counts k ON k.no = f.no AND k.resources > 0 AND k.members_of = '00000000-0000-0000-0000-000000000000' WHERE f.facet = 'TOPIC' AND f.value = tp.id::text)
    ORDER BY tp.search LIMIT 3)
    UNION ALL
    (SELECT 'RESOURCE', r.id, r.title, r.lang, '/library/' || r.slug
    FROM (SELECT w.resource_id, w.lang, w.published_at FROM library_matches(${matched}::tsquery) w WHERE ${visible} ORDER BY w.lang = ${reader}::text DESC, w.published_at DESC LIMIT ${String(LOOKED_AT)}) w
    JOIN resources r ON r.id = w.resource_id ORDER BY w.lang = ${reader}::text DESC, r.useful_count DESC, w.published_at DESC, r.id LIMIT ${most}::int)`;
  return { text, values };
}

/**
 * Topics that have resources, and titles that the viewer may read, in which every word is found and the last one may be begun: one statement.
 * @throws Refusal BAD_REQUEST for a bad number or a query that is too long
 */
export async function librarySuggestions(ctx: Context, query: string, first: number): Promise<LibrarySuggestion[]> {
  const size = pageSize(first);
  if (query.length > LENGTHS.searchQuery.max) throw new Refusal('BAD_REQUEST', { limit: 'search' });
  const statement = suggestionStatement({ reach: libraryReach(ctx.viewer), lang: ctx.lang, query, first: size });
  if (!statement) return [];
  return suggested(await ctx.reads.rows<SuggestionRow>(statement.text, statement.values), size);
}

/** Rows of `suggestionStatement` as they are answered, so many at most. */
export function suggested(rows: readonly SuggestionRow[], most: number): LibrarySuggestion[] {
  return rows.slice(0, most).map(({ kind, id, text, lang, path }) => ({
    id: toGlobalId(kind === 'TOPIC' ? 'Topic' : 'Resource', id),
    text,
    lang,
    path,
  }));
}
