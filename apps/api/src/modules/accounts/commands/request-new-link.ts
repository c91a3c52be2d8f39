import type { Context } from '../../../platform/context.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { MailRequestedPayload, TokenInput } from '../account.types.js';
import type { Limits } from '../limits.js';
import { inviteAgain } from '../people.js';
import { issueToken, tokenId, tokenRow, tokenState, type TokenRow } from '../tokens.js';

/**
 * Sends a new link to the address of one that expired: of an invitation or of a sign-up. Only the same address ever gets it.
 * @throws UserErrors TOKEN_UNKNOWN, TOKEN_USED
 * @throws Refusal RATE_LIMITED
 */
export function requestNewLink(ctx: Context, limits: Limits, input: TokenInput): Promise<MailRequestedPayload> {
  const now = ctx.clock.now();
  const prepare = async (): Promise<TokenRow> => {
    const id = tokenId(input.token, ctx.config.secrets);
    const row = id ? await tokenRow(ctx.db, id) : null;
    if (!row || (row.kind !== 'SIGN_UP' && row.kind !== 'INVITATION')) return reject('TOKEN_UNKNOWN', 'token');
    if (tokenState(row, now) === 'USED') return reject('TOKEN_USED', 'token');
    if (!(await limits.signUp.use(row.email, ctx.ip))) throw new Refusal('RATE_LIMITED', { limit: 'signUp' });
    return row;
  };
  return prepareAndMutate(ctx, prepare, async (tx, row) => {
    if (row.kind === 'INVITATION' && row.person_id) {
      await inviteAgain(tx, { personId: row.person_id, email: row.email, detail: row.detail, invitedBy: row.created_by, now });
    } else {
      await publish(tx, 'SignUpRequested', {
        tokenId: await issueToken(tx, { kind: 'SIGN_UP', personId: null, email: row.email, detail: row.detail, now }),
      });
    }
    return { requested: true };
  }) as Promise<MailRequestedPayload>;
}
