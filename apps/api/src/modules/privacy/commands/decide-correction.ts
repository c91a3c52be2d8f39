import { CORRECTION, correctionAnswer, transition, type CorrectionState } from '@stoa/domain';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { Refusal } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { correctionRow, toCorrection } from '../corrections/correction.queries.js';
import type { CorrectionPayload, DecideCorrectionInput } from '../corrections/correction.types.js';

/**
 * Says that something was corrected, or why it was not. Nobody decides what they asked for themselves.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT @throws UserErrors of the answer
 */
export async function decideCorrection(ctx: Context, input: DecideCorrectionInput): Promise<CorrectionPayload> {
  return (await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const id = fromGlobalId(input.id, 'CorrectionRequest')?.id;
    // Lock first: two administrators may decide at once.
    const found = id
      ? await tx.row<{ person_id: string; state: CorrectionState; version: number }>(
          'SELECT person_id, state, version FROM correction_requests WHERE id = $1 FOR UPDATE',
          [id],
        )
      : null;
    if (!id || !found) throw new Refusal('NOT_FOUND');
    authorize(ctx.viewer, 'correction.decide', { concerns: [found.person_id] }, 'correction.read');
    const { answer } = checked(correctionAnswer(input.decision), { answer: input.answer ?? '' });
    const state = transition(CORRECTION, found.state, input.decision);
    if (found.version !== input.expectedVersion || state === null) throw new Refusal('CONFLICT', { version: found.version });
    const now = ctx.clock.now();
    await tx.row(
      'UPDATE correction_requests SET state = $2, answer = $3, decided_by = $4, decided_at = $5, version = version + 1 WHERE id = $1',
      [id, state, answer, me, now],
    );
    await publish(tx, 'CorrectionDecided', { requestId: id });
    await audit(tx, {
      actorId: me,
      act: 'decideCorrection',
      subjectType: 'CorrectionRequest',
      subjectId: id,
      at: now,
      requestId: ctx.requestId,
      detail: { state },
    });
    const row = await correctionRow(tx, id);
    return { correction: row && toCorrection(ctx, row) };
  })) as CorrectionPayload;
}
