import type { Language } from '@stoa/domain';
import type { Sql } from '../../platform/database/database.js';
import type { ScopeAdapter, ScopeFacts } from './scopes.js';

/** The id that stands for everything: an administrator's scope. */
export const EVERYTHING_ID = '00000000-0000-0000-0000-000000000000';

const EVERYTHING: ScopeFacts = {
  kind: 'EVERYTHING',
  id: EVERYTHING_ID,
  name: 'Stoa',
  path: '/admin',
  countyId: null,
  territoryId: null,
  parentId: null,
  scopes: [EVERYTHING_ID],
};

/** The whole installation. */
export const everythingScope: ScopeAdapter = {
  kind: 'EVERYTHING',
  byIds: async (_sql, ids) => (ids.includes(EVERYTHING_ID) ? [EVERYTHING] : []),
  within: async () => [],
  // There is one of it, whatever it is called.
  idsByKey: async (_sql, keys) => keys.map((key) => ({ key, id: EVERYTHING_ID })),
  // Two administrators may be appointed at once; nothing of theirs is exclusive.
  lock: async () => undefined,
};

interface Row {
  id: string;
  slug: string;
  name: string;
  path: string[];
}

const NAME = 'coalesce(t.names ->> $2, t.names ->> t.lang)';

function territoryScope(kind: 'COUNTY' | 'REGION'): ScopeAdapter {
  const facts = (row: Row): ScopeFacts => ({
    kind,
    id: row.id,
    name: row.name,
    path: kind === 'COUNTY' ? `/county/${row.slug}` : `/region/${row.slug}`,
    countyId: kind === 'COUNTY' ? row.id : null,
    territoryId: row.id,
    parentId: null,
    scopes: [...row.path].reverse(),
  });
  return {
    kind,
    ...(kind === 'COUNTY' ? { post: 'CC' as const } : {}),
    async byIds(sql: Sql, ids: readonly string[], lang: Language) {
      const rows = await sql.rows<Row>(
        `SELECT t.id, t.slug, ${NAME} AS name, t.path FROM territories t WHERE t.id = ANY($1) AND t.kind = $3`,
        [ids, lang, kind],
      );
      return rows.map(facts);
    },
    async within(sql, territoryId, lang, tokens, limit) {
      const rows = await sql.rows<Row>(
        `SELECT t.id, t.slug, ${NAME} AS name, t.path FROM territories t
         WHERE t.path @> ARRAY[$1::uuid] AND t.kind = $3 AND t.valid_to IS NULL AND ' ' || t.search LIKE ALL ($4::text[])
         ORDER BY t.search, t.id LIMIT $5`,
        [territoryId, lang, kind, tokens.map((token) => `% ${token}%`), limit],
      );
      return rows.map(facts);
    },
    idsByKey: (sql, keys) =>
      sql.rows(
        'SELECT k AS key, t.id FROM unnest($1::text[]) k JOIN territories t ON t.kind = $2 AND t.valid_to IS NULL AND (t.code = upper(k) OR t.slug = k)',
        [keys, kind],
      ),
    async lock(tx, id) {
      await tx.row('SELECT 1 FROM territories WHERE id = $1 FOR NO KEY UPDATE', [id]);
    },
  };
}

/** Counties and regions. */
export const countyScope = territoryScope('COUNTY');
export const regionScope = territoryScope('REGION');
