import type { Language } from '@stoa/domain';
import { dateIn } from '../../platform/clock.js';
import { translator } from '../../platform/i18n/translate.js';
import { composeMail } from '../../platform/mail/compose.js';
import type { JobHandlers } from '../../platform/outbox/outbox.js';
import type { Services } from '../../platform/services.js';
import { mailStop, wantsMail } from '../accounts/index.js';
import { runExport } from './exports/run-export.js';
import { canReadReport, reportById, type ReportRow } from './report.access.js';
import { reportWords } from './report.words.js';

interface Recipient {
  id: string;
  email: string;
  display_name: string;
  lang: Language;
}

const RECIPIENT = `p.id, p.email, p.display_name, p.lang FROM people p`;
const REACHABLE = `p.status = 'ACTIVE' AND p.email IS NOT NULL AND p.email_confirmed_at IS NOT NULL AND p.mail_stopped_at IS NULL`;

type MailKind = 'presented' | 'submitted' | 'approved' | 'returned';

async function reportOf(payload: Record<string, unknown>, services: Services): Promise<ReportRow | null> {
  return reportById(services.db, String(payload['reportId']), dateIn(services.clock.now(), services.config.timeZone));
}

async function sendAll(services: Services, report: ReportRow, kind: MailKind, recipients: readonly Recipient[]): Promise<void> {
  for (const to of recipients) {
    const about = { personId: to.id, kind: kind === 'submitted' ? 'REVIEW' : 'REPORT', networkId: report.owner_id } as const;
    if (!(await wantsMail(services, about.personId, about.kind, about.networkId))) continue;
    const stop = mailStop(services, to.lang, about);
    const words = translator(reportWords, to.lang, services.config.timeZone);
    const values = { network: report.network_name, year: report.year };
    const decided = kind === 'approved' || kind === 'returned';
    const mail = await composeMail(to.email, to.lang, `report-${kind}-${report.id}-${report.revision}-${to.id}`, {
      subject: words(`mail.${kind}.subject`, values),
      greeting: words('mail.greeting', { name: to.display_name }),
      paragraphs: [words(`mail.${kind}.body`, values)],
      action: {
        label: words(decided ? 'mail.decided.action' : `mail.${kind}.action`),
        url: `${services.config.publicUrl ?? `http://localhost:${services.config.port}`}/${to.lang}/networks/${report.network_slug}/report/${report.year.replace('/', '-')}`,
      },
      footer: words(decided ? 'mail.decided.footer' : `mail.${kind}.footer`),
      ...(stop && { stop }),
    });
    await services.mailer.send(mail);
  }
}

/** What reports do after a change. Who may read is asked anew here, since rights may have ended meanwhile. */
export const reportJobs: JobHandlers = {
  ExportRequested: runExport,
  async ReportPresented(payload, services) {
    const report = await reportOf(payload, services);
    if (!report || report.state !== 'PRESENTED') return;
    const members = await services.db.rows<Recipient>(
      `SELECT ${RECIPIENT} JOIN memberships m ON m.person_id = p.id AND m.state = 'ACTIVE' WHERE m.network_id = $1 AND ${REACHABLE} ORDER BY p.id`,
      [report.owner_id],
    );
    await sendAll(services, report, 'presented', members);
  },
  async ReportSubmitted(payload, services) {
    const report = await reportOf(payload, services);
    if (!report || report.state !== 'SUBMITTED') return;
    // While the coordinator's post is vacant the county drafts, so the level above decides.
    const deciders = await services.db.rows<Recipient>(
      `SELECT DISTINCT ${RECIPIENT} JOIN appointments a ON a.person_id = p.id WHERE a.role = $2 AND a.scope_id = ANY($1::uuid[]) AND a.revoked_at IS NULL
         AND a.starts_on <= $3 AND (a.ends_on IS NULL OR a.ends_on >= $3) AND p.id <> $4 AND ${REACHABLE} ORDER BY p.id`,
      [report.scopes, report.vacant ? 'RC' : 'CC', dateIn(services.clock.now(), services.config.timeZone), report.submitted_by],
    );
    await sendAll(services, report, 'submitted', deciders);
  },
  async ReportDecided(payload, services) {
    const report = await reportOf(payload, services);
    if (!report?.submitted_by || (report.state !== 'APPROVED' && report.state !== 'RETURNED')) return;
    // What came back is work for whoever may still write it; that it was approved, its author may know in any case.
    if (report.state === 'RETURNED' && !canReadReport(await services.viewerOf(report.submitted_by), report)) return;
    const author = await services.db.rows<Recipient>(`SELECT ${RECIPIENT} WHERE p.id = $1 AND ${REACHABLE}`, [report.submitted_by]);
    await sendAll(services, report, report.state === 'APPROVED' ? 'approved' : 'returned', author);
  },
};
