import { dateIn } from '../../platform/clock.js';
import { publish, type JobHandler } from '../../platform/outbox/outbox.js';
import { refreshCoordinator } from './coordinator.js';

const AT_ONCE = 200;

interface Turned {
  id: string;
  role: string;
  scope_id: string;
  ends_on: string | null;
}

/**
 * Does what follows from appointments whose first day has come or whose last day has passed: posts become held or vacant, and
 * people are told. Rights need no job, they follow the dates. Runs every hour; each term is noticed once, also after a gap.
 */
export const noticeTerms: JobHandler = async (_payload, services) => {
  const now = services.clock.now();
  const today = dateIn(now, services.config.timeZone);
  for (let more = true; more;) {
    more = await services.db.transaction(async (tx) => {
      const turned = await tx.rows<Turned>(
        `SELECT id, role, scope_id, ends_on FROM appointments
         WHERE revoked_at IS NULL AND ((begun_noticed_at IS NULL AND starts_on <= $1::date) OR (ended_noticed_at IS NULL AND ends_on < $1::date))
         ORDER BY id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`,
        [today],
      );
      for (const { id, role, scope_id, ends_on } of turned) {
        const ended = ends_on !== null && ends_on < today;
        await tx.row(
          `UPDATE appointments SET begun_noticed_at = coalesce(begun_noticed_at, $2), ended_noticed_at = CASE WHEN $3 THEN $2 ELSE ended_noticed_at END WHERE id = $1`,
          [id, now, ended],
        );
        if (role === 'NC') await refreshCoordinator(tx, scope_id, today, now);
        if (ended) await publish(tx, 'AppointmentEnded', { appointmentId: id });
      }
      return turned.length === AT_ONCE;
    });
  }
};
