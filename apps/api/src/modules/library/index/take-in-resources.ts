import type { LocalText, ResourceContent } from '@stoa/domain';
import type { Sql, Tx } from '../../../platform/database/database.js';
import type { Services } from '../../../platform/services.js';
import { type Facet, type FacetedRow, facetValues } from '../facets.js';
import { deletions } from '../words/near.js';
import { skeleton } from '../words/skeleton.js';
import { type Mending, weigh, type Weighted, type WeightedText } from './weighted.js';

/** What is read of a resource to find it by. */
interface Read extends Omit<FacetedRow, 'topic_ids'> {
  id: string;
  title: string;
  outcome: string;
  summary: string;
  authors: string[];
  path: string[];
  published_at: string;
  topic_ids: string[];
  said: Pick<ResourceContent, 'body' | 'practice' | 'links' | 'files'> | null;
}

type TakesIn = Pick<Services, 'db'>;

/** Resources of one transaction. */
const BATCH = 200;
/** Characters of all files of a resource together that are looked at: two long books. After as many bytes a transaction begins with no other resource. */
const TEXT_MAX = 1_000_000;

/**
 * Resources that are new or changed. Each is locked against changes until its words are kept: what members alone may read from now on
 * must not be kept as public. One that somebody is changing waits for the next round, as two writers wait for each other in no other way.
 */
const NEXT = `
  SELECT r.id, r.visibility, r.kind, r.lang, r.title, r.outcome, r.summary, r.minutes, r.licence, r.authors, r.subjects, r.levels, r.network_id,
    coalesce(r.centre_id, rs.centre_id) AS centre_id, t.path, coalesce(r.published_at, r.created_at) AS published_at,
    ARRAY(SELECT topic_id FROM resource_topics rt WHERE rt.resource_id = r.id) AS topic_ids,
    (SELECT jsonb_build_object('body', v.content -> 'body', 'practice', v.content -> 'practice', 'links', v.content -> 'links', 'files', v.content -> 'files')
     FROM resource_versions v WHERE v.resource_id = r.id AND v.no = r.version_no) AS said
  FROM resources_to_index i JOIN resources r ON r.id = i.resource_id AND r.state IN ('PUBLISHED', 'OUTDATED')
  JOIN territories t ON t.id = r.territory_id LEFT JOIN structures rs ON rs.id = r.structure_id
  ORDER BY i.resource_id LIMIT ${String(BATCH)} FOR SHARE OF r SKIP LOCKED`;

const KEEP = `
  INSERT INTO resource_words (resource_id, lang, published_at, members_of, scope_ids, facets, words)
  SELECT k.id, k.lang, k.published_at, k.members_of, coalesce(string_to_array(nullif(k.scopes, ''), ',')::uuid[], '{}'), coalesce(string_to_array(nullif(k.facets, ''), ',')::integer[], '{}'), k.words::tsvector
  FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::uuid[], $5::text[], $6::text[], $7::text[]) AS k(id, lang, published_at, members_of, scopes, facets, words)
  ON CONFLICT (resource_id) DO UPDATE SET lang = EXCLUDED.lang, published_at = EXCLUDED.published_at, members_of = EXCLUDED.members_of,
    scope_ids = EXCLUDED.scope_ids, facets = EXCLUDED.facets, words = EXCLUDED.words`;

/**
 * Takes in what resources that are new or changed are found by, until there are none or the signal stops it.
 * @param onTaken is told how many were taken in, after each transaction
 */
export async function takeInResources({ db }: TakesIn, signal?: AbortSignal, onTaken?: (resources: number) => void): Promise<void> {
  await db.row(
    `DELETE FROM resources_to_index i WHERE NOT EXISTS (SELECT 1 FROM resources r WHERE r.id = i.resource_id AND r.state IN ('PUBLISHED', 'OUTDATED'))`,
  );
  while (!signal?.aborted) {
    const taken = await db.transaction(takeInSome);
    if (taken === 0) return;
    onTaken?.(taken);
  }
}

