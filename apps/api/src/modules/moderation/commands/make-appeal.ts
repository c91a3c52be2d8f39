import { appealableDecision, rules } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { reviewChanged } from '../live/review-feed.js';
import type { AppealType, MakeAppealInput } from '../appeal.types.js';
import { appealAnew } from '../appeals.queries.js';
import { decisionLog } from '../log.js';
import { adapterOf, type Subject } from '../subjects.js';

const fields = z.object({ statement: rules.reason });

/**
 * Appeals against the decision by which one's post or thread is hidden or removed, or one's membership suspended. Rejects
 * NOTHING_TO_APPEAL where it takes nothing away any more, ALREADY_APPEALED.
 * @throws Refusal NOT_FOUND, FORBIDDEN, IDEMPOTENCY_MISMATCH
 */
export async function makeAppeal(ctx: Context, input: MakeAppealInput): Promise<Outcome<{ appeal: AppealType | null }>> {
  const decisionId = fromGlobalId(input.decisionId, 'ModerationDecision')?.id;
  if (!decisionId) throw new Refusal('NOT_FOUND');
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const { statement } = checked(fields, input);
    const { type, subject } = await lockSubjectOf(tx, decisionId);
    authorize(ctx.viewer, 'appeal.make', subject.target, 'moderation.readLog');
    return once(tx, { actorId: me, key: input.clientMutationId, operation: 'makeAppeal', input, now: ctx.clock.now() }, async () => {
      if (await tx.row('SELECT 1 FROM appeals WHERE decision_id = $1', [decisionId])) reject('ALREADY_APPEALED');
      const ended = subject.endsAt != null && new Date(subject.endsAt) <= ctx.clock.now();
      if (ended || appealableDecision(await decisionLog(tx, type, subject.id))?.id !== decisionId) reject('NOTHING_TO_APPEAL');
      return write(ctx, tx, { decisionId, type, subject, statement, me });
    });
  });
  return outcome.id === undefined ? { userErrors: outcome.userErrors } : { userErrors: [], appeal: await appealAnew(ctx, outcome.id) };
}

async function lockSubjectOf(tx: Tx, decisionId: string): Promise<{ type: string; subject: Subject }> {
  const found = await tx.row<{ subject_type: string; subject_id: string }>(
    'SELECT subject_type, subject_id FROM moderation_decisions WHERE id = $1',
    [decisionId],
  );
  const subject = found && (await adapterOf(found.subject_type).lock(tx, found.subject_id));
  if (!subject) throw new Refusal('NOT_FOUND');
  return { type: found.subject_type, subject };
}

async function write(
  ctx: Context,
  tx: Tx,
  appeal: { decisionId: string; type: string; subject: Subject; statement: string; me: string },
): Promise<string> {
  const { decisionId, type, subject, statement, me } = appeal;
  const id = newId();
  const now = ctx.clock.now();
  await tx.row(
    `INSERT INTO appeals (id, county_id, scope_id, decision_id, subject_type, subject_id, author_id, statement, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, subject.countyId, subject.scopeId, decisionId, type, subject.id, me, statement, now],
  );
  await audit(tx, {
    actorId: me,
    act: 'makeAppeal',
    subjectType: type,
    subjectId: subject.id,
    countyId: subject.countyId,
    at: now,
    requestId: ctx.requestId,
    detail: { appealId: id, decisionId },
  });
  await publish(tx, 'AppealMade', { appealId: id });
  await reviewChanged(tx, subject, 'appeals');
  return id;
}
