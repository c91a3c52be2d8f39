import { signedIn } from '../../../platform/authorize.js';
import { byId, type Context, type Loader } from '../../../platform/context.js';
import type { Sql } from '../../../platform/database/database.js';
import { Refusal } from '../../../platform/errors.js';
import { cursors, pageSize, toPage } from '../../../platform/graphql/cursor.js';
import type { Page } from '../../../platform/graphql/types.js';
import { fromGlobalId, toGlobalId } from '../../../platform/ids.js';
import { resourceReach, resourcesVisibleTo } from '../../resources/index.js';
import { canReadPath } from './path.policy.js';
import { pathStatement, type PathRow } from './path.statement.js';
import type { LearningPathType, PathEnrolmentType } from './path.types.js';

/** Paths by id whatever the viewer's rights: whoever loads one asks `canReadPath`. */
export const pathById: Loader<string, PathRow | null> = byId((asked) => pathStatement(`r.id ${asked}`));

/** A path's row, locked until the transaction ends. @throws Refusal NOT_FOUND */
export async function lockPath(tx: Sql, id: string): Promise<PathRow> {
  await tx.row('SELECT 1 FROM learning_paths WHERE id = $1 FOR NO KEY UPDATE', [id]);
  const row = await tx.row<PathRow>(pathStatement('r.id = $1'), [id]);
  if (!row) throw new Refusal('NOT_FOUND');
  return row;
}

/** The id behind a global id of a path. @throws Refusal NOT_FOUND where it is none */
export function pathIdOf(globalId: string): string {
  const found = fromGlobalId(globalId, 'LearningPath');
  if (!found) throw new Refusal('NOT_FOUND');
  return found.id;
}

/** A path by slug or global id; null where there is none that the viewer may read. */
export async function learningPath(ctx: Context, key: { slug: string | null; id: string | null }): Promise<LearningPathType | null> {
  if ((key.slug === null) === (key.id === null)) throw new Refusal('BAD_REQUEST');
  const id = key.id === null ? null : fromGlobalId(key.id, 'LearningPath')?.id;
  if (id === undefined) return null;
  const row = await ctx.db.row<PathRow>(pathStatement(id === null ? 'r.slug = $1' : 'r.id = $1'), [id ?? key.slug]);
  return row && canReadPath(ctx.viewer, row) ? toPath(row) : null;
}

type PageOf = { first: number; after: string | null };

