import type { Language, NoticeKind } from '@stoa/domain';
import type { MailWords } from '../../platform/mail/compose.js';
import type { Services } from '../../platform/services.js';

/** Mails of a kind that a person gets from a network. */
interface MailsLike {
  personId: string;
  kind: NoticeKind;
  networkId: string;
}

/** What is known of the mails that people chose. */
interface MailChoices {
  wants(services: Services, personId: string, kind: NoticeKind, networkId: string): Promise<boolean>;
  stop(services: Services, lang: Language, mails: MailsLike): NonNullable<MailWords['stop']>;
}

let choices: MailChoices | undefined;

/** Makes known who knows what people chose; the composition root calls it once. */
export function registerMailChoices(known: MailChoices): void {
  choices = known;
}

/** Whether a person wants letters of a kind in a network at once. */
export async function wantsMail(...asked: Parameters<MailChoices['wants']>): Promise<boolean> {
  return choices === undefined || choices.wants(...asked);
}

/** The way to get no more mails like one: its link, which the mail's headers name too, so that a mail program offers it (RFC 8058). */
export function mailStop(...asked: Parameters<MailChoices['stop']>): MailWords['stop'] {
  return choices?.stop(...asked);
}
