import type { ExportFormat } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Sql } from '../../../platform/database/database.js';
import { Refusal } from '../../../platform/errors.js';
import { fromGlobalId, toGlobalId } from '../../../platform/ids.js';
import type { ExportState, ExportType } from './export.types.js';

/** What was asked for: one report, or a county's year. Ids only. */
export interface ExportParams {
  format: ExportFormat;
  reportId?: string;
  countyId?: string;
  year?: string;
}

/** An export with its owner. */
export interface ExportRow {
  id: string;
  params: ExportParams;
  state: ExportState;
  done: number;
  total: number;
  file_id: string | null;
  error_code: string | null;
  cancel_requested: boolean;
  requested_by: string;
}

/** One export, or null. */
export function exportRow(sql: Sql, id: string): Promise<ExportRow | null> {
  return sql.row<ExportRow>(
    'SELECT id, params, state, done, total, file_id, error_code, cancel_requested, requested_by FROM exports WHERE id = $1',
    [id],
  );
}

/** An export as its page shows it. */
export function presentExport(row: ExportRow): ExportType {
  return {
    id: toGlobalId('Export', row.id),
    state: row.state,
    done: row.done,
    total: row.total,
    url: row.state === 'DONE' ? `/exports/${row.id}` : null,
    errorCode: row.error_code,
  };
}

/** One's own export. @throws Refusal NOT_FOUND for anybody else's */
export async function ownExport(ctx: Context, globalId: string, sql: Sql = ctx.db): Promise<ExportRow> {
  const id = fromGlobalId(globalId, 'Export')?.id;
  const row = id ? await exportRow(sql, id) : null;
  if (!row || row.requested_by !== signedIn(ctx.viewer)) throw new Refusal('NOT_FOUND');
  return row;
}
