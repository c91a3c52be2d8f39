import type { Email } from 'postal-mime';
import { audit } from '../../../platform/database/audit.js';
import { isBounceOf } from '../../../platform/mail/addresses.js';
import { MailRefused } from '../../../platform/mail/inbound-server.js';
import { MailboxGone, type Mailer } from '../../../platform/mail/mailer.js';
import type { Services } from '../../../platform/services.js';

/** After so many days on which mail came back for good, none is sent. */
export const MOST_BOUNCES = 3;
/** What came back longer ago than this counts no more. */
const FORGOTTEN_DAYS = 60;

/** The recipients for whom a report of delivery (RFC 3464) says that they can never be reached. */
function unreachable(report: string): string[] {
  return report.split(/\r?\n\r?\n/u).flatMap((block) => {
    const field = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'imu').exec(block)?.[1]?.trim() ?? '';
    if (field('Action').toLowerCase() !== 'failed' || !field('Status').startsWith('5.')) return [];
    return [field('Original-Recipient'), field('Final-Recipient')].flatMap((each) => /^rfc822;\s*<?([^>\s]+)>?/iu.exec(each)?.[1] ?? []);
  });
}

/**
 * Notes that mail for somebody came back for good: only at the address that is theirs alone, which who never got a mail of it cannot know.
 * What comes there otherwise, such as a delay, changes nothing. @throws MailRefused for what is no report
 */
export async function takeBounce(services: Services, localPart: string, message: Email): Promise<void> {
  const report = message.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (!report) throw new MailRefused(550, '5.6.0 Only reports of delivery are taken here');
  const text = typeof report.content === 'string' ? report.content : Buffer.from(report.content as ArrayBuffer).toString('utf8');
  const recipient = unreachable(text).find((address) => isBounceOf(services.config, localPart, address));
  if (recipient) await noteBounce(services, recipient);
}

/** A mailer that notes a mailbox that is gone as mail that came back, instead of trying again. */
export function notingBounces(services: Services, mailer: Mailer): Mailer {
  return {
    kept: () => mailer.kept(),
    forget: (words) => mailer.forget(words),
    async send(mail) {
      try {
        await mailer.send(mail);
      } catch (error) {
        if (!(error instanceof MailboxGone)) throw error;
        await noteBounce(services, error.to);
      }
    },
  };
}

/** Counts one bounce a day; at the last one mails stop until the address is confirmed anew. */
async function noteBounce(services: Services, email: string): Promise<void> {
  const at = services.clock.now();
  await services.db.transaction(async (tx) => {
    const row = await tx.row<{ id: string; stopped: boolean }>(
      `UPDATE people SET mail_bounced_at = $2, mail_bounces = s.bounces, mail_stopped_at = CASE WHEN s.bounces >= $3 THEN $2::timestamptz END
       FROM (SELECT id, CASE WHEN mail_bounced_at < $2::timestamptz - make_interval(days => $4) THEN 1 ELSE mail_bounces + 1 END AS bounces FROM people
         WHERE lower(email) = lower($1) AND mail_stopped_at IS NULL AND (mail_bounced_at IS NULL OR mail_bounced_at <= $2::timestamptz - interval '20 hours') FOR NO KEY UPDATE) s
       WHERE people.id = s.id RETURNING people.id, mail_stopped_at IS NOT NULL AS stopped`,
      [email, at, MOST_BOUNCES, FORGOTTEN_DAYS],
    );
    if (row?.stopped) await audit(tx, { actorId: null, act: 'stopMails', subjectType: 'Person', subjectId: row.id, at });
  });
}
