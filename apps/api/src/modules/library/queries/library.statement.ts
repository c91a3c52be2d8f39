import type { Language } from '@stoa/domain';
import { RESOURCE_COLUMNS, RESOURCE_FROM, type ResourceRow } from '../../resources/index.js';
import { type Facet, FACETS } from '../facets.js';
import { countsVisibleTo, type LibraryReach, reachIn, type ViewerReach, wordsVisibleTo } from '../library.policy.js';
import type { TextQuery } from '../words/query.js';

/** Results are shown so deep: who has not found it by then asks otherwise. */
export const DEPTH = 1_000;
/** Values of a facet that are shown, and those that are chosen. */
const VALUES = 30;

/** Values chosen of each facet: codes, or the slugs of records. A resource has one of each. */
export type Chosen = Partial<Record<Facet, readonly string[]>>;

/** What the library is asked for. */
export interface LibraryOf {
  reach: LibraryReach | ViewerReach;
  /** The reader's language, for names. */
  lang: Language;
  /** The language whose results come first. */
  first: string;
  text: TextQuery | null;
  /** Whether some of the words do. */
  loose?: boolean;
  chosen: Chosen;
  offset: number;
  limit: number;
}

/** Facet, value, how many, name, its language, whether it is chosen. */
export type FacetRow = [facet: Facet, value: string, resources: number, name: string | null, lang: string | null, chosen: boolean];

/** A row of the page; the first one, which is always there, tells the rest. `id` is null where nothing was found. */
export interface FoundRow extends Omit<ResourceRow, 'id'> {
  id: string | null;
  body: string | null;
  found: { total: number; own: number; facets: FacetRow[] | null } | null;
}

const RECORDS: Partial<Record<Facet, string>> = { TOPIC: 'topics', NETWORK: 'networks', CENTRE: 'centres' };

/** The numbers of a facet's chosen values. */
export function numbers(facet: Facet, values: string): string {
  const table = RECORDS[facet];
  const asked = table ? `SELECT id::text FROM ${table} WHERE slug = ANY(${values}::text[])` : `SELECT unnest(${values}::text[])`;
  return `ARRAY(SELECT no FROM library_facets WHERE facet = '${facet}' AND value IN (${asked}))`;
}

/**
 * One page of results with the counts of all facets: one statement, which reads of resources only those that it shows. A facet's values
 * are counted among what passes all other facets. Where nothing is sought and nothing chosen, the counts are those that are kept.
 */
export function libraryStatement(of: LibraryOf): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const $ = (value: unknown): string => `$${String(values.push(value))}`;
  const { sql: reach, ctes: viewer } = reachIn(of.reach, values);
  const chosen = FACETS.flatMap((facet) => {
    const asked = of.chosen[facet];
    return asked && asked.length > 0 ? [{ facet, numbers: numbers(facet, $(asked)) }] : [];
  });
  const parts = { $, reach, chosen, own: $(of.first), limit: $(of.limit), offset: $(of.offset) };
  const ctes = of.text ? sought(of, of.text, parts) : chosen.length > 0 ? narrowed(parts) : browsed(parts);
  const text = `WITH ${[...viewer, ...ctes, facetsCte(parts, $(of.lang))].join(',\n')}
    SELECT ${RESOURCE_COLUMNS}, ${of.text ? `(SELECT left(v.content ->> 'body', 6000) FROM resource_versions v WHERE v.resource_id = r.id AND v.no = r.version_no)` : 'NULL'} AS body,
      CASE WHEN coalesce(page.at, 1) = (SELECT coalesce(min(at), 1) FROM page) THEN (SELECT row_to_json(f) FROM facets f) END AS found
    FROM (SELECT 1) one LEFT JOIN page ON true LEFT JOIN (${RESOURCE_FROM}) ON r.id = page.resource_id ORDER BY page.at`;
  return { text, values };
}

interface Parts {
  $: (value: unknown) => string;
  reach: Record<keyof LibraryReach, string>;
  chosen: readonly { facet: Facet; numbers: string }[];
  own: string;
  limit: string;
  offset: string;
}

/** How many of the chosen facets a row fails, and the number of the one that it fails. */
function failing({ chosen }: Parts): { fails: string; facet: string } {
  if (chosen.length === 0) return { fails: '0', facet: '0' };
  const missing = chosen.map((_, index) => `(NOT w.facets && c.f${String(index + 1)})`);
  return {
    fails: missing.map((fails) => `${fails}::int`).join(' + '),
    facet: `CASE ${missing.map((fails, index) => `WHEN ${fails} THEN ${String(index + 1)}`).join(' ')} ELSE 0 END`,
  };
}

