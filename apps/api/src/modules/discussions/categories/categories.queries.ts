import { allows, CATEGORIES_MAX, categoryRefusal, type CategoryStarter, type ThreadKind } from '@stoa/domain';
import { signedIn, type Target } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Sql } from '../../../platform/database/database.js';
import { fromGlobalId, toGlobalId } from '../../../platform/ids.js';
import type { ThreadCategoriesType, ThreadCategoryType } from './category.types.js';

/** A category's row. */
export interface CategoryRow {
  id: string;
  name: string;
  description: string;
  start_by: CategoryStarter;
  default_kind: ThreadKind | null;
  closed: boolean;
  version: number;
}

const COLUMNS = 'id, name, description, start_by, default_kind, closed, version';

/** The categories of a network in their order. */
export function categoryRows(sql: Sql, networkId: string): Promise<CategoryRow[]> {
  return sql.rows<CategoryRow>(
    `SELECT ${COLUMNS} FROM thread_categories WHERE network_id = $1 ORDER BY position, id LIMIT ${CATEGORIES_MAX}`,
    [networkId],
  );
}

/** A category of a network; null where it has no such. */
export function categoryRow(sql: Sql, networkId: string, id: string): Promise<CategoryRow | null> {
  return sql.row<CategoryRow>(`SELECT ${COLUMNS} FROM thread_categories WHERE network_id = $1 AND id = $2`, [networkId, id]);
}

/** Why the viewer may not start a thread in a category of a network; null where they may. */
export function refusalOf(ctx: Pick<Context, 'viewer'>, row: CategoryRow, network: Target): ReturnType<typeof categoryRefusal> {
  return categoryRefusal({ closed: row.closed, startBy: row.start_by }, allows(ctx.viewer, 'moderation.configure', network));
}

/** The public face of a row. @param network the network as the rights table asks of it */
export function toCategory(ctx: Pick<Context, 'viewer'>, row: CategoryRow, network: Target): ThreadCategoryType {
  return {
    id: toGlobalId('ThreadCategory', row.id),
    name: row.name,
    description: row.description,
    startBy: row.start_by,
    defaultKind: row.default_kind,
    closed: row.closed,
    viewerCanStart: allows(ctx.viewer, 'discussion.write', network) && refusalOf(ctx, row, network) === null,
    version: row.version,
  };
}

/** A network's categories by its slug; null where the viewer does not read its discussions. */
export async function threadCategories(ctx: Context, slug: string): Promise<ThreadCategoriesType | null> {
  signedIn(ctx.viewer);
  const network = await ctx.db.row<{ id: string; name: string; lang: string; path: string[] }>(
    'SELECT n.id, n.name, n.lang, c.path FROM networks n JOIN territories c ON c.id = n.county_id WHERE n.slug = $1',
    [slug],
  );
  const target = network && { scopes: [network.id, ...network.path], networkId: network.id };
  if (!target || !allows(ctx.viewer, 'discussion.read', target)) return null;
  const rows = await categoryRows(ctx.db, network.id);
  return {
    networkId: toGlobalId('Network', network.id),
    networkName: network.name,
    networkLang: network.lang,
    viewerCanConfigure: allows(ctx.viewer, 'moderation.configure', target),
    categories: rows.map((row) => toCategory(ctx, row, target)),
  };
}

/** The UUID of a category's global id; null where it is none. */
export function categoryIdOf(globalId: string): string | null {
  return fromGlobalId(globalId, 'ThreadCategory')?.id ?? null;
}
