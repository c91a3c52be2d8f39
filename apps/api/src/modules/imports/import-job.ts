import { IMPORT, LANGUAGES, transition, type ImportAct, type Language } from '@stoa/domain';
import {
  CsvError,
  DEFAULT_CSV_LIMITS,
  rejectsStream,
  type CsvSource,
  type ImportCommand,
  type ImportKind,
  type ImportResult,
} from '../../platform/csv/index.js';
import { dateIn } from '../../platform/clock.js';
import { Refusal } from '../../platform/errors.js';
import { recordFile } from '../../platform/files/records.js';
import { translator } from '../../platform/i18n/translate.js';
import type { JobHandlers } from '../../platform/outbox/outbox.js';
import type { Services } from '../../platform/services.js';
import { importRunRow, type ImportRunRow } from './import-run.js';
import { importKindNamed } from './kinds.js';
import { describeError, importMessages } from './messages.js';

/** Looks a file through, or imports it, as the row's state says. */
export const importJobs: JobHandlers = {
  ImportRequested: async ({ runId }, services, signal) => {
    const row = await services.db.transaction((tx) => importRunRow(tx, String(runId)));
    const kind = row && importKindNamed(row.kind);
    if (!row || !kind || (row.state !== 'CHECKING' && row.state !== 'IMPORTING')) return;
    try {
      await (row.state === 'CHECKING' ? check(services, row, kind, signal) : execute(services, row, kind, signal));
    } catch (error) {
      const code = error instanceof CsvError ? error.code : error instanceof Refusal ? 'NOT_ALLOWED' : null;
      if (code === null) throw error;
      await finish(services, row, 'FAIL', { error_code: code });
    }
  },
};

function sourceOf(services: Services, row: ImportRunRow): CsvSource {
  return {
    size: Number(row.file_size),
    async *open() {
      yield* (await services.files.get(row.storage_key)) as AsyncIterable<Uint8Array>;
    },
  };
}

/** What both steps tell the import. Progress is written when the last writing is over, and brings back a wish to stop. */
function command(
  services: Services,
  row: ImportRunRow,
  signal: AbortSignal | undefined,
): Omit<ImportCommand, 'by' | 'execute'> & { settled: () => Promise<void> } {
  const stop = new AbortController();
  signal?.addEventListener('abort', () => stop.abort());
  let written = row.done;
  let writing: Promise<void> | null = null;
  const write = async (percent: number): Promise<void> => {
    const now = await services.db.row<{ cancel_requested: boolean }>(
      'UPDATE import_runs SET done = $2, total = 100 WHERE id = $1 RETURNING cancel_requested',
      [row.id, percent],
    );
    if (now?.cancel_requested) stop.abort();
  };
  return {
    source: sourceOf(services, row),
    limits: { ...DEFAULT_CSV_LIMITS, maxBytes: services.config.maxImportBytes },
    params: row.params,
    runId: row.id,
    overrides: row.mapping,
    signal: stop.signal,
    ...(row.mapping.encoding && { encoding: row.mapping.encoding }),
    ...(row.mapping.separator && { separator: row.mapping.separator }),
    onProgress({ fraction }) {
      const percent = Math.floor(fraction * 100);
      if (writing || percent === written) return;
      written = percent;
      // A number that could not be written is no reason to end the import.
      writing = write(percent)
        .catch(() => undefined)
        .finally(() => (writing = null));
    },
    settled: async () => {
      await writing;
    },
  };
}

async function check(services: Services, row: ImportRunRow, kind: ImportKind, signal?: AbortSignal): Promise<void> {
  const { settled, ...request } = command(services, row, signal);
  const { format, mapping, missing } = await kind.inspect(request, row.params);
  const found = storable({ names: format.headers, preview: format.preview, keys: mapping.columns, missing });
  await services.db.row('UPDATE import_runs SET encoding = $2, separator = $3, headers = $4 WHERE id = $1', [
    row.id,
    format.encoding,
    format.separator,
    found,
  ]);
  if (missing.length > 0) return finish(services, row, 'FINISH_CHECK', { summary: null });
  const by = await services.viewerOf(row.requested_by);
  const result = await kind.run(services, { ...request, execute: false, by });
  await settled();
  await settle(services, row, result, 'FINISH_CHECK');
}

async function execute(services: Services, row: ImportRunRow, kind: ImportKind, signal?: AbortSignal): Promise<void> {
  const { settled, ...request } = command(services, row, signal);
  // Asked again: the appointment may have ended since the file was sent.
  const by = await services.viewerOf(row.requested_by);
  const result = await kind.run(services, { ...request, execute: true, by });
  await settled();
  await settle(services, row, result, 'FINISH');
}

async function settle(services: Services, row: ImportRunRow, result: ImportResult, act: ImportAct): Promise<void> {
  const rejects = result.errorsByLine.size > 0 ? await writeRejects(services, row, result) : null;
  await finish(services, row, result.summary.cancelled ? 'CANCEL' : act, { summary: result.summary, rejects_file_id: rejects });
}

async function finish(
  services: Services,
  row: ImportRunRow,
  act: ImportAct,
  set: Partial<Pick<ImportRunRow, 'summary' | 'rejects_file_id' | 'error_code'>>,
): Promise<void> {
  const next = transition(IMPORT, row.state, act);
  await services.db.row(
    `UPDATE import_runs SET state = $2, summary = $3, rejects_file_id = $4, error_code = $5, finished_at = $6, done = 100, total = 100, cancel_requested = false WHERE id = $1 AND state = $7`,
    [
      row.id,
      next,
      set.summary ? storable(set.summary) : null,
      set.rejects_file_id ?? null,
      set.error_code ?? null,
      services.clock.now(),
      row.state,
    ],
  );
}

/** What was found in a file as the database takes it: a file that is no text at all holds characters that none can keep. */
function storable<T>(found: T): T {
  const kept = (_key: string, value: unknown): unknown =>
    typeof value === 'string' ? value.replace(/\0|\p{Surrogate}/gu, '\uFFFD') : value;
  return JSON.parse(JSON.stringify(found, kept)) as T;
}

async function writeRejects(services: Services, row: ImportRunRow, { format, errorsByLine }: ImportResult): Promise<string> {
  const person = await services.db.row<{ lang: string }>('SELECT lang FROM people WHERE id = $1', [row.requested_by]);
  const lang: Language = LANGUAGES.find((each) => each === person?.lang) ?? 'en';
  const say = translator(importMessages, lang);
  const limits = { ...DEFAULT_CSV_LIMITS, maxBytes: services.config.maxImportBytes };
  const stream = rejectsStream({
    source: sourceOf(services, row),
    format,
    limits,
    errorsByLine,
    labels: { line: say('line'), error: say('error') },
    describe: (error) => describeError(lang, error),
  });
  const stored = await services.files.put(stream as AsyncIterable<Uint8Array>);
  const name = `${row.file_name.replace(/\.[^.]*$/, '')}-${dateIn(services.clock.now(), services.config.timeZone)}-rejects.csv`;
  return recordFile(services.db, stored, {
    name,
    mime: 'text/csv; charset=utf-8',
    subjectType: 'ImportRun',
    subjectId: row.id,
    createdBy: row.requested_by,
    at: services.clock.now(),
  });
}
