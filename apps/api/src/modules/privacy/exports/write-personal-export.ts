import { LANGUAGES, type Language } from '@stoa/domain';
import { dateIn } from '../../../platform/clock.js';
import { seeing } from '../../../platform/database/sight.js';
import { archive, type ArchiveEntry } from '../../../platform/documents/archive.js';
import { translator } from '../../../platform/i18n/translate.js';
import type { Services } from '../../../platform/services.js';
import { exportProgress, writeExport, type WrittenExport } from '../../reports/index.js';
import { classification } from '../columns/index.js';
import { filesToExport, type StoredFile } from '../files.queries.js';
import { tellPerson } from '../mails.js';
import { personalRows, personalTables } from '../personal-data.js';
import { retentionDays } from '../retention/rules.js';
import { privacyWords } from '../words/index.js';
import { personalHtml, type TableRows } from './personal-html.js';

/** Raised whenever a reader of the JSON form would have to change. */
const EXPORT_VERSION = 1;

/** Writes everything held about a person: `data.json`, the same as a page, and the files the person sent. */
export async function runPersonalExport(payload: Record<string, unknown>, services: Services, signal?: AbortSignal): Promise<void> {
  const exportId = String(payload['exportId']);
  await writeExport(exportId, services, (row) => write(row.id, row.requested_by, services, signal), signal);
  const done = await services.db.row<{ requested_by: string; finished_at: string }>(
    `SELECT requested_by, finished_at FROM exports WHERE id = $1 AND state = 'DONE'`,
    [exportId],
  );
  if (!done) return;
  const { exports: days } = await retentionDays(services.db);
  const until = new Date(Date.parse(done.finished_at) + days * 86_400_000);
  await tellPerson(services, done.requested_by, `personal-export-${exportId}`, 'ready', { until });
}

async function write(exportId: string, personId: string, services: Services, signal?: AbortSignal): Promise<WrittenExport> {
  const { db, clock, config } = services;
  const person = await db.row<{ display_name: string; lang: string }>('SELECT display_name, lang FROM people WHERE id = $1', [personId]);
  const lang: Language = LANGUAGES.find((each) => each === person?.lang) ?? 'en';
  const say = translator(privacyWords, lang, config.timeZone);
  const sources = personalTables(classification);
  const files = await filesToExport(db, personId);
  const total = sources.length + files.length;
  let done = 0;
  const step = () => exportProgress(services, exportId, done++, total);
  async function* entries(): AsyncGenerator<ArchiveEntry> {
    const tables: TableRows[] = [];
    for (const source of sources) {
      await step();
      tables.push({ table: source.table, rule: source.rule, rows: await seeing(db, 'all', (tx) => personalRows(tx, source, personId)) });
    }
    const at = clock.now();
    const held = tables.map(({ table, rule, rows }) => ({ table, purpose: rule.purpose, rows }));
    const json = { version: EXPORT_VERSION, personId, exportedAt: at.toISOString(), held };
    yield { name: 'data', extension: 'json', content: Buffer.from(`${JSON.stringify(json, null, 2)}\n`) };
    const html = personalHtml(
      { lang, say, timeZone: config.timeZone, days: await retentionDays(db) },
      { name: person?.display_name ?? '', at },
      tables,
      files.map(({ name }) => name),
    );
    yield { name: 'data', extension: 'html', content: Buffer.from(html) };
    for (const file of files) {
      await step();
      yield fileEntry(services, file, say('export.folder'));
    }
  }
  const stream = archive(entries(), { date: dateIn(clock.now(), config.timeZone), ...(signal ? { signal } : {}) });
  const stored = await services.files.put(stream, signal ? { signal } : {});
  return { stored, name: `${say('export.name')}.zip`, mime: 'application/zip', done: total };
}

function fileEntry({ files }: Services, { name, storage_key: key }: StoredFile, folder: string): ArchiveEntry {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, 'bin'];
  async function* content(): AsyncGenerator<Uint8Array> {
    yield* (await files.get(key)) as AsyncIterable<Uint8Array>;
  }
  return { name: `${folder}/${stem}`, extension, content: content() };
}
