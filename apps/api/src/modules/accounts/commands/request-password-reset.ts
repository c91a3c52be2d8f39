import { rules } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { MailRequestedPayload, RequestPasswordResetInput } from '../account.types.js';
import type { Limits } from '../limits.js';
import { inviteAgain } from '../people.js';
import type { PersonStatus } from '../person.entity.js';
import { issueToken } from '../tokens.js';
import { under } from './under.js';

/**
 * Mails a link for a new password, valid for an hour, which also opens an account that its person closed. An unknown or suspended address gets the same answer and no mail.
 * @throws Refusal RATE_LIMITED after three requests in an hour for one address
 */
export function requestPasswordReset(ctx: Context, limits: Limits, input: RequestPasswordResetInput): Promise<MailRequestedPayload> {
  const prepare = async () => {
    const { email } = checked(under('email', rules.email), { email: input.email });
    if (!(await limits.reset.use(email, ctx.ip))) throw new Refusal('RATE_LIMITED', { limit: 'reset' });
    return email;
  };
  return prepareAndMutate(ctx, prepare, async (tx, email) => {
    const now = ctx.clock.now();
    const person = await tx.row<{ id: string; status: PersonStatus; own: boolean }>(
      'SELECT id, status, deactivated_by = id AS own FROM people WHERE email = $1',
      [email],
    );
    if (person?.status === 'ACTIVE' || (person?.status === 'DEACTIVATED' && person.own)) {
      await publish(tx, 'PasswordResetRequested', { tokenId: await issueToken(tx, { kind: 'RESET', personId: person.id, email, now }) });
    }
    if (person?.status === 'INVITED') await inviteAgain(tx, { personId: person.id, email, detail: {}, invitedBy: null, now });
    return { requested: true };
  }) as Promise<MailRequestedPayload>;
}
