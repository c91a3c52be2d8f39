import { rules } from '@stoa/domain';
import { audit } from '../../../platform/database/audit.js';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { newId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { MailRequestedPayload } from '../account.types.js';
import type { EmailChangeInput } from '../email-change.types.js';
import type { Limits } from '../limits.js';
import { requireRecentProof } from '../proof.js';
import { closeLinks, issueToken } from '../tokens.js';
import { under } from './under.js';

/**
 * Asks for another e-mail address: a link goes to the new one, and nothing changes until it was followed. An address that has an account
 * gets the same answer; its owner is told by mail.
 * @throws Refusal PROOF_REQUIRED, RATE_LIMITED @throws UserErrors SAME_EMAIL or the rule of addresses
 */
export function requestEmailChange(ctx: Context, limits: Limits, input: EmailChangeInput): Promise<MailRequestedPayload> {
  const personId = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: personId });
  const prepare = async () => {
    requireRecentProof(ctx);
    const { email } = checked(under('email', rules.email), { email: input.email });
    const own = await ctx.db.row<{ email: string | null; stopped: boolean }>(
      'SELECT email, mail_stopped_at IS NOT NULL AS stopped FROM people WHERE id = $1',
      [personId],
    );
    // Whose mailbox sent mail back confirms the address anew, so that mails come again.
    if (own?.email === email && !own.stopped) return reject('SAME_EMAIL', 'email');
    if (!(await limits.signUp.use(email, ctx.ip))) throw new Refusal('RATE_LIMITED', { limit: 'signUp' });
    return email;
  };
  return prepareAndMutate(ctx, prepare, async (tx, email) => {
    const now = ctx.clock.now();
    const known = await tx.row<{ id: string }>('SELECT id FROM people WHERE email = $1 AND id <> $2', [email, personId]);
    if (known) {
      await publish(tx, 'KnownPersonSignedUp', { personId: known.id, requestId: newId() });
    } else {
      // Of two requests only the later one counts.
      await closeLinks(tx, personId, ['EMAIL_CHANGE'], now);
      const detail = ctx.me ? { sessionId: ctx.me.sessionId } : {};
      await publish(tx, 'EmailChangeRequested', { tokenId: await issueToken(tx, { kind: 'EMAIL_CHANGE', personId, email, detail, now }) });
    }
    await audit(tx, {
      actorId: personId,
      act: 'requestEmailChange',
      subjectType: 'Person',
      subjectId: personId,
      at: now,
      requestId: ctx.requestId,
    });
    return { requested: true };
  }) as Promise<MailRequestedPayload>;
}
