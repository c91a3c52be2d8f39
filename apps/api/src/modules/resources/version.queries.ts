import { allows } from '@stoa/domain';
import type { Context, Loader } from '../../platform/context.js';
import type { Sql } from '../../platform/database/database.js';
import { toGlobalId } from '../../platform/ids.js';
import { canReadVersions, resourceTarget } from './resource.policy.js';
import type { ResourceRow } from './resource.statement.js';
import type { ResourceVersionType } from './resource.type.js';
import type { VersionRow } from './version.row.js';

const COLUMNS =
  'id, resource_id, no, state, content, body_html, changes, remarks, created_by, changed_at, submitted_by, submitted_at, decided_by, decided_at, version';

/** Versions by the id of their resource and number, `<id>/<no>`. */
export const versionByNo: Loader<string, VersionRow | null> = async (ctx, keys) => {
  const pairs = keys.map((key) => key.split('/'));
  const rows = await ctx.db.rows<VersionRow>(
    `SELECT ${COLUMNS} FROM resource_versions WHERE (resource_id, no) IN (SELECT * FROM unnest($1::uuid[], $2::integer[]))`,
    [pairs.map(([id]) => id), pairs.map(([, no]) => Number(no))],
  );
  const found = new Map(rows.map((row) => [`${row.resource_id}/${row.no}`, row]));
  return keys.map((key) => found.get(key) ?? null);
};

/** The version of a resource that is being written or reviewed. */
export function openVersion(sql: Sql, resourceId: string): Promise<VersionRow | null> {
  return sql.row<VersionRow>(`SELECT ${COLUMNS} FROM resource_versions WHERE resource_id = $1 AND state IN ('DRAFT', 'SUBMITTED')`, [
    resourceId,
  ]);
}

/** What a reader of the resource sees: the version that its columns show. */
export async function shownVersion(ctx: Context, resource: ResourceRow): Promise<ResourceVersionType | null> {
  const row = await ctx.load(versionByNo, `${resource.id}/${resource.version_no}`);
  return row && toVersion(row);
}

/** The version that is being written or reviewed; null for those who may not read it, or where there is none. */
export async function openVersionFor(ctx: Context, resource: ResourceRow): Promise<ResourceVersionType | null> {
  if (!canReadVersions(ctx.viewer, resource)) return null;
  const row = await openVersion(ctx.db, resource.id);
  return row && toVersion(row);
}

/**
 * All versions that were published, the newest first. What was for members once stays so, though a later version is public.
 */
export async function publishedVersions(ctx: Context, resource: ResourceRow): Promise<ResourceVersionType[]> {
  const readsMembers = canReadVersions(ctx.viewer, resource) || allows(ctx.viewer, 'discussion.read', resourceTarget(resource));
  const rows = await ctx.db.rows<VersionRow>(
    `SELECT ${COLUMNS} FROM resource_versions WHERE resource_id = $1 AND state IN ('PUBLISHED', 'SUPERSEDED') ORDER BY no DESC LIMIT 100`,
    [resource.id],
  );
  return rows.filter(({ content }) => content.visibility === 'PUBLIC' || readsMembers).map(toVersion);
}

/** The public face of a row. */
export function toVersion(row: VersionRow): ResourceVersionType {
  const { topicIds: _topics, files: _files, ...said } = row.content;
  return {
    ...said,
    links: said.links.map((link) => ({ ...link, resourceId: row.resource_id })),
    id: toGlobalId('ResourceVersion', row.id),
    no: row.no,
    state: row.state,
    changes: row.changes,
    bodyHtml: row.body_html,
    changedAt: row.changed_at,
    submittedAt: row.submitted_at,
    decidedAt: row.decided_at,
    version: row.version,
    row,
  };
}
