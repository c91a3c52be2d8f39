import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { once } from '../../../platform/database/idempotency.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { newId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { requireRecentProof } from '../../accounts/index.js';
import { authorizeNetwork, lockNetwork, networkIdOf } from '../../networks/index.js';
import { exportRow, presentExport, type ExportPayload } from '../../reports/index.js';
import type { StartMemberExportInput } from './member-export.types.js';
import { MEMBERS } from './write-member-export.js';

/** Asks for the members of a network as a table. @throws Refusal NOT_FOUND, FORBIDDEN, PROOF_REQUIRED, IDEMPOTENCY_MISMATCH */
export function startMemberExport(ctx: Context, input: StartMemberExportInput): Promise<ExportPayload> {
  return mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    const network = await lockNetwork(ctx, tx, networkIdOf(input.networkId));
    await authorizeNetwork(ctx, tx, 'network.exportMembers', network);
    requireRecentProof(ctx);
    const params = { networkId: network.id, format: input.format };
    const now = ctx.clock.now();
    const { id } = await once(
      tx,
      { actorId, key: input.clientMutationId, operation: 'startMemberExport', input: params, now },
      async () => {
        const exportId = newId();
        await tx.row(`INSERT INTO exports (id, kind, params, state, requested_by, requested_at) VALUES ($1, $2, $3, 'QUEUED', $4, $5)`, [
          exportId,
          MEMBERS,
          JSON.stringify(params),
          actorId,
          now,
        ]);
        await publish(tx, 'MemberExportRequested', { exportId });
        await audit(tx, {
          actorId,
          act: 'exportMembers',
          subjectType: 'Network',
          subjectId: network.id,
          countyId: network.county_id,
          at: now,
          requestId: ctx.requestId,
          detail: { format: input.format },
        });
        return exportId;
      },
    );
    const row = await exportRow(tx, id);
    return { export: row && presentExport(row) };
  }) as Promise<ExportPayload>;
}
