import { audit } from '../../../platform/database/audit.js';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { SessionsEndedPayload } from '../account.types.js';
import { requireRecentProof } from '../proof.js';
import { endSessions, sessionCookie } from '../sessions.js';
import { closeLinks } from '../tokens.js';

/**
 * Closes the viewer's own account: every session ends, appointments act no more, what was written stays. A new password, asked for by
 * mail, opens it again.
 * @throws Refusal PROOF_REQUIRED
 */
export async function deactivateAccount(ctx: Context): Promise<SessionsEndedPayload> {
  const personId = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: personId });
  requireRecentProof(ctx);
  const outcome = await mutate(ctx, async (tx) => {
    const now = ctx.clock.now();
    await tx.row(`UPDATE people SET status = 'DEACTIVATED', deactivated_by = $1, version = version + 1 WHERE id = $1`, [personId]);
    await closeLinks(tx, personId, ['RESET', 'EMAIL_CHANGE'], now);
    await endSessions(tx, personId);
    await audit(tx, {
      actorId: personId,
      act: 'deactivateAccount',
      subjectType: 'Person',
      subjectId: personId,
      at: now,
      requestId: ctx.requestId,
    });
    await publish(tx, 'AccountDeactivated', { personId, at: now });
    return { done: true };
  });
  ctx.setCookie(sessionCookie(ctx.config, null));
  return outcome as SessionsEndedPayload;
}
