import { NETWORK_YEAR, transition, type NetworkYearState } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { Refusal } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId } from '../../../platform/ids.js';
import type { ChangeNetworkYearInput, NetworkPayload } from '../network.inputs.js';
import { authorizeNetwork } from '../network.policy.js';
import { lockNetwork } from '../network.queries.js';
import { networkPayload } from './network-payload.js';

interface YearRow {
  id: string;
  network_id: string;
  year: string;
  state: NetworkYearState;
  version: number;
}

/**
 * Moves a network's year on: opens it for recruiting, starts it or concludes it.
 * @throws Refusal NOT_FOUND, FORBIDDEN, or CONFLICT where somebody moved it first or the act is not legal in its state
 */
export async function changeNetworkYear(ctx: Context, input: ChangeNetworkYearInput): Promise<NetworkPayload> {
  const actorId = signedIn(ctx.viewer);
  const outcome = await mutate(ctx, async (tx) => {
    const id = fromGlobalId(input.id, 'NetworkYear')?.id ?? null;
    const year = id && (await tx.row<YearRow>('SELECT id, network_id, year, state, version FROM network_years WHERE id = $1', [id]));
    if (!year) throw new Refusal('NOT_FOUND');
    // Years of a network change one at a time, behind its row; the year read above is compared by its version below.
    const network = await lockNetwork(ctx, tx, year.network_id);
    await authorizeNetwork(ctx, tx, 'network.changeState', network);
    const next = transition(NETWORK_YEAR, year.state, input.act);
    if (next === null) throw new Refusal('CONFLICT');
    const now = ctx.clock.now();
    const updated = await tx.row(
      `UPDATE network_years SET state = $3, concluded_at = CASE WHEN $3 = 'CONCLUDED' THEN $4::timestamptz END, version = version + 1
       WHERE id = $1 AND version = $2 RETURNING 1`,
      [year.id, input.expectedVersion, next, now],
    );
    if (!updated) throw new Refusal('CONFLICT');
    const detail = { year: year.year, from: year.state, to: next };
    await audit(tx, {
      actorId,
      act: 'changeNetworkYear',
      subjectType: 'Network',
      subjectId: network.id,
      countyId: network.county_id,
      at: now,
      requestId: ctx.requestId,
      detail,
    });
    return { id: network.id };
  });
  return networkPayload(ctx, outcome);
}
