import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import type { MarkThreadReadInput } from '../discussions.inputs.js';
import type { ThreadType } from '../thread.type.js';
import { threadAnew, threadFor, threadIdOf } from '../threads.queries.js';

/**
 * Keeps how far the viewer has read; it never goes back.
 * @throws Refusal NOT_FOUND
 */
export async function markThreadRead(ctx: Context, input: MarkThreadReadInput): Promise<Outcome<{ thread: ThreadType | null }>> {
  const me = signedIn(ctx.viewer);
  const id = threadIdOf(input.threadId);
  const thread = id === null ? null : await threadFor(ctx, id);
  if (!thread) throw new Refusal('NOT_FOUND');
  const { row } = thread;
  const upTo = Math.min(Math.max(0, input.upTo), row.last_post_no);
  const outcome = await mutate(ctx, async (tx) => {
    await tx.row(
      `INSERT INTO thread_reads AS r (person_id, thread_id, county_id, last_read_no, read_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (person_id, thread_id) DO UPDATE SET last_read_no = EXCLUDED.last_read_no, read_at = EXCLUDED.read_at WHERE r.last_read_no < EXCLUDED.last_read_no`,
      [me, row.id, row.county_id, upTo, ctx.clock.now()],
    );
    return {};
  });
  return { ...outcome, userErrors: [], thread: await threadAnew(ctx, row.id) };
}
