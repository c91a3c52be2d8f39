import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { completePaths } from './complete-paths.js';
import type { FollowPathInput, MarkStepInput, PathPayload, ShowOnPathInput } from './path.inputs.js';
import { pathPayload } from './path.commands.js';
import { canReadPath } from './path.policy.js';
import { lockPath, pathIdOf } from './path.queries.js';

async function onPath(ctx: Context, pathId: string, work: (tx: Tx, me: string) => Promise<void>): Promise<PathPayload> {
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const row = await lockPath(tx, pathId);
    if (!canReadPath(ctx.viewer, row)) throw new Refusal('NOT_FOUND');
    await work(tx, me);
    return { id: pathId };
  });
  return pathPayload(ctx, outcome);
}

/**
 * Follows a path that is published, or follows it no more; what the viewer has completed of it stays.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND
 */
export function followPath(ctx: Context, input: FollowPathInput): Promise<PathPayload> {
  const id = pathIdOf(input.pathId);
  return onPath(ctx, id, async (tx, me) => {
    if (!input.follows) {
      await tx.row('DELETE FROM path_enrolments WHERE person_id = $1 AND path_id = $2 AND done_at IS NULL', [me, id]);
      return;
    }
    if (!(await tx.row(`SELECT 1 FROM learning_paths WHERE id = $1 AND state = 'PUBLISHED'`, [id]))) throw new Refusal('NOT_FOUND');
    await tx.row('INSERT INTO path_enrolments (person_id, path_id, enrolled_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      me,
      id,
      ctx.clock.now(),
    ]);
    // What was done before counts.
    await completePaths(ctx, tx, me);
  });
}

/** Shows the viewer to others who follow the path and are on the same step, or no more. @throws Refusal UNAUTHENTICATED, NOT_FOUND */
export function showOnPath(ctx: Context, input: ShowOnPathInput): Promise<PathPayload> {
  const id = pathIdOf(input.pathId);
  return onPath(ctx, id, async (tx, me) => {
    const found = await tx.row('UPDATE path_enrolments SET shows_self = $3 WHERE person_id = $1 AND path_id = $2 RETURNING 1', [
      me,
      id,
      input.shows,
    ]);
    if (!found) throw new Refusal('NOT_FOUND');
  });
}

/** Notes that the viewer has done a task of a path that they follow, or takes that back. @throws Refusal UNAUTHENTICATED, NOT_FOUND */
export async function markStep(ctx: Context, input: MarkStepInput): Promise<PathPayload> {
  signedIn(ctx.viewer);
  const stepId = fromGlobalId(input.stepId, 'PathStep')?.id;
  const step = stepId
    ? await ctx.db.row<{ path_id: string }>(`SELECT path_id FROM path_steps WHERE id = $1 AND kind = 'TASK'`, [stepId])
    : null;
  if (!stepId || !step) throw new Refusal('NOT_FOUND');
  return onPath(ctx, step.path_id, async (tx, me) => {
    if (!(await tx.row('SELECT 1 FROM path_enrolments WHERE person_id = $1 AND path_id = $2', [me, step.path_id])))
      throw new Refusal('NOT_FOUND');
    if (!input.done) {
      await tx.row('DELETE FROM path_step_marks WHERE person_id = $1 AND step_id = $2', [me, stepId]);
      return;
    }
    await tx.row('INSERT INTO path_step_marks (person_id, step_id, marked_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      me,
      stepId,
      ctx.clock.now(),
    ]);
    await completePaths(ctx, tx, me);
  });
}
