import { reduceStatus, whyIllegal, type Decision } from '@stoa/domain';
import type { Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { reviewChanged } from './live/review-feed.js';
import { appendDecision, decisionLog } from './log.js';
import { isUnderAppeal } from './open-appeals.js';
import { adapterOf } from './subjects.js';

/**
 * Puts a hidden subject that its author has just edited back into the review queue. While an appeal about it is open it stays where it is:
 * whoever answers sees the new text.
 */
export async function resubmit(tx: Tx, type: string, id: string, { by, at }: { by: string; at: Date }): Promise<void> {
  const adapter = adapterOf(type);
  const subject = await adapter.lock(tx, id);
  if (!subject || (await isUnderAppeal(tx, type, id))) return;
  const log: Decision[] = await decisionLog(tx, type, id);
  const decision: Decision = { id: newId(), kind: 'RESUBMIT', reverses: null };
  // Hidden by no decision, as tests and imports may leave it, it waits for nobody.
  if (whyIllegal(log, decision, ['RESUBMIT']) !== null) return;
  await appendDecision(tx, { ...subject, type }, decision, { seq: log.length + 1, reason: '', by, at });
  await adapter.saveStatus(tx, subject, reduceStatus([...log, decision]));
  await reviewChanged(tx, subject, 'queue');
}
