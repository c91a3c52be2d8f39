import { audit } from '../../../platform/database/audit.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { Services } from '../../../platform/services.js';
import { endSessions } from '../sessions.js';

/**
 * Takes every second factor from somebody who lost all of them, by the operator's word: sessions end, the password alone signs in again, and
 * the person is told by mail.
 * @returns false where the address has no person
 */
export function resetFactors({ db, clock }: Pick<Services, 'db' | 'clock'>, email: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const person = await tx.row<{ id: string }>('SELECT id FROM people WHERE email = $1 FOR UPDATE', [email]);
    if (!person) return false;
    for (const table of ['code_apps', 'passkeys', 'recovery_codes']) await tx.row(`DELETE FROM ${table} WHERE person_id = $1`, [person.id]);
    await endSessions(tx, person.id);
    const at = clock.now();
    await audit(tx, { actorId: null, act: 'resetFactors', subjectType: 'Person', subjectId: person.id, at });
    await publish(tx, 'SignInSecurityChanged', { personId: person.id, event: 'FACTORS_RESET', at });
    return true;
  });
}
