import type { Language } from '@stoa/domain';
import { dateIn } from '../../../platform/clock.js';
import { audit } from '../../../platform/database/audit.js';
import { newId } from '../../../platform/ids.js';
import type { Services } from '../../../platform/services.js';
import { invitationUrl, inviteByEmail } from '../../accounts/index.js';
import { EVERYTHING_ID } from '../territory-scopes.js';

/**
 * Appoints an administrator by the operator's word, for an installation that has none; everybody else is appointed by somebody.
 * @returns the invitation's link, null for a person with an account; `appointed` is false where the person is administrator already
 */
export function makeAdministrator(
  { config, db, clock }: Pick<Services, 'config' | 'db' | 'clock'>,
  { email, name, lang }: { email: string; name: string; lang: Language },
): Promise<{ link: string | null; appointed: boolean }> {
  return db.transaction(async (tx) => {
    const now = clock.now();
    const today = dateIn(now, config.timeZone);
    const id = newId();
    const { personId, tokenId } = await inviteByEmail(tx, {
      email,
      name,
      lang,
      detail: { kind: 'APPOINTMENT', subjectId: id },
      invitedBy: null,
      now,
    });
    const link = tokenId && invitationUrl(config, lang, tokenId);
    const held = await tx.row(
      `SELECT 1 AS found FROM appointments WHERE person_id = $1 AND role = 'AD' AND revoked_at IS NULL AND starts_on <= $2 AND (ends_on IS NULL OR ends_on >= $2)`,
      [personId, today],
    );
    if (held) return { link, appointed: false };
    await tx.row(
      `INSERT INTO appointments (id, person_id, role, scope_type, scope_id, starts_on, appointed_at, begun_noticed_at) VALUES ($1, $2, 'AD', 'EVERYTHING', $3, $4, $5, $5)`,
      [id, personId, EVERYTHING_ID, today, now],
    );
    await audit(tx, {
      actorId: null,
      act: 'appoint',
      subjectType: 'Appointment',
      subjectId: id,
      at: now,
      detail: { personId, role: 'AD' },
    });
    return { link, appointed: true };
  });
}
