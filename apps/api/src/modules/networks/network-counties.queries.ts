import { searchFold } from '@stoa/domain';
import { reachOf, signedIn } from '../../platform/authorize.js';
import { dateIn } from '../../platform/clock.js';
import type { Context } from '../../platform/context.js';
import { pageSize } from '../../platform/graphql/cursor.js';
import { territoryById, toTerritory, type TerritoryType } from '../territories/index.js';

/**
 * Counties in which the viewer may create networks, by name; none for most.
 * @param query.search beginnings of words of the name; accents and case are forgiven
 */
export async function networkCounties(ctx: Context, query: { first: number; search?: string | null }): Promise<TerritoryType[]> {
  signedIn(ctx.viewer);
  const first = pageSize(query.first);
  const { all, scopeIds } = reachOf(ctx.viewer, 'network.create');
  if (!all && scopeIds.length === 0) return [];
  const rows = await ctx.db.rows<{ id: string }>(
    `SELECT t.id FROM territories t
     WHERE t.kind = 'COUNTY' AND (t.valid_to IS NULL OR t.valid_to >= $1::date) AND ($2::boolean OR t.path && $3::uuid[]) AND ' ' || t.search LIKE ALL ($4::text[])
     ORDER BY t.search, t.id LIMIT $5`,
    [dateIn(ctx.clock.now(), ctx.config.timeZone), all, scopeIds, searchFold(query.search ?? '').map((word) => `% ${word}%`), first],
  );
  const counties = await ctx.loadMany(
    territoryById,
    rows.map((row) => row.id),
  );
  return counties.flatMap((county) => (county ? [toTerritory(ctx, county)] : []));
}
