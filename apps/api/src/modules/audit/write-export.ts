import { allows, LANGUAGES, type Language } from '@stoa/domain';
import { dateIn } from '../../platform/clock.js';
import type { Context } from '../../platform/context.js';
import { seeing } from '../../platform/database/sight.js';
import { fileRecord, type FileRecord } from '../../platform/files/records.js';
import { translator } from '../../platform/i18n/translate.js';
import type { JobHandlers } from '../../platform/outbox/outbox.js';
import type { Services } from '../../platform/services.js';
import { exportProgress, writeExport, type ExportRow, type WrittenExport } from '../reports/index.js';
import { auditCondition, type AuditFilter } from './audit.filter.js';
import { auditRows, type AuditPlace, type AuditRow } from './audit.queries.js';
import { auditWords } from './words.js';

/** `exports.kind` of a table of the log. */
export const AUDIT = 'AUDIT';

const BATCH = 1_000;
const COLUMNS = ['at', 'actor', 'actorId', 'act', 'subjectType', 'subjectId', 'countyId', 'requestId', 'detail'] as const;

/** The file of a table of the log, for the administrator who asked for it and still is one; null for anybody else's. */
export async function auditExportFile(ctx: Context, exportId: string): Promise<FileRecord | null> {
  if (ctx.viewer.personId === null || !allows(ctx.viewer, 'audit.read', {})) return null;
  const row = await ctx.db.row<{ file_id: string }>(
    `SELECT file_id FROM exports WHERE id = $1 AND kind = $2 AND state = 'DONE' AND requested_by = $3`,
    [exportId, AUDIT, ctx.viewer.personId],
  );
  return row && fileRecord(ctx.db, row.file_id);
}

/** Writes what was asked for, batch by batch, so that memory does not grow with the log. */
export const auditExportJobs: JobHandlers = {
  AuditExportRequested: ({ exportId }, services, signal) =>
    writeExport(String(exportId), services, (row) => write(row, services, signal), signal),
};

async function write(row: ExportRow, services: Services, signal?: AbortSignal): Promise<WrittenExport> {
  const { db, clock, config } = services;
  const { filter } = row.params as unknown as { filter: AuditFilter };
  const person = await db.row<{ lang: string }>('SELECT lang FROM people WHERE id = $1', [row.requested_by]);
  const lang: Language = LANGUAGES.find((each) => each === person?.lang) ?? 'en';
  const say = translator(auditWords, lang, config.timeZone);
  // Loaded when first used, like the other writers of documents.
  const { csvText } = await import('../../platform/documents/csv.js');
  const total = await countRows(services, filter);
  let done = 0;
  async function* table(): AsyncGenerator<Buffer> {
    yield csvText([COLUMNS.map((column) => say(column))], lang, { bom: true });
    for (let after: AuditPlace | null = null; ;) {
      await exportProgress(services, row.id, Math.min(done, total), total);
      const rows: AuditRow[] = await seeing(db, 'audit', (tx) => auditRows(tx, filter, { timeZone: config.timeZone, after, limit: BATCH }));
      if (rows.length > 0) yield csvText(rows.map(cells(say('erased'))), lang);
      done += rows.length;
      after = rows.at(-1) ?? null;
      if (rows.length < BATCH) return;
    }
  }
  const stored = await services.files.put(table(), signal ? { signal } : {});
  return { stored, name: `${say('name')} ${dateIn(clock.now(), config.timeZone)}.csv`, mime: 'text/csv; charset=utf-8', done };
}

async function countRows({ db, config }: Services, filter: AuditFilter): Promise<number> {
  const values: unknown[] = [];
  const condition = auditCondition(filter, config.timeZone, (value) => `$${String(values.push(value))}`);
  const row = await seeing(db, 'audit', (tx) =>
    tx.row<{ n: number }>(`SELECT count(*)::int AS n FROM audit_log l WHERE ${condition}`, values),
  );
  return row?.n ?? 0;
}

/** A row as cells, in the order of `COLUMNS`. @param erased the word for somebody of whom nothing else is left */
function cells(erased: string): (row: AuditRow) => (string | null)[] {
  return (row) => [
    row.at,
    row.erased ? erased : row.display_name,
    row.actor_id,
    row.act,
    row.subject_type,
    row.subject_id,
    row.county_id,
    row.request_id,
    Object.keys(row.detail).length > 0 ? JSON.stringify(row.detail) : null,
  ];
}
