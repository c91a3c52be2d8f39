import type { Language, ThreadKind } from '@stoa/domain';
import { dateIn } from '../../platform/clock.js';
import { translator, type Translate } from '../../platform/i18n/translate.js';
import { replyAddress } from '../../platform/mail/addresses.js';
import { composeMail, type MailWords } from '../../platform/mail/compose.js';
import type { JobHandler } from '../../platform/outbox/outbox.js';
import type { Services } from '../../platform/services.js';
import { webUrl } from '../../platform/web-url.js';
import { readerOf } from '../accounts/index.js';
import { LETTERS } from './make-notices.js';
import { NOTICE_DELIVERY, noticePath, noticesSeenBy, type NoticeRow } from './notice.statement.js';
import { unsubscribeUrl, type StoppedKind } from './unsubscribe-link.js';
import { noticeWords, type NoticeMessage } from './words/index.js';

export type SayNotice = Translate<NoticeMessage>;

/** A happening that this module writes letters of. */
type LetterEvent = (typeof LETTERS)[number];
type LetterRow = NoticeRow & { event: LetterEvent; title: string; thread_kind: ThreadKind };

/** The words for mails of a reader. */
export function wordsFor(services: Services, lang: Language): SayNotice {
  return translator(noticeWords, lang, services.config.timeZone);
}

/** The way to get no more mails of a kind from a network. */
export function stopOf(services: Services, lang: Language, mails: StoppedKind): { label: string; url: string } {
  return { label: wordsFor(services, lang)('stop.kind'), url: unsubscribeUrl(services.config, lang, mails, services.clock.now()) };
}

/** What a notice asks of words. */
export function valuesOf(row: NoticeRow): Record<string, string> {
  return { name: row.actor_name ?? '', title: row.title ?? row.network_name, network: row.network_name, year: row.year ?? '' };
}

/** The notices of a thread that a person wants to hear of at once, has not been told, and may read now. */
async function dueOf(services: Services, personId: string, threadId: string): Promise<LetterRow[]> {
  const values: unknown[] = [];
  const $ = (value: unknown): string => `$${values.push(value)}`;
  const today = dateIn(services.clock.now(), services.config.timeZone);
  const seen = noticesSeenBy(await services.viewerOf(personId), { today }, $, [
    'n.mailed_at IS NULL AND n.at_once',
    `t.id = ${$(threadId)}::uuid`,
    `n.event = ANY(${$(LETTERS)}::text[])`,
    `${NOTICE_DELIVERY} = 'NOW'`,
  ]);
  return services.db.rows<LetterRow>(
    `SELECT s.*, t.kind AS thread_kind FROM (${seen}) s JOIN threads t ON t.id = s.thread_id WHERE s.unread ORDER BY s.at, s.post_no, s.id`,
    values,
  );
}

/** What one notice says in a letter of its own. */
function single(say: SayNotice, row: LetterRow): Pick<MailWords, 'subject' | 'paragraphs'> {
  const values = valuesOf(row);
  const told = row.event === 'FIRST_REPLIED' ? (`told.FIRST_REPLIED.${row.thread_kind}` as const) : (`told.${row.event}` as const);
  return { subject: say(`subject.${row.event}`, values), paragraphs: [say(told, values)] };
}

/** What several notices of one thread say together. */
function several(say: SayNotice, rows: readonly LetterRow[]): Pick<MailWords, 'subject' | 'paragraphs'> {
  const subject = say('subject.several', { ...valuesOf(rows[0] as LetterRow), count: rows.length });
  const lines = rows.map((row) => say(`line.${row.event}`, { ...valuesOf(row), names: row.actor_name ?? '', count: 1 }));
  return { subject, paragraphs: [...new Set(lines)] };
}

/** Writes what a person wants to know of a thread at once: one letter, without a word of what was written there. */
export const sendLetter: JobHandler = async (payload, services) => {
  const [personId, threadId] = [String(payload['personId']), String(payload['threadId'])];
  const reader = await readerOf(services, personId);
  const rows = reader ? await dueOf(services, personId, threadId) : [];
  const first = rows[0];
  if (!reader || !first) return;
  const say = wordsFor(services, reader.lang);
  const { config } = services;
  const review = rows.every(({ event }) => event === 'FLAGGED');
  const replyTo = review ? null : replyAddress(config, first.id);
  const mail = await composeMail(reader.email, reader.lang, `notice-${first.id}-${Date.parse(first.at)}`, {
    ...(rows.length === 1 ? single(say, first) : several(say, rows)),
    greeting: say('greeting', { name: reader.name }),
    action: { label: say(review ? 'openReview' : 'open'), url: webUrl(config, reader.lang, noticePath(first)) },
    footer: say('footer'),
    stop: stopOf(services, reader.lang, { personId, kind: first.kind, networkId: first.network_id }),
    ...(replyTo && { above: say('replyAbove') }),
  });
  await services.mailer.send({ ...mail, thread: `thread-${threadId}`, ...(replyTo && { replyTo }) });
  await services.db.row('UPDATE notices SET mailed_at = $2 WHERE id = ANY($1)', [rows.map(({ id }) => id), services.clock.now()]);
};
