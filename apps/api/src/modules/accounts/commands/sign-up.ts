import { rules } from '@stoa/domain';
import { z } from 'zod';
import type { Context } from '../../../platform/context.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { newId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { MailRequestedPayload, SignUpInput } from '../account.types.js';
import type { Limits } from '../limits.js';
import { refuseLookAlike } from '../look-alike.js';
import { inviteAgain } from '../people.js';
import type { PersonStatus } from '../person.entity.js';
import { issueToken } from '../tokens.js';

const rule = z.object({ name: rules.personName, email: rules.email, lang: rules.language });

/**
 * Asks for an account: a mail with a link goes out, and the account exists once the link was followed and a password chosen. Whoever has
 * an account already is told so by mail, so that the answer here is the same.
 * @throws Refusal RATE_LIMITED
 */
export function signUp(ctx: Context, limits: Limits, input: SignUpInput): Promise<MailRequestedPayload> {
  const prepare = async () => {
    const values = checked(rule, { name: input.name, email: input.email, lang: input.lang });
    if (!(await limits.signUp.use(values.email, ctx.ip))) throw new Refusal('RATE_LIMITED', { limit: 'signUp' });
    await refuseLookAlike(ctx, ctx.db, values.name, { path: 'name', personId: null });
    return values;
  };
  return prepareAndMutate(ctx, prepare, async (tx, { name, email, lang }) => {
    const now = ctx.clock.now();
    await once(tx, { actorId: null, key: input.clientMutationId, operation: 'signUp', input, now }, async () => {
      const known = await tx.row<{ id: string; status: PersonStatus }>('SELECT id, status FROM people WHERE email = $1', [email]);
      if (!known) {
        const tokenId = await issueToken(tx, { kind: 'SIGN_UP', personId: null, email, detail: { name, lang }, now });
        await publish(tx, 'SignUpRequested', { tokenId });
        return tokenId;
      }
      if (known.status === 'INVITED') return inviteAgain(tx, { personId: known.id, email, detail: {}, invitedBy: null, now });
      const requestId = newId();
      await publish(tx, 'KnownPersonSignedUp', { personId: known.id, requestId });
      return requestId;
    });
    return { requested: true };
  }) as Promise<MailRequestedPayload>;
}
