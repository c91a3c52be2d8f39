import { rules } from '@stoa/domain';
import { z } from 'zod';
import { audit } from '../../../platform/database/audit.js';
import type { Context } from '../../../platform/context.js';
import { reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { agree } from '../consents/agree.js';
import { enter } from '../enter.js';
import { refuseLookAlike } from '../look-alike.js';
import { keep, kept } from '../oidc/cookies.js';
import { addIdentity } from '../oidc/identities.js';
import type { EnteredPayload, SignUpByProviderInput } from '../oidc/oidc.types.js';
import { providerOf } from '../oidc/providers.js';
import { addPerson } from '../people.js';
import { useTokens } from '../tokens.js';

const rule = z.object({ name: rules.personName, lang: rules.language });

/**
 * Makes an account for somebody whose address a provider verified, where the operator lets that provider do so, and signs them in.
 * @throws UserErrors VOUCHER_LOST, ALREADY_REGISTERED, CONSENT_REQUIRED or a rule of the values
 */
export async function signUpByProvider(ctx: Context, input: SignUpByProviderInput): Promise<EnteredPayload> {
  const prepare = async () => {
    const vouched = kept(ctx, 'vouched');
    if (!vouched || !providerOf(ctx.config, vouched.provider)?.signUp) return reject('VOUCHER_LOST');
    const values = checked(rule, { name: input.name, lang: input.lang });
    await refuseLookAlike(ctx, ctx.db, values.name, { path: 'name', personId: null });
    return { vouched, ...values };
  };
  const outcome = await prepareAndMutate(ctx, prepare, async (tx, { vouched, name, lang }) => {
    const now = ctx.clock.now();
    const { email } = vouched;
    const personId =
      (await addPerson(tx, { name, email, lang, status: 'ACTIVE', emailConfirmedAt: now, now })) ?? reject('ALREADY_REGISTERED');
    if (!(await addIdentity(tx, personId, vouched, now))) return reject('ALREADY_REGISTERED');
    await agree(tx, ctx, personId, input.agreesTo);
    await useTokens(tx, 'SIGN_UP', email, now);
    await audit(tx, {
      actorId: personId,
      act: 'signUpByProvider',
      subjectType: 'Person',
      subjectId: personId,
      at: now,
      requestId: ctx.requestId,
      detail: { provider: vouched.provider },
    });
    return { personId, vouched };
  });
  if (outcome.personId === undefined) return { userErrors: outcome.userErrors };
  ctx.setCookie(keep(ctx, 'vouched', null));
  const { secondFactor, returnTo } = outcome.vouched;
  return { landing: await enter(ctx, { personId: outcome.personId, act: 'signInByProvider', secondFactor, returnTo }), userErrors: [] };
}
