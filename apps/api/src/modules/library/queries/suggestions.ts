import { LENGTHS, searchFold } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { pageSize } from '../../../platform/graphql/cursor.js';
import { toGlobalId } from '../../../platform/ids.js';
import { TITLE } from '../index/weighted.js';
import { libraryReach, wordsVisibleTo } from '../library.policy.js';
import type { LibrarySuggestion } from '../library.types.js';
import { queryWords } from '../words/words.js';

/** Titles that are looked at, the newest; of what fits more a few are enough for who still types. */
const LOOKED_AT = 200;

interface Row {
  kind: 'TOPIC' | 'RESOURCE';
  id: string;
  text: string;
  lang: string;
  path: string;
}

/**
 * Topics that have resources, and titles that the viewer may read, in which every word is found and the last one may be begun: one statement.
 * @throws Refusal BAD_REQUEST for a bad number or a query that is too long
 */
export async function librarySuggestions(ctx: Context, query: string, first: number): Promise<LibrarySuggestion[]> {
  const size = pageSize(first);
  if (query.length > LENGTHS.searchQuery.max) throw new Refusal('BAD_REQUEST', { limit: 'search' });
  const words = queryWords(query).slice(-4);
  const begun = searchFold(query);
  if (words.length === 0 || begun.length === 0) return [];
  const reach = libraryReach(ctx.viewer);
  const match = words
    .map(({ folded, stems }, index) => {
      const all = stems.map((stem) => `'${TITLE}${stem}'`);
      if (index < words.length - 1) return `(${all.join(' | ')})`;
      return `(${[...all, `'${TITLE}${folded}':*`].join(' | ')})`;
    })
    .join(' & ');
  const visible = wordsVisibleTo({ personId: '$4', all: '$5', networkIds: '$6', scopeIds: '$7' });
  const rows = await ctx.reads.rows<Row>(
    `(SELECT 'TOPIC' AS kind, tp.id, coalesce(tp.names ->> $1::text, tp.names ->> 'en', tp.slug) AS text, CASE WHEN tp.names ? $1::text THEN $1::text ELSE 'en' END AS lang,
        '/library?topic=' || tp.slug AS path
      FROM topics tp WHERE tp.retired_at IS NULL AND ' ' || tp.search LIKE ALL ($8::text[])
        AND EXISTS (SELECT 1 FROM library_facets f JOIN library_counts k ON k.no = f.no AND k.resources > 0 AND k.members_of = '00000000-0000-0000-0000-000000000000' WHERE f.facet = 'TOPIC' AND f.value = tp.id::text)
      ORDER BY tp.search LIMIT 3)
     UNION ALL
     (SELECT 'RESOURCE', r.id, r.title, r.lang, '/library/' || r.slug
      FROM (SELECT w.resource_id, w.lang, w.published_at FROM resource_words w WHERE w.words @@ $2::tsquery AND ${visible} ORDER BY w.lang = $1::text DESC, w.published_at DESC LIMIT ${String(LOOKED_AT)}) w
      JOIN resources r ON r.id = w.resource_id ORDER BY w.lang = $1::text DESC, r.useful_count DESC, w.published_at DESC, r.id LIMIT $3)`,
    [ctx.lang, match, size, reach.personId, reach.all, reach.networkIds, reach.scopeIds, begun.map((word) => `% ${word}%`)],
  );
  return rows.slice(0, size).map(({ kind, id, text, lang, path }) => ({
    id: toGlobalId(kind === 'TOPIC' ? 'Topic' : 'Resource', id),
    text,
    lang,
    path,
  }));
}
