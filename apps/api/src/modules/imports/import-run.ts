import type { ImportKindName, ImportState, Language } from '@stoa/domain';
import type { CsvEncoding, CsvSeparator, ImportParams, ImportSummary, MappingOverrides } from '../../platform/csv/index.js';
import type { Tx } from '../../platform/database/database.js';
import { lookAt } from '../../platform/database/sight.js';

/** What a person corrected about a file; what is not here was found out. */
export interface Corrections extends MappingOverrides {
  encoding?: CsvEncoding;
  separator?: CsvSeparator;
}

/** What was found out about a file. */
export interface Findings {
  names: string[];
  preview: string[][];
  /** For each column the key it fills, or null. */
  keys: (string | null)[];
  /** Required keys that nothing fills. */
  missing: string[];
}

/** The row of an import. */
export interface ImportRunRow {
  id: string;
  kind: ImportKindName;
  state: ImportState;
  file_id: string;
  file_name: string;
  file_size: string;
  storage_key: string;
  encoding: string;
  separator: string;
  headers: Partial<Findings>;
  mapping: Corrections;
  params: ImportParams & { lang: Language | null };
  summary: ImportSummary | null;
  done: number;
  rejects_file_id: string | null;
  rejects_name: string | null;
  cancel_requested: boolean;
  error_code: string | null;
  requested_by: string;
  requested_at: string;
  finished_at: string | null;
}

/** Reads names of files, too: only where the transaction says so. */
export const RUNS = `SELECT r.id, r.kind, r.state, r.file_id, f.name AS file_name, f.size AS file_size, f.storage_key, r.encoding, r.separator, r.headers, r.mapping, r.params, r.summary, r.done,
    r.rejects_file_id, rf.name AS rejects_name, r.cancel_requested, r.error_code, r.requested_by, r.requested_at, r.finished_at
  FROM import_runs r JOIN files f ON f.id = r.file_id LEFT JOIN files rf ON rf.id = r.rejects_file_id`;

/** The row of an import, or null. */
export async function importRunRow(tx: Tx, id: string | null): Promise<ImportRunRow | null> {
  await lookAt(tx, 'files');
  return tx.row<ImportRunRow>(`${RUNS} WHERE r.id = $1`, [id]);
}
