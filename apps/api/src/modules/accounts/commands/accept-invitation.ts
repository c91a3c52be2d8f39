import { rules } from '@stoa/domain';
import { z } from 'zod';
import { audit } from '../../../platform/database/audit.js';
import type { Context } from '../../../platform/context.js';
import { reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { AcceptInvitationInput, SignedInPayload } from '../account.types.js';
import { admit, setCookies } from '../admission.js';
import { agree } from '../consents/agree.js';
import { invitationKind, type InvitationDetail } from '../invitations.js';
import { refuseLookAlike } from '../look-alike.js';
import { hashChosenPassword, savePassword } from '../passwords.js';
import { personSearch } from '../people.js';
import { useTokens } from '../tokens.js';
import { viewerOf } from '../viewer.queries.js';
import { lockToken, readToken } from './open-token.js';

const rule = z.object({ name: rules.personName, lang: rules.language });

/**
 * Turns an invited person into one with an account, signs them in and tells the inviting module (`InvitationAccepted`).
 * @throws UserErrors TOKEN_UNKNOWN, TOKEN_USED, TOKEN_EXPIRED, ALREADY_REGISTERED, CONSENT_REQUIRED, or a rule of the values
 */
export async function acceptInvitation(ctx: Context, input: AcceptInvitationInput): Promise<SignedInPayload> {
  const prepare = async () => {
    const { email, person_id: personId } = await readToken(ctx, input.token, 'INVITATION');
    const { name, lang } = checked(rule, { name: input.name, lang: input.lang });
    await refuseLookAlike(ctx, ctx.db, name, { path: 'name', personId });
    return { name, lang, passwordHash: await hashChosenPassword('password', input.password, { email, name }) };
  };
  const outcome = await prepareAndMutate(ctx, prepare, async (tx, { name, lang, passwordHash }) => {
    const now = ctx.clock.now();
    const token = await lockToken(tx, ctx, input.token, 'INVITATION');
    const activated = await tx.row<{ id: string }>(
      `UPDATE people SET status = 'ACTIVE', display_name = $2, search = $3, lang = $4, email_confirmed_at = $5, version = version + 1
       WHERE id = $1 AND status = 'INVITED' RETURNING id`,
      [token.person_id, name, personSearch(name), lang, now],
    );
    if (!activated) return reject('ALREADY_REGISTERED');
    const personId = activated.id;
    await agree(tx, ctx, personId, input.agreesTo);
    await savePassword(tx, personId, passwordHash, now);
    const others = await tx.rows<{ id: string; detail: Partial<InvitationDetail> }>(
      `SELECT id, detail FROM account_tokens WHERE person_id = $1 AND kind = 'INVITATION' AND used_at IS NULL AND expires_at > $2`,
      [personId, now],
    );
    // Whoever was invited to several things accepts all of them with the one account.
    for (const { id, detail } of others) await publish(tx, 'InvitationAccepted', { tokenId: id, personId, ...detail });
    await useTokens(tx, 'INVITATION', token.email, now);
    await useTokens(tx, 'SIGN_UP', token.email, now);
    await audit(tx, {
      actorId: personId,
      act: 'acceptInvitation',
      subjectType: 'Person',
      subjectId: personId,
      at: now,
      requestId: ctx.requestId,
    });
    return { personId, detail: token.detail, admission: await admit(tx, ctx, personId, false) };
  });
  if (outcome.admission === undefined) return { userErrors: outcome.userErrors };
  setCookies(ctx, outcome.admission);
  return { viewer: await viewerOf(ctx, outcome.personId), landing: await landingOf(ctx, outcome.detail), userErrors: [] };
}

async function landingOf(ctx: Context, detail: Partial<InvitationDetail>): Promise<string> {
  const known = invitationKind(detail);
  return known && detail.kind && detail.subjectId ? known.landing(ctx.db, { kind: detail.kind, subjectId: detail.subjectId }) : '/home';
}
