import type { Language, ReportOutcome } from '@stoa/domain';
import { ANONYMOUS, type Viewer } from '../../../platform/authorize.js';
import { translator } from '../../../platform/i18n/translate.js';
import { composeMail } from '../../../platform/mail/compose.js';
import type { JobHandlers } from '../../../platform/outbox/outbox.js';
import type { Services } from '../../../platform/services.js';
import { webUrl } from '../../../platform/web-url.js';
import { mailWords } from '../mail-words.js';
import { reviewersOf, writeOfResource } from '../mails.js';
import { canReadResource } from '../resource.policy.js';
import { resourceStatement, type ResourceRow } from '../resource.statement.js';

interface Told {
  id: string;
  resource_id: string;
  text: string;
  lang: Language;
  outcome: ReportOutcome | null;
  answer: string;
  reported_by: string | null;
  reporter_email: string | null;
  /** Whose work it is: the account's writer, or who brought the resource in. */
  author_id: string | null;
}

async function reportOf(services: Services, payload: Record<string, unknown>): Promise<{ told: Told; row: ResourceRow } | null> {
  const told = await services.db.row<Told>(
    `SELECT q.id, q.resource_id, q.text, q.lang, q.outcome, q.answer, q.reported_by, q.reporter_email, coalesce(u.person_id, r.proposed_by) AS author_id
     FROM resource_reports q JOIN resources r ON r.id = q.resource_id LEFT JOIN resource_uses u ON u.id = q.use_id WHERE q.id = $1`,
    [String(payload['reportId'])],
  );
  const row = told && (await services.db.row<ResourceRow>(resourceStatement('r.id = $1'), [told.resource_id]));
  return told && row ? { told, row } : null;
}

/** The title, for who could read the resource were it not taken down; it may be for members alone by now. */
function titleFor(viewer: Viewer, row: ResourceRow): string {
  return canReadResource(viewer, { ...row, state: 'PUBLISHED' }) ? row.title : '…';
}

/** A visitor has no account: the answer goes to the address they gave, and leads nowhere they might not go. */
async function answerVisitor(services: Services, told: Told, email: string, title: string): Promise<void> {
  const say = translator(mailWords, told.lang, services.config.timeZone);
  await services.mailer.send(
    await composeMail(email, told.lang, `resource-report-answer-${told.id}`, {
      subject: say('decided.subject', { title }),
      paragraphs: [say(`decided.${told.outcome ?? 'KEPT'}`, { title }), say('remark', { text: told.answer })],
      action: { label: 'Stoa', url: webUrl(services.config, told.lang, '/library') },
      greeting: say('hello'),
      footer: say('footer'),
    }),
  );
}

/** What is told of reports: to those who decide them, then to who reported and to whose work was taken down. */
export const resourceReportJobs: JobHandlers = {
  async ResourceReported(payload, services) {
    const found = await reportOf(services, payload);
    if (!found || found.told.outcome !== null) return;
    const { told, row } = found;
    for (const personId of await reviewersOf(services, row)) {
      if (personId === told.reported_by || personId === told.author_id) continue;
      await writeOfResource(services, { personId, kind: 'REVIEW', row }, `resource-reported-${told.id}-${personId}`, {
        subject: (say) => say('reported.subject', { title: row.title }),
        paragraphs: (say) => [say('reported.text', { title: row.title, text: told.text })],
        path: '/approvals',
      });
    }
  },
  async ResourceReportDecided(payload, services) {
    const found = await reportOf(services, payload);
    if (!found?.told.outcome) return;
    const { told, row } = found;
    if (told.reporter_email) await answerVisitor(services, told, told.reporter_email, titleFor(ANONYMOUS, row));
    if (told.reported_by) {
      const title = titleFor(await services.viewerOf(told.reported_by), row);
      await writeOfResource(services, { personId: told.reported_by, kind: 'DECISION', row }, `resource-report-answer-${told.id}`, {
        subject: (say) => say('decided.subject', { title }),
        paragraphs: (say) => [say(`decided.${told.outcome ?? 'KEPT'}`, { title }), say('remark', { text: told.answer })],
        path: '/library',
      });
    }
    if (told.outcome === 'TAKEN_DOWN' && told.author_id) {
      const title = titleFor(await services.viewerOf(told.author_id), row);
      await writeOfResource(services, { personId: told.author_id, kind: 'DECISION', row }, `resource-taken-down-${told.id}`, {
        subject: (say) => say('takenDown.subject', { title }),
        paragraphs: (say) => [say('takenDown.text', { title }), say('remark', { text: told.answer })],
        path: '/library/mine',
      });
    }
  },
};