const chosenCte = ({ chosen }: Parts): string =>
  `c AS MATERIALIZED (SELECT ${chosen.length > 0 ? chosen.map(({ numbers: of }, index) => `${of} AS f${String(index + 1)}`).join(', ') : '0 AS none'})`;

/** Values are unrolled in the list of columns: joined to a function they would be kept for each row in turn, at twice the work. */
const COUNTED = (chosen: Parts['chosen']): string =>
  `counted AS MATERIALIZED (SELECT u.no, count(*)${chosen.length > 0 ? ' FILTER (WHERE u.fails = 0)' : ''}::int AS n0${chosen
    .map((_, index) => `, count(*) FILTER (WHERE u.facet = ${String(index + 1)})::int AS n${String(index + 1)}`)
    .join('')} FROM (SELECT unnest(h.facets) AS no, h.fails, h.facet FROM hits h) u GROUP BY 1)`;
const TOTAL = (own: string): string =>
  `total AS (SELECT count(*)::int AS total, count(*) FILTER (WHERE lang = ${own}::text)::int AS own FROM hits WHERE fails = 0)`;

/** Words, perhaps with facets. */
function sought({ loose }: LibraryOf, text: TextQuery, parts: Parts): string[] {
  const { $, own, limit, offset, reach, chosen } = parts;
  const [match, literal, any, title] = [$(loose ? text.any : text.all), $(text.literal), $(text.any), $(text.title)];
  const { fails, facet } = failing(parts);
  const weights = `'{0.1, 0.3, 0.6, 1}'`;
  return [
    chosenCte(parts),
    `hits AS MATERIALIZED (SELECT w.resource_id, w.lang, w.published_at, w.facets, ${fails} AS fails, ${facet} AS facet
      FROM library_matches(${match}::tsquery) w, c WHERE ${wordsVisibleTo(reach)} AND ${fails} <= 1)`,
    COUNTED(chosen),
    TOTAL(own),
    // Titles are told by the index alone; how well a text fits is worked out for so many as can be shown.
    `titled AS MATERIALIZED (SELECT w.resource_id FROM library_matches(${title}::tsquery) w)`,
    `pool AS MATERIALIZED (SELECT h.resource_id, h.lang = ${own}::text AS own, h.resource_id IN (SELECT resource_id FROM titled) AS titled FROM hits h WHERE h.fails = 0
      ORDER BY 2 DESC, 3 DESC, h.published_at DESC, h.resource_id DESC LIMIT ${String(DEPTH)})`,
    `page AS MATERIALIZED (SELECT p.resource_id, row_number() OVER (ORDER BY p.own DESC,
        ts_rank(${weights}, w.words, ${literal}::tsquery) + ts_rank(${weights}, w.words, ${any}::tsquery) + CASE WHEN p.titled THEN 0.5 ELSE 0 END DESC, p.resource_id DESC)::int AS at
      FROM pool p JOIN resource_words w ON w.resource_id = p.resource_id ORDER BY 2 LIMIT ${limit} OFFSET ${offset})`,
  ];
}

/** Facets without words: what passes all, and for the counts what passes all but one of several. */
function narrowed(parts: Parts): string[] {
  const { own, limit, offset, reach, chosen } = parts;
  const { fails, facet } = failing(parts);
  const passes = chosen.map((_, index) => `w.facets && (SELECT f${String(index + 1)} FROM c)`);
  const near =
    passes.length === 1
      ? passes[0]
      : passes.map((_, but) => `(${passes.filter((_pass, index) => index !== but).join(' AND ')})`).join(' OR ');
  const alone = chosen.length === 1;
  return [
    chosenCte(parts),
    `hits AS MATERIALIZED (SELECT w.resource_id, w.lang, w.published_at, w.facets, ${fails} AS fails, ${facet} AS facet FROM resource_words w, c
      WHERE (${near ?? 'true'}) AND ${wordsVisibleTo(reach)})`,
    alone
      ? // Where one facet is chosen alone, its values are counted among all: those counts are kept.
        `${COUNTED([]).replace('counted AS', 'among AS')}, everything AS (${countsVisibleTo(reach)}),
         counted AS MATERIALIZED (SELECT coalesce(a.no, e.no) AS no, coalesce(a.n0, 0) AS n0, coalesce(e.resources, 0) - coalesce(a.n0, 0) AS n1 FROM among a FULL JOIN everything e ON e.no = a.no)`
      : COUNTED(chosen),
    TOTAL(own),
    `page AS MATERIALIZED (SELECT h.resource_id, row_number() OVER (ORDER BY h.lang = ${own}::text DESC, h.published_at DESC, h.resource_id DESC)::int AS at
      FROM hits h WHERE h.fails = 0 ORDER BY 2 LIMIT ${limit} OFFSET ${offset})`,
  ];
}

