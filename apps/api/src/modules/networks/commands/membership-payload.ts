import { allows } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import type { Outcome } from '../../../platform/graphql/mutate.js';
import type { MembershipPayload, MembershipsPayload } from '../membership.inputs.js';
import { membershipsById, toMembership } from '../membership.queries.js';
import { networkTarget } from '../network.policy.js';
import { networkById, toNetwork } from '../network.queries.js';

/** What a command changed, by id. */
export type Changed = { networkId: string; ids: string[] };

/** The payload of a command on several memberships of one network, read after the commit, or the errors. */
export async function membershipsPayload(ctx: Context, outcome: Outcome<Changed>): Promise<MembershipsPayload> {
  if (outcome.networkId === undefined) return { userErrors: outcome.userErrors };
  const network = await ctx.load(networkById, outcome.networkId);
  const rows = await membershipsById(ctx, outcome.ids);
  const admits = network !== null && allows(ctx.viewer, 'network.admit', networkTarget(network));
  return {
    memberships: rows.map((row) => toMembership(row, admits || row.person_id === ctx.viewer.personId)),
    network: network && toNetwork(network),
    userErrors: [],
  };
}

/** The payload of a command on one membership. */
export async function membershipPayload(ctx: Context, outcome: Outcome<Changed>): Promise<MembershipPayload> {
  const { memberships, ...rest } = await membershipsPayload(ctx, outcome);
  return memberships ? { ...rest, membership: memberships[0] ?? null } : rest;
}
