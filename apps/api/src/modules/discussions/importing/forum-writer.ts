import { foldText, searchText, slugify } from '@stoa/domain';
import type { BatchPlan, BatchWriter, ImportRow } from '../../../platform/csv/index.js';
import type { Sql, Tx } from '../../../platform/database/database.js';
import { newId } from '../../../platform/ids.js';
import type { Services } from '../../../platform/services.js';
import { recountThreads } from '../counters.js';
import { keepWords } from '../finding/take-in-posts.js';
import { postHtml } from '../post-html.js';
import { nextNo } from '../thread-no.js';
import { authorKey, authorsOf } from './forum-authors.js';
import { categoriesBeyond, categoriesByName, withCategories } from './forum-categories.js';
import type { ForumRow } from './forum-columns.js';
import type { ForumNetwork } from './forum-network.js';

interface Plan extends BatchPlan {
  row: ForumRow;
}

/** A thread that posts of a batch belong to. */
interface OpenThread {
  id: string;
  title: string;
  lastNo: number;
}

/** What a file says of a thread: on whichever row it stands first. */
type Heading = Pick<ForumRow, 'title' | 'kind' | 'category'>;

const NO_MEMBERS: ReadonlySet<string> = new Set();

/** Posts by the id that the other forum gave them: one that is known is passed over, so a repeated import does what is left. */
export function forumWriter({ clock }: Pick<Services, 'clock'>, network: ForumNetwork): BatchWriter<ForumRow, Plan> {
  const headings = new Map<string, Heading>();

  async function decide(sql: Sql, rows: readonly ImportRow<ForumRow>[]): Promise<Plan[]> {
    const known = new Set(
      (
        await sql.rows<{ source_id: string }>('SELECT source_id FROM imported_posts WHERE network_id = $1 AND source_id = ANY($2)', [
          network.id,
          rows.map(({ key }) => key),
        ])
      ).map((row) => row.source_id),
    );
    const threads = await knownThreads(sql, network, threadsOf(rows.map(({ value }) => value)));
    const now = clock.now().toISOString();
    const excess = categoriesBeyond(await categoriesByName(sql, network), headings);
    return rows.map(({ value: row }) => {
      if (known.has(row.post)) return { row, decision: { action: 'skip' } };
      if (row.written > now) return { row, decision: { errors: [{ code: 'TIME_IN_FUTURE', column: 'written', value: row.written }] } };
      if (!threads.has(row.thread) && !headings.get(row.thread)?.title)
        return { row, decision: { errors: [{ code: 'TITLE_MISSING', column: 'title', value: row.thread.slice(0, 80) }] } };
      const category = threads.has(row.thread) ? null : headings.get(row.thread)?.category;
      if (category && excess.has(foldText(category)))
        return { row, decision: { errors: [{ code: 'TOO_MANY_CATEGORIES', column: 'category', value: category.slice(0, 80) }] } };
      return { row, decision: { action: 'create' } };
    });
  }

  return {
    lock: 'forum.import',
    survey: ({ value: { thread, title, kind, category } }) => {
      const said = headings.get(thread);
      if (!said || (!said.title && title) || (!said.kind && kind) || (!said.category && category))
        headings.set(thread, { title: said?.title ?? title, kind: said?.kind ?? kind, category: said?.category ?? category });
    },
    decide,
    insert: (tx, plans) =>
      insert(
        tx,
        network,
        plans.map(({ row }) => row),
        headings,
        clock.now(),
      ),
    update: () => Promise.resolve(),
  };
}

function threadsOf(rows: readonly ForumRow[]): string[] {
  return [...new Set(rows.map(({ thread }) => thread))];
}

async function knownThreads(sql: Sql, network: ForumNetwork, sources: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql.rows<{ source_id: string; thread_id: string }>(
    'SELECT source_id, thread_id FROM imported_threads WHERE network_id = $1 AND source_id = ANY($2)',
    [network.id, sources],
  );
  return new Map(rows.map((row) => [row.source_id, row.thread_id]));
}

/** Threads are locked before the network, as every writer does. */
async function insert(
  tx: Tx,
  network: ForumNetwork,
  rows: readonly ForumRow[],
  headings: ReadonlyMap<string, Heading>,
  now: Date,
): Promise<void> {
  const authors = await authorsOf(tx, network.id, rows, now);
  const threads = await lockThreads(tx, await knownThreads(tx, network, threadsOf(rows)));
  await tx.row('SELECT 1 FROM networks WHERE id = $1 FOR NO KEY UPDATE', [network.id]);
  const author = (row: ForumRow): string => authors.get(authorKey(row)) ?? '';
  await openThreads(tx, network, { rows, headings, threads, author });
  await addPosts(tx, network, { rows, threads, author });
  await recountThreads(tx, { ids: [...threads.values()].map(({ id }) => id), networkId: network.id });
}

async function lockThreads(tx: Tx, known: ReadonlyMap<string, string>): Promise<Map<string, OpenThread>> {
  const locked = await tx.rows<{ id: string; title: string; last_post_no: number }>(
    'SELECT id, title, last_post_no FROM threads WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE',
    [[...known.values()]],
  );
  const byId = new Map(locked.map((row) => [row.id, row]));
  return new Map(
    [...known].flatMap(([source, id]) => {
      const row = byId.get(id);
      return row ? [[source, { id, title: row.title, lastNo: row.last_post_no }]] : [];
    }),
  );
}

