import { allows } from '@stoa/domain';
import type { Context } from '../../platform/context.js';
import { filePath } from '../../platform/files/records.js';
import { seeing } from '../../platform/database/sight.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import { signedIn } from '../../platform/authorize.js';
import { Refusal } from '../../platform/errors.js';
import type { ImportRunType } from './import.type.js';
import { importRunRow, RUNS, type ImportRunRow } from './import-run.js';
import { importKindNamed } from './kinds.js';
import { describeError, keyLabel } from './messages.js';

/** @throws Refusal UNAUTHENTICATED, or NOT_FOUND for a person who may not change registers */
export function mayImport(ctx: Context): string {
  const personId = signedIn(ctx.viewer);
  if (!allows(ctx.viewer, 'register.change', {})) throw new Refusal('NOT_FOUND');
  return personId;
}

/** The row as its page shows it. */
export function toImportRun(ctx: Context, row: ImportRunRow): ImportRunType {
  const { names = [], preview = [], keys = [], missing = [] } = row.headers;
  const columns = importKindNamed(row.kind)?.columns(row.params) ?? [];
  return {
    id: toGlobalId('ImportRun', row.id),
    kind: row.kind,
    state: row.state,
    fileName: row.file_name,
    fileSize: Number(row.file_size),
    encoding: row.encoding,
    separator: row.separator,
    lang: row.params.lang,
    county: row.params.county,
    columns: names.map((header, at) => ({ header, key: keys[at] ?? null, samples: preview.slice(0, 3).map((cells) => cells[at] ?? '') })),
    keys: columns.map(({ key, required, choices }) => ({ key, required, choices: [...choices], label: keyLabel(ctx.lang, key) })),
    missing,
    values: Object.entries(row.mapping.values ?? {}).flatMap(([key, texts]) =>
      Object.entries(texts).map(([text, value]) => ({ key, text, value })),
    ),
    summary: row.summary && {
      ...row.summary,
      errorsByKind: row.summary.errorsByKind.map(({ code, count, samples }) => ({
        code,
        message: describeError(ctx.lang, { code }),
        count,
        samples: samples.map(({ line, column, value }) => ({ line, column: column ?? null, value: value ?? null })),
      })),
    },
    progress: row.done,
    cancelRequested: row.cancel_requested,
    problem: row.error_code && describeError(ctx.lang, { code: row.error_code }),
    rejectsPath: row.rejects_file_id && filePath({ id: row.rejects_file_id, name: row.rejects_name ?? 'rejects.csv' }),
    requestedAt: row.requested_at,
    finishedAt: row.finished_at,
    requestedBy: row.requested_by,
  };
}

/** By global id. @throws Refusal NOT_FOUND for persons who may not change registers */
export async function importRun(ctx: Context, globalId: string): Promise<ImportRunType | null> {
  mayImport(ctx);
  const row = await ctx.db.transaction((tx) => importRunRow(tx, fromGlobalId(globalId, 'ImportRun')?.id ?? null));
  return row && toImportRun(ctx, row);
}

/** Imports, the newest first. */
export async function importRuns(ctx: Context, query: { first: number; after: string | null }): Promise<Page<ImportRunType>> {
  mayImport(ctx);
  const first = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [id] = query.after ? sealer.open(query.after) : [];
  const rows = await seeing(ctx.db, 'files', (tx) =>
    tx.rows<ImportRunRow>(`${RUNS} WHERE $1::uuid IS NULL OR r.id < $1 ORDER BY r.id DESC LIMIT $2`, [id ?? null, first + 1]),
  );
  return toPage(
    sealer,
    rows,
    first,
    (row) => [row.id],
    (row) => toImportRun(ctx, row),
    query.after !== null,
  );
}
