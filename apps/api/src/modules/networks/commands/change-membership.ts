import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId } from '../../../platform/ids.js';
import type { MembershipInput, MembershipPayload } from '../membership.inputs.js';
import { lockMemberships, networkOfMemberships, type LockedMembership } from '../membership.store.js';
import { authorizeNetwork } from '../network.policy.js';
import { lockNetwork } from '../network.queries.js';
import type { NetworkRow } from '../network.statement.js';
import { membershipPayload } from './membership-payload.js';

/** A locked membership, its network and who changes it. */
export interface MembershipUnderChange {
  tx: Tx;
  network: NetworkRow;
  membership: LockedMembership;
  actorId: string;
  at: Date;
}

/**
 * Runs a change of one membership by somebody who admits members, and writes the audit row.
 * @param act name of the act in the audit log
 * @throws Refusal NOT_FOUND, FORBIDDEN, or CONFLICT where the membership changed first
 */
export async function changeMembership(
  ctx: Context,
  act: string,
  input: MembershipInput,
  change: (under: MembershipUnderChange) => Promise<void>,
): Promise<MembershipPayload> {
  const actorId = signedIn(ctx.viewer);
  const outcome = await mutate(ctx, async (tx) => {
    const id = fromGlobalId(input.id, 'Membership')?.id;
    if (!id) throw new Refusal('NOT_FOUND');
    const network = await lockNetwork(ctx, tx, await networkOfMemberships(tx, [id]));
    await authorizeNetwork(ctx, tx, 'network.admit', network);
    const [membership] = await lockMemberships(tx, network.id, [id]);
    if (!membership || membership.version !== input.expectedVersion) throw new Refusal('CONFLICT');
    const at = ctx.clock.now();
    await change({ tx, network, membership, actorId, at });
    await audit(tx, { actorId, act, subjectType: 'Membership', subjectId: id, countyId: network.county_id, at, requestId: ctx.requestId });
    return { networkId: network.id, ids: [id] };
  });
  return membershipPayload(ctx, outcome);
}

/** Rejects COORDINATES where the member coordinates the network: the appointment is ended first. */
export function rejectCoordinator({ network, membership }: MembershipUnderChange): void {
  if (network.coordinator_id === membership.person_id) reject('COORDINATES');
}