interface Batch {
  rows: readonly ForumRow[];
  threads: Map<string, OpenThread>;
  author: (row: ForumRow) => string;
}

/** Opens the threads that are not there yet; whoever wrote their first post opened them. */
async function openThreads(tx: Tx, network: ForumNetwork, batch: Batch & { headings: ReadonlyMap<string, Heading> }): Promise<void> {
  const { rows, headings, threads, author } = batch;
  const fresh = threadsOf(rows)
    .filter((source) => !threads.has(source))
    .map((source) => ({ source, id: newId(), first: rows.find(({ thread }) => thread === source) as ForumRow, of: headings.get(source) }))
    .map((each) => ({ ...each, title: each.of?.title ?? '' }));
  if (fresh.length === 0) return;
  const categories = await withCategories(
    tx,
    network,
    fresh.flatMap(({ of }) => of?.category ?? []),
  );
  await tx.row(
    `WITH thread AS (
       INSERT INTO threads (id, county_id, network_id, no, slug, title, lang, kind, author_id, created_at, last_post_at, search, category_id)
       SELECT u.id, $1, $2, ${nextNo('$2')} - 1 + u.place, u.slug, u.title, u.lang, u.kind, u.author_id, u.at, u.at, u.search, u.category
       FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::timestamptz[], $10::text[], $12::uuid[])
         WITH ORDINALITY AS u(id, slug, title, lang, kind, author_id, at, search, category, place)
     )
     INSERT INTO imported_threads (network_id, source_id, thread_id) SELECT $2, s.source, s.id FROM unnest($3::uuid[], $11::text[]) AS s(id, source)`,
    [
      network.countyId,
      network.id,
      fresh.map(({ id }) => id),
      fresh.map(({ title }) => slugify(title, 'thread')),
      fresh.map(({ title }) => title),
      fresh.map(({ first }) => first.lang),
      fresh.map(({ of }) => of?.kind ?? 'DISCUSSION'),
      fresh.map(({ first }) => author(first)),
      fresh.map(({ first }) => first.written),
      fresh.map(({ title }) => searchText([title])),
      fresh.map(({ source }) => source),
      fresh.map(({ of }) => (of?.category ? (categories.get(foldText(of.category)) ?? null) : null)),
    ],
  );
  for (const { source, id, title } of fresh) threads.set(source, { id, title, lastNo: 0 });
}

async function addPosts(tx: Tx, network: ForumNetwork, { rows, threads, author }: Batch): Promise<void> {
  const posts = rows.map((row) => {
    const thread = threads.get(row.thread) as OpenThread;
    thread.lastNo += 1;
    return { id: newId(), no: thread.lastNo, thread, row };
  });
  await tx.row(
    `WITH post AS (
       INSERT INTO posts (id, county_id, network_id, thread_id, no, author_id, body, body_html, lang, created_at)
       SELECT u.id, $1, $2, u.thread_id, u.no, u.author_id, u.body, u.html, u.lang, u.at
       FROM unnest($3::uuid[], $4::uuid[], $5::int[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::timestamptz[]) AS u(id, thread_id, no, author_id, body, html, lang, at)
     )
     INSERT INTO imported_posts (network_id, source_id, post_id) SELECT $2, s.source, s.id FROM unnest($3::uuid[], $11::text[]) AS s(id, source)`,
    [
      network.countyId,
      network.id,
      posts.map(({ id }) => id),
      posts.map(({ thread }) => thread.id),
      posts.map(({ no }) => no),
      posts.map(({ row }) => author(row)),
      posts.map(({ row }) => row.body),
      posts.map(({ row }) => postHtml(row.body, NO_MEMBERS)),
      posts.map(({ row }) => row.lang),
      posts.map(({ row }) => row.written),
      posts.map(({ row }) => row.post),
    ],
  );
  await tx.row(`UPDATE threads t SET last_post_no = u.no FROM unnest($1::uuid[], $2::int[]) AS u(id, no) WHERE t.id = u.id`, [
    [...threads.values()].map(({ id }) => id),
    [...threads.values()].map(({ lastNo }) => lastNo),
  ]);
  const accepted = posts.filter(({ row, no }) => row.accepted && no > 1);
  await tx.row(
    `UPDATE threads t SET accepted_post_id = u.post_id, accepted_at = u.at FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS u(id, post_id, at)
     WHERE t.id = u.id AND t.kind = 'QUESTION' AND t.accepted_post_id IS NULL`,
    [accepted.map(({ thread }) => thread.id), accepted.map(({ id }) => id), accepted.map(({ row }) => row.written)],
  );
  await keepWords(
    tx,
    posts.map(({ id, no, thread, row }) => ({ id, body: row.body, title: no === 1 ? thread.title : null, question: null })),
  );
  await tx.row('DELETE FROM posts_to_index WHERE post_id = ANY($1)', [posts.map(({ id }) => id)]);
}
