import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import type { MembershipInput, MembershipPayload } from '../membership.inputs.js';
import { moveMembership } from '../membership.store.js';
import { changeMembership } from './change-membership.js';

/** Takes back an invitation that was not answered. @throws Refusal as `changeMembership`, CONFLICT where it was answered */
export function withdrawInvitation(ctx: Context, input: MembershipInput): Promise<MembershipPayload> {
  return changeMembership(ctx, 'withdrawInvitation', input, async ({ tx, membership, actorId, at }) => {
    if (membership.state !== 'INVITED') throw new Refusal('CONFLICT');
    await moveMembership(tx, membership, 'WITHDRAW', { at, decidedBy: actorId });
  });
}
