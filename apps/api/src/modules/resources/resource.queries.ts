import type { ResourceKind } from '@stoa/domain';
import type { Sql } from '../../platform/database/database.js';
import { byId, type Context, type Loader } from '../../platform/context.js';
import { Refusal } from '../../platform/errors.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import { toPerson } from '../accounts/index.js';
import { canReadResource, resourceReach, resourcesVisibleTo } from './resource.policy.js';
import { RESOURCE_FROM, resourceStatement, type ResourceRow } from './resource.statement.js';
import type { ResourceType } from './resource.type.js';

/** Resources by id whatever the viewer's rights: whoever loads one asks `canReadResource` or `authorizeResource`. */
export const resourceById: Loader<string, ResourceRow | null> = byId((asked) => resourceStatement(`r.id ${asked}`));

/** A resource's row, locked until the transaction ends, with what rights ask of it. @throws Refusal NOT_FOUND */
export async function lockResource(tx: Sql, id: string): Promise<ResourceRow> {
  await tx.row('SELECT 1 FROM resources WHERE id = $1 FOR NO KEY UPDATE', [id]);
  const row = await tx.row<ResourceRow>(resourceStatement('r.id = $1'), [id]);
  if (!row) throw new Refusal('NOT_FOUND');
  return row;
}

/** The id behind a global id of a resource. @throws Refusal NOT_FOUND where it is none */
export function resourceIdOf(globalId: string): string {
  const found = fromGlobalId(globalId, 'Resource');
  if (!found) throw new Refusal('NOT_FOUND');
  return found.id;
}

/** A resource by slug or global id; null where there is none that the viewer may read. */
export async function resource(ctx: Context, key: { slug?: string | null; id?: string | null }): Promise<ResourceType | null> {
  if ((key.slug == null) === (key.id == null)) throw new Refusal('BAD_REQUEST');
  const id = key.id == null ? null : fromGlobalId(key.id, 'Resource')?.id;
  if (id === undefined) return null;
  const row = await ctx.db.row<ResourceRow>(resourceStatement(id === null ? 'r.slug = $1' : 'r.id = $1'), [id ?? key.slug]);
  return row && canReadResource(ctx.viewer, row) ? toResource(row) : null;
}

