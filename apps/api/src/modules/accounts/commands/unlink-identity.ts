import { audit } from '../../../platform/database/audit.js';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, toGlobalId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { lockWaysIn } from '../oidc/identities.js';
import type { IdentityUnlinkedPayload, UnlinkIdentityInput } from '../oidc/oidc.types.js';
import { requireRecentProof } from '../proof.js';

/**
 * Takes a provider's way in from the viewer's account and tells the viewer by mail. The last way in stays.
 * @throws Refusal NOT_FOUND, PROOF_REQUIRED @throws UserErrors LAST_WAY_IN
 */
export function unlinkIdentity(ctx: Context, input: UnlinkIdentityInput): Promise<IdentityUnlinkedPayload> {
  return mutate(ctx, async (tx) => {
    const personId = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'profile.own', { ownerId: personId });
    const id = fromGlobalId(input.id, 'Identity')?.id;
    const ways = await lockWaysIn(tx, personId);
    const own = id
      ? await tx.row<{ provider: string }>('SELECT provider FROM identities WHERE id = $1 AND person_id = $2', [id, personId])
      : null;
    if (!id || !own || !ways) throw new Refusal('NOT_FOUND');
    requireRecentProof(ctx);
    if (!ways.password && ways.identities === 1) return reject('LAST_WAY_IN');
    const now = ctx.clock.now();
    await tx.row('DELETE FROM identities WHERE id = $1', [id]);
    await audit(tx, {
      actorId: personId,
      act: 'unlinkIdentity',
      subjectType: 'Identity',
      subjectId: id,
      at: now,
      requestId: ctx.requestId,
      detail: { provider: own.provider },
    });
    await publish(tx, 'IdentityUnlinked', { personId, identityId: id, provider: own.provider, at: now });
    return { id: toGlobalId('Identity', id) };
  }) as Promise<IdentityUnlinkedPayload>;
}
