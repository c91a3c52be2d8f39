import type { Viewer } from '../../platform/authorize.js';
import { dateIn } from '../../platform/clock.js';
import type { Services } from '../../platform/services.js';

/** The rights by appointment that a person has now, for work that is done after their request. */
export async function currentViewer({ db, clock, config }: Services, personId: string): Promise<Viewer> {
  const appointments = await db.rows<Viewer['appointments'][number]>(
    `SELECT a.role, a.scope_id AS "scopeId" FROM appointments a JOIN people p ON p.id = a.person_id
     WHERE a.person_id = $1 AND p.status = 'ACTIVE' AND a.revoked_at IS NULL AND a.starts_on <= $2::date AND (a.ends_on IS NULL OR a.ends_on >= $2::date)`,
    [personId, dateIn(clock.now(), config.timeZone)],
  );
  return { personId, appointments, memberships: [] };
}
