import { LANGUAGES, type Language } from '@stoa/domain';
import { translator, type Translate } from '../../platform/i18n/translate.js';
import { composeMail, type MailWords } from '../../platform/mail/compose.js';
import type { JobHandlers } from '../../platform/outbox/outbox.js';
import type { Services } from '../../platform/services.js';
import { webUrl } from '../../platform/web-url.js';
import { invitationKind } from './invitations.js';
import { messages, type AccountMessage } from './messages.js';
import { tokenRow, tokenState, tokenText, type TokenRow } from './tokens.js';

/** Whoever gets a mail. */
export interface Reader {
  name: string;
  email: string;
  lang: Language;
}

const languageOf = (value: string | undefined): Language => LANGUAGES.find((lang) => lang === value) ?? 'en';

/**
 * A person as the reader of a mail; null where the person has no address or may not sign in any more.
 * @param closedToo also whose account is closed: of what happened to it, its owner hears
 */
export async function readerOf(services: Services, personId: string, closedToo = false): Promise<Reader | null> {
  const row = await services.db.row<{ display_name: string; email: string | null; lang: string }>(
    `SELECT display_name, email, lang FROM people WHERE id = $1 AND (status IN ('ACTIVE', 'INVITED') OR ($2 AND status = 'DEACTIVATED'))`,
    [personId, closedToo],
  );
  return row?.email ? { name: row.display_name, email: row.email, lang: languageOf(row.lang) } : null;
}

/** The same for what is not about the account itself: nothing goes to a mailbox that sends mail back. */
export async function reachableReader(services: Services, personId: string): Promise<Reader | null> {
  const stopped = await services.db.row('SELECT 1 FROM people WHERE id = $1 AND mail_stopped_at IS NOT NULL', [personId]);
  return stopped ? null : readerOf(services, personId);
}

export type Say = Translate<AccountMessage>;

/** Writes and sends one mail. @param key makes the message's id, so that a repeated job sends no second message under another one */
export async function mail(
  services: Services,
  reader: Reader,
  key: string,
  write: (say: Say) => Omit<MailWords, 'greeting' | 'footer'>,
): Promise<void> {
  const say = translator(messages, reader.lang, services.config.timeZone);
  const words = { ...write(say), greeting: say('greeting', { name: reader.name }), footer: say('footer') };
  await services.mailer.send(await composeMail(reader.email, reader.lang, key, words));
}

/** The token of a job's payload while it can be used; a job that comes too late sends nothing. */
export async function openToken(services: Services, payload: Record<string, unknown>): Promise<TokenRow | null> {
  const row = await tokenRow(services.db, String(payload['tokenId']));
  return row && tokenState(row, services.clock.now()) === 'OPEN' ? row : null;
}

async function sendSignUp(payload: Record<string, unknown>, services: Services): Promise<void> {
  const token = await openToken(services, payload);
  if (!token) return;
  const reader = { name: token.detail.name ?? '', email: token.email, lang: languageOf(token.detail.lang) };
  await mail(services, reader, token.id, (say) => ({
    subject: say('signUp.subject'),
    paragraphs: [say('signUp.text'), say('linkUntil', { until: new Date(token.expires_at) }), say('ignore')],
    action: {
      label: say('signUp.action'),
      url: webUrl(services.config, reader.lang, `/confirm/${tokenText(token.id, services.config.secrets)}`),
    },
  }));
}

async function sendInvitation(payload: Record<string, unknown>, services: Services): Promise<void> {
  const token = await openToken(services, payload);
  const reader = token?.person_id ? await readerOf(services, token.person_id) : null;
  if (!token || !reader) return;
  const inviter = token.created_by ? await readerOf(services, token.created_by) : null;
  const { kind, subjectId } = token.detail;
  const known = invitationKind(token.detail);
  const reason = known && kind && subjectId ? await known.reason(services.db, { kind, subjectId }, reader.lang) : null;
  await mail(services, reader, token.id, (say) => ({
    subject: say('invite.subject'),
    paragraphs: [
      inviter ? say('invite.by', { inviter: inviter.name }) : say('invite.from'),
      ...(reason ? [reason] : []),
      say('invite.text'),
      say('linkUntil', { until: new Date(token.expires_at) }),
    ],
    action: {
      label: say('invite.action'),
      url: webUrl(services.config, reader.lang, `/join/${tokenText(token.id, services.config.secrets)}`),
    },
  }));
}

async function sendReset(payload: Record<string, unknown>, services: Services): Promise<void> {
  const token = await openToken(services, payload);
  const reader = token?.person_id ? await readerOf(services, token.person_id, true) : null;
  if (!token || !reader) return;
  await mail(services, reader, token.id, (say) => ({
    subject: say('reset.subject'),
    paragraphs: [say('reset.text'), say('linkUntil', { until: new Date(token.expires_at) }), say('ignore')],
    action: {
      label: say('reset.action'),
      url: webUrl(services.config, reader.lang, `/reset/${tokenText(token.id, services.config.secrets)}`),
    },
  }));
}

async function sendKnown(payload: Record<string, unknown>, services: Services): Promise<void> {
  const reader = await readerOf(services, String(payload['personId']));
  if (!reader) return;
  await mail(services, reader, `known-${String(payload['requestId'])}`, (say) => ({
    subject: say('known.subject'),
    paragraphs: [say('known.text')],
    action: { label: say('known.action'), url: webUrl(services.config, reader.lang, '/sign-in') },
  }));
}

async function sendChanged(payload: Record<string, unknown>, services: Services): Promise<void> {
  const reader = await readerOf(services, String(payload['personId']));
  const at = String(payload['at']);
  if (!reader) return;
  await mail(services, reader, `password-${String(payload['personId'])}-${Date.parse(at)}`, (say) => ({
    subject: say('changed.subject'),
    paragraphs: [say('changed.text', { at: new Date(at) })],
    action: { label: say('changed.action'), url: webUrl(services.config, reader.lang, '/reset') },
  }));
}

/** The mails about accounts. */
export const accountJobs: JobHandlers = {
  SignUpRequested: sendSignUp,
  KnownPersonSignedUp: sendKnown,
  PersonInvited: sendInvitation,
  PasswordResetRequested: sendReset,
  PasswordChanged: sendChanged,
};
