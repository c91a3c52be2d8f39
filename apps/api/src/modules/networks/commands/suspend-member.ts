import { suspension } from '@stoa/domain';
import { dateIn } from '../../../platform/clock.js';
import type { Context } from '../../../platform/context.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { MembershipInput, MembershipPayload, SuspendMemberInput } from '../membership.inputs.js';
import { logSuspension } from '../suspension-log.js';
import { changeMembership, rejectCoordinator, type MembershipUnderChange } from './change-membership.js';

/**
 * Lets a member read but not write until the end of a day, with a reason that the person reads. Rejects DATE_PAST, COORDINATES.
 * @throws Refusal as `changeMembership`, CONFLICT where the person is no member any more
 */
export function suspendMember(ctx: Context, input: SuspendMemberInput): Promise<MembershipPayload> {
  return changeMembership(ctx, 'suspendMember', input, async (under) => {
    const { until, reason } = checked(suspension, input);
    if (until < dateIn(under.at, ctx.config.timeZone)) reject('DATE_PAST', 'until');
    rejectCoordinator(under);
    if (under.membership.state !== 'ACTIVE') throw new Refusal('CONFLICT');
    await under.tx.row(
      `UPDATE memberships SET suspended_until = ($2::date + 1)::timestamp AT TIME ZONE $3, refusal_reason = $4, version = version + 1 WHERE id = $1`,
      [under.membership.id, until, ctx.config.timeZone, reason],
    );
    await logged('SUSPEND', under, reason);
    await publish(under.tx, 'MembershipDecided', { membershipId: under.membership.id, decision: 'SUSPENDED' });
  });
}

/** Ends a suspension at once. @throws Refusal as `changeMembership`, CONFLICT where none is in force */
export function liftSuspension(ctx: Context, input: MembershipInput): Promise<MembershipPayload> {
  return changeMembership(ctx, 'liftSuspension', input, async (under) => {
    const { tx, membership, at } = under;
    const inForce = membership.suspended_until !== null && new Date(membership.suspended_until) > at;
    if (membership.state !== 'ACTIVE' || !inForce) throw new Refusal('CONFLICT');
    await tx.row("UPDATE memberships SET suspended_until = NULL, refusal_reason = '', version = version + 1 WHERE id = $1", [
      membership.id,
    ]);
    await logged('LIFT', under, '');
  });
}

function logged(kind: 'SUSPEND' | 'LIFT', { tx, network, membership, actorId, at }: MembershipUnderChange, reason: string): Promise<void> {
  return logSuspension(tx, {
    kind,
    membershipId: membership.id,
    networkId: network.id,
    countyId: network.county_id,
    personId: membership.person_id,
    reason,
    by: actorId,
    at,
  });
}
