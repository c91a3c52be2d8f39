import {
  addDays,
  isDate,
  LENGTHS,
  SEARCH_WORD_MAX,
  searchFold,
  wordStem,
  type Language,
  type ThreadKind,
  type Visibility,
} from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import { startOfDay } from '../../../platform/clock.js';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { cursors, pageSize, toPage } from '../../../platform/graphql/cursor.js';
import type { Page } from '../../../platform/graphql/types.js';
import { toGlobalId } from '../../../platform/ids.js';
import { toPerson } from '../../accounts/index.js';
import { categoryIdOf } from '../categories/categories.queries.js';
import { postsReadableTo } from '../discussions.policy.js';
import { REACH, reachValues } from '../threads.queries.js';
import { excerptOf, marked, plainText } from './excerpt.js';
import type { FoundPostType, PostSearchInput } from './found-post.types.js';

interface FoundRow {
  id: string;
  no: number;
  body_html: string;
  question: string | null;
  lang: Language;
  visibility: Visibility;
  withdrawn: boolean;
  created_at: string;
  author_id: string;
  author_handle: string;
  author_name: string;
  title: string;
  title_lang: Language;
  kind: ThreadKind;
  answered: boolean;
  accepted: boolean;
  network: string;
  network_lang: Language;
  path: string;
}

/** What a search asks for beside words and order, each with its placeholder; `$` gives one for a value. */
function filters(ctx: Context, search: PostSearchInput, $: (value: unknown) => string): string[] {
  const { network, author, kind, category, answered, from, to } = search;
  const { timeZone } = ctx.config;
  const names = searchFold(author ?? '').map((word) => `% ${word}%`);
  return [
    network && `n.slug = ${$(network)}`,
    names.length > 0 && `' ' || a.search LIKE ALL (${$(names)}::text[])`,
    kind && `t.kind = ${$(kind)}`,
    category && `t.category_id = ${$(categoryIdOf(category))}::uuid`,
    answered != null && `t.kind = 'QUESTION' AND ${answered ? '' : 'NOT '}${ANSWERED}`,
    from && `w.written_at >= ${$(startOfDay(day(from), timeZone))}`,
    to && `w.written_at < ${$(startOfDay(addDays(day(to), 1), timeZone))}`,
  ].filter((each) => typeof each === 'string' && each !== '') as string[];
}

function day(text: string): string {
  if (!isDate(text)) throw new Refusal('BAD_REQUEST', { limit: 'search.day' });
  return text;
}

/** An accepted answer that was hidden or taken back is none. */
const ANSWERED = `EXISTS (SELECT 1 FROM posts ap WHERE ap.id = t.accepted_post_id AND ap.visibility = 'VISIBLE' AND ap.withdrawn_at IS NULL)`;

/** Posts by their words. The viewer's reach is asked of the post as it stands, so what was hidden or removed since is not found. */
const FOUND = `
  SELECT p.id, p.no, p.body_html, (SELECT q.question FROM polls q WHERE p.has_poll AND q.post_id = p.id) AS question, p.lang, p.visibility, p.withdrawn_at IS NOT NULL AS withdrawn, w.written_at AS created_at,
    p.author_id, a.handle AS author_handle, a.display_name AS author_name, t.title, t.lang AS title_lang, t.kind,
    ${ANSWERED} AS answered, p.id IS NOT DISTINCT FROM t.accepted_post_id AS accepted, n.name AS network, n.lang AS network_lang,
    '/networks/' || n.slug || '/discussions/' || t.no || '-' || t.slug || '#p' || p.no AS path
  FROM post_words w JOIN posts p ON p.id = w.post_id JOIN threads t ON t.id = p.thread_id JOIN territories c ON c.id = t.county_id
  JOIN networks n ON n.id = t.network_id JOIN people a ON a.id = p.author_id
  WHERE w.words @@ $8::tsquery AND ${postsReadableTo(REACH)}`;

/**
 * Posts that the viewer may read now and that hold every word of a query or another form of it: in one statement, the newest first.
 * Case, accents, final sigma, ł and ё are forgiven; Greek and Cyrillic are found in Latin letters.
 * @throws Refusal BAD_REQUEST for a bad page or day, or a query that is too long
 */
export async function searchPosts(
  ctx: Context,
  search: PostSearchInput,
  page: { first: number; after?: string | null | undefined },
): Promise<Page<FoundPostType>> {
  signedIn(ctx.viewer);
  const first = pageSize(page.first);
  if (Math.max(search.query.length, search.author?.length ?? 0) > LENGTHS.searchQuery.max)
    throw new Refusal('BAD_REQUEST', { limit: 'search' });
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const after = page.after ? sealer.open(page.after) : null;
  const words = searchFold(search.query).map((word) => wordStem(word.slice(0, SEARCH_WORD_MAX)));
  // Folded words hold letters and digits only, so none of a tsquery's own signs.
  const values: unknown[] = [...reachValues(ctx), words.map((word) => `'${word}':*`).join(' & ')];
  const $ = (value: unknown): string => `$${String(values.push(value))}`;
  const where = filters(ctx, search, $);
  if (after) where.push(`(w.written_at, w.post_id) < (${$(after[0])}::timestamptz, ${$(after[1])}::uuid)`);
  const rows =
    words.length === 0
      ? []
      : await ctx.db.rows<FoundRow>(
          `${[FOUND, ...where].join('\n    AND ')}\n  ORDER BY w.written_at DESC, w.post_id DESC LIMIT ${$(first + 1)}`,
          values,
        );
  return toPage(
    sealer,
    rows,
    first,
    (row) => [row.created_at, row.id],
    (row) => toFound(row, words),
    page.after != null,
  );
}

function toFound(row: FoundRow, words: readonly string[]): FoundPostType {
  return {
    id: toGlobalId('Post', row.id),
    no: row.no,
    state: row.visibility === 'VISIBLE' && row.withdrawn ? 'WITHDRAWN' : row.visibility,
    lang: row.lang,
    excerpt: excerptOf([plainText(row.body_html), row.question].filter(Boolean).join(' — '), words),
    author: toPerson({ id: row.author_id, handle: row.author_handle, display_name: row.author_name }),
    createdAt: row.created_at,
    title: row.title,
    // Only the opening post is found by its words.
    titleParts: row.no === 1 ? marked(row.title, words) : [{ text: row.title, found: false }],
    titleLang: row.title_lang,
    kind: row.kind,
    answered: row.answered,
    accepted: row.answered && row.accepted,
    network: row.network,
    networkLang: row.network_lang,
    path: row.path,
  };
}
