import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { Refusal } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import type { NetworkPayload, PromoteNetworkInput } from '../network.inputs.js';
import { authorizeNetwork } from '../network.policy.js';
import { lockNetwork, networkIdOf } from '../network.queries.js';
import { networkPayload } from './network-payload.js';

/**
 * Makes a network's page public, or takes it back.
 * @throws Refusal NOT_FOUND, FORBIDDEN, or CONFLICT where somebody changed the page first
 */
export async function promoteNetwork(ctx: Context, input: PromoteNetworkInput): Promise<NetworkPayload> {
  const actorId = signedIn(ctx.viewer);
  const outcome = await mutate(ctx, async (tx) => {
    const network = await lockNetwork(ctx, tx, networkIdOf(input.id));
    await authorizeNetwork(ctx, tx, 'network.edit', network);
    const now = ctx.clock.now();
    const updated = await tx.row(
      `UPDATE networks SET promoted_at = CASE WHEN $3::boolean THEN coalesce(promoted_at, $4::timestamptz) END, version = version + 1
       WHERE id = $1 AND version = $2 RETURNING 1`,
      [network.id, input.expectedVersion, input.promoted, now],
    );
    if (!updated) throw new Refusal('CONFLICT');
    const act = input.promoted ? 'promoteNetwork' : 'unpromoteNetwork';
    await audit(tx, {
      actorId,
      act,
      subjectType: 'Network',
      subjectId: network.id,
      countyId: network.county_id,
      at: now,
      requestId: ctx.requestId,
    });
    return { id: network.id };
  });
  return networkPayload(ctx, outcome);
}
