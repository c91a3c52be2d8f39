import { authorize } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import type { Outcome } from '../../../platform/graphql/mutate.js';
import { lockNetwork, networkTarget } from '../../networks/index.js';
import { arrange } from './arrange.js';
import type { ArrangeThreadPayload, MoveThreadInput } from './arranging.types.js';
import { lockNetworks, relocate } from './relocate.js';

/**
 * Takes a thread to another network, where the viewer moderates too. What waits for review there is decided before.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT
 */
export function moveThread(ctx: Context, input: MoveThreadInput): Promise<Outcome<Omit<ArrangeThreadPayload, 'userErrors'>>> {
  let to: { networkId: string; countyId: string; no: null; categoryId: null } | undefined;
  return arrange(ctx, input, {
    kind: 'MOVE',
    async prepare(tx, thread) {
      const found = await tx.row<{ id: string }>('SELECT id FROM networks WHERE slug = $1', [input.network]);
      if (!found) throw new Refusal('NOT_FOUND');
      if (found.id === thread.network_id) reject('NO_CHANGE', 'network');
      await lockNetworks(tx, [found.id, thread.network_id]);
      const network = await lockNetwork(ctx, tx, found.id);
      authorize(ctx.viewer, 'moderation.decide', networkTarget(network), 'discussion.read');
      if (await waits(tx, thread.id)) reject('WAITS_FOR_REVIEW');
      to = { networkId: network.id, countyId: network.county_id, no: null, categoryId: null };
      return { targetId: network.id, originId: thread.category_id, threadId: thread.id };
    },
    async carryOut(tx, thread, decisionId) {
      if (to) await relocate(tx, thread, to, decisionId);
    },
  });
}

/** Whether a report, an edited post or an appeal of the thread waits for those who decide here. */
async function waits(tx: Tx, threadId: string): Promise<boolean> {
  const about = (table: string) =>
    `SELECT 1 FROM ${table} w WHERE w.subject_type = 'Thread' AND w.subject_id = $1
       OR w.subject_type = 'Post' AND w.subject_id IN (SELECT id FROM posts WHERE thread_id = $1)`;
  const row = await tx.row(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM posts WHERE thread_id = $1 AND visibility = 'HELD')
       OR EXISTS (${about('(SELECT * FROM flags WHERE resolved_by IS NULL)')}) OR EXISTS (${about("(SELECT * FROM appeals WHERE state = 'OPEN')")})`,
    [threadId],
  );
  return row !== null;
}
