import type { Context } from '../../../platform/context.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { admit, browserHash, endPending, pendingPerson, setCookies, type Admission } from '../admission.js';
import { checkPasskey, takePasskey } from '../factors/passkeys.js';
import { takeCode } from '../factors/code-app.js';
import { takeRecoveryCode } from '../factors/recovery-codes.js';
import type { Limits } from '../limits.js';
import { tellSecurity } from '../security-events.js';
import type { FinishSignInInput, PasskeyInput, SignInPayload } from '../sign-in.types.js';
import { viewerOf } from '../viewer.queries.js';
import { auditSignIn } from './sign-in.js';

/**
 * The second step: a code of the app or a recovery code, for the sign-in that this browser began.
 * @throws UserErrors SIGN_IN_EXPIRED, CODE_WRONG @throws Refusal RATE_LIMITED
 */
export async function finishSignIn(ctx: Context, limits: Limits, input: FinishSignInInput): Promise<SignInPayload> {
  const recovery = input.method === 'RECOVERY_CODE';
  const prepare = async () => {
    const personId = (await pendingPerson(ctx.db, ctx)) ?? reject('SIGN_IN_EXPIRED');
    if (!(await limits.secondStep.take(personId, ctx.ip, await knownBrowser(ctx, personId))))
      throw new Refusal('RATE_LIMITED', { limit: 'secondStep' });
  };
  const outcome = await prepareAndMutate(ctx, prepare, async (tx) => {
    // Lock first: of two steps sent at once, one opens a session.
    const personId = (await pendingPerson(tx, ctx, true)) ?? reject('SIGN_IN_EXPIRED');
    const right = recovery
      ? await takeRecoveryCode(tx, personId, input.code)
      : await takeCode(tx, personId, input.code, ctx.config.secrets);
    if (!right) return reject('CODE_WRONG', 'code');
    await endPending(tx, ctx);
    const admission = await admit(tx, ctx, personId, true);
    await auditSignIn(tx, ctx, personId, input.method);
    if (recovery) await tellSecurity(tx, ctx, personId, 'RECOVERY_CODE_USED');
    return { admission, personId };
  });
  if (outcome.personId === undefined) return { userErrors: outcome.userErrors };
  await limits.secondStep.succeeded(outcome.personId, ctx.ip, await knownBrowser(ctx, outcome.personId));
  return entered(ctx, outcome.personId, outcome.admission);
}

/**
 * Signs in by a passkey whose holder was verified: possession and person in one, so no second step follows, and none is missing.
 * @throws UserErrors PASSKEY_REFUSED
 */
export async function signInWithPasskey(ctx: Context, input: PasskeyInput): Promise<SignInPayload> {
  const outcome = await prepareAndMutate(
    ctx,
    () => checkPasskey(ctx, 'SIGN_IN', '', input.response),
    async (tx, use) => {
      const personId = use.passkey.person_id;
      const active = await tx.row(`SELECT 1 FROM people WHERE id = $1 AND status = 'ACTIVE'`, [personId]);
      if (!active) return reject('PASSKEY_REFUSED');
      await takePasskey(tx, use);
      await endPending(tx, ctx);
      const admission = await admit(tx, ctx, personId, true);
      await auditSignIn(tx, ctx, personId, 'PASSKEY');
      return { admission, personId };
    },
  );
  if (outcome.personId === undefined) return { userErrors: outcome.userErrors };
  return entered(ctx, outcome.personId, outcome.admission);
}

async function entered(ctx: Context, personId: string, admission: Admission): Promise<SignInPayload> {
  setCookies(ctx, admission);
  return { userErrors: [], viewer: await viewerOf(ctx, personId) };
}

/** What this browser is known by to the person; null where it is not. Strangers who use up the tries of an account do not use up those of its owner. */
async function knownBrowser(ctx: Context, personId: string): Promise<Buffer | null> {
  const hash = browserHash(ctx);
  const known = hash && (await ctx.db.row('SELECT 1 FROM known_browsers WHERE person_id = $1 AND browser_hash = $2', [personId, hash]));
  return known ? hash : null;
}
