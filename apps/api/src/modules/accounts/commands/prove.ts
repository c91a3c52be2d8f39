import { audit } from '../../../platform/database/audit.js';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { takeCode } from '../factors/code-app.js';
import { checkPasskey, takePasskey } from '../factors/passkeys.js';
import { takeRecoveryCode } from '../factors/recovery-codes.js';
import type { Limits } from '../limits.js';
import { passwordMatches } from '../passwords.js';
import type { ProvedPayload, ProveInput } from '../proof.types.js';
import { tellSecurity } from '../security-events.js';
import { proofMethods } from '../security.queries.js';

/**
 * Proves once more, in a session that stands, who sits before it: for some minutes it may do what `requireRecentProof` guards.
 * @throws UserErrors CURRENT_PASSWORD_WRONG, CODE_WRONG, PASSKEY_REFUSED
 * @throws Refusal BAD_REQUEST for a way that the person does not have, RATE_LIMITED after as many failures as at sign-in
 */
export function prove(ctx: Context, limits: Limits, input: ProveInput): Promise<ProvedPayload> {
  const personId = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: personId });
  const prepare = async () => {
    if (!(await proofMethods(ctx)).includes(input.method)) throw new Refusal('BAD_REQUEST', { limit: 'method' });
    return ways[input.method](ctx, limits, personId, input.answer);
  };
  return prepareAndMutate(ctx, prepare, async (tx, take) => {
    await take(tx);
    await tx.row('UPDATE sessions SET proved_at = clock_timestamp() WHERE id = $1', [ctx.me?.sessionId]);
    await audit(tx, {
      actorId: personId,
      act: 'prove',
      subjectType: 'Person',
      subjectId: personId,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      detail: { by: input.method },
    });
    return { proved: true };
  }) as Promise<ProvedPayload>;
}

/** Checks what is slow or counted before the transaction; what is to be used up follows inside. */
type Way = (ctx: Context, limits: Limits, personId: string, answer: string) => Promise<(tx: Tx) => Promise<void>>;

const ways: Readonly<Record<ProveInput['method'], Way>> = {
  PASSWORD: async (ctx, limits, personId, answer) => {
    const account = await ctx.db.row<Account>(
      'SELECT p.email, c.password_hash FROM people p LEFT JOIN credentials c ON c.person_id = p.id WHERE p.id = $1',
      [personId],
    );
    await checkPassword(ctx, limits, account, answer, 'answer');
    return async () => undefined;
  },
  CODE: counted(async (tx, ctx, personId, answer) => takeCode(tx, personId, answer, ctx.config.secrets)),
  RECOVERY_CODE: counted(async (tx, ctx, personId, answer) => {
    const right = await takeRecoveryCode(tx, personId, answer);
    if (right) await tellSecurity(tx, ctx, personId, 'RECOVERY_CODE_USED');
    return right;
  }),
  PASSKEY: async (ctx, _limits, personId, answer) => {
    const use = await checkPasskey(ctx, 'PROVE', ctx.me?.sessionId ?? '', answer);
    if (use.passkey.person_id !== personId) return reject('PASSKEY_REFUSED');
    return (tx) => takePasskey(tx, use);
  },
};

function counted(take: (tx: Tx, ctx: Context, personId: string, answer: string) => Promise<boolean>): Way {
  return async (ctx, limits, personId, answer) => {
    if (!(await limits.secondStep.take(personId, ctx.ip))) throw new Refusal('RATE_LIMITED', { limit: 'secondStep' });
    return async (tx) => {
      if (!(await take(tx, ctx, personId, answer))) return reject('CODE_WRONG', 'answer');
    };
  };
}

interface Account {
  email: string | null;
  password_hash: string | null;
}

/** Compares the password of somebody signed in, under the limits of sign-in. @throws UserErrors CURRENT_PASSWORD_WRONG @throws Refusal RATE_LIMITED */
export async function checkPassword(ctx: Context, limits: Limits, account: Account | null, password: string, field: string): Promise<void> {
  const email = account?.email ?? '';
  if (!(await limits.signIn.take(email, ctx.ip))) throw new Refusal('RATE_LIMITED', { limit: 'signIn' });
  if (!(await passwordMatches(account?.password_hash ?? null, password.slice(0, 1_000)))) return reject('CURRENT_PASSWORD_WRONG', field);
  await limits.signIn.succeeded(email, ctx.ip);
}
