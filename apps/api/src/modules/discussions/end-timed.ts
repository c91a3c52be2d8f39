import { reduceStatus, whyIllegal, type Decision } from '@stoa/domain';
import type { Services } from '../../platform/services.js';
import { newId } from '../../platform/ids.js';
import { appendDecision, decisionLog } from '../moderation/index.js';
import { threadSubject } from './subjects.js';

/** How many threads one run opens or unpins; the next run takes the others. */
const BATCH = 100;

/**
 * Ends locks and pins whose time is over, by a decision of whoever set the time. It is no act worth an audit row, since the decision that
 * named the time has one.
 */
export async function endTimed({ db, clock }: Services): Promise<void> {
  const now = clock.now();
  const due = await db.rows<{ id: string }>(
    `SELECT id FROM threads WHERE (locked_until IS NOT NULL OR pinned_until IS NOT NULL) AND (locked_until <= $1 OR pinned_until <= $1) LIMIT ${BATCH}`,
    [now],
  );
  for (const { id } of due) {
    await db.transaction(async (tx) => {
      const subject = await threadSubject.lock(tx, id);
      if (!subject) return;
      const log = await decisionLog(tx, 'Thread', id);
      const { lockedUntil, pinnedUntil } = subject.status;
      const over = (until: string | null) => until !== null && new Date(until) <= now;
      const ends = [
        ...(over(lockedUntil) ? [{ set: 'LOCK', end: 'UNLOCK' } as const] : []),
        ...(over(pinnedUntil) ? [{ set: 'PIN', end: 'UNPIN' } as const] : []),
      ];
      const decisions: Decision[] = [...log];
      for (const { set, end } of ends) {
        const by = log.findLast(({ kind }) => kind === set)?.decidedBy;
        const decision: Decision = { id: newId(), kind: end, reverses: null };
        // Timed by no decision, as imports may leave it, it ends by none.
        if (!by || whyIllegal(decisions, decision, threadSubject.kinds)) continue;
        decisions.push(decision);
        await appendDecision(tx, { ...subject, type: 'Thread' }, decision, { seq: decisions.length, reason: '', by, at: now });
      }
      await threadSubject.saveStatus(tx, subject, reduceStatus(decisions));
    });
  }
}
