import { browserName } from '@stoa/domain';
import { translator } from '../../platform/i18n/translate.js';
import { composeMail } from '../../platform/mail/compose.js';
import type { JobHandlers } from '../../platform/outbox/outbox.js';
import type { Services } from '../../platform/services.js';
import { webUrl } from '../../platform/web-url.js';
import { readerOf } from './mails.js';
import { messages } from './messages.js';
import { SECURITY_EVENTS, type SecurityEvent } from './security-events.js';
import { securityMessages } from './security-messages.js';

async function tell(
  services: Services,
  payload: Record<string, unknown>,
  event: SecurityEvent | 'NEW_BROWSER',
  browser: string | null = null,
): Promise<void> {
  const reader = await readerOf(services, String(payload['personId']));
  if (!reader) return;
  const at = new Date(String(payload['at']));
  const say = translator(securityMessages, reader.lang, services.config.timeZone);
  const greet = translator(messages, reader.lang, services.config.timeZone);
  const words = {
    subject: say(`${event}.subject`),
    greeting: greet('greeting', { name: reader.name }),
    paragraphs: [say(`${event}.text`, { at, browser: browser ?? say('unknownBrowser') }), say('notYou')],
    action: { label: say('action'), url: webUrl(services.config, reader.lang, '/me/security') },
    footer: greet('accountFooter'),
  };
  const key = `security-${event.toLowerCase()}-${String(payload['sessionId'] ?? payload['personId'])}-${at.getTime()}`;
  await services.mailer.send(await composeMail(reader.email, reader.lang, key, words));
}

async function tellChange(payload: Record<string, unknown>, services: Services): Promise<void> {
  const event = SECURITY_EVENTS.find((known) => known === payload['event']);
  if (event) await tell(services, payload, event);
}

async function tellBrowser(payload: Record<string, unknown>, services: Services): Promise<void> {
  const session = await services.db.row<{ user_agent: string }>('SELECT user_agent FROM sessions WHERE id = $1', [payload['sessionId']]);
  await tell(services, payload, 'NEW_BROWSER', session?.user_agent ? browserName(session.user_agent) : null);
}

/** The mails about how somebody signs in. */
export const securityJobs: JobHandlers = { SignInSecurityChanged: tellChange, BrowserSignedIn: tellBrowser };
