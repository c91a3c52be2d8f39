import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { Refusal } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { affiliationsOf, applicantFacts } from '../applicant.queries.js';
import type { MembershipPayload, OwnMembershipInput } from '../membership.inputs.js';
import { lockOpenMembership, moveMembership } from '../membership.store.js';
import { lockNetwork, networkIdOf } from '../network.queries.js';
import { membershipPayload } from './membership-payload.js';

/** What a person does with a membership of their own. */
export type OwnAct = 'LEAVE' | 'WITHDRAW' | 'ACCEPT' | 'DECLINE';

/** In which state of the membership each act is for the person to do: an invitation is withdrawn by those who admit. */
const STATE = { LEAVE: 'ACTIVE', WITHDRAW: 'REQUESTED', ACCEPT: 'INVITED', DECLINE: 'INVITED' } as const;

/** Names of the acts in the audit log. */
const NAME = {
  LEAVE: 'leaveNetwork',
  WITHDRAW: 'withdrawJoinRequest',
  ACCEPT: 'acceptNetworkInvitation',
  DECLINE: 'declineNetworkInvitation',
} as const;

/**
 * Leaves a network, takes back a request, or answers an invitation.
 * @throws Refusal NOT_FOUND where the person has no open membership there, CONFLICT where it changed first
 */
export async function changeOwnMembership(ctx: Context, act: OwnAct, input: OwnMembershipInput): Promise<MembershipPayload> {
  const personId = signedIn(ctx.viewer);
  const outcome = await mutate(ctx, async (tx) => {
    const network = await lockNetwork(ctx, tx, networkIdOf(input.networkId));
    const open = await lockOpenMembership(tx, network.id, personId);
    if (!open) throw new Refusal('NOT_FOUND');
    if (open.version !== input.expectedVersion || open.state !== STATE[act]) throw new Refusal('CONFLICT');
    const schoolId = act === 'ACCEPT' ? applicantFacts(await affiliationsOf(tx, personId), network).schoolId : null;
    const at = ctx.clock.now();
    await moveMembership(tx, open, act, { at, decidedBy: null, schoolId });
    await audit(tx, {
      actorId: personId,
      act: NAME[act],
      subjectType: 'Membership',
      subjectId: open.id,
      countyId: network.county_id,
      at,
      requestId: ctx.requestId,
    });
    return { networkId: network.id, ids: [open.id] };
  });
  return membershipPayload(ctx, outcome);
}
