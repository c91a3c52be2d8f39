import { dateIn } from '../../platform/clock.js';
import { composeMail, type MailWords } from '../../platform/mail/compose.js';
import type { JobHandlers, Schedule } from '../../platform/outbox/outbox.js';
import type { Services } from '../../platform/services.js';
import { webUrl } from '../../platform/web-url.js';
import { readerOf, type InvitationKind, type Reader } from '../accounts/index.js';
import { appointmentWords, dayInstant, lastDay, type AppointmentWords } from './appointment-words.js';
import { appointmentRow } from './appointment.queries.js';
import type { AppointmentRow } from './appointment.type.js';
import { writeLetter } from './letter.js';
import { noticeTerms } from './notice-terms.js';

type Write = (words: AppointmentWords, row: AppointmentRow, reader: Reader) => Omit<MailWords, 'greeting' | 'footer'>;

/** Sends the person of an appointment one mail. @param kind makes the message's id together with the appointment */
async function tell(services: Services, payload: Record<string, unknown>, kind: string, write: Write): Promise<void> {
  const row = await appointmentRow(services.db, String(payload['appointmentId']), dateIn(services.clock.now(), services.config.timeZone));
  const reader = row && (await readerOf(services, row.person_id));
  const words = row && reader && (await appointmentWords(services.db, row, reader.lang));
  if (!row || !reader || !words) return;
  const { say } = words;
  const mail = { ...write(words, row, reader), greeting: say('greeting', { name: reader.name }), footer: say('footer') };
  await services.mailer.send(await composeMail(reader.email, reader.lang, `${kind}-${row.id}`, mail));
}

const appointed =
  (services: Services): Write =>
  ({ say, role, scope, term }, _row, reader) => ({
    subject: say('appointed.subject', { scope: scope.name }),
    paragraphs: [say('appointed.text', { role, scope: scope.name, term }), say('appointed.letter')],
    action: { label: say('appointed.action', { scope: scope.name }), url: webUrl(services.config, reader.lang, scope.path) },
  });

const ended =
  (services: Services): Write =>
  ({ say, role, scope }, row, reader) => ({
    subject: say('ended.subject', { scope: scope.name }),
    paragraphs: [
      say('ended.text', { role, scope: scope.name, to: dayInstant(lastDay(row, services.config.timeZone)) }),
      ...(row.revoke_reason ? [say('ended.reason', { reason: row.revoke_reason })] : []),
    ],
    action: { label: say('ended.action'), url: webUrl(services.config, reader.lang, '/home') },
  });

const shortened =
  (services: Services): Write =>
  ({ say, role, scope }, row, reader) => ({
    subject: say('shortened.subject', { scope: scope.name }),
    paragraphs: [
      say('shortened.text', { role, scope: scope.name, to: dayInstant(row.ends_on ?? row.starts_on) }),
      ...(row.revoke_reason ? [say('ended.reason', { reason: row.revoke_reason })] : []),
    ],
    action: { label: say('ended.action'), url: webUrl(services.config, reader.lang, '/home') },
  });

/** What follows from appointing and ending: the letter, and a mail in the person's language. */
export const appointmentJobs: JobHandlers = {
  async PersonAppointed(payload, services) {
    await writeLetter(services, String(payload['appointmentId']));
    // Whoever has no account yet reads of the appointment in the invitation; of one that was ended meanwhile, in the mail about that.
    const news = await services.db.row(
      `SELECT 1 FROM people p JOIN appointments a ON a.person_id = p.id WHERE a.id = $1 AND p.status = 'ACTIVE' AND a.revoked_at IS NULL`,
      [payload['appointmentId']],
    );
    if (news) await tell(services, payload, 'appointed', appointed(services));
  },
  LetterLost: (payload, services) => writeLetter(services, String(payload['appointmentId'])),
  AppointmentEnded: (payload, services) => tell(services, payload, 'ended', ended(services)),
  AppointmentShortened: (payload, services) => tell(services, payload, 'shortened', shortened(services)),
  noticeTerms,
};

/** Terms are noticed every hour: the day changes at an hour of its own in each time zone. */
export const appointmentSchedules: readonly Schedule[] = [{ task: 'noticeTerms', pattern: '5 * * * *' }];

/** Invitations that came with an appointment. */
export const appointmentInvitation: InvitationKind = {
  kind: 'APPOINTMENT',
  async reason(sql, { subjectId }, lang) {
    const row = await appointmentRow(sql, subjectId, new Date(0).toISOString().slice(0, 10));
    const words = row && !row.revoked_at && (await appointmentWords(sql, row, lang));
    return words ? words.say('reason', { role: words.role, scope: words.scope.name }) : null;
  },
  async landing(sql, { subjectId }) {
    const row = await appointmentRow(sql, subjectId, new Date(0).toISOString().slice(0, 10));
    const words = row && (await appointmentWords(sql, row, 'en'));
    return words?.scope.path ?? '/home';
  },
};
