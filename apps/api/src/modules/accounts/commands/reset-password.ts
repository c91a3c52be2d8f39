import { audit } from '../../../platform/database/audit.js';
import type { Context } from '../../../platform/context.js';
import { reject } from '../../../platform/errors.js';
import { prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { ResetPasswordInput, SignedInPayload } from '../account.types.js';
import { admit, setCookies } from '../admission.js';
import { hashChosenPassword, savePassword } from '../passwords.js';
import { endSessions } from '../sessions.js';
import { useTokens } from '../tokens.js';
import { viewerOf } from '../viewer.queries.js';
import { lockToken, readToken } from './open-token.js';

/**
 * Sets a new password by a mailed link, opens an account that its person closed, ends every session of the person and opens one here,
 * after the second step where there is one.
 * @throws UserErrors TOKEN_UNKNOWN, TOKEN_USED, TOKEN_EXPIRED or a rule of passwords
 */
export async function resetPassword(ctx: Context, input: ResetPasswordInput): Promise<SignedInPayload> {
  const prepare = async () => {
    const { email, person_id } = await readToken(ctx, input.token, 'RESET');
    const owner = await ctx.db.row<{ display_name: string }>('SELECT display_name FROM people WHERE id = $1', [person_id]);
    return hashChosenPassword('password', input.password, { email, name: owner?.display_name ?? '' });
  };
  const outcome = await prepareAndMutate(ctx, prepare, async (tx, passwordHash) => {
    const now = ctx.clock.now();
    const token = await lockToken(tx, ctx, input.token, 'RESET');
    // Whoever closed the own account opens it again.
    const person = await tx.row<{ id: string }>(
      `UPDATE people SET status = 'ACTIVE', deactivated_by = NULL, version = version + (status <> 'ACTIVE')::int
       WHERE id = $1 AND (status = 'ACTIVE' OR (status = 'DEACTIVATED' AND deactivated_by = id)) RETURNING id`,
      [token.person_id],
    );
    if (!person) return reject('TOKEN_UNKNOWN', 'token');
    await savePassword(tx, person.id, passwordHash, now);
    await useTokens(tx, 'RESET', token.email, now);
    await endSessions(tx, person.id);
    await audit(tx, {
      actorId: person.id,
      act: 'resetPassword',
      subjectType: 'Person',
      subjectId: person.id,
      at: now,
      requestId: ctx.requestId,
    });
    await publish(tx, 'PasswordChanged', { personId: person.id, at: now });
    return { personId: person.id, admission: await admit(tx, ctx, person.id, false) };
  });
  if (outcome.admission === undefined) return { userErrors: outcome.userErrors };
  setCookies(ctx, outcome.admission);
  if (outcome.admission.secondStep) return { secondStep: outcome.admission.secondStep, userErrors: [] };
  return { viewer: await viewerOf(ctx, outcome.personId), landing: '/home', userErrors: [] };
}
