import type { ScopeAdapter, ScopeFacts } from '../appointments/index.js';

interface Row {
  id: string;
  slug: string;
  name: string;
  county_id: string;
  territory_id: string;
  path: string[];
}

const SCHOOLS =
  'SELECT s.id, s.slug, s.name, s.county_id, s.territory_id, t.path FROM schools s JOIN territories t ON t.id = s.territory_id';

const facts = (row: Row): ScopeFacts => ({
  kind: 'SCHOOL',
  id: row.id,
  name: row.name,
  path: `/schools/${row.slug}`,
  countyId: row.county_id,
  territoryId: row.territory_id,
  parentId: null,
  scopes: [row.id, ...[...row.path].reverse()],
});

/** Schools as appointments see them. */
export const schoolScope: ScopeAdapter = {
  kind: 'SCHOOL',
  byIds: async (sql, ids) => (await sql.rows<Row>(`${SCHOOLS} WHERE s.id = ANY($1)`, [ids])).map(facts),
  async within(sql, territoryId, _lang, tokens, limit) {
    const rows = await sql.rows<Row>(
      `${SCHOOLS} WHERE t.path @> ARRAY[$1::uuid] AND s.status = 'ACTIVE' AND ' ' || s.search LIKE ALL ($2::text[]) ORDER BY s.search, s.id LIMIT $3`,
      [territoryId, tokens.map((token) => `% ${token}%`), limit],
    );
    return rows.map(facts);
  },
  idsByKey: (sql, keys) =>
    sql.rows(`SELECT k AS key, s.id FROM unnest($1::text[]) k JOIN schools s ON s.status = 'ACTIVE' AND (s.code = k OR s.slug = k)`, [
      keys,
    ]),
  async lock(tx, id) {
    await tx.row('SELECT 1 FROM schools WHERE id = $1 FOR UPDATE', [id]);
  },
};
