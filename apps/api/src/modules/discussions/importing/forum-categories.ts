import { CATEGORIES_MAX, foldText } from '@stoa/domain';
import type { Sql, Tx } from '../../../platform/database/database.js';
import { newId } from '../../../platform/ids.js';
import type { ForumNetwork } from './forum-network.js';

/** Categories of a network by their names; case and accents do not make another one. */
export async function categoriesByName(sql: Sql, network: ForumNetwork): Promise<Map<string, string>> {
  const rows = await sql.rows<{ id: string; name: string }>(
    'SELECT id, name FROM thread_categories WHERE network_id = $1 ORDER BY position DESC, id DESC',
    [network.id],
  );
  return new Map(rows.map(({ id, name }) => [foldText(name), id]));
}

/** Names in a file for which a network has no place any more: those that come last in it. */
export function categoriesBeyond(
  known: ReadonlyMap<string, string>,
  headings: ReadonlyMap<string, { category: string | null }>,
): ReadonlySet<string> {
  const named = [...headings.values()].flatMap(({ category }) => (category ? [foldText(category)] : []));
  const fresh = [...new Set(named)].filter((name) => !known.has(name));
  return new Set(fresh.slice(Math.max(0, CATEGORIES_MAX - known.size)));
}

/** The categories of a network, with those of the names that it lacked, behind the others and open to all; the network is locked. */
export async function withCategories(tx: Tx, network: ForumNetwork, names: readonly string[]): Promise<Map<string, string>> {
  const known = await categoriesByName(tx, network);
  for (const name of names) {
    if (known.has(foldText(name))) continue;
    const id = newId();
    await tx.row(
      `INSERT INTO thread_categories (id, county_id, network_id, name, position)
       SELECT $1, $2, $3, $4, coalesce(max(position), 0) + 1 FROM thread_categories WHERE network_id = $3`,
      [id, network.countyId, network.id, name],
    );
    known.set(foldText(name), id);
  }
  return known;
}
