import { audit } from '../../../platform/database/audit.js';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { prepareAndMutate } from '../../../platform/graphql/mutate.js';
import type { Limits } from '../limits.js';
import { passwordMatches } from '../passwords.js';
import type { ProvedPayload, ProveInput } from '../proof.types.js';

/**
 * Proves once more, in a session that stands, who sits before it: for some minutes it may do what `requireRecentProof` guards.
 * @throws UserErrors CURRENT_PASSWORD_WRONG @throws Refusal RATE_LIMITED after as many failures as at sign-in
 */
export function prove(ctx: Context, limits: Limits, input: ProveInput): Promise<ProvedPayload> {
  const personId = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: personId });
  const prepare = async () => {
    const account = await ctx.db.row<{ email: string | null; password_hash: string | null }>(
      'SELECT p.email, c.password_hash FROM people p LEFT JOIN credentials c ON c.person_id = p.id WHERE p.id = $1',
      [personId],
    );
    await checkPassword(ctx, limits, account, input.password ?? '', 'password');
  };
  return prepareAndMutate(ctx, prepare, async (tx) => {
    await tx.row('UPDATE sessions SET proved_at = clock_timestamp() WHERE id = $1', [ctx.me?.sessionId]);
    await audit(tx, {
      actorId: personId,
      act: 'prove',
      subjectType: 'Person',
      subjectId: personId,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
    });
    return { proved: true };
  }) as Promise<ProvedPayload>;
}

/** Compares the password of somebody signed in, under the limits of sign-in. @throws UserErrors CURRENT_PASSWORD_WRONG @throws Refusal RATE_LIMITED */
export async function checkPassword(
  ctx: Context,
  limits: Limits,
  account: { email: string | null; password_hash: string | null } | null,
  password: string,
  field: string,
): Promise<void> {
  const email = account?.email ?? '';
  if (!(await limits.signIn.take(email, ctx.ip))) throw new Refusal('RATE_LIMITED', { limit: 'signIn' });
  if (!(await passwordMatches(account?.password_hash ?? null, password.slice(0, 1_000)))) return reject('CURRENT_PASSWORD_WRONG', field);
  await limits.signIn.succeeded(email, ctx.ip);
}
