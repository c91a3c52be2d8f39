import { audit } from '../../../platform/database/audit.js';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId } from '../../../platform/ids.js';
import type { SessionsEndedPayload } from '../account.types.js';
import { requireRecentProof } from '../proof.js';
import type { RevokeSessionInput } from '../session.types.js';
import { endSessions, sessionCookie } from '../sessions.js';

/** Ends one session of the viewer at once. @throws Refusal NOT_FOUND for a session of somebody else */
export function revokeSession(ctx: Context, input: RevokeSessionInput): Promise<SessionsEndedPayload> {
  const personId = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: personId });
  return mutate(ctx, async (tx) => {
    const id = fromGlobalId(input.id, 'Session')?.id;
    const own = id && (await tx.row('SELECT 1 FROM sessions WHERE id = $1 AND person_id = $2', [id, personId]));
    if (!own) throw new Refusal('NOT_FOUND');
    await endSessions(tx, personId, { id });
    await audit(tx, {
      actorId: personId,
      act: 'revokeSession',
      subjectType: 'Session',
      subjectId: id,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
    });
    return { done: true };
  }) as Promise<SessionsEndedPayload>;
}

/** Ends every session of the viewer, this one too. */
export async function signOutEverywhere(ctx: Context): Promise<SessionsEndedPayload> {
  const personId = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: personId });
  requireRecentProof(ctx);
  await ctx.db.transaction(async (tx) => {
    await endSessions(tx, personId);
    await audit(tx, {
      actorId: personId,
      act: 'signOutEverywhere',
      subjectType: 'Person',
      subjectId: personId,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
    });
  });
  ctx.setCookie(sessionCookie(ctx.config, null));
  return { done: true, userErrors: [] };
}

/** Ends every session of the viewer but this one. @throws Refusal PROOF_REQUIRED */
export function signOutElsewhere(ctx: Context): Promise<SessionsEndedPayload> {
  const personId = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: personId });
  requireRecentProof(ctx);
  return mutate(ctx, async (tx) => {
    await endSessions(tx, personId, ctx.me ? { exceptId: ctx.me.sessionId } : {});
    await audit(tx, {
      actorId: personId,
      act: 'signOutElsewhere',
      subjectType: 'Person',
      subjectId: personId,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
    });
    return { done: true };
  }) as Promise<SessionsEndedPayload>;
}
