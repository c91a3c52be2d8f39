import type { Context } from '../../../platform/context.js';
import { endSessions, sessionCookie } from '../sessions.js';
import type { SignOutPayload } from '../sign-in.types.js';

/** Ends this session at once and forgets the cookie; signing out twice is no error. */
export async function signOut(ctx: Context): Promise<SignOutPayload> {
  if (ctx.me) await endSessions(ctx.db, ctx.me.personId, { id: ctx.me.sessionId });
  ctx.setCookie(sessionCookie(ctx.config, null));
  return { signedOut: true, userErrors: [] };
}
