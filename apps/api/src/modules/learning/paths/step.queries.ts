import type { StepKind } from '@stoa/domain';
import type { Context, Loader } from '../../../platform/context.js';
import type { Reach } from '../../../platform/authorize.js';
import type { Sql } from '../../../platform/database/database.js';
import { toGlobalId } from '../../../platform/ids.js';
import { toPerson, type PersonType } from '../../accounts/index.js';
import { discussionReach, threadsVisibleTo } from '../../discussions/index.js';
import { canReadResource, resourceById, toResource } from '../../resources/index.js';
import { STEP_GONE, stepDone, type PathRow } from './path.statement.js';
import type { PathStepType, StepThreadType } from './path.types.js';

/** A step's row, as the viewer stands to it. */
export interface StepRow {
  id: string;
  path_id: string;
  kind: StepKind;
  title: string;
  text: string;
  resource_id: string | null;
  thread_id: string | null;
  url: string | null;
  required: boolean;
  minutes: number | null;
  done: boolean;
  gone: boolean;
}

/** Steps of each path, in order. */
export const stepsOf: Loader<string, StepRow[]> = async (ctx, ids) => {
  const rows = await ctx.db.rows<StepRow>(
    `SELECT s.id, s.path_id, s.kind, s.title, s.text, s.resource_id, s.thread_id, s.url, s.required, s.minutes,
       ${stepDone('$1::uuid')} AS done, ${STEP_GONE} AS gone FROM path_steps s WHERE s.path_id = ANY($2) ORDER BY s.path_id, s.position`,
    [ctx.viewer.personId, ids],
  );
  return ids.map((id) => rows.filter((row) => row.path_id === id));
};

const placeholders = (from: number): Record<keyof Reach, string> => ({
  all: `$${from}`,
  scopeIds: `$${from + 1}`,
  networkIds: `$${from + 2}`,
});

/**
 * Discussions that the viewer may read, by id.
 * @param sql the transaction, within one
 */
export async function readableThreads(
  ctx: Pick<Context, 'viewer'>,
  ids: readonly string[],
  sql: Sql,
): Promise<ReadonlyMap<string, StepThreadType>> {
  const { read, log, personId } = discussionReach(ctx.viewer);
  const rows = await sql.rows<{ id: string; title: string; lang: string; no: number; slug: string; network: string }>(
    `SELECT t.id, t.title, t.lang, t.no, t.slug, n.slug AS network FROM threads t JOIN territories c ON c.id = t.county_id JOIN networks n ON n.id = t.network_id
     WHERE t.id = ANY($1) AND ${threadsVisibleTo({ personId: '$2', read: placeholders(3), log: placeholders(6) })}`,
    [ids, personId, read.all, read.scopeIds, read.networkIds, log.all, log.scopeIds, log.networkIds],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: toGlobalId('Thread', row.id),
        title: row.title,
        lang: row.lang,
        path: `/networks/${row.network}/discussions/${row.no}-${row.slug}`,
      },
    ]),
  );
}

const readableThread: Loader<string, StepThreadType | null> = async (ctx, ids) => {
  const found = await readableThreads(ctx, ids, ctx.db);
  return ids.map((id) => found.get(id) ?? null);
};

/** A path's steps as the viewer may see them: of what is closed to them neither title nor words. */
export async function pathSteps(ctx: Context, path: PathRow): Promise<PathStepType[]> {
  const rows = await ctx.load(stepsOf, path.id);
  return Promise.all(rows.map((row) => toStep(ctx, path, row)));
}

async function toStep(ctx: Context, path: PathRow, row: StepRow): Promise<PathStepType> {
  const found = row.resource_id === null ? null : await ctx.load(resourceById, row.resource_id);
  const resource = found && canReadResource(ctx.viewer, found) ? toResource(found) : null;
  const thread = row.thread_id === null ? null : await ctx.load(readableThread, row.thread_id);
  const closed = row.kind !== 'TASK' && resource === null && thread === null;
  const own = row.title !== '';
  return {
    id: toGlobalId('PathStep', row.id),
    kind: row.kind,
    title: closed ? '' : own ? row.title : (resource?.title ?? thread?.title ?? ''),
    lang: own ? path.lang : (resource?.lang ?? thread?.lang ?? path.lang),
    ownTitle: closed ? '' : row.title,
    ownMinutes: row.minutes,
    text: closed ? '' : row.text,
    url: row.url,
    required: row.required,
    minutes: row.minutes ?? resource?.minutes ?? null,
    closed,
    gone: row.gone && !row.done,
    done: ctx.viewer.personId !== null && row.done,
    resource,
    thread,
  };
}

/** Most peers that are shown. */
const MOST_PEERS = 24;

/**
 * Who follows a path, wishes to be seen there, and is on the same step as the viewer: the first that they have not done. For those alone
 * who follow it too; nobody whose account is closed.
 */
export async function peersOnStep(ctx: Context, path: PathRow): Promise<PersonType[]> {
  const me = ctx.viewer.personId;
  if (me === null) return [];
  const rows = await ctx.db.rows<{ id: string; handle: string; display_name: string }>(
    `WITH at AS (
       SELECT e.person_id, e.enrolled_at, e.shows_self,
         (SELECT s.id FROM path_steps s WHERE s.path_id = e.path_id AND NOT (${stepDone('e.person_id')}) AND NOT (${STEP_GONE}) ORDER BY s.position LIMIT 1) AS step
       FROM path_enrolments e WHERE e.path_id = $1 AND e.done_at IS NULL AND (e.shows_self OR e.person_id = $2)
       ORDER BY (e.person_id = $2) DESC, e.enrolled_at DESC LIMIT 200
     )
     SELECT p.id, p.handle, p.display_name FROM at JOIN people p ON p.id = at.person_id
     WHERE at.person_id <> $2 AND at.step = (SELECT step FROM at WHERE person_id = $2) AND p.status = 'ACTIVE'
     ORDER BY at.enrolled_at DESC, p.id LIMIT ${String(MOST_PEERS)}`,
    [path.id, me],
  );
  return rows.map(toPerson);
}
