import { allows } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import { fileRecord, type FileRecord } from '../../../platform/files/records.js';
import { canReadReport, reportById, reportTarget } from '../report.access.js';
import { today } from '../report.queries.js';
import { exportRow } from './export.queries.js';

/** A finished export's file, for the person who asked for it and still has the right; null otherwise. */
export async function exportFile(ctx: Context, exportId: string): Promise<FileRecord | null> {
  const row = await exportRow(ctx.db, exportId);
  if (!row || row.state !== 'DONE' || row.requested_by !== ctx.viewer.personId || !row.file_id) return null;
  if (!(await mayStillExport(ctx, row.params))) return null;
  return fileRecord(ctx.db, row.file_id);
}

async function mayStillExport(ctx: Context, params: { reportId?: string; countyId?: string }): Promise<boolean> {
  if (params.reportId) {
    const report = await reportById(ctx.db, params.reportId, today(ctx));
    return report !== null && canReadReport(ctx.viewer, report) && allows(ctx.viewer, 'report.export', reportTarget(report));
  }
  const county = await ctx.db.row<{ path: string[] }>('SELECT path FROM territories WHERE id = $1', [params.countyId ?? null]);
  return county !== null && allows(ctx.viewer, 'report.export', { scopes: county.path });
}
