import { rules } from '@stoa/domain';
import { z } from 'zod';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { newId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { authorizeNetwork } from '../network.policy.js';
import { lockNetwork, networkIdOf } from '../network.queries.js';
import type { NetworkRow } from '../network.statement.js';
import type { WriteToMembersInput, WriteToMembersPayload } from './letter.types.js';

const fields = z.object({ subject: rules.title, body: rules.networkPurpose, lang: rules.language });

/** So many letters a network sends in a day; who gets more reads none. */
const A_DAY = 3;

/**
 * Writes to all members of a network, one mail each, which jobs send. Repeating it with the same key sends it once.
 * @throws Refusal NOT_FOUND, FORBIDDEN, RATE_LIMITED after three letters within a day, IDEMPOTENCY_MISMATCH
 */
export function writeToMembers(ctx: Context, input: WriteToMembersInput): Promise<WriteToMembersPayload> {
  return mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    const network = await lockNetwork(ctx, tx, networkIdOf(input.networkId));
    await authorizeNetwork(ctx, tx, 'network.message', network);
    const values = checked(fields, input);
    const now = ctx.clock.now();
    const { id } = await once(tx, { actorId, key: input.clientMutationId, operation: 'writeToMembers', input, now }, () =>
      send(ctx, tx, network, { ...values, actorId, now }),
    );
    const letter = await tx.row<{ recipients: number }>('SELECT recipients FROM network_letters WHERE id = $1', [id]);
    return { recipients: letter?.recipients ?? null };
  });
}

type Letter = z.output<typeof fields> & { actorId: string; now: Date };

async function send(ctx: Context, tx: Tx, network: NetworkRow, { subject, body, lang, actorId, now }: Letter): Promise<string> {
  const sent = await tx.row<{ n: number }>(
    "SELECT count(*)::int AS n FROM network_letters WHERE network_id = $1 AND sent_at > $2::timestamptz - interval '1 day'",
    [network.id, now],
  );
  if ((sent?.n ?? 0) >= A_DAY) throw new Refusal('RATE_LIMITED', { limit: 'networkLetters' });
  const id = newId();
  await tx.row(
    `INSERT INTO network_letters (id, network_id, county_id, subject, body, lang, recipients, sent_by, sent_at)
     SELECT $1, $2, $3, $4, $5, $6, (SELECT count(*) FROM memberships WHERE network_id = $2 AND state = 'ACTIVE' AND person_id <> $7), $7, $8`,
    [id, network.id, network.county_id, subject, body, lang, actorId, now],
  );
  await publish(tx, 'MembersWrittenTo', { letterId: id });
  await audit(tx, {
    actorId,
    act: 'writeToMembers',
    subjectType: 'Network',
    subjectId: network.id,
    countyId: network.county_id,
    at: now,
    requestId: ctx.requestId,
  });
  return id;
}
