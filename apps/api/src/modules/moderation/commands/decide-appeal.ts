import { appealAfter, reduceStatus, rules, type Decision } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { reviewChanged } from '../live/review-feed.js';
import type { AppealType, DecideAppealInput } from '../appeal.types.js';
import { appealAnew } from '../appeals.queries.js';
import { appendDecision, decisionLog } from '../log.js';
import { adapterOf, type Subject, type SubjectAdapter } from '../subjects.js';

const fields = z.object({ reason: rules.reason });

interface AppealRow {
  id: string;
  decision_id: string;
  state: 'OPEN' | 'DECISION_KEPT' | 'DECISION_REVERSED';
  version: number;
  first_by: string;
}

/**
 * Answers an appeal: the decision stands, or is taken back. The answer is a decision in the subject's log, from which its status follows.
 * @throws Refusal NOT_FOUND, FORBIDDEN (who decided first, or is concerned), CONFLICT where it was answered or changed first
 */
export async function decideAppeal(ctx: Context, input: DecideAppealInput): Promise<Outcome<{ appeal: AppealType | null }>> {
  const id = fromGlobalId(input.appealId, 'Appeal')?.id;
  if (!id) throw new Refusal('NOT_FOUND');
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const { reason } = checked(fields, input);
    const { adapter, subject, appeal } = await lockAppeal(tx, id);
    const target = { ...subject.target, concerns: [...(subject.target.concerns ?? []), appeal.first_by] };
    authorize(ctx.viewer, 'appeal.decide', target, 'moderation.readLog');
    const next = appealAfter(appeal.state, input.answer);
    if (next === null || appeal.version !== input.expectedVersion) throw new Refusal('CONFLICT', { version: appeal.version });
    const now = ctx.clock.now();
    await tx.row('UPDATE appeals SET state = $2, decided_by = $3, decided_at = $4, answer = $5, version = version + 1 WHERE id = $1', [
      id,
      next,
      me,
      now,
      reason,
    ]);
    const decision: Decision = { id: newId(), kind: input.answer, reverses: appeal.decision_id };
    await applyAnswer(tx, adapter, subject, decision, { reason, by: me, at: now });
    await audit(tx, {
      actorId: me,
      act: 'decideAppeal',
      subjectType: adapter.type,
      subjectId: subject.id,
      countyId: subject.countyId,
      at: now,
      requestId: ctx.requestId,
      detail: { appealId: id, answer: input.answer },
    });
    await publish(tx, 'AppealDecided', { appealId: id });
    await reviewChanged(tx, subject, 'queue', 'appeals');
    return { id };
  });
  return outcome.id === undefined ? { userErrors: outcome.userErrors } : { userErrors: [], appeal: await appealAnew(ctx, id) };
}

/** The subject first, as every decision locks it, then the appeal. */
async function lockAppeal(tx: Tx, id: string): Promise<{ adapter: SubjectAdapter; subject: Subject; appeal: AppealRow }> {
  const found = await tx.row<{ subject_type: string; subject_id: string }>('SELECT subject_type, subject_id FROM appeals WHERE id = $1', [
    id,
  ]);
  if (!found) throw new Refusal('NOT_FOUND');
  const adapter = adapterOf(found.subject_type);
  const subject = await adapter.lock(tx, found.subject_id);
  const appeal = await tx.row<AppealRow>(
    `SELECT a.id, a.decision_id, a.state, a.version, d.decided_by AS first_by FROM appeals a JOIN moderation_decisions d ON d.id = a.decision_id
     WHERE a.id = $1 FOR UPDATE OF a`,
    [id],
  );
  if (!subject || !appeal) throw new Refusal('NOT_FOUND');
  return { adapter, subject, appeal };
}

async function applyAnswer(
  tx: Tx,
  adapter: SubjectAdapter,
  subject: Subject,
  decision: Decision,
  more: { reason: string; by: string; at: Date },
): Promise<void> {
  const about = { ...subject, type: adapter.type };
  const before: Decision[] = await decisionLog(tx, adapter.type, subject.id);
  const log = [...before, decision];
  await appendDecision(tx, about, decision, { seq: log.length, ...more });
  // Whoever is right is not sent back into the queue because an earlier text of theirs waited there.
  if (decision.kind === 'REVERSE' && reduceStatus(log).visibility === 'HELD') {
    const kept: Decision = { id: newId(), kind: 'KEEP', reverses: null };
    log.push(kept);
    await appendDecision(tx, about, kept, { seq: log.length, ...more });
  }
  await adapter.saveStatus(tx, subject, reduceStatus(log));
}
