import { flagStateAfter, reduceStatus, rules, whyIllegal, type Decision } from '@stoa/domain';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { z } from 'zod';
import { appendDecision, decisionLog, type LoggedDecision } from '../log.js';
import { endClaim } from '../claims.js';
import { reviewChanged } from '../live/review-feed.js';
import { closeGranted, rejectWhileOpen } from '../open-appeals.js';
import { decisionsOf } from '../moderation.queries.js';
import type { DecideInput, DecisionType } from '../moderation.types.js';
import { subjectOf } from '../subjects.js';

/** How long a decision can be taken back before its author is told of it. */
const UNDO_MS = 10_000;

const fields = z.object({ reason: rules.reason });

/**
 * Appends a decision to a subject's log and writes the status that follows from it.
 * @throws Refusal CONFLICT, with the newest decision, where another number of decisions than expected was taken
 */
export async function decide(
  ctx: Context,
  input: DecideInput,
): Promise<Outcome<{ subject: { type: string; id: string }; decision: DecisionType | null }>> {
  const me = signedIn(ctx.viewer);
  const found = subjectOf(input.subjectId);
  if (!found) throw new Refusal('NOT_FOUND');
  const { adapter, id } = found;
  const outcome = await mutate(ctx, async (tx) => {
    const { reason } = checked(fields, { reason: input.reason });
    const subject = await adapter.lock(tx, id);
    if (!subject) throw new Refusal('NOT_FOUND');
    authorize(ctx.viewer, 'moderation.decide', subject.target, subject.readAct);
    const log = await decisionLog(tx, adapter.type, id);
    expectSeq(log, input.expectedSeq);
    await endClaim(ctx, tx, adapter.type, id);
    const decision = { id: newId(), kind: input.kind, reverses: reversedId(input) };
    const illegal = whyIllegal(log, decision, adapter.kinds);
    if (illegal) reject(illegal, 'kind');
    await rejectWhileOpen(tx, adapter.type, id, decision.kind);
    await appendDecision(tx, { ...subject, type: adapter.type }, decision, { seq: log.length + 1, reason, by: me, at: ctx.clock.now() });
    await adapter.saveStatus(tx, subject, reduceStatus([...log, decision]));
    await closeGranted(tx, adapter.type, id, { log: [...log, decision], by: me, at: ctx.clock.now() });
    await answerFlags(tx, adapter.type, id, decision);
    await reviewChanged(tx, subject, 'queue', 'appeals');
    await audit(tx, {
      actorId: me,
      act: 'decide',
      subjectType: adapter.type,
      subjectId: id,
      countyId: subject.countyId,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      detail: { kind: decision.kind, decisionId: decision.id },
    });
    await publish(tx, 'SubjectModerated', { decisionId: decision.id }, { runAt: new Date(Date.now() + UNDO_MS) });
    return { subject: { type: adapter.type, id } };
  });
  if (!outcome.subject) return outcome;
  const [decision] = await decisionsOf(ctx, adapter.type, id);
  return { ...outcome, decision: decision ?? null };
}

function expectSeq(log: readonly LoggedDecision[], expected: number): void {
  const last = log.at(-1);
  const seq = last?.seq ?? 0;
  if (seq !== expected) throw new Refusal('CONFLICT', { seq, ...(last ? { kind: last.kind, decidedAt: last.decidedAt } : {}) });
}

function reversedId(input: DecideInput): string | null {
  if (input.kind !== 'REVERSE') return null;
  return fromGlobalId(input.reverses ?? '', 'ModerationDecision')?.id ?? null;
}

/** Pending flags are answered by what keeps, hides or removes; they wait again where that is taken back. */
async function answerFlags(tx: Tx, type: string, id: string, decision: Decision): Promise<void> {
  if (decision.kind === 'REVERSE') {
    await tx.row('UPDATE flags SET resolved_by = NULL WHERE resolved_by = $1', [decision.reverses]);
  } else if (flagStateAfter(decision.kind) !== 'PENDING') {
    await tx.row('UPDATE flags SET resolved_by = $3 WHERE subject_type = $1 AND subject_id = $2 AND resolved_by IS NULL', [
      type,
      id,
      decision.id,
    ]);
  }
}
