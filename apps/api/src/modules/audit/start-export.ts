import { authorize, signedIn } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { audit } from '../../platform/database/audit.js';
import { once } from '../../platform/database/idempotency.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { newId } from '../../platform/ids.js';
import { publish } from '../../platform/outbox/outbox.js';
import { requireRecentProof } from '../accounts/index.js';
import { exportRow, presentExport, type ExportPayload } from '../reports/index.js';
import { readFilter } from './audit.filter.js';
import type { StartAuditExportInput } from './audit.types.js';
import { AUDIT } from './write-export.js';

/** Asks for what a search of the log finds as a table, which a job writes. @throws Refusal NOT_FOUND, BAD_REQUEST, PROOF_REQUIRED */
export function startAuditExport(ctx: Context, input: StartAuditExportInput): Promise<ExportPayload> {
  return mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'audit.read', {});
    requireRecentProof(ctx);
    const filter = readFilter(input.filter);
    const now = ctx.clock.now();
    const { id } = await once(tx, { actorId, key: input.clientMutationId, operation: 'startAuditExport', input: filter, now }, async () => {
      const exportId = newId();
      await tx.row(`INSERT INTO exports (id, kind, params, state, requested_by, requested_at) VALUES ($1, $2, $3, 'QUEUED', $4, $5)`, [
        exportId,
        AUDIT,
        JSON.stringify({ filter }),
        actorId,
        now,
      ]);
      await publish(tx, 'AuditExportRequested', { exportId });
      await audit(tx, {
        actorId,
        act: 'exportAuditLog',
        subjectType: 'Export',
        subjectId: exportId,
        at: now,
        requestId: ctx.requestId,
        detail: { ...filter },
      });
      return exportId;
    });
    const row = await exportRow(tx, id);
    return { export: row && presentExport(row) };
  }) as Promise<ExportPayload>;
}
