import type { Context } from '../../../platform/context.js';
import { reject } from '../../../platform/errors.js';
import type { Outcome } from '../../../platform/graphql/mutate.js';
import { recount } from '../counters.js';
import { lockThread, readable } from '../locks.js';
import { threadIdOf } from '../threads.queries.js';
import { arrange } from './arrange.js';
import type { ArrangeThreadPayload, MergeThreadsInput } from './arranging.types.js';
import { movePosts } from './post-places.js';

/**
 * Puts a thread's posts behind those of another one of its network. Its address leads there, and so does what somebody is writing.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT
 */
export function mergeThreads(ctx: Context, input: MergeThreadsInput): Promise<Outcome<Omit<ArrangeThreadPayload, 'userErrors'>>> {
  const into = threadIdOf(input.into);
  return arrange(ctx, input, {
    kind: 'MERGE',
    async prepare(tx, thread) {
      if (into === thread.id) reject('SAME_THREAD', 'into');
      const row = into === null ? null : await lockThread(tx, into);
      const { thread: target } = readable(ctx, row && { thread: row });
      if (target.network_id !== thread.network_id) reject('OTHER_NETWORK', 'into');
      if (target.visibility !== 'VISIBLE') reject('THREAD_HIDDEN', 'into');
      await tx.row('UPDATE threads SET merged_into = $2 WHERE id = $1', [thread.id, target.id]);
      return { targetId: target.id, threadId: target.id };
    },
    async carryOut(tx, thread, decisionId) {
      const to = String(into);
      await movePosts(tx, { from: thread.id, to, countyId: thread.county_id, decisionId });
      await tx.row(
        `UPDATE drafts d SET place_id = $2 WHERE place = 'REPLY' AND place_id = $1
           AND NOT EXISTS (SELECT 1 FROM drafts o WHERE o.person_id = d.person_id AND o.place = 'REPLY' AND o.place_id = $2)`,
        [thread.id, to],
      );
      for (const each of [thread.id, to]) await recount(tx, { id: each, network_id: thread.network_id });
    },
  });
}
