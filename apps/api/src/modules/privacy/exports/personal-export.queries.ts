import type { Context } from '../../../platform/context.js';
import { fileRecord, type FileRecord } from '../../../platform/files/records.js';
import { isUuid } from '../../../platform/ids.js';
import { retentionDays } from '../retention/rules.js';

/** `exports.kind` of an export of one's own data. */
export const PERSONAL = 'PERSONAL';

/** The file of one's own personal export while it is kept; null for anybody else's. */
export async function personalExportFile(ctx: Context, exportId: string): Promise<FileRecord | null> {
  if (!isUuid(exportId) || ctx.viewer.personId === null) return null;
  const { exports: days } = await retentionDays(ctx.db);
  const row = await ctx.db.row<{ file_id: string }>(
    `SELECT file_id FROM exports WHERE id = $1 AND kind = $2 AND state = 'DONE' AND requested_by = $3 AND finished_at > $4`,
    [exportId, PERSONAL, ctx.viewer.personId, new Date(ctx.clock.now().getTime() - days * 86_400_000)],
  );
  return row && fileRecord(ctx.db, row.file_id);
}
