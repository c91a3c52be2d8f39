import { audit } from '../../../platform/database/audit.js';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { ChangePasswordInput, SessionsEndedPayload } from '../account.types.js';
import { factorsOf, hasFactor } from '../factors/factors.js';
import type { Limits } from '../limits.js';
import { hashChosenPassword, savePassword } from '../passwords.js';
import { requireRecentProof } from '../proof.js';
import { endSessions } from '../sessions.js';
import { checkPassword } from './prove.js';

/**
 * Changes the viewer's own password and ends the viewer's other sessions.
 * @throws UserErrors CURRENT_PASSWORD_WRONG or a rule of passwords
 * @throws Refusal RATE_LIMITED after as many wrong passwords as at sign-in
 */
export function changePassword(ctx: Context, limits: Limits, input: ChangePasswordInput): Promise<SessionsEndedPayload> {
  const personId = signedIn(ctx.viewer);
  const prepare = async () => {
    const account = await ctx.db.row<{ email: string | null; display_name: string; password_hash: string | null }>(
      'SELECT p.email, p.display_name, c.password_hash FROM people p LEFT JOIN credentials c ON c.person_id = p.id WHERE p.id = $1',
      [personId],
    );
    await checkPassword(ctx, limits, account, input.currentPassword, 'currentPassword');
    // Whoever has a second factor shows it; for everybody else the password just typed is the proof.
    if (hasFactor(await factorsOf(ctx.db, personId))) requireRecentProof(ctx);
    return hashChosenPassword('newPassword', input.newPassword, { email: account?.email ?? '', name: account?.display_name ?? '' });
  };
  return prepareAndMutate(ctx, prepare, async (tx, passwordHash) => {
    const now = ctx.clock.now();
    await savePassword(tx, personId, passwordHash, now);
    await endSessions(tx, personId, ctx.me ? { exceptId: ctx.me.sessionId } : {});
    await audit(tx, {
      actorId: personId,
      act: 'changePassword',
      subjectType: 'Person',
      subjectId: personId,
      at: now,
      requestId: ctx.requestId,
    });
    await publish(tx, 'PasswordChanged', { personId, at: now });
    return { done: true };
  }) as Promise<SessionsEndedPayload>;
}
