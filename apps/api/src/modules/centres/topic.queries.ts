import { searchFold, wrongLayout, type Language, type LocalText } from '@stoa/domain';
import { byId, type Context, type Loader } from '../../platform/context.js';
import { Refusal } from '../../platform/errors.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import { allTexts, textFor } from './card.js';
import type { TopicType } from './topic.type.js';

/** A topic's row. */
export interface TopicRow {
  id: string;
  slug: string;
  names: LocalText;
  synonyms: Partial<Record<Language, string[]>>;
  search: string;
  parent_id: string | null;
  retired_at: string | null;
  version: number;
}

const COLUMNS = 't.id, t.slug, t.names, t.synonyms, t.search, t.parent_id, t.retired_at, t.version';

/** Topics by id. */
export const topicById: Loader<string, TopicRow | null> = byId((asked) => `SELECT ${COLUMNS} FROM topics t WHERE t.id ${asked}`);

/** The public face of a row. */
export function toTopic(ctx: Pick<Context, 'lang'>, row: TopicRow): TopicType {
  return {
    id: toGlobalId('Topic', row.id),
    slug: row.slug,
    name: textFor(row.names, ctx.lang, 'en') ?? { lang: 'en', text: row.slug },
    names: allTexts(row.names),
    synonyms: Object.entries(row.synonyms).flatMap(([lang, words]) => words.map((text) => ({ lang, text }))),
    state: row.retired_at === null ? 'CURRENT' : 'RETIRED',
    version: row.version,
    parentId: row.parent_id,
  };
}

/** The topic that a topic lies under. */
export async function parentTopic(ctx: Context, topic: TopicType): Promise<TopicType | null> {
  const row = topic.parentId ? await ctx.load(topicById, topic.parentId) : null;
  return row && toTopic(ctx, row);
}

/** By global id or slug; null where there is none. */
export async function topic(ctx: Context, key: { id?: string | null; slug?: string | null }): Promise<TopicType | null> {
  const id = key.id ? fromGlobalId(key.id, 'Topic')?.id : null;
  if (key.id ? !id : !key.slug) return null;
  const row = await ctx.db.row<TopicRow>(`SELECT ${COLUMNS} FROM topics t WHERE ${id ? 't.id' : 't.slug'} = $1`, [id ?? key.slug]);
  return row && toTopic(ctx, row);
}

/** What a typeahead or the register's page asks for. */
export interface TopicsQuery {
  first: number;
  after: string | null;
  /** Beginnings of words of a name or synonym in any language, accents and keyboard layout forgiven. */
  search: string | null;
  includeRetired: boolean;
}

/** Topics by their folded names. Where nothing is found, what was meant on another keyboard layout is tried. */
export async function topics(ctx: Context, query: TopicsQuery): Promise<Page<TopicType>> {
  const found = await topicsLike(ctx, query, query.search ?? '');
  if (found.edges.length > 0 || !query.search || query.after) return found;
  for (const meant of wrongLayout(query.search)) {
    const other = await topicsLike(ctx, query, meant);
    if (other.edges.length > 0) return other;
  }
  return found;
}

async function topicsLike(ctx: Context, query: TopicsQuery, search: string): Promise<Page<TopicType>> {
  const first = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [afterSearch, afterId] = query.after ? sealer.open(query.after) : [];
  if (search.length > 200) throw new Refusal('BAD_REQUEST', { limit: 'search' });
  const words = searchFold(search).map((word) => `% ${word}%`);
  const rows = await ctx.reads.rows<TopicRow>(
    `SELECT ${COLUMNS} FROM topics t
     WHERE ' ' || t.search LIKE ALL ($1::text[]) AND ($2::boolean OR t.retired_at IS NULL)
       AND ($3::text IS NULL OR (left(t.search, 100) COLLATE "C", t.id) > ($3, $4::uuid))
     ORDER BY left(t.search, 100) COLLATE "C", t.id LIMIT $5`,
    [words, query.includeRetired, afterSearch ?? null, afterId ?? null, first + 1],
  );
  return toPage(
    sealer,
    rows,
    first,
    (row) => [[...row.search].slice(0, 100).join(''), row.id],
    (row) => toTopic(ctx, row),
    query.after !== null,
  );
}
