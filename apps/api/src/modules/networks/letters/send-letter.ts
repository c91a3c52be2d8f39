import { allows } from '@stoa/domain';
import { translator } from '../../../platform/i18n/translate.js';
import { composeMail } from '../../../platform/mail/compose.js';
import type { JobHandlers } from '../../../platform/outbox/outbox.js';
import type { Services } from '../../../platform/services.js';
import { webUrl } from '../../../platform/web-url.js';
import { readerOf } from '../../accounts/index.js';
import { letterMessages } from './letter.messages.js';

interface LetterRow {
  subject: string;
  body: string;
  sent_by: string;
  sender: string;
  network_id: string;
  network: string;
  slug: string;
  county_path: string[];
}

/** One job for each member, so that a mail that cannot be sent holds up no other, and is tried again alone. */
const MEMBERS = `
  SELECT graphile_worker.add_job('LetterDue', json_build_object('letterId', l.id, 'personId', m.person_id), max_attempts => 12,
    job_key => 'letter-' || l.id || '-' || m.person_id) IS NULL AS told
  FROM network_letters l JOIN memberships m ON m.network_id = l.network_id AND m.state = 'ACTIVE' AND m.person_id <> l.sent_by WHERE l.id = $1`;

/** A letter to somebody who is a member now; what was withdrawn with its writer is empty and goes nowhere. */
const LETTER = `
  SELECT l.subject, l.body, l.sent_by, s.display_name AS sender, n.id AS network_id, n.name AS network, n.slug, c.path AS county_path
  FROM network_letters l JOIN networks n ON n.id = l.network_id JOIN territories c ON c.id = n.county_id JOIN people s ON s.id = l.sent_by
  JOIN memberships m ON m.network_id = n.id AND m.person_id = $2 AND m.state = 'ACTIVE' WHERE l.id = $1 AND s.status = 'ACTIVE'`;

/** Sends a letter to one member, where the writer may still write to all and the member still is one. */
async function sendLetter(payload: Record<string, unknown>, services: Services): Promise<void> {
  const [letterId, personId] = [String(payload['letterId']), String(payload['personId'])];
  const letter = await services.db.row<LetterRow>(LETTER, [letterId, personId]);
  if (!letter) return;
  const target = { scopes: [letter.network_id, ...letter.county_path], networkId: letter.network_id };
  if (!allows(await services.viewerOf(letter.sent_by), 'network.message', target)) return;
  const reader = await readerOf(services, personId);
  if (!reader) return;
  const say = translator(letterMessages, reader.lang);
  const { network, sender } = letter;
  await services.mailer.send(
    await composeMail(reader.email, reader.lang, `letter-${letterId}-${personId}`, {
      subject: say('subject', { network, subject: letter.subject }),
      greeting: say('greeting', { name: reader.name }),
      paragraphs: [say('told', { sender, network }), ...paragraphs(letter.body)],
      action: { label: say('open'), url: webUrl(services.config, reader.lang, `/networks/${letter.slug}`) },
      footer: say('footer', { network }),
    }),
  );
}

function paragraphs(body: string): string[] {
  return body.split(/\n\s*\n/u).map((part) => part.replaceAll(/\s*\n\s*/gu, ' ').trim());
}

/** What follows from a letter to all members. */
export const letterJobs: JobHandlers = {
  MembersWrittenTo: async ({ letterId }, { db }) => {
    await db.rows(MEMBERS, [String(letterId)]);
  },
  LetterDue: sendLetter,
};
