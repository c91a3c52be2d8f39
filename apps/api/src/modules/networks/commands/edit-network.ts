import { networkPage, searchText } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { Refusal } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { renderMarkdown } from '../../../platform/markdown.js';
import type { EditNetworkInput, NetworkPayload } from '../network.inputs.js';
import { authorizeNetwork } from '../network.policy.js';
import { lockNetwork, networkIdOf } from '../network.queries.js';
import { networkPayload } from './network-payload.js';

/**
 * Sets what a network's page says. Its address stays, whatever the name.
 * @throws Refusal NOT_FOUND, FORBIDDEN, or CONFLICT where somebody changed the page first
 */
export async function editNetwork(ctx: Context, input: EditNetworkInput): Promise<NetworkPayload> {
  const actorId = signedIn(ctx.viewer);
  const outcome = await mutate(ctx, async (tx) => {
    const network = await lockNetwork(ctx, tx, networkIdOf(input.id));
    await authorizeNetwork(ctx, tx, 'network.edit', network);
    const values = checked(networkPage, input);
    const updated = await tx.row(
      `UPDATE networks SET name = $3, kind = $4, professions = $5, levels = $6, purpose = $7, joining_rule = $8, lang = $9, promotion = $10, promotion_html = $11,
         search = $12, version = version + 1
       WHERE id = $1 AND version = $2 RETURNING 1`,
      [
        network.id,
        input.expectedVersion,
        values.name,
        values.kind,
        values.professions,
        values.levels,
        values.purpose,
        values.joiningRule,
        values.lang,
        values.promotion,
        renderMarkdown(values.promotion),
        searchText([values.name, values.purpose]),
      ],
    );
    if (!updated) throw new Refusal('CONFLICT');
    await audit(tx, {
      actorId,
      act: 'editNetwork',
      subjectType: 'Network',
      subjectId: network.id,
      countyId: network.county_id,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
    });
    return { id: network.id };
  });
  return networkPayload(ctx, outcome);
}