async function takeInSome(tx: Tx): Promise<number> {
  const next = await tx.rows<Read>(NEXT);
  if (next.length === 0) return 0;
  const { rows, withFiles } = await noMoreThanTwoBooks(tx, next);
  const ids = rows.map(({ id }) => id);
  // Before anything is read of them: whoever notes one anew meanwhile waits, and is not forgotten.
  await tx.row('DELETE FROM resources_to_index WHERE resource_id = ANY($1)', [ids]);
  const topics = await topicsOf(tx, [...new Set(rows.flatMap(({ topic_ids }) => topic_ids))]);
  const weighted: Weighted[] = [];
  for (const row of rows) weighted.push(await weigh(textsOf(row, topics, withFiles.has(row.id) ? await textsOfFiles(tx, row.id) : [])));
  const facets = rows.map((row) => facetValues({ ...row, topic_ids: withParents(row.topic_ids, topics) }));
  const numbers = await numbersOf(tx, facets.flat());
  const memberRows = rows.map((row) => (row.visibility === 'MEMBERS' ? row.network_id : null));
  await keepWords(tx, new Map(weighted.flatMap(({ words }) => [...words])));
  await tx.row(KEEP, [
    ids,
    rows.map(({ lang }) => lang),
    rows.map(({ published_at }) => published_at),
    memberRows,
    rows.map((row, index) => (memberRows[index] == null ? '' : [memberRows[index], ...row.path].join(','))),
    facets.map((values) => values.map(([facet, value]) => numbers.get(`${facet} ${value}`)).join(',')),
    weighted.map(({ vector }) => vector),
  ]);
  return rows.length;
}

interface TopicRow {
  id: string;
  parent_id: string | null;
  names: LocalText;
  synonyms: Partial<Record<string, string[]>>;
}

