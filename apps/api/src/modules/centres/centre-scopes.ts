import type { ScopeAdapter, ScopeFacts } from '../appointments/index.js';

interface Row {
  id: string;
  slug: string;
  name: string;
  territory_id: string;
  county_id: string | null;
  centre_id: string | null;
  path: string[];
}

const NAME = (table: string): string => `coalesce(${table}.names ->> $2, ${table}.names ->> ${table}.lang)`;
const COUNTY = `CASE WHEN t.kind = 'COUNTY' THEN t.id END`;
const CENTRES = `SELECT c.id, c.slug, ${NAME('c')} AS name, c.territory_id, ${COUNTY} AS county_id, NULL::uuid AS centre_id, t.path
  FROM centres c JOIN territories t ON t.id = c.territory_id`;
const STRUCTURES = `SELECT s.id, s.slug, ${NAME('s')} AS name, c.territory_id, ${COUNTY} AS county_id, c.id AS centre_id, t.path
  FROM structures s JOIN centres c ON c.id = s.centre_id JOIN territories t ON t.id = c.territory_id`;

function facts(kind: 'CENTRE' | 'STRUCTURE', row: Row): ScopeFacts {
  return {
    kind,
    id: row.id,
    name: row.name,
    path: kind === 'CENTRE' ? `/centres/${row.slug}` : `/structures/${row.slug}`,
    countyId: row.county_id,
    territoryId: row.territory_id,
    parentId: row.centre_id,
    scopes: [row.id, ...(row.centre_id ? [row.centre_id] : []), ...[...row.path].reverse()],
  };
}

/** Centres as appointments see them. */
export const centreScope: ScopeAdapter = {
  kind: 'CENTRE',
  post: 'CH',
  byIds: async (sql, ids, lang) => (await sql.rows<Row>(`${CENTRES} WHERE c.id = ANY($1)`, [ids, lang])).map((row) => facts('CENTRE', row)),
  async within(sql, territoryId, lang, tokens, limit) {
    const rows = await sql.rows<Row>(
      `${CENTRES} WHERE t.path @> ARRAY[$1::uuid] AND c.status IN ('PLANNED', 'ACTIVE') AND ' ' || c.search LIKE ALL ($3::text[]) ORDER BY c.search, c.id LIMIT $4`,
      [territoryId, lang, tokens.map((token) => `% ${token}%`), limit],
    );
    return rows.map((row) => facts('CENTRE', row));
  },
  idsByKey: (sql, keys) => sql.rows(`SELECT slug AS key, id FROM centres WHERE slug = ANY($1) AND status IN ('PLANNED', 'ACTIVE')`, [keys]),
  async lock(tx, id) {
    await tx.row('SELECT 1 FROM centres WHERE id = $1 FOR UPDATE', [id]);
  },
};

/** Structures as appointments see them. */
export const structureScope: ScopeAdapter = {
  kind: 'STRUCTURE',
  byIds: async (sql, ids, lang) =>
    (await sql.rows<Row>(`${STRUCTURES} WHERE s.id = ANY($1)`, [ids, lang])).map((row) => facts('STRUCTURE', row)),
  async within(sql, territoryId, lang, tokens, limit) {
    const rows = await sql.rows<Row>(
      `${STRUCTURES} WHERE t.path @> ARRAY[$1::uuid] AND s.status = 'ACTIVE' AND ' ' || s.search LIKE ALL ($3::text[]) ORDER BY s.search, s.id LIMIT $4`,
      [territoryId, lang, tokens.map((token) => `% ${token}%`), limit],
    );
    return rows.map((row) => facts('STRUCTURE', row));
  },
  idsByKey: (sql, keys) => sql.rows(`SELECT slug AS key, id FROM structures WHERE slug = ANY($1) AND status = 'ACTIVE'`, [keys]),
  async lock(tx, id) {
    await tx.row('SELECT 1 FROM structures WHERE id = $1 FOR UPDATE', [id]);
  },
};
