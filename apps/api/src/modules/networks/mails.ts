import type { NoticeKind } from '@stoa/domain';
import { dateIn } from '../../platform/clock.js';
import { translator, type Translate } from '../../platform/i18n/translate.js';
import { composeMail, type MailWords } from '../../platform/mail/compose.js';
import type { JobHandlers, Schedule } from '../../platform/outbox/outbox.js';
import type { Services } from '../../platform/services.js';
import { webUrl } from '../../platform/web-url.js';
import { mailStop, readerOf, wantsMail } from '../accounts/index.js';
import { letterJobs } from './letters/send-letter.js';
import { messages, type NetworkMessage } from './messages.js';
import { checkMemberCounters } from './network.counters.js';
import { acceptMailedInvitation } from './network.invitation.js';

interface Told {
  id: string;
  network_id: string;
  county_id: string;
  slug: string;
  network: string;
  person_id: string;
  person: string;
  state: string;
  message: string;
  refusal_reason: string;
  invited_by: string | null;
  suspended_until: string | null;
  version: number;
}

/** A membership as it is when the mail is written, not when the job was made. */
function membershipOf(services: Services, payload: Record<string, unknown>): Promise<Told | null> {
  return services.db.row<Told>(
    `SELECT m.id, m.network_id, n.county_id, n.slug, n.name AS network, m.person_id, p.display_name AS person, m.state, m.message, m.refusal_reason, m.invited_by,
       m.suspended_until, m.version
     FROM memberships m JOIN networks n ON n.id = m.network_id JOIN people p ON p.id = m.person_id WHERE m.id = $1`,
    [String(payload['membershipId'])],
  );
}

/** Who decides requests today: the coordinator, and while the post is vacant whoever coordinates the county. */
async function deciders(services: Services, told: Told): Promise<string[]> {
  const today = dateIn(services.clock.now(), services.config.timeZone);
  const rows = await services.db.rows<{ person_id: string; role: string }>(
    `SELECT DISTINCT a.person_id, a.role FROM appointments a
     WHERE (a.role = 'NC' AND a.scope_id = $1 OR a.role = 'CC' AND a.scope_id = $2) AND a.revoked_at IS NULL AND a.starts_on <= $3 AND (a.ends_on IS NULL OR a.ends_on >= $3)
     ORDER BY a.person_id`,
    [told.network_id, told.county_id, today],
  );
  const coordinators = rows.filter((row) => row.role === 'NC');
  return (coordinators.length > 0 ? coordinators : rows).map((row) => row.person_id);
}

type Say = Translate<NetworkMessage>;

/** Writes and sends a mail to a person who can still sign in. @param key makes the message's id, so that a repeated job sends no second message under another one */
async function mail(
  services: Services,
  about: { personId: string; kind: NoticeKind; networkId: string },
  key: string,
  write: (say: Say) => Omit<MailWords, 'greeting' | 'footer' | 'action'>,
  page: string,
  open: NetworkMessage = 'open',
): Promise<void> {
  const { personId, kind, networkId } = about;
  const reader = await readerOf(services, personId);
  if (!reader || !(await wantsMail(services, personId, kind, networkId))) return;
  const say = translator(messages, reader.lang, services.config.timeZone);
  const action = { label: say(open), url: webUrl(services.config, reader.lang, page) };
  const stop = mailStop(services, reader.lang, about);
  const words = { ...write(say), action, greeting: say('greeting', { name: reader.name }), footer: say('footer'), ...(stop && { stop }) };
  await services.mailer.send(await composeMail(reader.email, reader.lang, key, words));
}

async function sendRequest(payload: Record<string, unknown>, services: Services): Promise<void> {
  const told = await membershipOf(services, payload);
  if (told?.state !== 'REQUESTED') return;
  for (const personId of await deciders(services, told)) {
    await mail(
      services,
      { personId, kind: 'REVIEW', networkId: told.network_id },
      `request-${told.id}-${personId}`,
      (say) => ({
        subject: say('request.subject', { network: told.network }),
        paragraphs: [
          say('request.text', { person: told.person, network: told.network }),
          ...(told.message ? [say('quote', { text: told.message })] : []),
        ],
      }),
      `/networks/${told.slug}/members`,
    );
  }
}

async function sendInvitation(payload: Record<string, unknown>, services: Services): Promise<void> {
  const told = await membershipOf(services, payload);
  if (told?.state !== 'INVITED') return;
  await mail(
    services,
    { personId: told.person_id, kind: 'MEMBERSHIP', networkId: told.network_id },
    `invited-${told.id}`,
    (say) => ({
      subject: say('invited.subject', { network: told.network }),
      paragraphs: [say('invited.text', { network: told.network }), ...(told.message ? [say('quote', { text: told.message })] : [])],
    }),
    `/networks/${told.slug}`,
  );
}

/** What was decided about a member, and the state in which it still holds. */
const DECISIONS = { ADMITTED: 'ACTIVE', REFUSED: 'REFUSED', REMOVED: 'LEFT', SUSPENDED: 'ACTIVE' } as const;
type Decision = keyof typeof DECISIONS;

const isDecision = (value: unknown): value is Decision => typeof value === 'string' && value in DECISIONS;

async function sendDecision(payload: Record<string, unknown>, services: Services): Promise<void> {
  const told = await membershipOf(services, payload);
  const decision = payload['decision'];
  if (!told || !isDecision(decision) || told.state !== DECISIONS[decision]) return;
  const until = told.suspended_until === null ? null : new Date(told.suspended_until);
  if (decision === 'SUSPENDED' && (until === null || until <= services.clock.now())) return;
  // The reason of a suspension is told with it; being admitted needs none.
  const reason = decision === 'ADMITTED' ? '' : told.refusal_reason;
  const suspended = decision === 'SUSPENDED';
  await mail(
    services,
    { personId: told.person_id, kind: 'MEMBERSHIP', networkId: told.network_id },
    `decided-${told.id}-${told.version}`,
    (say) => ({
      subject: say(`decided.${decision}.subject`, { network: told.network }),
      paragraphs: [
        say(`decided.${decision}.text`, { network: told.network, until: until ?? '' }),
        ...(reason ? [say('reason', { text: reason })] : []),
        ...(suspended ? [say('decided.SUSPENDED.appeal')] : []),
      ],
    }),
    suspended ? '/me/decisions' : `/networks/${told.slug}`,
    suspended ? 'openDecisions' : 'open',
  );
}

/** What networks do after changes: mails, accepted invitations, and the nightly proof of counters. */
export const networkJobs: JobHandlers = {
  MembershipRequested: sendRequest,
  MemberInvited: sendInvitation,
  MembershipDecided: sendDecision,
  InvitationAccepted: acceptMailedInvitation,
  CountersChecked: checkMemberCounters,
  ...letterJobs,
};

/** The proof of counters, nightly. */
export const networkSchedules: readonly Schedule[] = [{ task: 'CountersChecked', pattern: '20 2 * * *' }];
