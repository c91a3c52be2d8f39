import { newId } from '../ids.js';
import type { Sql } from './database.js';

/** Who did what to which record; ids only, never what was typed. */
export interface AuditEntry {
  actorId: string | null;
  act: string;
  subjectType: string;
  subjectId: string;
  countyId?: string | null;
  at: Date;
  requestId?: string;
  detail?: Record<string, unknown>;
}

/** Writes the audit row in the transaction of the change it tells of. */
export async function audit(tx: Sql, entry: AuditEntry): Promise<void> {
  await tx.row(
    `INSERT INTO audit_log (id, at, actor_id, act, subject_type, subject_id, county_id, request_id, detail)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      newId(),
      entry.at,
      entry.actorId,
      entry.act,
      entry.subjectType,
      entry.subjectId,
      entry.countyId ?? null,
      entry.requestId ?? null,
      JSON.stringify(entry.detail ?? {}),
    ],
  );
}
