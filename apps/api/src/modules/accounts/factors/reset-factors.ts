import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { Services } from '../../../platform/services.js';
import { endSessions } from '../sessions.js';

/** Whose second factors are taken, and by whom. */
export interface FactorsReset {
  personId: string;
  /** Null for the operator's command. */
  actorId: string | null;
  at: Date;
  requestId?: string;
  detail?: Record<string, unknown>;
}

/**
 * Takes every second factor from somebody who lost all of them, by the operator's word: sessions end, the password alone signs in again, and
 * the person is told by mail.
 * @returns false where the address has no person
 */
export function resetFactors({ db, clock }: Pick<Services, 'db' | 'clock'>, email: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const person = await tx.row<{ id: string }>('SELECT id FROM people WHERE email = $1 FOR NO KEY UPDATE', [email]);
    if (!person) return false;
    await takeFactors(tx, { personId: person.id, actorId: null, at: clock.now() });
    return true;
  });
}

/** The same within a transaction that holds the person's row and asked for the right. */
export async function takeFactors(tx: Tx, { personId, ...reset }: FactorsReset): Promise<void> {
  for (const table of ['code_apps', 'passkeys', 'recovery_codes']) await tx.row(`DELETE FROM ${table} WHERE person_id = $1`, [personId]);
  await endSessions(tx, personId);
  await audit(tx, { ...reset, act: 'resetFactors', subjectType: 'Person', subjectId: personId });
  await publish(tx, 'SignInSecurityChanged', { personId, event: 'FACTORS_RESET', at: reset.at });
}
