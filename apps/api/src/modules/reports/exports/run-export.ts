import { dateIn } from '../../../platform/clock.js';
import { archive, type ArchiveEntry } from '../../../platform/documents/archive.js';
import { formats } from '../../../platform/documents/formats.js';
import type { Tx } from '../../../platform/database/database.js';
import { recordFile } from '../../../platform/files/records.js';
import type { Services } from '../../../platform/services.js';
import { REPORT_COLUMNS, REPORT_FROM, reportById, type ReportRow } from '../report.access.js';
import { reportDocument } from '../report-document.js';
import { exportRow, type ExportParams, type ExportRow } from './export.queries.js';

class Cancelled extends Error {}

/** Which reports an operator or a person asks for, as a stream of files. */
export interface ReportFiles {
  total: number;
  files: AsyncIterable<ArchiveEntry>;
}

/** All reports of a county and year, read one at a time so that memory does not grow with their number. */
export async function countyReportFiles(services: Services, params: ExportParams): Promise<ReportFiles> {
  const today = dateIn(services.clock.now(), services.config.timeZone);
  const ids = await services.db.rows<{ id: string }>(
    'SELECT r.id FROM annual_reports r JOIN networks n ON n.id = r.owner_id WHERE r.county_id = $1 AND r.year = $2 ORDER BY n.name, r.id',
    [params.countyId, params.year],
  );
  async function* files(): AsyncGenerator<ArchiveEntry> {
    for (const { id } of ids) {
      const row = await services.db.row<ReportRow>(`SELECT ${REPORT_COLUMNS} FROM ${REPORT_FROM} WHERE r.id = $2`, [today, id]);
      if (row)
        yield {
          name: row.network_name,
          extension: formats[params.format].extension,
          content: await formats[params.format].write(reportDocument(row, services.config.timeZone)),
        };
    }
  }
  return { total: ids.length, files: files() };
}

/** Writes the reports that were asked for. The right was asked when they were requested and is asked again at the download. */
export function runExport(payload: Record<string, unknown>, services: Services, signal?: AbortSignal): Promise<void> {
  const write = (row: ExportRow) => (row.params.reportId ? writeOne(row, services) : writeArchive(row, services, signal));
  return writeExport(String(payload['exportId']), services, write, signal);
}

/**
 * Writes a requested export and keeps its file. Runs again from the beginning after a crash, and where somebody was erased meanwhile
 * whom it may have read before; what a former run left is never shown.
 * @param write stores the content and says how far it is with `exportProgress`
 */
export async function writeExport(
  exportId: string,
  services: Services,
  write: (row: ExportRow) => Promise<WrittenExport>,
  signal?: AbortSignal,
): Promise<void> {
  const row = await exportRow(services.db, exportId);
  if (!row || row.state === 'DONE' || row.state === 'CANCELLED' || row.state === 'FAILED') return;
  try {
    let isKept = false;
    while (!isKept && (await begin(row, services))) isKept = await finish(row, services, await write(row));
  } catch (error) {
    if (signal?.aborted) throw error;
    const code = error instanceof Cancelled ? null : String((error as { code?: unknown }).code ?? 'INTERNAL');
    await services.db.row('UPDATE exports SET state = $2, error_code = $3, finished_at = $4 WHERE id = $1', [
      row.id,
      code === null ? 'CANCELLED' : 'FAILED',
      code,
      services.clock.now(),
    ]);
    if (code !== null) services.log.error({ err: error, exportId: row.id }, 'export failed');
  }
}

/** A stored export, and what its file is called. */
export interface WrittenExport {
  stored: Awaited<ReturnType<Services['files']['put']>>;
  name: string;
  mime: string;
  done: number;
}

async function writeOne(row: ExportRow, services: Services): Promise<WrittenExport> {
  const report = await reportById(services.db, row.params.reportId ?? '', dateIn(services.clock.now(), services.config.timeZone));
  if (!report) throw Object.assign(new Error('the report is gone'), { code: 'NOT_FOUND' });
  const format = formats[row.params.format];
  await exportProgress(services, row.id, 0, 1);
  const content = await format.write(reportDocument(report, services.config.timeZone));
  const stored = await services.files.put(
    (async function* () {
      yield content;
    })(),
  );
  return { stored, name: `${report.network_name} ${report.year.replace('/', '-')}.${format.extension}`, mime: format.mime, done: 1 };
}

async function writeArchive(row: ExportRow, services: Services, signal?: AbortSignal): Promise<WrittenExport> {
  const { total, files } = await countyReportFiles(services, row.params);
  let done = 0;
  async function* counted(): AsyncGenerator<ArchiveEntry> {
    for await (const file of files) {
      await exportProgress(services, row.id, done, total);
      yield file;
      done += 1;
    }
  }
  const stream = archive(counted(), { date: dateIn(services.clock.now(), services.config.timeZone), ...(signal ? { signal } : {}) });
  const stored = await services.files.put(stream, signal ? { signal } : {});
  return { stored, name: `${String(row.params.year).replace('/', '-')} ${row.params.format}.zip`, mime: 'application/zip', done: total };
}

/** Notes how far the export is, and stops it where somebody asked. @throws Cancelled */
export async function exportProgress(services: Services, id: string, done: number, total: number): Promise<void> {
  const row = await services.db.row<{ cancel_requested: boolean }>(
    'UPDATE exports SET done = $2, total = $3 WHERE id = $1 RETURNING cancel_requested',
    [id, done, total],
  );
  if (row?.cancel_requested) throw new Cancelled('cancelled');
}

/** Begins from the beginning. @returns false where it is no longer wished */
async function begin({ id }: ExportRow, { db }: Services): Promise<boolean> {
  const BEGIN = `UPDATE exports SET state = 'RUNNING', done = 0 WHERE id = $1 AND state IN ('QUEUED', 'RUNNING') RETURNING 1`;
  return (await db.row(BEGIN, [id])) !== null;
}

/** Keeps a written file. @returns false, and keeps nothing, where the export was told to begin anew */
async function finish(row: ExportRow, services: Services, file: WrittenExport): Promise<boolean> {
  const now = services.clock.now();
  const isKept = await services.db.transaction(async (tx) => {
    const running = await tx.row(`SELECT 1 FROM exports WHERE id = $1 AND state = 'RUNNING' FOR UPDATE`, [row.id]);
    if (!running) return false;
    const fileId = await recordFile(tx, file.stored, {
      name: file.name,
      mime: file.mime,
      subjectType: 'Export',
      subjectId: row.id,
      createdBy: row.requested_by,
      at: now,
    });
    await tx.row(
      `UPDATE exports SET state = CASE WHEN cancel_requested THEN 'CANCELLED' ELSE 'DONE' END, done = $3, total = $3, file_id = $2, finished_at = $4 WHERE id = $1`,
      [row.id, fileId, file.done, now],
    );
    return true;
  });
  if (!isKept) await services.files.delete(file.stored.key);
  return isKept;
}

/**
 * Tells exports that are being written to begin anew: what they have read so far is no longer so. None begins or ends until the
 * transaction does; so call it first.
 */
export async function restartExports(tx: Tx): Promise<void> {
  await tx.row('LOCK TABLE exports IN EXCLUSIVE MODE');
  await tx.row(`UPDATE exports SET state = 'QUEUED' WHERE state = 'RUNNING'`);
}
