import { studyNote } from '@stoa/domain';
import { z } from 'zod';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { Refusal } from '../../../platform/errors.js';
import { canReadResource, lockResource, resourceById, resourceIdOf, toResource, type ResourceRow } from '../../resources/index.js';
import { completePaths } from '../paths/complete-paths.js';
import { lockStudied } from './study.queries.js';
import type { MarkDoneInput, SaveNoteInput, StudyPayload, StudyResourceInput } from './study.types.js';

/** Does something with a resource in a transaction, and gives it back with what the viewer has done of it. */
export async function study(
  ctx: Context,
  globalId: string,
  work: (tx: Tx, id: string, me: string) => Promise<void>,
): Promise<StudyPayload> {
  const id = resourceIdOf(globalId);
  const outcome = await mutate(ctx, async (tx) => {
    await work(tx, id, signedIn(ctx.viewer));
    return {};
  });
  if (outcome.userErrors.length > 0) return { userErrors: outcome.userErrors };
  const row = await ctx.load(resourceById, id);
  return { resource: row && canReadResource(ctx.viewer, row) ? toResource(row) : null, userErrors: [] };
}

/**
 * Notes that the viewer has begun a resource, goes on with it, or how far they are.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND
 */
export function startResource(ctx: Context, input: StudyResourceInput): Promise<StudyPayload> {
  return study(ctx, input.resourceId, async (tx, id, me) => {
    await lockStudied(ctx, tx, id);
    await noteStudy(tx, { personId: me, resourceId: id, at: ctx.clock.now(), share: Math.min(100, Math.max(0, input.share ?? 0)) });
  });
}

/** Notes that somebody works on a resource. */
export async function noteStudy(tx: Tx, of: { personId: string; resourceId: string; at: Date; share?: number }): Promise<void> {
  await tx.row(
    `INSERT INTO resource_studies (person_id, resource_id, started_at, last_at, share) VALUES ($1, $2, $3, $3, $4)
     ON CONFLICT (person_id, resource_id) DO UPDATE SET last_at = excluded.last_at, share = greatest(resource_studies.share, excluded.share)`,
    [of.personId, of.resourceId, of.at, of.share ?? 0],
  );
}

/**
 * Notes that the viewer has finished a resource, in the version that is shown now, with its title and minutes; or takes that back.
 * No change of the resource takes it back.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND
 */
export function markDone(ctx: Context, input: MarkDoneInput): Promise<StudyPayload> {
  return study(ctx, input.resourceId, async (tx, id, me) => {
    if (!input.done) return takeBack(tx, id, me);
    const row = await lockStudied(ctx, tx, id);
    await finishResource(tx, row, me, ctx.clock.now());
    await completePaths(ctx, tx, me);
  });
}

/** Notes that somebody finished a resource, which is locked; once is once. */
export async function finishResource(tx: Tx, row: ResourceRow, personId: string, at: Date): Promise<void> {
  await noteStudy(tx, { personId, resourceId: row.id, at, share: 100 });
  const done = await tx.row(
    `UPDATE resource_studies SET done_at = $3, done_version_no = $4, done_title = $5, done_lang = $6, done_minutes = $7
     WHERE person_id = $1 AND resource_id = $2 AND done_at IS NULL RETURNING 1`,
    [personId, row.id, at, row.version_no, row.title, row.lang, row.minutes],
  );
  if (done) await tx.row('UPDATE resources SET completions_count = completions_count + 1 WHERE id = $1', [row.id]);
}

async function takeBack(tx: Tx, id: string, personId: string): Promise<void> {
  await lockResource(tx, id);
  const undone = await tx.row<{ done_at: string | null }>(
    `UPDATE resource_studies s SET done_at = NULL, done_version_no = NULL, done_title = NULL, done_lang = NULL, done_minutes = NULL
     FROM (SELECT done_at FROM resource_studies WHERE person_id = $1 AND resource_id = $2 FOR UPDATE) was
     WHERE s.person_id = $1 AND s.resource_id = $2 RETURNING was.done_at`,
    [personId, id],
  );
  if (!undone) throw new Refusal('NOT_FOUND');
  if (undone.done_at !== null) await tx.row('UPDATE resources SET completions_count = completions_count - 1 WHERE id = $1', [id]);
}

/**
 * Keeps the viewer's own note on a resource that they may read; an empty one is deleted.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND
 */
export function saveNote(ctx: Context, input: SaveNoteInput): Promise<StudyPayload> {
  return study(ctx, input.resourceId, async (tx, id, me) => {
    const row = await lockResource(tx, id);
    if (!canReadResource(ctx.viewer, row)) throw new Refusal('NOT_FOUND');
    const { body } = checked(z.object({ body: studyNote }), { body: input.body });
    if (body === '') await tx.row('DELETE FROM study_notes WHERE person_id = $1 AND resource_id = $2', [me, id]);
    else
      await tx.row(
        `INSERT INTO study_notes (person_id, resource_id, body, changed_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id, resource_id) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at`,
        [me, id, body, ctx.clock.now()],
      );
  });
}
