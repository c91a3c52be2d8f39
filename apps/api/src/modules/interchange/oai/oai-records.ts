import { ownerNameSql, type ShownRow } from '../public/shown.js';
import type { Sql } from '../../../platform/database/database.js';

/** A record's header as the database has it. `datestamp` is ISO text of whole seconds. */
export interface HeaderRow {
  resource_id: string;
  datestamp: string;
  deleted: boolean;
  sets: string[];
}

export type RecordRow = HeaderRow & Partial<ShownRow>;

/** What a list is a list of. */
export interface Selection {
  /** Id of the set; null for all. */
  setId: string | null;
  from: string | null;
  until: string | null;
}

const SELECTED = `($1::uuid IS NULL OR o.sets @> ARRAY[$1::uuid]) AND ($2::timestamptz IS NULL OR o.datestamp >= $2) AND ($3::timestamptz IS NULL OR o.datestamp <= $3)`;
const HEADER = 'o.resource_id, o.datestamp, o.deleted, o.sets';
/** Of a deleted record nothing of the resource is read. */
const RECORD = `${HEADER}, r.slug, r.kind, r.lang, r.title, r.outcome, r.summary, r.minutes, r.licence, r.authors, r.subjects, r.levels, r.audiences, r.version_no, r.state,
  r.published_at, r.changed_at, v.content, ${ownerNameSql('r')} AS owner_name,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'slug', t.slug, 'names', t.names) ORDER BY t.slug) FROM resource_topics rt JOIN topics t ON t.id = rt.topic_id WHERE rt.resource_id = r.id), '[]') AS topics`;
const RECORDS = `oai_records o LEFT JOIN resources r ON r.id = o.resource_id AND NOT o.deleted
  LEFT JOIN resource_versions v ON v.resource_id = r.id AND v.no = r.version_no`;

/** How many headers or records a selection has. */
export async function countSelected(sql: Sql, { setId, from, until }: Selection): Promise<number> {
  const row = await sql.row<{ n: number }>(`SELECT count(*)::int AS n FROM oai_records o WHERE ${SELECTED}`, [setId, from, until]);
  return row?.n ?? 0;
}

/**
 * A stretch of a selection in the order of its dates. What changes while a list is read goes to its end, so it is met once more and never
 * missed (OAI-PMH 2.0, section 3.5.1).
 */
export function selected(
  sql: Sql,
  what: 'headers' | 'records',
  { setId, from, until }: Selection,
  after: readonly [string, string] | null,
  limit: number,
): Promise<RecordRow[]> {
  // The page's keys are found first: the rest is read for its rows alone.
  return sql.rows<RecordRow>(
    `WITH page AS (
       SELECT ${HEADER} FROM oai_records o WHERE ${SELECTED} AND ($4::timestamptz IS NULL OR (o.datestamp, o.resource_id) > ($4, $5::uuid))
       ORDER BY o.datestamp, o.resource_id LIMIT $6)
     SELECT ${what === 'records' ? RECORD : HEADER} FROM ${what === 'records' ? RECORDS.replace('oai_records o', 'page o') : 'page o'} ORDER BY o.datestamp, o.resource_id`,
    [setId, from, until, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

/** One record; null where it was never public. */
export function oneRecord(sql: Sql, id: string): Promise<RecordRow | null> {
  return sql.row<RecordRow>(`SELECT ${RECORD} FROM ${RECORDS} WHERE o.resource_id = $1`, [id]);
}

/** A set: a centre, a topic, a territory. */
export interface SetRow {
  id: string;
  spec: string;
  name: string;
}

const NAME = `coalesce(names->>'en', names->>'el', names->>'pl', names->>'ru', slug)`;
const SETS = `
  SELECT id, 'centre:' || slug AS spec, ${NAME} AS name FROM centres WHERE status <> 'PLANNED'
  UNION ALL SELECT id, 'topic:' || slug, ${NAME} FROM topics
  UNION ALL SELECT id, 'territory:' || slug, ${NAME} FROM territories WHERE kind <> 'MUNICIPALITY'`;

/** Sets in the order of their names for harvesters, from one on. */
export function setsAfter(sql: Sql, spec: string, limit: number): Promise<SetRow[]> {
  return sql.rows<SetRow>(`SELECT * FROM (${SETS}) s WHERE spec COLLATE "C" > $1 ORDER BY spec COLLATE "C" LIMIT $2`, [spec, limit]);
}

/** How many sets there are. */
export async function countSets(sql: Sql): Promise<number> {
  return (await sql.row<{ n: number }>(`SELECT count(*)::int AS n FROM (${SETS}) s`))?.n ?? 0;
}

/** Id of the set that a harvester names; null where there is none. */
export async function setIdOf(sql: Sql, spec: string): Promise<string | null> {
  return (await sql.row<{ id: string }>(`SELECT id FROM (${SETS}) s WHERE spec = $1`, [spec]))?.id ?? null;
}

/** Names for harvesters of sets by id. */
export async function specsOf(sql: Sql, rows: readonly HeaderRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ sets }) => sets))];
  const found = ids.length > 0 ? await sql.rows<SetRow>(`SELECT id, spec FROM (${SETS}) s WHERE id = ANY($1)`, [ids]) : [];
  return new Map(found.map(({ id, spec }) => [id, spec]));
}