/** A page of paths by a time that falls, or rises for those that wait. */
async function pathPage(
  ctx: Context,
  page: PageOf,
  of: { where: string; values: unknown[]; by: 'published_at' | 'created_at' | 'changed_at'; rising?: boolean },
): Promise<Page<LearningPathType>> {
  const first = pageSize(page.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const after = page.after ? sealer.open(page.after) : [null, null];
  const n = of.values.length;
  const [sign, order] = of.rising ? ['>', 'ASC'] : ['<', 'DESC'];
  const rows = await ctx.db.rows<PathRow>(
    `${pathStatement(`${of.where} AND ($${n + 1}::timestamptz IS NULL OR (r.${of.by}, r.id) ${sign} ($${n + 1}::timestamptz, $${n + 2}::uuid))`)}
     ORDER BY r.${of.by} ${order}, r.id ${order} LIMIT $${n + 3}`,
    [...of.values, after[0], after[1], first + 1],
  );
  return toPage(sealer, rows, first, (row) => [row[of.by], row.id], toPath, page.after != null);
}

/** Published paths that the viewer may read, the newest first. */
export function learningPaths(ctx: Context, page: PageOf): Promise<Page<LearningPathType>> {
  const { read, review, personId } = resourceReach(ctx.viewer);
  const visible = resourcesVisibleTo({
    personId: '$1',
    read: { all: '$2', networkIds: '$3', scopeIds: '$4' },
    review: { all: '$5', networkIds: `'{}'`, scopeIds: '$6' },
  });
  return pathPage(ctx, page, {
    where: `r.state = 'PUBLISHED' AND ${visible}`,
    values: [personId, read.all, read.networkIds, read.scopeIds, review.all, review.scopeIds],
    by: 'published_at',
  });
}

/** Which of some paths the viewer may read. */
export async function readablePaths(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  const { read, review, personId } = resourceReach(ctx.viewer);
  const visible = resourcesVisibleTo({
    personId: '$2',
    read: { all: '$3', networkIds: '$4', scopeIds: '$5' },
    review: { all: '$6', networkIds: `'{}'`, scopeIds: '$7' },
  });
  const rows = await ctx.db.rows<{ id: string }>(pathStatement(`r.id = ANY($1) AND ${visible}`), [
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

/** What the viewer has written, whatever became of it, the last one first. */
export function ownPaths(ctx: Context, page: PageOf): Promise<Page<LearningPathType>> {
  return pathPage(ctx, page, { where: 'r.proposed_by = $1', values: [signedIn(ctx.viewer)], by: 'created_at' });
}

/** Paths that wait for the viewer as a reviewer, the longest waiting first; nobody's own. */
export function pathsToReview(ctx: Context, page: PageOf): Promise<Page<LearningPathType>> {
  const { review } = resourceReach(ctx.viewer);
  return pathPage(ctx, page, {
    where: `r.awaits_review AND ($1::boolean OR $2::uuid[] && (ARRAY[r.network_id, r.structure_id, r.centre_id, rs.centre_id, r.school_id] || t.path))
      AND $3::uuid IS DISTINCT FROM r.proposed_by`,
    values: [review.all, review.scopeIds, signedIn(ctx.viewer)],
    by: 'changed_at',
    rising: true,
  });
}

/** Paths that the viewer follows and may read now, completed ones too, the newest first. */
export function followedPaths(ctx: Context, page: PageOf): Promise<Page<LearningPathType>> {
  const { read, review, personId } = resourceReach(ctx.viewer);
  const visible = resourcesVisibleTo({
    personId: '$1',
    read: { all: '$2', networkIds: '$3', scopeIds: '$4' },
    review: { all: '$5', networkIds: `'{}'`, scopeIds: '$6' },
  });
  return pathPage(ctx, page, {
    where: `r.id IN (SELECT path_id FROM path_enrolments WHERE person_id = $1) AND ${visible}`,
    values: [personId ?? signedIn(ctx.viewer), read.all, read.networkIds, read.scopeIds, review.all, review.scopeIds],
    by: 'changed_at',
  });
}

/** The viewer's way along each path. */
export const ownEnrolment: Loader<string, PathEnrolmentType | null> = async (ctx, ids) => {
  const rows = await ctx.db.rows<{ path_id: string; enrolled_at: string; shows_self: boolean; done_at: string | null }>(
    'SELECT path_id, enrolled_at, shows_self, done_at FROM path_enrolments WHERE person_id = $1 AND path_id = ANY($2)',
    [ctx.viewer.personId, ids],
  );
  const found = new Map(rows.map((row) => [row.path_id, { enrolledAt: row.enrolled_at, showsSelf: row.shows_self, doneAt: row.done_at }]));
  return ids.map((id) => found.get(id) ?? null);
};

/** How many follow each path, and how many have completed it. */
export const pathFigures: Loader<string, { follow: number; completed: number }> = async (ctx, ids) => {
  const rows = await ctx.db.rows<{ path_id: string; follow: number; completed: number }>(
    'SELECT path_id, count(*)::int AS follow, count(done_at)::int AS completed FROM path_enrolments WHERE path_id = ANY($1) GROUP BY 1',
    [ids],
  );
  const found = new Map(rows.map((row) => [row.path_id, row]));
  return ids.map((id) => found.get(id) ?? { follow: 0, completed: 0 });
};

/** The public face of a row. */
export function toPath(row: PathRow): LearningPathType {
  return {
    id: toGlobalId('LearningPath', row.id),
    slug: row.slug,
    state: row.state,
    awaitsReview: row.awaits_review,
    visibility: row.visibility,
    title: row.title,
    summary: row.summary,
    outcome: row.outcome,
    lang: row.lang,
    rule: row.rule,
    needed: row.needed,
    minutes: row.minutes,
    certificate: row.certificate,
    publishedAt: row.published_at,
    changedAt: row.changed_at,
    version: row.version,
    row,
  };
}
