import { IMPORT, isSafeText, orNull, rules, transition, type ImportAct } from '@stoa/domain';
import { z } from 'zod';
import type { Context } from '../../../platform/context.js';
import { CSV_ENCODINGS, CSV_SEPARATORS } from '../../../platform/csv/index.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { ChangeImportInput, ImportRunInput, ImportRunPayload } from '../import.type.js';
import { mayImport, toImportRun } from '../import.queries.js';
import { importRunRow, type Corrections, type ImportRunRow } from '../import-run.js';

/** Queues the next step of an import; one at a time. */
export async function publishImport(tx: Tx, runId: string): Promise<void> {
  await publish(tx, 'ImportRequested', { runId }, { key: `import:${runId}` });
}

async function change(
  ctx: Context,
  input: ImportRunInput,
  act: ImportAct,
  work: (tx: Tx, row: ImportRunRow) => Promise<void>,
): Promise<ImportRunPayload> {
  return mutate(ctx, async (tx) => {
    const actorId = mayImport(ctx);
    const id = fromGlobalId(input.id, 'ImportRun')?.id ?? null;
    await tx.row('SELECT 1 FROM import_runs WHERE id = $1 FOR UPDATE', [id]);
    const row = await importRunRow(tx, id);
    if (!row) throw new Refusal('NOT_FOUND');
    if (transition(IMPORT, row.state, act) === null) reject('STATE_FORBIDS');
    await work(tx, row);
    await audit(tx, {
      actorId,
      act: `import.${act.toLowerCase()}`,
      subjectType: 'ImportRun',
      subjectId: row.id,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
    });
    const changed = await importRunRow(tx, row.id);
    return { importRun: changed && toImportRun(ctx, changed) };
  });
}

const restart = `UPDATE import_runs SET state = $2, mapping = $3, params = $4, summary = NULL, error_code = NULL, rejects_file_id = NULL, finished_at = NULL, done = 0, cancel_requested = false WHERE id = $1`;

/** Corrects how a file is read and mapped; it is looked through again. */
export function changeImport(ctx: Context, input: ChangeImportInput): Promise<ImportRunPayload> {
  return change(ctx, input, 'CHANGE', async (tx, row) => {
    const rule = z.object({
      encoding: z.enum(CSV_ENCODINGS).nullable(),
      separator: z.enum(CSV_SEPARATORS).nullable(),
      lang: orNull(rules.language),
      county: orNull(rules.territoryCode),
    });
    const { encoding, separator, lang, county } = checked(rule, {
      encoding: input.encoding || null,
      separator: input.separator || null,
      lang: input.lang ?? null,
      county: input.county ?? null,
    });
    if (input.columns.length > 500 || input.values.length > 500) reject('TOO_MANY');
    // Headers and cells are kept as they stand in the file, but for what the database cannot hold.
    const typed = [
      ...input.columns.flatMap(({ header, key }) => [header, key]),
      ...input.values.flatMap(({ key, text, value }) => [key, text, value]),
    ];
    if (!typed.every((text) => isSafeText(text).safe)) reject('NUL_CHARACTER', 'columns');
    const values: Record<string, Record<string, string>> = {};
    for (const { key, text, value } of input.values) if (value !== '') values[key] = { ...values[key], [text]: value };
    const corrections: Corrections = {
      columns: Object.fromEntries(input.columns.map(({ header, key }) => [header, key])),
      values,
      ...(encoding && { encoding }),
      ...(separator && { separator }),
    };
    await tx.row(restart, [row.id, 'CHECKING', corrections, { lang, county }]);
    await publishImport(tx, row.id);
  });
}

/** Imports the rows that are good. */
export function confirmImport(ctx: Context, input: ImportRunInput): Promise<ImportRunPayload> {
  return change(ctx, input, 'CONFIRM', async (tx, row) => {
    if (row.summary === null) reject('COLUMN_MISSING');
    await tx.row(restart, [row.id, 'IMPORTING', row.mapping, row.params]);
    await publishImport(tx, row.id);
  });
}

/** Stops an import; what runs ends with the batch it is in, and what was committed stays. */
export function cancelImport(ctx: Context, input: ImportRunInput): Promise<ImportRunPayload> {
  return change(ctx, input, 'CANCEL', async (tx, row) => {
    if (row.state === 'CHECKED')
      await tx.row(`UPDATE import_runs SET state = 'CANCELLED', finished_at = $2 WHERE id = $1`, [row.id, ctx.clock.now()]);
    else await tx.row('UPDATE import_runs SET cancel_requested = true WHERE id = $1', [row.id]);
  });
}
