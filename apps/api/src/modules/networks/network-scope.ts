import type { ScopeAdapter, ScopeFacts } from '../appointments/index.js';

interface Row {
  id: string;
  slug: string;
  name: string;
  county_id: string;
  path: string[];
}

const facts = (row: Row): ScopeFacts => ({
  kind: 'NETWORK',
  id: row.id,
  name: row.name,
  path: `/networks/${row.slug}`,
  countyId: row.county_id,
  territoryId: row.county_id,
  parentId: null,
  scopes: [row.id, ...[...row.path].reverse()],
});

const SELECT = 'SELECT n.id, n.slug, n.name, n.county_id, t.path FROM networks n JOIN territories t ON t.id = n.county_id';

/** Networks as what a coordinator is appointed for. */
export const networkScope: ScopeAdapter = {
  kind: 'NETWORK',
  post: 'NC',
  async byIds(sql, ids) {
    return (await sql.rows<Row>(`${SELECT} WHERE n.id = ANY($1)`, [ids])).map(facts);
  },
  async within(sql, territoryId, _lang, tokens, limit) {
    const rows = await sql.rows<Row>(
      `${SELECT} WHERE t.path @> ARRAY[$1::uuid] AND ' ' || n.search LIKE ALL ($2::text[]) ORDER BY n.search, n.id LIMIT $3`,
      [territoryId, tokens.map((token) => `% ${token}%`), limit],
    );
    return rows.map(facts);
  },
  idsByKey: (sql, keys) => sql.rows('SELECT slug AS key, id FROM networks WHERE slug = ANY($1)', [keys]),
  async lock(tx, id) {
    await tx.row('SELECT 1 FROM networks WHERE id = $1 FOR NO KEY UPDATE', [id]);
  },
  async onCoordinatorChanged(tx, { scopeId, personId, at }) {
    // The time of the first vacancy stays until somebody holds the post again.
    await tx.row('UPDATE networks SET vacant_since = CASE WHEN $2::uuid IS NULL THEN coalesce(vacant_since, $3) END WHERE id = $1', [
      scopeId,
      personId,
      at,
    ]);
  },
};