/** Neither words nor facets: the newest, of the reader's language first, by two indexes. */
function browsed(parts: Parts): string[] {
  const { own, limit, offset, reach } = parts;
  const newest = (where: string): string =>
    `(SELECT w.resource_id, w.lang, w.published_at FROM resource_words w WHERE ${where} AND ${wordsVisibleTo(reach)}
      ORDER BY w.published_at DESC, w.resource_id DESC LIMIT ${limit}::int + ${offset}::int)`;
  return [
    `counted AS MATERIALIZED (SELECT no, resources AS n0 FROM (${countsVisibleTo(reach)}) k)`,
    `total AS (SELECT coalesce((SELECT n0 FROM counted WHERE no = 0), 0) AS total,
      coalesce((SELECT n0 FROM counted JOIN library_facets f USING (no) WHERE f.facet = 'LANGUAGE' AND f.value = ${own}::text), 0) AS own)`,
    `page AS MATERIALIZED (SELECT n.resource_id, row_number() OVER (ORDER BY n.lang = ${own}::text DESC, n.published_at DESC, n.resource_id DESC)::int AS at
      FROM (${newest(`w.lang = ${own}::text`)} UNION ALL ${newest(`w.lang <> ${own}::text`)}) n ORDER BY 2 LIMIT ${limit} OFFSET ${offset})`,
  ];
}

/** The values of all facets with their names. */
function facetsCte({ chosen }: Parts, lang: string): string {
  const among = chosen.map(({ facet }, index) => `WHEN '${facet}' THEN k.n0 + k.n${String(index + 1)}`).join(' ');
  const isChosen =
    chosen.length > 0 ? chosen.map((_, index) => `k.no = ANY((SELECT f${String(index + 1)} FROM c)::integer[])`).join(' OR ') : 'false';
  const record = (alias: string, facet: Facet): string => `${alias} ON ${alias}.id = CASE WHEN v.facet = '${facet}' THEN v.value::uuid END`;
  const named = (alias: string): string => `coalesce(${alias}.names ->> ${lang}::text, ${alias}.names ->> ${alias}.lang)`;
  const langOf = (alias: string): string => `CASE WHEN ${alias}.names ? ${lang}::text THEN ${lang}::text ELSE ${alias}.lang END`;
  return `facets AS (SELECT (SELECT total FROM total) AS total, (SELECT own FROM total) AS own, json_agg(json_build_array(v.facet, coalesce(tp.slug, n.slug, ce.slug, v.value), v.n,
      coalesce(coalesce(tp.names ->> ${lang}::text, tp.names ->> 'en', tp.slug), n.name, ${named('ce')}),
      CASE WHEN tp.id IS NOT NULL THEN CASE WHEN tp.names ? ${lang}::text THEN ${lang}::text ELSE 'en' END WHEN ce.id IS NOT NULL THEN ${langOf('ce')} ELSE n.lang END, v.chosen)
      ORDER BY v.n DESC, v.no) AS facets
    FROM (SELECT u.*, row_number() OVER (PARTITION BY u.facet ORDER BY u.n DESC, u.no) AS place FROM (
      SELECT k.no, f.facet, f.value, CASE f.facet ${among} ${among ? 'ELSE k.n0 END' : 'WHEN NULL THEN 0 ELSE k.n0 END'} AS n, ${isChosen} AS chosen
      FROM counted k JOIN library_facets f ON f.no = k.no) u WHERE u.n > 0) v
    LEFT JOIN topics ${record('tp', 'TOPIC')} LEFT JOIN networks ${record('n', 'NETWORK')} LEFT JOIN centres ${record('ce', 'CENTRE')}
    WHERE v.place <= ${String(VALUES)} OR v.chosen)`;
}
