import { rules } from '@stoa/domain';
import { audit } from '../../../platform/database/audit.js';
import type { Context } from '../../../platform/context.js';
import { reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { prepareAndMutate } from '../../../platform/graphql/mutate.js';
import type { ConfirmSignUpInput, SignedInPayload } from '../account.types.js';
import { admit, setCookies } from '../admission.js';
import { agree } from '../consents/agree.js';
import { hashChosenPassword, savePassword } from '../passwords.js';
import { addPerson } from '../people.js';
import { useTokens } from '../tokens.js';
import { viewerOf } from '../viewer.queries.js';
import { lockToken, readToken } from './open-token.js';

/**
 * Makes the account that a confirmed address asked for and signs its owner in.
 * @throws UserErrors TOKEN_UNKNOWN, TOKEN_USED, TOKEN_EXPIRED, ALREADY_REGISTERED, CONSENT_REQUIRED or a rule of passwords
 */
export async function confirmSignUp(ctx: Context, input: ConfirmSignUpInput): Promise<SignedInPayload> {
  const prepare = async () => {
    const { email, detail } = await readToken(ctx, input.token, 'SIGN_UP');
    return hashChosenPassword('password', input.password, { email, name: detail.name ?? '' });
  };
  const outcome = await prepareAndMutate(ctx, prepare, async (tx, passwordHash) => {
    const now = ctx.clock.now();
    const token = await lockToken(tx, ctx, input.token, 'SIGN_UP');
    const personId = await addPerson(tx, {
      name: checked(rules.personName, token.detail.name),
      email: token.email,
      lang: checked(rules.language, token.detail.lang),
      status: 'ACTIVE',
      emailConfirmedAt: now,
      now,
    });
    if (!personId) return reject('ALREADY_REGISTERED');
    await agree(tx, ctx, personId, input.agreesTo);
    await savePassword(tx, personId, passwordHash, now);
    await useTokens(tx, 'SIGN_UP', token.email, now);
    await audit(tx, {
      actorId: personId,
      act: 'confirmSignUp',
      subjectType: 'Person',
      subjectId: personId,
      at: now,
      requestId: ctx.requestId,
    });
    return { personId, admission: await admit(tx, ctx, personId, false) };
  });
  if (outcome.admission === undefined) return { userErrors: outcome.userErrors };
  setCookies(ctx, outcome.admission);
  return { viewer: await viewerOf(ctx, outcome.personId), landing: '/home', userErrors: [] };
}