/** What the viewer has proposed, whatever became of it, the last one first. */
export async function ownResources(ctx: Context, page: { first: number; after: string | null }): Promise<Page<ResourceType>> {
  const first = pageSize(page.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const after = page.after ? sealer.open(page.after) : [null, null];
  const rows = await ctx.db.rows<ResourceRow>(
    `${resourceStatement('r.proposed_by = $1 AND ($2::timestamptz IS NULL OR (r.created_at, r.id) < ($2::timestamptz, $3::uuid))')}
     ORDER BY r.created_at DESC, r.id DESC LIMIT $4`,
    [ctx.viewer.personId, after[0], after[1], first + 1],
  );
  return toPage(sealer, rows, first, (row) => [row.created_at, row.id], toResource, page.after != null);
}

/** What waits for a reviewer of the viewer's scopes, the longest waiting first; nobody's own. */
export async function resourcesToReview(ctx: Context, page: { first: number; after: string | null }): Promise<Page<ResourceType>> {
  const first = pageSize(page.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const after = page.after ? sealer.open(page.after) : [null, null];
  const { review } = resourceReach(ctx.viewer);
  const rows = await ctx.db.rows<ResourceRow>(
    `${resourceStatement(`r.awaits_review
      AND ($1::boolean OR $2::uuid[] && (ARRAY[r.network_id, r.structure_id, r.centre_id, rs.centre_id, r.school_id] || t.path))
      AND $3::uuid IS DISTINCT FROM r.proposed_by AND $3 IS DISTINCT FROM o.created_by AND $3 IS DISTINCT FROM o.submitted_by
      AND ($4::timestamptz IS NULL OR (r.changed_at, r.id) > ($4::timestamptz, $5::uuid))`)}
     ORDER BY r.changed_at, r.id LIMIT $6`,
    [review.all, review.scopeIds, ctx.viewer.personId, after[0], after[1], first + 1],
  );
  return toPage(sealer, rows, first, (row) => [row.changed_at, row.id], toResource, page.after != null);
}

/** Columns by the type of what a resource belongs to. */
const OWNER_COLUMNS: Readonly<Record<string, string>> = {
  Network: 'network_id',
  Structure: 'structure_id',
  Centre: 'centre_id',
  School: 'school_id',
};

/** What the viewer may read; `$2` to `$7` are the values of their `resourceReach`. */
const VISIBLE = resourcesVisibleTo({
  personId: '$2',
  read: { all: '$3', networkIds: '$4', scopeIds: '$5' },
  review: { all: '$6', networkIds: `'{}'`, scopeIds: '$7' },
});

/** Published resources of one network, structure, centre or school that the viewer may read, the newest first. */
export async function resourcesOf(
  ctx: Context,
  ownerId: string,
  page: { first: number; after: string | null; kind: ResourceKind | null },
): Promise<Page<ResourceType>> {
  const first = pageSize(page.first);
  const { type, id } = fromGlobalId(ownerId) ?? {};
  const column = OWNER_COLUMNS[type ?? ''];
  if (!column || !id) throw new Refusal('BAD_REQUEST');
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const after = page.after ? sealer.open(page.after) : [null, null];
  const { read, review } = resourceReach(ctx.viewer);
  const rows = await ctx.db.rows<ResourceRow>(
    `${resourceStatement(`r.${column} = $1 AND ($11::text IS NULL OR r.kind = $11) AND r.state IN ('PUBLISHED', 'OUTDATED') AND ${VISIBLE}
      AND ($8::timestamptz IS NULL OR (r.published_at, r.id) < ($8::timestamptz, $9::uuid))`)}
     ORDER BY r.published_at DESC, r.id DESC LIMIT $10`,
    [
      id,
      ctx.viewer.personId,
      read.all,
      read.networkIds,
      read.scopeIds,
      review.all,
      review.scopeIds,
      after[0],
      after[1],
      first + 1,
      page.kind,
    ],
  );
  return toPage(sealer, rows, first, (row) => [row.published_at, row.id], toResource, page.after != null);
}

/**
 * Published resources within a territory that their reviewers put forward and the viewer may read, the latest first.
 * @throws Refusal BAD_REQUEST for a bad number or no territory's id
 */
export async function promotedResources(ctx: Context, territoryId: string, first: number): Promise<ResourceType[]> {
  const most = pageSize(first);
  const id = fromGlobalId(territoryId, 'Territory')?.id;
  if (id === undefined) throw new Refusal('BAD_REQUEST');
  const { read, review } = resourceReach(ctx.viewer);
  const rows = await ctx.db.rows<ResourceRow>(
    `${resourceStatement(`r.promoted_at IS NOT NULL AND r.state = 'PUBLISHED' AND t.path @> ARRAY[$1::uuid] AND ${VISIBLE}`)}
     ORDER BY r.promoted_at DESC, r.id DESC LIMIT $8`,
    [id, ctx.viewer.personId, read.all, read.networkIds, read.scopeIds, review.all, review.scopeIds, most],
  );
  return rows.map(toResource);
}

/**
 * Which of some resources the viewer may read, for whoever shows them beside something else.
 * @param sql the transaction, within one: a second connection might not be had while others wait for theirs
 */
export async function readableResources(
  ctx: Pick<Context, 'viewer' | 'db'>,
  ids: readonly string[],
  sql: Sql = ctx.db,
): Promise<Set<string>> {
  const { read, review, personId } = resourceReach(ctx.viewer);
  const rows = await sql.rows<{ id: string }>(`SELECT r.id FROM ${RESOURCE_FROM} WHERE r.id = ANY($1) AND ${VISIBLE}`, [
    ids,
    personId,
    read.all,
    read.networkIds,
    read.scopeIds,
    review.all,
    review.scopeIds,
  ]);
  return new Set(rows.map(({ id }) => id));
}

/** The public face of a row. */
export function toResource(row: ResourceRow): ResourceType {
  return {
    id: toGlobalId('Resource', row.id),
    slug: row.slug,
    state: row.state,
    visibility: row.visibility,
    kind: row.kind,
    lang: row.lang,
    title: row.title,
    outcome: row.outcome,
    summary: row.summary,
    minutes: row.minutes,
    licence: row.licence,
    authors: row.authors,
    subjects: row.subjects,
    levels: row.levels,
    audiences: row.audiences,
    versionNo: row.version_no,
    createdAt: row.created_at,
    publishedAt: row.published_at,
    changedAt: row.changed_at,
    promotedAt: row.promoted_at,
    usefulCount: row.useful_count,
    usesCount: row.uses_count,
    completionsCount: row.completions_count,
    proposer:
      row.proposed_by === null
        ? null
        : toPerson({ id: row.proposed_by, handle: row.proposer_handle ?? '', display_name: row.proposer_name ?? '' }),
    version: row.version,
    row,
  };
}
