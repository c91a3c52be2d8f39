import { localTime, rules, SLOW_SECONDS, type Decision, type DecisionKind } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { decisionsOf } from '../moderation.queries.js';
import type { DecideInput, DecisionType } from '../moderation.types.js';
import { record } from '../record.js';
import { subjectOf } from '../subjects.js';

/** Decisions that may end by themselves. */
const TIMED: ReadonlySet<DecisionKind> = new Set<DecisionKind>(['LOCK', 'PIN']);

const fields = z.object({
  reason: rules.reason,
  until: rules.date.nullish(),
  seconds: z.int().min(SLOW_SECONDS.min).max(SLOW_SECONDS.max).nullish(),
});

/**
 * Appends a decision to a subject's log and writes the status that follows from it.
 * @throws Refusal CONFLICT, with the newest decision, where another number of decisions than expected was taken
 */
export async function decide(
  ctx: Context,
  input: DecideInput,
): Promise<Outcome<{ subject: { type: string; id: string }; decision: DecisionType | null }>> {
  const found = subjectOf(input.subjectId);
  if (!found) throw new Refusal('NOT_FOUND');
  const { adapter, id } = found;
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const { reason, until, seconds } = checked(fields, { reason: input.reason, until: input.until, seconds: input.seconds });
    const subject = await adapter.lock(tx, id);
    if (!subject) throw new Refusal('NOT_FOUND');
    authorize(ctx.viewer, 'moderation.decide', subject.target, subject.readAct);
    if (input.kind === 'SLOW' && seconds == null) reject('REQUIRED', 'seconds');
    const decision: Decision = {
      id: newId(),
      kind: input.kind,
      reverses: reversedId(input),
      until: until != null && TIMED.has(input.kind) ? await endOf(ctx, tx, until) : null,
      seconds: input.kind === 'SLOW' ? (seconds ?? null) : null,
    };
    const log = await record(ctx, tx, { adapter, subject }, decision, {
      reason,
      reasonPublic: input.reasonPublic ?? false,
      expectedSeq: input.expectedSeq,
      kinds: adapter.kinds,
    });
    const back = log.find((each) => each.id === decision.reverses);
    if (back) await adapter.takeBack?.(ctx, tx, subject, { ...back, reversal: { id: decision.id, reason, by: me, at: ctx.clock.now() } });
    return { subject: { type: adapter.type, id } };
  });
  if (!outcome.subject) return outcome;
  const [decision] = await decisionsOf(ctx, adapter.type, id);
  return { ...outcome, decision: decision ?? null };
}

/** The end of a day, as the database writes it. @throws UserErrors DATE_PAST */
async function endOf(ctx: Context, tx: Tx, day: string): Promise<string> {
  const { timeZone } = ctx.config;
  if (day < localTime(ctx.clock.now(), timeZone).date) reject('DATE_PAST', 'until');
  const row = await tx.row<{ end: string }>('SELECT ($1::date + 1)::timestamp AT TIME ZONE $2 AS end', [day, timeZone]);
  return String(row?.end);
}

function reversedId(input: DecideInput): string | null {
  if (input.kind !== 'REVERSE') return null;
  return fromGlobalId(input.reverses ?? '', 'ModerationDecision')?.id ?? null;
}
