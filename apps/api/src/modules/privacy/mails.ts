import { translator } from '../../platform/i18n/translate.js';
import { composeMail } from '../../platform/mail/compose.js';
import type { Services } from '../../platform/services.js';
import { webUrl } from '../../platform/web-url.js';
import { readerOf } from '../accounts/index.js';
import { privacyWords } from './words/index.js';

/** What there is to tell a person about their data. */
export type PrivacyMail = 'ready' | 'requested' | 'reminder' | 'cancelled';

/** Mails a person about their data, in their language; nobody where they can no longer be reached. @param key makes the message's id */
export async function tellPerson(
  services: Services,
  personId: string,
  key: string,
  kind: PrivacyMail,
  values: Record<string, Date> = {},
): Promise<void> {
  const reader = await readerOf(services, personId);
  if (!reader) return;
  const say = translator(privacyWords, reader.lang, services.config.timeZone);
  await services.mailer.send(
    await composeMail(reader.email, reader.lang, key, {
      subject: say(`${kind}.subject`, values),
      greeting: say('greeting', { name: reader.name }),
      paragraphs: [say(`${kind}.text`, values), ...(kind === 'requested' ? [say('requested.notYou')] : [])],
      action: { label: say('action'), url: webUrl(services.config, reader.lang, '/me/privacy') },
      footer: say('footer'),
    }),
  );
}
