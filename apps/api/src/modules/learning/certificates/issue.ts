import { randomBytes } from 'node:crypto';
import { certificateCode, LANGUAGES } from '@stoa/domain';
import type { Tx } from '../../../platform/database/database.js';
import { audit } from '../../../platform/database/audit.js';
import { newId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { Services } from '../../../platform/services.js';
import { ownerName, type OwnerColumns } from '../../resources/index.js';

/** What a certificate says, whatever it was given for. */
export interface CertificateFacts {
  personId: string;
  /** What was completed; one certificate for each person and subject. */
  subjectType: string;
  subjectId: string;
  owner: OwnerColumns;
  title: string;
  lang: string;
  minutes: number;
  completedAt: Date;
}

/**
 * Issues a certificate, once for a person and a subject; one that was revoked stays revoked.
 * @returns its id, or null where there is one already, or nobody whose name could stand in it
 */
export async function issueCertificate(tx: Tx, facts: CertificateFacts, now: Date): Promise<string | null> {
  const { owner } = facts;
  const id = newId();
  const lang = LANGUAGES.find((each) => each === facts.lang) ?? 'en';
  const issued = await tx.row(
    `INSERT INTO certificates (id, code, person_id, subject_type, subject_id, territory_id, network_id, structure_id, centre_id, school_id, state,
       person_name, title, lang, issuer, minutes, completed_at, issued_at)
     SELECT $1, $2, p.id, $4, $5, $6, $7, $8, $9, $10, 'ISSUED', p.display_name, $11, $12, $13, $14, $15, $16 FROM people p
     WHERE p.id = $3 AND p.status IN ('ACTIVE', 'SUSPENDED') ON CONFLICT (person_id, subject_type, subject_id) DO NOTHING RETURNING 1`,
    [
      id,
      certificateCode(randomBytes(10)),
      facts.personId,
      facts.subjectType,
      facts.subjectId,
      owner.territory_id,
      owner.network_id,
      owner.structure_id,
      owner.centre_id,
      owner.school_id,
      facts.title,
      facts.lang,
      await ownerName(tx, owner, lang),
      facts.minutes,
      facts.completedAt,
      now,
    ],
  );
  if (!issued) return null;
  await audit(tx, { actorId: null, act: 'issueCertificate', subjectType: 'Certificate', subjectId: id, at: now });
  await publish(tx, 'CertificateIssued', { certificateId: id });
  return id;
}

interface CompletedRow extends OwnerColumns {
  certificate: boolean;
  done_at: string;
  done_title: string;
  done_lang: string;
  done_minutes: number;
}

/** Issues the certificate of a path that somebody has completed, where it gives one; done twice it is done once. */
export async function certifyPath(payload: Record<string, unknown>, services: Services): Promise<void> {
  const [personId, pathId] = [String(payload['personId']), String(payload['pathId'])];
  await services.db.transaction(async (tx) => {
    const row = await tx.row<CompletedRow>(
      `SELECT l.certificate, l.territory_id, l.network_id, l.structure_id, l.centre_id, l.school_id, e.done_at, e.done_title, e.done_lang, e.done_minutes
       FROM path_enrolments e JOIN learning_paths l ON l.id = e.path_id WHERE e.person_id = $1 AND e.path_id = $2 AND e.done_at IS NOT NULL`,
      [personId, pathId],
    );
    if (!row?.certificate) return;
    await issueCertificate(
      tx,
      {
        personId,
        subjectType: 'LearningPath',
        subjectId: pathId,
        owner: row,
        title: row.done_title,
        lang: row.done_lang,
        minutes: row.done_minutes,
        completedAt: new Date(row.done_at),
      },
      services.clock.now(),
    );
  });
}
