import { decisionReason } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import { checked } from '../../../platform/graphql/checked.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { MembershipPayload, RemoveMemberInput } from '../membership.inputs.js';
import { moveMembership } from '../membership.store.js';
import { changeMembership, rejectCoordinator } from './change-membership.js';

/** Ends a membership, with a reason that the person reads. Rejects COORDINATES. @throws Refusal as `changeMembership` */
export function removeMember(ctx: Context, input: RemoveMemberInput): Promise<MembershipPayload> {
  return changeMembership(ctx, 'removeMember', input, async (under) => {
    const { reason } = checked(decisionReason, input);
    rejectCoordinator(under);
    await moveMembership(under.tx, under.membership, 'REMOVE', { at: under.at, decidedBy: under.actorId, reason });
    await publish(under.tx, 'MembershipDecided', { membershipId: under.membership.id, decision: 'REMOVED' });
  });
}
