import { LENGTHS } from '@stoa/domain';
import type { Act, Reach } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { pageSize } from '../../platform/graphql/cursor.js';
import type { Args } from '../../platform/graphql/plan/shape.js';
import type { Answered, ViewerPart, WrittenRoot } from '../../platform/graphql/plan/written.js';
import { isLibraryFilter } from './library-filter.js';
import type { ViewerReach } from './library.policy.js';
import type { LibraryFilter } from './library.types.js';
import { foundIn, pageOf, shownPage } from './queries/library.queries.js';
import { type FoundRow, libraryStatement } from './queries/library.statement.js';
import { suggested, type SuggestionRow, suggestionStatement } from './queries/suggestions.js';
import { soughtWords, textQuery } from './words/query.js';

const plain = (type: string, names: string): Answered => ({
  type,
  fields: Object.fromEntries(names.split(' ').map((name) => [name, null])),
});

const PAGE: Answered = {
  type: 'LibraryPage',
  fields: {
    ...plain('', 'totalCount firstLanguage otherLanguages meant loose').fields,
    pageInfo: plain('PageInfo', 'hasNextPage hasPreviousPage startCursor endCursor'),
    edges: {
      type: 'LibraryEdge',
      fields: {
        cursor: null,
        excerpt: plain('ExcerptPart', 'text found'),
        node: plain('Resource', 'id slug title lang kind state visibility outcome summary minutes licence usefulCount usesCount version'),
      },
    },
    facets: {
      type: 'LibraryFacetCounts',
      fields: { facet: null, values: plain('LibraryFacetValue', 'value count name lang chosen') },
    },
  },
};

/** The reach of `libraryReach`, as columns of the viewer in the statement; a visitor, of whom there is no row, reaches nothing. */
function reachOf(reach: (act: Act) => Record<keyof Reach, string>, viewer: ViewerPart): ViewerReach {
  const [read, review] = [reach('discussion.read'), reach('resource.review')];
  const of = (sql: string): string => `(SELECT ${sql} FROM v)`;
  return {
    ...viewer,
    sql: {
      personId: of('v.person_id'),
      all: `coalesce(${of(`${read.all} OR ${review.all}`)}, false)`,
      networkIds: `coalesce(${of(read.networkIds)}, '{}')`,
      scopeIds: `coalesce(${of(`${read.scopeIds} || ${review.scopeIds}`)}, '{}')`,
    },
  };
}

const READS = ['discussion_read_all', 'discussion_read_scopes', 'resource_review_all', 'resource_review_scopes'];

/** The reader's language must be known before there is a statement: it tells which words are sought. */
const knowsLanguage = (ctx: Context): boolean => ctx.session?.lang != null;

/** The library's page in one statement. Where the words as they stand find nothing, the resolver tries others. */
export function libraryPlan(reach: (act: Act) => Record<keyof Reach, string>): WrittenRoot {
  return {
    field: 'library',
    args: { first: 'Int', after: 'String', query: 'String', filter: isLibraryFilter },
    shape: PAGE,
    reads: READS,
    statement(ctx, args, viewer) {
      if (!knowsLanguage(ctx)) return null;
      const asked = askedOf(args);
      const page = pageOf(ctx, asked);
      const words = asked.query.trim() === '' ? null : soughtWords(asked.query);
      if (words?.length === 0) return null;
      const text = words && textQuery(words);
      return {
        ...libraryStatement({ ...page.of, reach: reachOf(reach, viewer), text }),
        answer(rows: readonly FoundRow[]) {
          const found = foundIn(rows, text, false);
          return text && found.own === 0 ? null : shownPage(ctx, found, page);
        },
      };
    },
  };
}

function askedOf({ first, after, query, filter }: Args) {
  return {
    first: first as number,
    after: (after as string | null | undefined) ?? null,
    query: (query as string | null | undefined) ?? '',
    filter: (filter as LibraryFilter | null | undefined) ?? {},
  };
}

/** Suggestions in one statement. */
export function suggestionsPlan(reach: (act: Act) => Record<keyof Reach, string>): WrittenRoot {
  return {
    field: 'librarySuggestions',
    args: { query: 'String', first: 'Int' },
    shape: plain('LibrarySuggestion', 'id text lang path'),
    reads: READS,
    statement(ctx, args, viewer) {
      const query = String(args['query']);
      const first = pageSize(args['first'] as number);
      if (!knowsLanguage(ctx) || query.length > LENGTHS.searchQuery.max) return null;
      const statement = suggestionStatement({ reach: reachOf(reach, viewer), lang: ctx.lang, query, first });
      return statement && { ...statement, answer: (rows: readonly SuggestionRow[]) => suggested(rows, first) };
    },
  };
}
