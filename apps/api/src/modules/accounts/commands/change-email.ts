import { audit } from '../../../platform/database/audit.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { reject } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { TokenInput } from '../account.types.js';
import type { EmailChangedPayload } from '../email-change.types.js';
import { endSessions } from '../sessions.js';
import { closeLinks, issueToken, type TokenRow } from '../tokens.js';
import { lockToken } from './open-token.js';

/**
 * Gives an account the address that a mailed link proves. Every session ends but the one that asked, and the old address gets a link
 * that takes the change back. The link signs nobody in.
 * @throws UserErrors TOKEN_UNKNOWN, TOKEN_USED, TOKEN_EXPIRED, ALREADY_REGISTERED
 */
export function confirmEmailChange(ctx: Context, input: TokenInput): Promise<EmailChangedPayload> {
  return mutate(ctx, async (tx) => {
    const now = ctx.clock.now();
    const token = await lockToken(tx, ctx, input.token, 'EMAIL_CHANGE');
    const { personId, before } = await replaceAddress(tx, token, now);
    // What was mailed to the old address opens nothing any more.
    await closeLinks(tx, personId, ['RESET', 'EMAIL_CHANGE'], now);
    await endSessions(tx, personId, token.detail.sessionId ? { exceptId: token.detail.sessionId } : {});
    if (before && before !== token.email) {
      const tokenId = await issueToken(tx, { kind: 'EMAIL_UNDO', personId, email: before, now });
      await publish(tx, 'EmailChanged', { tokenId });
    }
    await record(tx, ctx, 'changeEmail', { personId, before, after: token.email }, now);
    return { email: token.email };
  }) as Promise<EmailChangedPayload>;
}

/**
 * Gives an account its old address back, by the link that the old address got. Every session ends: whoever changed the address may sit
 * in one. A link for a new password goes to the old address.
 * @throws UserErrors TOKEN_UNKNOWN, TOKEN_USED, TOKEN_EXPIRED, ALREADY_REGISTERED
 */
export function undoEmailChange(ctx: Context, input: TokenInput): Promise<EmailChangedPayload> {
  return mutate(ctx, async (tx) => {
    const now = ctx.clock.now();
    const token = await lockToken(tx, ctx, input.token, 'EMAIL_UNDO');
    const { personId, before } = await replaceAddress(tx, token, now);
    await closeLinks(tx, personId, ['RESET', 'EMAIL_CHANGE'], now);
    // Nor do links to addresses that came later; that of an address before stays, so that no thief's undo outlasts the owner's.
    await closeLinks(tx, personId, ['EMAIL_UNDO'], now, token.id);
    await endSessions(tx, personId);
    const reset = await issueToken(tx, { kind: 'RESET', personId, email: token.email, now });
    await publish(tx, 'PasswordResetRequested', { tokenId: reset });
    await record(tx, ctx, 'undoEmailChange', { personId, before, after: token.email }, now);
    return { email: token.email };
  }) as Promise<EmailChangedPayload>;
}

/** Puts a token's address in place of the person's. An address that somebody took meanwhile is told: the link proves the mailbox. */
async function replaceAddress(tx: Tx, token: TokenRow, now: Date): Promise<{ personId: string; before: string | null }> {
  // One after the other for one address: of two accounts that are given it at once the second finds it taken.
  await tx.row('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [token.email]);
  const person = await tx.row<{ id: string; email: string | null }>(
    `SELECT id, email FROM people WHERE id = $1 AND status <> 'INVITED' FOR NO KEY UPDATE`,
    [token.person_id],
  );
  if (!person) return reject('TOKEN_UNKNOWN', 'token');
  if (await tx.row('SELECT 1 FROM people WHERE email = $1 AND id <> $2', [token.email, person.id])) return reject('ALREADY_REGISTERED');
  await tx.row(
    `UPDATE people SET email = $2, email_confirmed_at = $3, mail_bounces = 0, mail_stopped_at = NULL, version = version + 1 WHERE id = $1`,
    [person.id, token.email, now],
  );
  return { personId: person.id, before: person.email };
}

/** The addresses stand beside the log, so that they can be erased. */
function record(
  tx: Tx,
  ctx: Context,
  act: string,
  { personId, ...values }: { personId: string; before: string | null; after: string },
  now: Date,
): Promise<void> {
  const personal = { personId, values };
  return audit(tx, { actorId: personId, act, subjectType: 'Person', subjectId: personId, at: now, requestId: ctx.requestId, personal });
}
