import { flagStateAfter, reduceStatus, whyIllegal, type Decision, type DecisionKind } from '@stoa/domain';
import { signedIn } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { audit } from '../../platform/database/audit.js';
import type { Sql, Tx } from '../../platform/database/database.js';
import { Refusal, reject } from '../../platform/errors.js';
import { publish } from '../../platform/outbox/outbox.js';
import { endClaim } from './claims.js';
import { reviewChanged } from './live/review-feed.js';
import { appendDecision, decisionLog, type LoggedDecision } from './log.js';
import { closeGranted, rejectWhileOpen } from './open-appeals.js';
import type { Subject, SubjectAdapter } from './subjects.js';

/** How long a decision can be taken back before its author is told of it. */
const UNDO_MS = 10_000;

/**
 * Keeps a decision on a locked subject and all that follows from it: status, flags, appeals, audit, the notice to its author.
 * @param more.kinds the decisions that are possible here
 * @returns the log before it
 * @throws Refusal CONFLICT, with the newest decision, where another number of decisions than expected was taken
 */
export async function record(
  ctx: Context,
  tx: Tx,
  { adapter, subject }: { adapter: SubjectAdapter; subject: Subject },
  decision: Decision,
  more: {
    reason: string;
    reasonPublic?: boolean;
    expectedSeq: number;
    kinds: readonly DecisionKind[];
    targetId?: string | null;
    originId?: string | null;
  },
): Promise<LoggedDecision[]> {
  const [by, at] = [signedIn(ctx.viewer), ctx.clock.now()];
  const { type } = adapter;
  const { id } = subject;
  const log = await decisionLog(tx, type, id);
  await expectSeq(tx, log, more.expectedSeq);
  await endClaim(ctx, tx, type, id);
  const illegal = whyIllegal(log, decision, more.kinds);
  if (illegal) reject(illegal, 'kind');
  await rejectWhileOpen(tx, type, id, decision.kind);
  await appendDecision(tx, { ...subject, type }, decision, {
    seq: log.length + 1,
    reason: more.reason,
    reasonPublic: more.reasonPublic ?? false,
    by,
    at,
    targetId: more.targetId ?? null,
    originId: more.originId ?? null,
  });
  await adapter.saveStatus(tx, subject, reduceStatus([...log, decision]));
  await closeGranted(tx, type, id, { log: [...log, decision], by, at });
  await answerFlags(tx, type, id, decision);
  await reviewChanged(tx, subject, 'queue', 'appeals');
  await audit(tx, {
    actorId: by,
    act: 'decide',
    subjectType: type,
    subjectId: id,
    countyId: subject.countyId,
    at,
    requestId: ctx.requestId,
    detail: { kind: decision.kind, decisionId: decision.id },
  });
  await publish(tx, 'SubjectModerated', { decisionId: decision.id }, { runAt: new Date(Date.now() + UNDO_MS) });
  return log;
}

/** @throws Refusal CONFLICT, with the newest decision and whose it is, where another number of decisions was taken than the viewer saw */
export async function expectSeq(sql: Sql, log: readonly LoggedDecision[], expected: number): Promise<void> {
  const last = log.at(-1);
  const seq = last?.seq ?? 0;
  if (seq === expected) return;
  if (!last) throw new Refusal('CONFLICT', { seq });
  const by = await sql.row<{ name: string }>('SELECT display_name AS name FROM people WHERE id = $1', [last.decidedBy]);
  throw new Refusal('CONFLICT', { seq, kind: last.kind, decidedAt: last.decidedAt, decidedBy: by?.name ?? null });
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
