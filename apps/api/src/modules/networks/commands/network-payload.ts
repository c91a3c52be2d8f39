import type { Context } from '../../../platform/context.js';
import type { Outcome } from '../../../platform/graphql/mutate.js';
import type { NetworkPayload } from '../network.inputs.js';
import { networkById, toNetwork } from '../network.queries.js';

/** The payload of a command that changed a network: the network read after the commit, or the errors. */
export async function networkPayload(ctx: Context, outcome: Outcome<{ id: string }>): Promise<NetworkPayload> {
  if (outcome.id === undefined) return { userErrors: outcome.userErrors };
  const row = await ctx.load(networkById, outcome.id);
  return { network: row && toNetwork(row), userErrors: [] };
}
