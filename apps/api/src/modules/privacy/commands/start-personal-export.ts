import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { once } from '../../../platform/database/idempotency.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { newId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { requireRecentProof } from '../../accounts/index.js';
import { exportRow, presentExport, type ExportPayload } from '../../reports/index.js';
import { PERSONAL } from '../exports/personal-export.queries.js';
import type { StartPersonalExportInput } from '../privacy.types.js';

/** Asks for everything held about the viewer, as one archive that a job writes. While one is being written it is the answer. */
export function startPersonalExport(ctx: Context, input: StartPersonalExportInput): Promise<ExportPayload> {
  return mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'profile.own', { ownerId: me });
    requireRecentProof(ctx);
    const now = ctx.clock.now();
    await tx.row('SELECT 1 FROM people WHERE id = $1 FOR NO KEY UPDATE', [me]);
    const { id } = await once(
      tx,
      { actorId: me, key: input.clientMutationId, operation: 'startPersonalExport', input: {}, now },
      async () => {
        const running = await tx.row<{ id: string }>(
          `SELECT id FROM exports WHERE requested_by = $1 AND kind = $2 AND state IN ('QUEUED', 'RUNNING')`,
          [me, PERSONAL],
        );
        if (running) return running.id;
        const exportId = newId();
        await tx.row(`INSERT INTO exports (id, kind, params, state, requested_by, requested_at) VALUES ($1, $2, '{}', 'QUEUED', $3, $4)`, [
          exportId,
          PERSONAL,
          me,
          now,
        ]);
        await publish(tx, 'PersonalExportRequested', { exportId });
        await audit(tx, {
          actorId: me,
          act: 'startPersonalExport',
          subjectType: 'Export',
          subjectId: exportId,
          at: now,
          requestId: ctx.requestId,
        });
        return exportId;
      },
    );
    const row = await exportRow(tx, id);
    return { export: row && presentExport(row) };
  }) as Promise<ExportPayload>;
}
