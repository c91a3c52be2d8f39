import { CORRECTION_DAYS, correctionForm, CORRECTIONS_OPEN_MAX } from '@stoa/domain';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { once } from '../../../platform/database/idempotency.js';
import { reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { newId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { correctionRow, toCorrection } from '../corrections/correction.queries.js';
import type { CorrectionPayload, RequestCorrectionInput } from '../corrections/correction.types.js';

/** Asks to have something corrected that the viewer cannot change. @throws UserErrors TOO_MANY_OPEN or a rule of the values */
export async function requestCorrection(ctx: Context, input: RequestCorrectionInput): Promise<CorrectionPayload> {
  return (await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'profile.own', { ownerId: me });
    const form = checked(correctionForm, { subject: input.subject, wrong: input.wrong, correct: input.correct });
    const now = ctx.clock.now();
    // One after the other, so that several at once cannot pass the bound together.
    await tx.row('SELECT 1 FROM people WHERE id = $1 FOR NO KEY UPDATE', [me]);
    const key = { actorId: me, key: input.clientMutationId, operation: 'requestCorrection', input: form, now };
    const { id } = await once(tx, key, async () => {
      const open = await tx.row<{ n: number }>(
        `SELECT count(*)::int AS n FROM correction_requests WHERE person_id = $1 AND state = 'OPEN'`,
        [me],
      );
      if ((open?.n ?? 0) >= CORRECTIONS_OPEN_MAX) return reject('TOO_MANY_OPEN');
      const requestId = newId();
      await tx.row(
        `INSERT INTO correction_requests (id, person_id, subject, wrong, correct, requested_at, due_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [requestId, me, form.subject, form.wrong, form.correct, now, new Date(now.getTime() + CORRECTION_DAYS * 86_400_000)],
      );
      await publish(tx, 'CorrectionRequested', { requestId });
      await audit(tx, {
        actorId: me,
        act: 'requestCorrection',
        subjectType: 'CorrectionRequest',
        subjectId: requestId,
        at: now,
        requestId: ctx.requestId,
        detail: { subject: form.subject },
      });
      return requestId;
    });
    const row = await correctionRow(tx, id);
    return { correction: row && toCorrection(ctx, row) };
  })) as CorrectionPayload;
}
