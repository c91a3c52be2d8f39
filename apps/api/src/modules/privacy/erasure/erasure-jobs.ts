import { dateIn } from '../../../platform/clock.js';
import type { JobHandlers, Schedule } from '../../../platform/outbox/outbox.js';
import type { Services } from '../../../platform/services.js';
import { isOnlyAdministrator } from '../../appointments/index.js';
import { correctionJobs } from '../corrections/correction.jobs.js';
import { runPersonalExport } from '../exports/write-personal-export.js';
import { tellPerson } from '../mails.js';
import { applyRetention, doRun } from '../retention/runs.js';
import { erasePerson } from './erase-person.js';
import { completeErasureList } from './replay.js';

/** How long before the end of the grace the person is reminded. */
const REMINDER_DAYS = 3;

interface OpenErasure {
  id: string;
  person_id: string;
  due_at: string;
  withdraws_words: boolean;
}

const OPEN = 'cancelled_at IS NULL AND done_at IS NULL';

/** Erases everybody whose days of grace are over. The only administrator stays until there is another. */
async function eraseDue(services: Services): Promise<void> {
  const now = services.clock.now();
  const due = await services.db.rows<OpenErasure>(
    `SELECT id, person_id, due_at, withdraws_words FROM erasures WHERE ${OPEN} AND due_at <= $1 ORDER BY due_at, id`,
    [now],
  );
  const today = dateIn(now, services.config.timeZone);
  for (const { person_id: personId, withdraws_words: withdrawsWords } of due) {
    const waits = await services.db.transaction((tx) => isOnlyAdministrator(tx, personId, today));
    if (waits) services.log.warn({ personId }, 'the only administrator cannot be erased; appoint another');
    else await erasePerson(services, personId, { at: now, withdrawsWords });
  }
}

async function remindDue(services: Services): Promise<void> {
  const now = services.clock.now();
  const soon = await services.db.rows<OpenErasure>(
    `SELECT id, person_id, due_at, withdraws_words FROM erasures WHERE ${OPEN} AND reminded_at IS NULL AND due_at <= $1 AND due_at > $2 ORDER BY id`,
    [new Date(now.getTime() + REMINDER_DAYS * 86_400_000), now],
  );
  for (const { id, person_id: personId, due_at: dueAt } of soon) {
    await tellPerson(services, personId, `erasure-reminder-${id}`, 'reminder', { due: new Date(dueAt) });
    await services.db.row('UPDATE erasures SET reminded_at = $2 WHERE id = $1', [id, now]);
  }
}

async function tellOf(services: Services, payload: Record<string, unknown>, kind: 'requested' | 'cancelled'): Promise<void> {
  const id = String(payload['erasureId']);
  const row = await services.db.row<OpenErasure>('SELECT id, person_id, due_at, withdraws_words FROM erasures WHERE id = $1', [id]);
  if (row) await tellPerson(services, row.person_id, `erasure-${kind}-${id}`, kind, { due: new Date(row.due_at) });
}

/** Exports of one's own data, and what follows from a wish to be erased. */
export const privacyJobs: JobHandlers = {
  PersonalExportRequested: runPersonalExport,
  ...correctionJobs,
  ErasureRequested: (payload, services) => tellOf(services, payload, 'requested'),
  ErasureCancelled: (payload, services) => tellOf(services, payload, 'cancelled'),
  async RetentionRequested(payload, services) {
    await doRun(services, String(payload['runId']));
  },
  async retentionApplied(_payload, services) {
    await applyRetention(services);
  },
  async erasuresDue(_payload, services) {
    await remindDue(services);
    await eraseDue(services);
    await completeErasureList(services);
  },
};

/** Erasures hourly, so that nobody waits a day longer than promised; what is past its time goes at night. */
export const privacySchedules: readonly Schedule[] = [
  { task: 'erasuresDue', pattern: '25 * * * *' },
  { task: 'retentionApplied', pattern: '40 2 * * *' },
];
