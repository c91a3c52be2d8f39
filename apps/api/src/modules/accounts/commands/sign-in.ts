import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { audit } from '../../../platform/database/audit.js';
import { admit, browserHash, setCookies } from '../admission.js';
import type { Limits } from '../limits.js';
import { passwordMatches } from '../passwords.js';
import type { SignInInput, SignInPayload } from '../sign-in.types.js';
import { viewerOf } from '../viewer.queries.js';

interface AccountRow {
  id: string;
  status: string;
  password_hash: string | null;
  known_browser: boolean;
}

/**
 * Opens a session and sets its cookie, or asks for the second step. A wrong address and a wrong password get the same answer after the same work.
 * @throws Refusal RATE_LIMITED after five failures in 15 minutes for one account or address
 */
export async function signIn(ctx: Context, limits: Limits, input: SignInInput): Promise<SignInPayload> {
  const email = input.email.normalize('NFC').trim().toLowerCase();
  const browser = browserHash(ctx);
  const account = await ctx.db.row<AccountRow>(
    `SELECT p.id, p.status, c.password_hash,
       EXISTS (SELECT 1 FROM known_browsers b WHERE b.person_id = p.id AND b.browser_hash = $2) AS known_browser
     FROM people p LEFT JOIN credentials c ON c.person_id = p.id WHERE p.email = $1`,
    [email, browser],
  );
  const known = account?.known_browser ? browser : null;
  if (!(await limits.signIn.take(email, ctx.ip, known))) throw new Refusal('RATE_LIMITED', { limit: 'signIn' });
  const matches = await passwordMatches(account?.password_hash ?? null, input.password.slice(0, 1_000));
  if (!account || !matches || account.status !== 'ACTIVE') {
    return { userErrors: [{ code: 'SIGN_IN_FAILED', path: [], message: 'The e-mail address and the password do not match an account' }] };
  }
  await limits.signIn.succeeded(email, ctx.ip, known);
  const admission = await ctx.db.transaction(async (tx) => {
    const admitted = await admit(tx, ctx, account.id, false);
    if (!admitted.secondStep) await auditSignIn(tx, ctx, account.id, 'PASSWORD');
    return admitted;
  });
  setCookies(ctx, admission);
  if (admission.secondStep) return { userErrors: [], secondStep: admission.secondStep };
  return { userErrors: [], viewer: await viewerOf(ctx, account.id) };
}

/** Notes that somebody signed in, and by what. */
export function auditSignIn(tx: Parameters<typeof audit>[0], ctx: Context, personId: string, by: string): Promise<void> {
  return audit(tx, {
    actorId: personId,
    act: 'signIn',
    subjectType: 'Person',
    subjectId: personId,
    at: ctx.clock.now(),
    requestId: ctx.requestId,
    detail: { by },
  });
}
