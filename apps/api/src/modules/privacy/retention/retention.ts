import type { RetentionName } from '@stoa/domain';
import type { Sql } from '../../../platform/database/database.js';
import { seeing } from '../../../platform/database/sight.js';
import type { Services } from '../../../platform/services.js';
import { retentionRules, type RetentionRule } from './rules.js';

/** So many rows go in one statement, so that none waits long for the other. */
const BATCH = 1000;

/** What a rule would take now. */
export interface RetentionPreview {
  name: RetentionName;
  days: number;
  rows: number;
  /** When the oldest of them ended; null where there is none. */
  oldest: string | null;
}

/** The rows whose time is over, as a condition with the values it needs. */
function over({ days, ended, only, clock }: RetentionRule, services: Services): { condition: string; values: Date[] } {
  const isReal = clock === 'real';
  const now = isReal ? 'clock_timestamp()' : '$1::timestamptz';
  return {
    condition: `${ended} < ${now} - interval '${days} days'${only ? ` AND ${only}` : ''}`,
    values: isReal ? [] : [services.clock.now()],
  };
}

/** What the rules would take away, without touching it. */
export async function previewRetention(services: Services): Promise<RetentionPreview[]> {
  const rules = await retentionRules(services.db);
  return await Promise.all(
    rules.map(async (rule) => {
      const { condition, values } = over(rule, services);
      const row = await onTable(services, rule.table, (sql) =>
        sql.row<{ rows: number; oldest: string | null }>(
          `SELECT count(*)::int AS rows, min(${rule.ended}) AS oldest FROM ${rule.table} WHERE ${condition}`,
          values,
        ),
      );
      return { name: rule.name, days: rule.days, rows: row?.rows ?? 0, oldest: row?.oldest ?? null };
    }),
  );
}

/**
 * Applies the rules, batch by batch. Repeating it takes only what ended since.
 * @param told hears of each rule how many rows went by it
 */
export async function applyRules(services: Services, told: (name: RetentionName, rows: number) => Promise<void>): Promise<void> {
  for (const rule of await retentionRules(services.db)) {
    let rows = 0;
    for (let batch = BATCH; batch === BATCH; rows += batch) batch = await applyBatch(services, rule);
    await told(rule.name, rows);
  }
}

/** Reads a rule's table; files are behind the second wall. */
function onTable<T>({ db }: Services, table: string, read: (sql: Sql) => Promise<T>): Promise<T> {
  return table === 'files' ? seeing(db, 'files', read) : read(db);
}

async function applyBatch(services: Services, rule: RetentionRule): Promise<number> {
  const { condition, values } = over(rule, services);
  if (rule.act === 'delete') {
    const rows = await services.db.rows(
      `DELETE FROM ${rule.table} WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${rule.table} WHERE ${condition} LIMIT ${BATCH})) RETURNING 1`,
      values,
    );
    return rows.length;
  }
  const file = rule.act === 'removeContent' ? 'id' : 'file_id';
  const rows = await onTable(services, rule.table, (sql) =>
    sql.rows<{ id: string; file_id: string | null }>(
      `SELECT id, ${file} AS file_id FROM ${rule.table} WHERE ${condition} ORDER BY id LIMIT ${BATCH}`,
      values,
    ),
  );
  for (const { id, file_id: fileId } of rows) await removeFile(services, rule, id, fileId);
  return rows.length;
}

/** The content first: a run that is killed between finds the record again and removes what is gone already, which is no error. */
async function removeFile({ db, files, clock }: Services, { act, table }: RetentionRule, id: string, fileId: string | null): Promise<void> {
  const file = await seeing(db, 'files', (tx) => tx.row<{ storage_key: string }>('SELECT storage_key FROM files WHERE id = $1', [fileId]));
  if (file) await files.delete(file.storage_key);
  await seeing(db, 'files', async (tx) => {
    if (act === 'deleteWithFile') {
      await tx.row(`DELETE FROM ${table} WHERE id = $1`, [id]);
      await tx.row('DELETE FROM files WHERE id = $1', [fileId]);
    } else {
      await tx.row('UPDATE files SET removed_at = $2 WHERE id = $1', [fileId, clock.now()]);
      await tx.row(
        `UPDATE import_runs SET headers = headers - 'preview' WHERE id = (SELECT subject_id FROM files WHERE id = $1) AND headers ? 'preview'`,
        [fileId],
      );
    }
  });
}
