import { allows, parseSchoolYear } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { audit } from '../../../platform/database/audit.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { mutate, prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { requireRecentProof } from '../../accounts/index.js';
import { authorizeReport } from '../report.access.js';
import type { StartExportInput } from '../report.inputs.js';
import { readableReport } from '../report.queries.js';
import { exportRow, ownExport, presentExport, type ExportParams } from './export.queries.js';
import type { ExportPayload } from './export.types.js';

/** Asks for a file: one report, or all reports of a county and year as an archive, which asks for a recent proof. A job writes it. */
export async function startExport(ctx: Context, input: StartExportInput): Promise<ExportPayload> {
  return prepareAndMutate(
    ctx,
    () => authorizedParams(ctx, input),
    async (tx, params) => {
      const requestedBy = signedIn(ctx.viewer);
      const now = ctx.clock.now();
      const { id } = await once(
        tx,
        { actorId: requestedBy, key: input.clientMutationId, operation: 'startExport', input: params, now },
        async () => {
          const exportId = newId();
          await tx.row(
            `INSERT INTO exports (id, kind, params, state, requested_by, requested_at) VALUES ($1, 'REPORTS', $2, 'QUEUED', $3, $4)`,
            [exportId, JSON.stringify(params), requestedBy, now],
          );
          await publish(tx, 'ExportRequested', { exportId });
          await audit(tx, {
            actorId: requestedBy,
            act: 'startExport',
            subjectType: 'Export',
            subjectId: exportId,
            countyId: params.countyId ?? null,
            at: now,
            requestId: ctx.requestId,
            detail: { ...params },
          });
          return exportId;
        },
      );
      const row = await exportRow(tx, id);
      return { export: row && presentExport(row) };
    },
  );
}

async function authorizedParams(ctx: Context, input: StartExportInput): Promise<ExportParams> {
  if (input.reportId) {
    const report = await readableReport(ctx, input.reportId);
    authorizeReport(ctx.viewer, 'report.export', report);
    return { format: input.format, reportId: report.id };
  }
  const year = parseSchoolYear(input.year ?? '');
  if (!year) reject('INVALID_SCHOOL_YEAR', 'year');
  const countyId = fromGlobalId(input.countyId ?? '', 'Territory')?.id;
  const county = countyId
    ? await ctx.db.row<{ path: string[] }>(`SELECT path FROM territories WHERE id = $1 AND kind = 'COUNTY'`, [countyId])
    : null;
  if (!county || !countyId) throw new Refusal('NOT_FOUND');
  if (!allows(ctx.viewer, 'report.export', { scopes: county.path })) throw new Refusal('FORBIDDEN');
  requireRecentProof(ctx);
  return { format: input.format, countyId, year };
}

/** Asks a running export to stop; what was written is thrown away. Cancelling what is finished changes nothing. */
export async function cancelExport(ctx: Context, input: { id: string }): Promise<ExportPayload> {
  return mutate(ctx, async (tx: Tx) => {
    const row = await ownExport(ctx, input.id, tx);
    await tx.row(
      `UPDATE exports SET cancel_requested = true, state = CASE WHEN state = 'QUEUED' THEN 'CANCELLED' ELSE state END
       WHERE id = $1 AND state IN ('QUEUED', 'RUNNING')`,
      [row.id],
    );
    const changed = await exportRow(tx, row.id);
    return { export: changed && presentExport(changed) };
  });
}
