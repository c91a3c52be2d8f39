import { allows } from '@stoa/domain';
import type { Context } from '../../platform/context.js';
import type { Tx } from '../../platform/database/database.js';
import { Refusal } from '../../platform/errors.js';
import { threadTarget } from './discussions.policy.js';
import type { ThreadRow } from './thread.statement.js';

/**
 * Lets an ordinary member wait between two posts where a thread is slow; those who moderate write when they must. The thread is locked.
 * @throws Refusal RATE_LIMITED, with the time from which the member may write again
 */
export async function keepPace(ctx: Context, tx: Tx, thread: ThreadRow): Promise<void> {
  if (thread.slow_seconds === 0 || allows(ctx.viewer, 'moderation.readLog', threadTarget(thread))) return;
  const row = await tx.row<{ until: string }>(
    `SELECT max(created_at) + $3 * interval '1 second' AS until FROM posts WHERE thread_id = $1 AND author_id = $2 HAVING max(created_at) + $3 * interval '1 second' > $4`,
    [thread.id, ctx.viewer.personId, thread.slow_seconds, ctx.clock.now()],
  );
  if (row) throw new Refusal('RATE_LIMITED', { limit: 'slowMode', until: row.until });
}
