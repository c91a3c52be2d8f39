import { authorize, signedIn } from '../../../platform/authorize.js';
import { dateIn } from '../../../platform/clock.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { requireRecentProof } from '../../accounts/index.js';
import { isOnlyAdministrator } from '../../appointments/index.js';
import { privacyOf } from '../privacy.queries.js';
import type { CancelErasureInput, PrivacyPayload, RequestErasureInput } from '../privacy.types.js';

/** How long a person can change their mind. */
const GRACE_DAYS = 14;

/** Asks to be erased after the days of grace; asked again, the first wish stands. @throws UserErrors ONLY_ADMINISTRATOR */
export function requestErasure(ctx: Context, input: RequestErasureInput): Promise<PrivacyPayload> {
  return change(ctx, async (tx, me, now) => {
    requireRecentProof(ctx);
    if (await isOnlyAdministrator(tx, me, dateIn(now, ctx.config.timeZone))) return reject('ONLY_ADMINISTRATOR');
    const id = newId();
    const added = await tx.row(
      `INSERT INTO erasures (id, person_id, requested_at, due_at, withdraws_words) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (person_id) WHERE cancelled_at IS NULL AND done_at IS NULL DO NOTHING RETURNING id`,
      [id, me, now, new Date(now.getTime() + GRACE_DAYS * 86_400_000), input.withdrawsWords],
    );
    return added ? { id, act: 'requestErasure', message: 'ErasureRequested' } : null;
  });
}

/** Takes the wish back while there is time; taken back already, nothing happens. @throws Refusal NOT_FOUND for anybody else's */
export function cancelErasure(ctx: Context, input: CancelErasureInput): Promise<PrivacyPayload> {
  return change(ctx, async (tx, me, now) => {
    const id = fromGlobalId(input.id, 'Erasure')?.id;
    if (!id || !(await tx.row('SELECT 1 FROM erasures WHERE id = $1 AND person_id = $2 FOR UPDATE', [id, me])))
      throw new Refusal('NOT_FOUND');
    const cancelled = await tx.row(
      'UPDATE erasures SET cancelled_at = $2 WHERE id = $1 AND cancelled_at IS NULL AND done_at IS NULL RETURNING id',
      [id, now],
    );
    return cancelled === null ? null : { id, act: 'cancelErasure', message: 'ErasureCancelled' };
  });
}

interface Changed {
  id: string;
  act: string;
  message: string;
}

function change(ctx: Context, work: (tx: Tx, me: string, now: Date) => Promise<Changed | null>): Promise<PrivacyPayload> {
  return mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'profile.own', { ownerId: me });
    const now = ctx.clock.now();
    const changed = await work(tx, me, now);
    if (changed) {
      const { id, act, message } = changed;
      await audit(tx, { actorId: me, act, subjectType: 'Erasure', subjectId: id, at: now, requestId: ctx.requestId });
      await publish(tx, message, { erasureId: id });
    }
    return { privacy: await privacyOf(ctx, me, tx) };
  }) as Promise<PrivacyPayload>;
}
