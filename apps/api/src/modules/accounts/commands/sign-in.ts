import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { audit } from '../../../platform/database/audit.js';
import type { Limits } from '../limits.js';
import { passwordMatches } from '../passwords.js';
import { openSession, sessionCookie } from '../sessions.js';
import type { SignInInput, SignInPayload } from '../sign-in.types.js';
import { viewerOf } from '../viewer.queries.js';

interface AccountRow {
  id: string;
  status: string;
  password_hash: string | null;
}

/**
 * Opens a session and sets its cookie. A wrong address and a wrong password get the same answer after the same work.
 * @throws Refusal RATE_LIMITED after five failures in 15 minutes for one account or address
 */
export async function signIn(ctx: Context, limits: Limits, input: SignInInput): Promise<SignInPayload> {
  const email = input.email.normalize('NFC').trim().toLowerCase();
  if (!(await limits.signIn.take(email, ctx.ip))) throw new Refusal('RATE_LIMITED', { limit: 'signIn' });
  const account = await ctx.db.row<AccountRow>(
    `SELECT p.id, p.status, c.password_hash FROM people p LEFT JOIN credentials c ON c.person_id = p.id WHERE p.email = $1`,
    [email],
  );
  const matches = await passwordMatches(account?.password_hash ?? null, input.password.slice(0, 1_000));
  if (!account || !matches || account.status !== 'ACTIVE') {
    return { userErrors: [{ code: 'SIGN_IN_FAILED', path: [], message: 'The e-mail address and the password do not match an account' }] };
  }
  await limits.signIn.succeeded(email, ctx.ip);
  const token = await ctx.db.transaction(async (tx) => {
    await audit(tx, {
      actorId: account.id,
      act: 'signIn',
      subjectType: 'Person',
      subjectId: account.id,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
    });
    return openSession(tx, account.id, ctx.userAgent);
  });
  ctx.setCookie(sessionCookie(ctx.config, token));
  return { userErrors: [], viewer: await viewerOf(ctx, account.id) };
}
