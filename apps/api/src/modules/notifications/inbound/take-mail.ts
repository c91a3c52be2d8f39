import { createHash } from 'node:crypto';
import { toPlainText } from '@react-email/render';
import type { Viewer } from '@stoa/domain';
import type { Email } from 'postal-mime';
import type { Context } from '../../../platform/context.js';
import { dateIn } from '../../../platform/clock.js';
import { Refusal } from '../../../platform/errors.js';
import { toGlobalId } from '../../../platform/ids.js';
import { repliedTo } from '../../../platform/mail/addresses.js';
import { MailRefused, type IncomingMail, type MailTaker } from '../../../platform/mail/inbound-server.js';
import { MESSAGE_HOST } from '../../../platform/mail/mailer.js';
import { consumed, limiterOn } from '../../../platform/rate-limit.js';
import type { Services } from '../../../platform/services.js';
import { mustAgree } from '../../accounts/index.js';
import { reply } from '../../discussions/index.js';
import { takeBounce } from './bounces.js';
import { written } from './written.js';

/** How long a notice may be answered by mail. */
const DAYS = 30;
/** Answers by mail of one person within an hour. */
const MOST_IN_AN_HOUR = 20;

interface Answered {
  person_id: string;
  email: string | null;
  thread_id: string;
  lang: string;
  must_agree: boolean;
}

/** What goes with many a message and is nothing that somebody attached. */
const HARMLESS = /^(?:application\/(?:pgp-|pkcs7-|x-pkcs7-)|text\/(?:x-)?vcard)/u;

/** Takes answers to notices as posts, and notes mail that is sent back. @param contextFor the context of a command in a person's name */
export function mailTaker(services: Services, contextFor: (viewer: Viewer) => Context): MailTaker {
  return {
    async recipient(localPart) {
      if (!/^bounce-[a-z2-7]{16}$/iu.test(localPart)) await answered(services, localPart);
    },
    async message(mail) {
      const { default: PostalMime } = await import('postal-mime');
      const message = await PostalMime.parse(mail.raw, { maxNestingDepth: 20 }).catch(() => {
        throw new MailRefused(550, '5.6.0 The message cannot be read');
      });
      if (mail.localPart.toLowerCase().startsWith('bounce-')) return takeBounce(services, mail.localPart, message);
      await takeAnswer(services, contextFor, mail, message);
    },
  };
}

/** The notice that an address answers. @throws MailRefused for a forged address and one that is too old */
async function answered(services: Services, localPart: string): Promise<Answered> {
  const noticeId = repliedTo(services.config, localPart);
  if (!noticeId) throw new MailRefused(550, '5.1.1 No such address');
  const now = services.clock.now();
  const row = await services.db.row<Answered>(
    `SELECT n.person_id, p.email, t.id AS thread_id, t.lang, ${mustAgree('p.id', '$3')} AS must_agree FROM notices n JOIN people p ON p.id = n.person_id AND p.status = 'ACTIVE'
     LEFT JOIN posts o ON n.subject_type = 'Post' AND o.id = n.subject_id JOIN threads t ON t.id = coalesce(o.thread_id, n.thread_id)
     WHERE n.id = $1 AND n.at > $2`,
    [noticeId, new Date(now.getTime() - DAYS * 86_400_000), dateIn(now, services.config.timeZone)],
  );
  if (!row) throw new MailRefused(550, '5.1.6 This address has expired; answer in Stoa');
  return row;
}

async function takeAnswer(services: Services, contextFor: (viewer: Viewer) => Context, mail: IncomingMail, message: Email): Promise<void> {
  const to = await answered(services, mail.localPart);
  if (isAutomatic(mail, message)) throw new MailRefused(550, '5.7.1 Automatic messages are not taken');
  if (!to.email || message.from?.address?.toLowerCase() !== to.email.toLowerCase())
    throw new MailRefused(550, '5.7.1 Only the account that got the notice may answer, from its own address');
  if (to.must_agree) throw new MailRefused(550, '5.7.1 There are terms to agree to in Stoa first');
  if (
    message.attachments.some(({ disposition, related, mimeType }) => disposition === 'attachment' && !related && !HARMLESS.test(mimeType))
  )
    throw new MailRefused(550, '5.6.1 Attachments are not taken by mail; add them in Stoa');
  const body = written(message.text ?? toPlainText(message.html ?? ''));
  if (body === '') throw new MailRefused(550, '5.6.0 Nothing is written above the quotation');
  if (!(await consumed(limiterOn(services.db.pool, 'mailed-answers', MOST_IN_AN_HOUR, 3_600), to.person_id)))
    throw new MailRefused(451, '4.7.1 Too many messages; try again later');
  await post(contextFor(await withoutStrongRoles(services, to.person_id)), to, body, keyOf(mail, message));
}

/** Says what machines say, or came back to where it began. */
function isAutomatic(mail: IncomingMail, message: Email): boolean {
  const header = (name: string) =>
    message.headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase();
  return (
    mail.sender === '' ||
    !['no', undefined].includes(header('auto-submitted')) ||
    ['bulk', 'junk', 'list', 'auto_reply'].includes(header('precedence') ?? '') ||
    header('x-autoreply') !== undefined ||
    header('x-autorespond') !== undefined ||
    header('list-id') !== undefined ||
    (message.messageId ?? '').endsWith(`@${MESSAGE_HOST}>`)
  );
}

/** A message that comes twice makes one post. */
function keyOf(mail: IncomingMail, message: Email): string {
  const name = message.messageId ?? mail.raw.toString('base64');
  return `mail ${createHash('sha256').update(`${mail.localPart}\n${name}`).digest('hex').slice(0, 40)}`;
}

/** A mail proves no second factor: roles that need one give nothing here. */
async function withoutStrongRoles({ config, viewerOf }: Services, personId: string): Promise<Viewer> {
  const viewer = await viewerOf(personId);
  return { ...viewer, appointments: viewer.appointments.filter(({ role }) => !config.secondFactorRoles.includes(role)) };
}

async function post(ctx: Context, to: Answered, body: string, clientMutationId: string): Promise<void> {
  const input = { threadId: toGlobalId('Thread', to.thread_id), body, lang: to.lang, clientMutationId };
  const outcome = await reply(ctx, input).catch((error: unknown) => {
    if (error instanceof Refusal)
      throw error.code === 'RATE_LIMITED'
        ? new MailRefused(451, '4.7.1 Too many messages; try again later')
        : new MailRefused(550, '5.7.1 This discussion cannot be answered');
    throw error;
  });
  const [error] = outcome.userErrors;
  if (error) throw new MailRefused(550, `5.7.1 The answer was not taken: ${error.code}`);
}
