import { isPublished } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context, Loader } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal } from '../../../platform/errors.js';
import { cursors, pageSize, toPage } from '../../../platform/graphql/cursor.js';
import type { Page } from '../../../platform/graphql/types.js';
import { toGlobalId } from '../../../platform/ids.js';
import { canReadResource, lockResource, resourceById, toResource, type ResourceRow } from '../../resources/index.js';
import type { ResourceStudyType } from './study.types.js';

/** A study's row with the title as it is shown. Times are ISO text. */
export interface StudyRow {
  resource_id: string;
  started_at: string;
  last_at: string;
  share: number;
  done_at: string | null;
  done_version_no: number | null;
  title: string;
  lang: string;
  done_minutes: number | null;
}

const COLUMNS = `s.resource_id, s.started_at, s.last_at, s.share, s.done_at, s.done_version_no, coalesce(s.done_title, r.title) AS title,
  coalesce(s.done_lang, r.lang) AS lang, s.done_minutes`;

/** A statement on the studies `s` of their resources `r`. */
export const studyStatement = (where: string): string =>
  `SELECT ${COLUMNS} FROM resource_studies s JOIN resources r ON r.id = s.resource_id WHERE ${where}`;

/** The viewer's study of each resource. */
export const ownStudy: Loader<string, StudyRow | null> = async (ctx, ids) => {
  const rows = await ctx.db.rows<StudyRow>(studyStatement('s.person_id = $1 AND s.resource_id = ANY($2)'), [ctx.viewer.personId, ids]);
  const found = new Map(rows.map((row) => [row.resource_id, row]));
  return ids.map((id) => found.get(id) ?? null);
};

/** The viewer's note on each resource. */
export const ownNote: Loader<string, string> = async (ctx, ids) => {
  const rows = await ctx.db.rows<{ resource_id: string; body: string }>(
    'SELECT resource_id, body FROM study_notes WHERE person_id = $1 AND resource_id = ANY($2)',
    [ctx.viewer.personId, ids],
  );
  const found = new Map(rows.map((row) => [row.resource_id, row.body]));
  return ids.map((id) => found.get(id) ?? '');
};

/** The public face of a row. What was not finished and may not be read any more has no title. */
export async function toStudy(ctx: Context, row: StudyRow): Promise<ResourceStudyType> {
  const found = await ctx.load(resourceById, row.resource_id);
  const readable = found && canReadResource(ctx.viewer, found) ? found : null;
  return {
    id: toGlobalId('ResourceStudy', row.resource_id),
    startedAt: row.started_at,
    lastAt: row.last_at,
    share: row.share,
    doneAt: row.done_at,
    doneVersionNo: row.done_version_no,
    title: readable === null && row.done_at === null ? '' : row.title,
    lang: row.lang,
    minutes: row.done_at === null ? null : row.done_minutes,
    resource: readable && toResource(readable),
  };
}

/** What the viewer studies, the last first: what is finished with `done`, else what is not. */
export async function ownStudies(
  ctx: Context,
  query: { done: boolean; first: number; after: string | null },
): Promise<Page<ResourceStudyType>> {
  const me = signedIn(ctx.viewer);
  const first = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const after = query.after ? sealer.open(query.after) : [null, null];
  const by = query.done ? 's.done_at' : 's.last_at';
  const rows = await ctx.db.rows<StudyRow>(
    `${studyStatement(`s.person_id = $1 AND s.done_at IS ${query.done ? 'NOT NULL' : 'NULL'}
      AND ($2::timestamptz IS NULL OR (${by}, s.resource_id) < ($2::timestamptz, $3::uuid))`)} ORDER BY ${by} DESC, s.resource_id DESC LIMIT $4`,
    [me, after[0], after[1], first + 1],
  );
  const shown = new Map(await Promise.all(rows.map(async (row) => [row.resource_id, await toStudy(ctx, row)] as const)));
  return toPage(
    sealer,
    rows,
    first,
    (row) => [query.done ? row.done_at : row.last_at, row.resource_id],
    (row) => shown.get(row.resource_id) as ResourceStudyType,
    query.after != null,
  );
}

/** A published resource that the viewer may read, locked. @throws Refusal UNAUTHENTICATED, NOT_FOUND */
export async function lockStudied(ctx: Context, tx: Tx, resourceId: string): Promise<ResourceRow> {
  const row = await lockResource(tx, resourceId);
  if (!canReadResource(ctx.viewer, row) || !isPublished(row.state)) throw new Refusal('NOT_FOUND');
  return row;
}
