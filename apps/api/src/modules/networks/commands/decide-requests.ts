import { decisionReason } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { Refusal } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { MembershipsPayload } from '../membership.inputs.js';
import { lockMemberships, moveMembership, networkOfMemberships } from '../membership.store.js';
import { authorizeNetwork } from '../network.policy.js';
import { lockNetwork } from '../network.queries.js';
import { membershipsPayload } from './membership-payload.js';

/** The most requests that one command decides. */
const AT_ONCE = 100;

/** A decision on requests; a refusal has a reason. */
export type Decision = { act: 'ADMIT' } | { act: 'REFUSE'; reason: string };

/**
 * Admits or refuses requests of one network. One that was withdrawn or decided meanwhile is left as it is.
 * @param ids global ids
 * @throws Refusal NOT_FOUND, FORBIDDEN, BAD_REQUEST for none or more than 100, CONFLICT where none waits any more
 */
export async function decideRequests(ctx: Context, ids: readonly string[], decision: Decision): Promise<MembershipsPayload> {
  const actorId = signedIn(ctx.viewer);
  const outcome = await mutate(ctx, async (tx) => {
    const wanted = membershipIds(ids);
    const network = await lockNetwork(ctx, tx, await networkOfMemberships(tx, wanted));
    await authorizeNetwork(ctx, tx, 'network.admit', network);
    const reason = decision.act === 'REFUSE' ? checked(decisionReason, { reason: decision.reason }).reason : '';
    const at = ctx.clock.now();
    const waiting = (await lockMemberships(tx, network.id, wanted)).filter((membership) => membership.state === 'REQUESTED');
    if (waiting.length === 0) throw new Refusal('CONFLICT');
    for (const membership of waiting) {
      await moveMembership(tx, membership, decision.act, { at, decidedBy: actorId, reason });
      await publish(tx, 'MembershipDecided', { membershipId: membership.id, decision: decision.act === 'ADMIT' ? 'ADMITTED' : 'REFUSED' });
      const act = decision.act === 'ADMIT' ? 'admitMember' : 'refuseMember';
      await audit(tx, {
        actorId,
        act,
        subjectType: 'Membership',
        subjectId: membership.id,
        countyId: network.county_id,
        at,
        requestId: ctx.requestId,
      });
    }
    return { networkId: network.id, ids: wanted };
  });
  return membershipsPayload(ctx, outcome);
}

function membershipIds(ids: readonly string[]): string[] {
  const found = [...new Set(ids)].flatMap((id) => fromGlobalId(id, 'Membership')?.id ?? []);
  if (ids.length === 0 || ids.length > AT_ONCE) throw new Refusal('BAD_REQUEST', { limit: 'ids' });
  if (found.length !== new Set(ids).size) throw new Refusal('NOT_FOUND');
  return found;
}
