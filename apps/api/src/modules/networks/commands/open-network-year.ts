import { openableYear, type SchoolYear } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { reject } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { newId } from '../../../platform/ids.js';
import { NetworkYear } from '../network-year.entity.js';
import type { NetworkPayload, OpenNetworkYearInput } from '../network.inputs.js';
import { authorizeNetwork } from '../network.policy.js';
import { lockNetwork, networkDay, networkIdOf } from '../network.queries.js';
import type { NetworkRow } from '../network.statement.js';
import { networkPayload } from './network-payload.js';

/** Adds a proposed year to a network. */
export async function addYear(
  tx: Tx,
  network: Pick<NetworkRow, 'id' | 'county_id'>,
  year: SchoolYear,
  openedBy: string,
  at: Date,
): Promise<void> {
  await tx.manager.insert(NetworkYear, {
    id: newId(),
    networkId: network.id,
    countyId: network.county_id,
    year,
    state: 'PROPOSED',
    openedBy,
    openedAt: at,
  });
}

/**
 * Opens the next school year of a network, proposed. Rejects YEAR_OPEN where that year is open already, YEAR_NOT_NEXT where another one is next.
 * @throws Refusal NOT_FOUND, FORBIDDEN
 */
export async function openNetworkYear(ctx: Context, input: OpenNetworkYearInput): Promise<NetworkPayload> {
  const actorId = signedIn(ctx.viewer);
  const outcome = await mutate(ctx, async (tx) => {
    const network = await lockNetwork(ctx, tx, networkIdOf(input.networkId));
    await authorizeNetwork(ctx, tx, 'network.openYear', network);
    const now = ctx.clock.now();
    const { clientMutationId, ...body } = input;
    return once(tx, { actorId, key: clientMutationId, operation: 'openNetworkYear', input: body, now }, async () => {
      const years = await tx.rows<{ year: string }>('SELECT year FROM network_years WHERE network_id = $1 ORDER BY year DESC', [
        network.id,
      ]);
      if (years.some(({ year }) => year === input.year)) return reject('YEAR_OPEN', 'year');
      if (openableYear(years[0]?.year ?? null, networkDay(ctx)[1]) !== input.year) return reject('YEAR_NOT_NEXT', 'year');
      await addYear(tx, network, input.year, actorId, now);
      await audit(tx, {
        actorId,
        act: 'openNetworkYear',
        subjectType: 'Network',
        subjectId: network.id,
        countyId: network.county_id,
        at: now,
        requestId: ctx.requestId,
        detail: { year: input.year },
      });
      return network.id;
    });
  });
  return networkPayload(ctx, outcome);
}
