import { audit } from '../../../platform/database/audit.js';
import type { Context } from '../../../platform/context.js';
import { reject } from '../../../platform/errors.js';
import { prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { enter } from '../enter.js';
import type { Limits } from '../limits.js';
import { keep, kept } from '../oidc/cookies.js';
import { addIdentity, lockWaysIn } from '../oidc/identities.js';
import type { EnteredPayload, ProveAccountInput } from '../oidc/oidc.types.js';
import { checkPassword } from './prove.js';

/**
 * Joins somebody whom a provider vouched for to the account of the same address: once, with the account's password, and only where no
 * other identity signs in to it. A provider's word for an address alone opens nothing.
 * @throws UserErrors VOUCHER_LOST, CURRENT_PASSWORD_WRONG, USE_OTHER_SIGN_IN @throws Refusal RATE_LIMITED as at sign-in
 */
export async function proveAccount(ctx: Context, limits: Limits, input: ProveAccountInput): Promise<EnteredPayload> {
  const prepare = async () => {
    const vouched = kept(ctx, 'vouched') ?? reject('VOUCHER_LOST');
    const account = await ctx.db.row<{ id: string; email: string; password_hash: string | null }>(
      `SELECT p.id, p.email, c.password_hash FROM people p LEFT JOIN credentials c ON c.person_id = p.id
       WHERE p.email = $1 AND p.status = 'ACTIVE'`,
      [vouched.email],
    );
    await checkPassword(ctx, limits, account ?? { email: vouched.email, password_hash: null }, input.password, 'password');
    return { vouched, personId: account?.id ?? '' };
  };
  const outcome = await prepareAndMutate(ctx, prepare, async (tx, { vouched, personId }) => {
    const now = ctx.clock.now();
    const ways = await lockWaysIn(tx, personId);
    if (ways?.status !== 'ACTIVE' || ways.identities > 0) return reject('USE_OTHER_SIGN_IN');
    const id = (await addIdentity(tx, personId, vouched, now)) ?? reject('USE_OTHER_SIGN_IN');
    await audit(tx, {
      actorId: personId,
      act: 'linkIdentity',
      subjectType: 'Identity',
      subjectId: id,
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
