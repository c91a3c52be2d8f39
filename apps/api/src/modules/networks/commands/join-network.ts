import { joiningState, joinRequest } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { once } from '../../../platform/database/idempotency.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { affiliationsOf, applicantFacts } from '../applicant.queries.js';
import type { JoinNetworkInput, MembershipPayload } from '../membership.inputs.js';
import { addMembership, lockOpenMembership, moveMembership, wasTurnedAway } from '../membership.store.js';
import { isJoinable } from '../network-fields.queries.js';
import { canReadNetwork } from '../network.policy.js';
import { lockNetwork, networkIdOf } from '../network.queries.js';
import type { NetworkRow } from '../network.statement.js';
import { membershipPayload } from './membership-payload.js';

/**
 * Joins a network: by its open door, by a request to those who admit, or by accepting an invitation. Who is a member or asked already
 * gets the membership there is. Rejects NOT_RECRUITING and BY_INVITATION.
 * @throws Refusal NOT_FOUND where the viewer may not read the network
 */
export async function joinNetwork(ctx: Context, input: JoinNetworkInput): Promise<MembershipPayload> {
  const personId = signedIn(ctx.viewer);
  const outcome = await mutate(ctx, async (tx) => {
    const network = await lockNetwork(ctx, tx, networkIdOf(input.networkId));
    const { message } = checked(joinRequest, { message: input.message ?? '' });
    const { clientMutationId, ...body } = input;
    const key = { actorId: personId, key: clientMutationId, operation: 'joinNetwork', input: body, now: ctx.clock.now() };
    const { id } = await once(tx, key, () => join(ctx, tx, network, personId, message));
    return { networkId: network.id, ids: [id] };
  });
  return membershipPayload(ctx, outcome);
}

async function join(ctx: Context, tx: Tx, network: NetworkRow, personId: string, message: string): Promise<string> {
  const at = ctx.clock.now();
  const open = await lockOpenMembership(tx, network.id, personId);
  if (!canReadNetwork(ctx.viewer, network, open !== null)) throw new Refusal('NOT_FOUND');
  const { confirmedInAudience, schoolId } = applicantFacts(await affiliationsOf(tx, personId), network);
  const joined = (subjectId: string) =>
    audit(tx, {
      actorId: personId,
      act: 'joinNetwork',
      subjectType: 'Membership',
      subjectId,
      countyId: network.county_id,
      at,
      requestId: ctx.requestId,
    });
  if (open?.state === 'INVITED') {
    await moveMembership(tx, open, 'ACCEPT', { at, decidedBy: null, schoolId });
    await joined(open.id);
  }
  if (open) return open.id;
  if (!isJoinable(network)) return reject('NOT_RECRUITING');
  const doorOpen = confirmedInAudience && !(await wasTurnedAway(tx, network.id, personId));
  const state = joiningState(network.joining_rule, { confirmedInAudience: doorOpen });
  if (state === null) return reject('BY_INVITATION');
  // The network's row is locked, so nobody can have joined for this person in between.
  const id = await addMembership(tx, network, { personId, schoolId, state, message, invitedBy: null, at });
  if (id === null) throw new Refusal('CONFLICT');
  await joined(id);
  if (state === 'REQUESTED') await publish(tx, 'MembershipRequested', { membershipId: id });
  return id;
}
