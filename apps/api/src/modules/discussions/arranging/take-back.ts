import { authorize } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { newId } from '../../../platform/ids.js';
import { appendDecision, decisionLog, type Subject, type TakenBack } from '../../moderation/index.js';
import { lockNetwork, networkTarget } from '../../networks/index.js';
import { recount } from '../counters.js';
import { lockThread } from '../locks.js';
import type { ThreadRow } from '../thread.statement.js';
import { movePosts, returnPosts } from './post-places.js';
import { lockNetworks, relocate } from './relocate.js';

/** Undoes where a thread and its posts were put. */
export async function takeBackArrangement(ctx: Context, tx: Tx, { id }: Subject, back: TakenBack): Promise<void> {
  if (back.kind !== 'MOVE' && back.kind !== 'SPLIT' && back.kind !== 'MERGE') return;
  const thread = await lockThread(tx, id);
  if (!thread) throw new Error('A decision has no thread');
  if (back.kind === 'MOVE') return moveBack(ctx, tx, thread, back);
  const other = back.targetId === null ? null : await lockThread(tx, back.targetId);
  if (!other) throw new Error('A decision has no other thread');
  await returnPosts(tx, { decisionId: back.id, from: other.id, countyId: thread.county_id, reversalId: back.reversal.id });
  if (back.kind === 'SPLIT') await mergeBack(tx, other, thread, back);
  for (const each of [thread, other]) await recount(tx, each);
}

/** Whoever takes a move back must decide where the thread came from, too. */
async function moveBack(ctx: Context, tx: Tx, thread: ThreadRow, back: TakenBack): Promise<void> {
  const left = await tx.row<{ network_id: string; no: number }>('SELECT network_id, no FROM thread_moves WHERE decision_id = $1', [
    back.id,
  ]);
  // It moved within its network.
  if (!left) {
    await tx.row('UPDATE threads SET category_id = (SELECT id FROM thread_categories WHERE id = $2 AND network_id = $3) WHERE id = $1', [
      thread.id,
      back.originId,
      thread.network_id,
    ]);
    return;
  }
  await lockNetworks(tx, [left.network_id, thread.network_id]);
  const network = await lockNetwork(ctx, tx, left.network_id);
  authorize(ctx.viewer, 'moderation.decide', networkTarget(network), 'discussion.read');
  await tx.row('DELETE FROM thread_moves WHERE decision_id = $1', [back.id]);
  await relocate(
    tx,
    thread,
    { networkId: network.id, countyId: network.county_id, no: left.no, categoryId: back.originId },
    back.reversal.id,
  );
}

/** What was written in a thread that is no more follows what was split off; the empty thread leads to where all is. */
async function mergeBack(tx: Tx, split: ThreadRow, into: ThreadRow, { reversal }: TakenBack): Promise<void> {
  const decision = { id: newId(), kind: 'MERGE', reverses: null } as const;
  const log = await decisionLog(tx, 'Thread', split.id);
  const about = { type: 'Thread', id: split.id, countyId: split.county_id, scopeId: split.network_id, authorId: split.author_id };
  await appendDecision(tx, about, decision, { ...reversal, seq: log.length + 1, targetId: into.id });
  await tx.row('UPDATE threads SET merged_into = $2, version = version + 1 WHERE id = $1', [split.id, into.id]);
  await movePosts(tx, { from: split.id, to: into.id, countyId: into.county_id, decisionId: decision.id });
}