/** Topics with all above them, by id. */
async function topicsOf(sql: Sql, ids: readonly string[]): Promise<Map<string, TopicRow>> {
  const rows = await sql.rows<TopicRow>(
    `WITH RECURSIVE up AS (
       SELECT id, parent_id, names, synonyms FROM topics WHERE id = ANY($1) UNION SELECT p.id, p.parent_id, p.names, p.synonyms FROM topics p JOIN up ON up.parent_id = p.id
     ) SELECT * FROM up`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function withParents(ids: readonly string[], topics: ReadonlyMap<string, TopicRow>): string[] {
  const all = new Set<string>();
  for (const id of ids)
    for (let at: string | null | undefined = id; at != null && !all.has(at); at = topics.get(at)?.parent_id) all.add(at);
  return [...all];
}

const TEXTS = `
  FROM resource_texts x JOIN resource_files f ON f.id = x.file_id JOIN resources r ON r.id = x.resource_id
  JOIN resource_versions v ON v.resource_id = r.id AND v.no = r.version_no
  WHERE x.resource_id = ANY($1) AND x.text <> '' AND v.content -> 'files' @> jsonb_build_array(jsonb_build_object('id', f.id::text))`;

/**
 * As many of the resources as one transaction looks at: it locks them, and holds what is found in each. Bytes are counted, not characters,
 * since PostgreSQL knows them without unpacking the texts.
 * @returns the first of them, at least one, and the ids of those whose files have words
 */
async function noMoreThanTwoBooks(sql: Sql, next: readonly Read[]): Promise<{ rows: readonly Read[]; withFiles: ReadonlySet<string> }> {
  const found = await sql.rows<{ id: string; bytes: number }>(
    `SELECT x.resource_id AS id, least(sum(octet_length(x.text)), ${TEXT_MAX})::int AS bytes ${TEXTS} GROUP BY x.resource_id`,
    [next.map(({ id }) => id)],
  );
  const bytes = new Map(found.map((row) => [row.id, row.bytes]));
  let sum = 0;
  const end = next.findIndex(({ id }) => (sum += bytes.get(id) ?? 0) >= TEXT_MAX);
  return { rows: end < 0 ? next : next.slice(0, end + 1), withFiles: new Set(bytes.keys()) };
}

/**
 * Texts of a resource's files, together no longer than is looked at. They are asked for by resource: those of a whole batch would be as
 * many books in memory.
 */
async function textsOfFiles(sql: Sql, id: string): Promise<string[]> {
  const rows = await sql.rows<{ text: string }>(
    `SELECT left(t.text, ${TEXT_MAX} - t.before) AS text FROM (
       SELECT f.id, x.text, (sum(length(x.text)) OVER (ORDER BY f.id) - length(x.text))::int AS before ${TEXTS}) t
     WHERE t.before < ${TEXT_MAX} ORDER BY t.id`,
    [[id]],
  );
  return rows.map(({ text }) => text);
}

function textsOf(row: Read, topics: ReadonlyMap<string, TopicRow>, files: readonly string[]): WeightedText[] {
  const { lang, said } = row;
  const text = (weight: WeightedText['weight'], words: string, more: Partial<WeightedText> = {}): WeightedText => ({
    ...{ weight, text: words, lang, mends: true },
    ...more,
  });
  const named = row.topic_ids.flatMap((id) => {
    const topic = topics.get(id);
    const names = Object.entries(topic?.names ?? {}).map(([of, name]) => text('A', name, { lang: of }));
    const synonyms = Object.entries(topic?.synonyms ?? {}).flatMap(([of, all]) => (all ?? []).map((name) => text('A', name, { lang: of })));
    return [...names, ...synonyms];
  });
  const titles = [...(said?.links ?? []).map(({ title }) => title), ...(said?.files ?? []).flatMap(({ title, alt }) => [title, alt])];
  return [
    text('A', row.title, { title: true }),
    ...named,
    text('B', row.outcome),
    text('B', row.summary),
    ...row.authors.map((author) => text('B', author, { mends: false })),
    ...[said?.body ?? '', ...Object.values(said?.practice ?? {}), ...titles].map((words) => text('C', words)),
    ...files.map((words) => text('D', words, { mends: false })),
  ];
}

/** Numbers of facets' values, by `<facet> <value>`; those that are new get theirs. */
async function numbersOf(tx: Tx, values: readonly [Facet, string][]): Promise<Map<string, number>> {
  const asked = [...new Map(values.map((value) => [value.join(' '), value])).values()].toSorted();
  const arrays = [asked.map(([facet]) => facet), asked.map(([, value]) => value)];
  const read = `SELECT f.no, f.facet, f.value FROM unnest($1::text[], $2::text[]) AS k(facet, value) JOIN library_facets f ON f.facet = k.facet AND f.value = k.value`;
  const known = await tx.rows<{ no: number; facet: string; value: string }>(read, arrays);
  const numbers = new Map(known.map(({ no, facet, value }) => [`${facet} ${value}`, no]));
  if (numbers.size === asked.length) return numbers;
  const missing = asked.filter((value) => !numbers.has(value.join(' ')));
  // Whoever else adds one of them is waited for, and then read: so a number that was given is never missed.
  await tx.row('INSERT INTO library_facets (facet, value) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING', [
    missing.map(([facet]) => facet),
    missing.map(([, value]) => value),
  ]);
  const all = await tx.rows<{ no: number; facet: string; value: string }>(read, arrays);
  return new Map(all.map(({ no, facet, value }) => [`${facet} ${value}`, no]));
}

async function keepWords(tx: Tx, words: ReadonlyMap<string, Mending>): Promise<void> {
  const known = await tx.rows<{ word: string }>('SELECT word FROM library_words WHERE word = ANY($1)', [[...words.keys()]]);
  const old = new Set(known.map(({ word }) => word));
  const fresh = [...words].filter(([word]) => !old.has(word)).toSorted(([one], [other]) => (one < other ? -1 : 1));
  if (fresh.length === 0) return;
  await tx.row(
    `INSERT INTO library_words (word, shown, stem, skeleton, deletions)
     SELECT k.word, k.shown, k.stem, k.skeleton, coalesce(string_to_array(nullif(k.deletions, ''), ',')::integer[], '{}')
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS k(word, shown, stem, skeleton, deletions) ON CONFLICT DO NOTHING`,
    [
      fresh.map(([word]) => word),
      fresh.map(([, { shown }]) => shown),
      fresh.map(([, { stem }]) => stem),
      fresh.map(([word]) => skeleton(word)),
      fresh.map(([word]) => deletions(word).join(',')),
    ],
  );
}
