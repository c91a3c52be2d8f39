import { createHash, randomBytes } from 'node:crypto';
import { newId } from '../ids.js';
import type { Sql } from './database.js';

/** The act of an entry that tells what a walk through the whole log found. */
export const VERIFY_ACT = 'verifyAudit';

/** The id of the log itself, for entries about it. */
export const WHOLE_LOG = '00000000-0000-0000-0000-000000000000';

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
  /** Values that name a person, such as an address before and after. They stand beside the log and go when the person is erased. */
  personal?: { personId: string; values: Record<string, unknown> };
}

/**
 * Writes the audit row in the transaction of the change it tells of. The database gives it its place in a chain of hashes; of personal
 * values the row holds a salted digest alone, so that erasing them breaks nothing.
 */
export async function audit(tx: Sql, entry: AuditEntry): Promise<void> {
  const id = newId();
  const { personal } = entry;
  const [salt, content] = [randomBytes(16), JSON.stringify(personal?.values ?? {})];
  await tx.row(
    `INSERT INTO audit_log (id, at, actor_id, act, subject_type, subject_id, county_id, request_id, detail, personal_digest)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      entry.at,
      entry.actorId,
      entry.act,
      entry.subjectType,
      entry.subjectId,
      entry.countyId ?? null,
      entry.requestId ?? null,
      JSON.stringify(entry.detail ?? {}),
      personal ? personalDigest(salt, content) : null,
    ],
  );
  if (!personal) return;
  await tx.row('INSERT INTO audit_personal (audit_id, person_id, salt, content) VALUES ($1, $2, $3, $4)', [
    id,
    personal.personId,
    salt,
    content,
  ]);
}

/** Writes the same entry about each of several records, in one statement. */
export async function auditEach(
  tx: Sql,
  { actorId, act, subjectType, at, requestId }: Omit<AuditEntry, 'subjectId' | 'countyId' | 'detail' | 'personal'>,
  subjectIds: readonly string[],
): Promise<void> {
  await tx.row(
    `INSERT INTO audit_log (id, at, actor_id, act, subject_type, subject_id, request_id)
     SELECT n.id, $3, $4, $5, $6, n.subject_id, $7 FROM unnest($1::uuid[], $2::uuid[]) AS n (id, subject_id)`,
    [subjectIds.map(() => newId()), subjectIds, at, actorId, act, subjectType, requestId ?? null],
  );
}

/** What the log holds of personal values; without the salt nobody can try values against it. */
export function personalDigest(salt: Buffer, content: string): Buffer {
  return createHash('sha256').update(salt).update(content).digest();
}

/** Erases a person's values beside the log, with their salts. The log itself stays whole. @returns how many rows had some */
export async function eraseAuditPersonal(tx: Sql, personId: string): Promise<number> {
  const rows = await tx.rows('DELETE FROM audit_personal WHERE person_id = $1 RETURNING 1', [personId]);
  return rows.length;
}
