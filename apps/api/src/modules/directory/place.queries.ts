import type { Language, LocalText } from '@stoa/domain';
import type { Context } from '../../platform/context.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { toGlobalId } from '../../platform/ids.js';
import { likeWords, nameKey, textFor } from '../centres/index.js';
import type { PlaceKind, PlaceType } from './directory.type.js';

interface PlaceRow {
  id: string;
  kind: PlaceKind;
  slug: string;
  names: LocalText;
  lang: Language;
  search: string;
  rank: number;
  municipality_id: string | null;
  county_id: string;
  path: string[];
}

const TERRITORIES = `SELECT t.id, t.kind, t.slug, t.names, t.lang, t.search, CASE t.kind WHEN 'MUNICIPALITY' THEN 0 ELSE 1 END AS rank,
    CASE t.kind WHEN 'MUNICIPALITY' THEN t.id END AS municipality_id, CASE t.kind WHEN 'MUNICIPALITY' THEN t.parent_id ELSE t.id END AS county_id, t.path
  FROM territories t WHERE t.kind IN ('MUNICIPALITY', 'COUNTY')`;
const SCHOOLS = `SELECT s.id, 'SCHOOL' AS kind, s.slug, jsonb_build_object(s.lang, s.name) AS names, s.lang, s.search, 2 AS rank,
    CASE st.kind WHEN 'MUNICIPALITY' THEN st.id END AS municipality_id, s.county_id, st.path
  FROM schools s JOIN territories st ON st.id = s.territory_id WHERE s.status = 'ACTIVE'`;
const SCHOOL_KEY = 'school.';

function toPlace(ctx: Context, row: PlaceRow): PlaceType {
  return {
    id: toGlobalId('Place', row.id),
    key: row.kind === 'SCHOOL' ? `${SCHOOL_KEY}${row.slug}` : row.slug,
    kind: row.kind,
    name: textFor(row.names, ctx.lang, row.lang) ?? { lang: row.lang, text: row.slug },
    municipalityId: row.municipality_id,
    countyId: row.county_id,
    path: row.path,
  };
}

/** A place by its key: a territory's slug, or `school.` and a school's slug. */
export async function place(ctx: Context, key: string): Promise<PlaceType | null> {
  const ofSchool = key.startsWith(SCHOOL_KEY);
  const row = await ctx.reads.row<PlaceRow>(ofSchool ? `${SCHOOLS} AND s.slug = $1` : `${TERRITORIES} AND t.slug = $1`, [
    ofSchool ? key.slice(SCHOOL_KEY.length) : key,
  ]);
  return row && toPlace(ctx, row);
}

/** Places whose names or postal codes begin with the words typed: municipalities, then counties, then schools. */
export async function places(ctx: Context, query: { first: number; after: string | null; search: string }): Promise<Page<PlaceType>> {
  const first = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [rank, search, id] = query.after ? sealer.open(query.after) : [];
  const rows = await ctx.reads.rows<PlaceRow>(
    `SELECT * FROM (${TERRITORIES} AND ' ' || t.search LIKE ALL ($1::text[]) UNION ALL ${SCHOOLS} AND ' ' || s.search LIKE ALL ($1::text[])) p
     WHERE $2::int IS NULL OR (p.rank, left(p.search, 100) COLLATE "C", p.id) > ($2, $3, $4::uuid)
     ORDER BY p.rank, left(p.search, 100) COLLATE "C", p.id LIMIT $5`,
    [likeWords(query.search), rank ?? null, search ?? null, id ?? null, first + 1],
  );
  return toPage(
    sealer,
    rows,
    first,
    (row) => [row.rank, ...nameKey(row)],
    (row) => toPlace(ctx, row),
    query.after !== null,
  );
}
