import type { JobHandler, JobHandlers } from '../../platform/outbox/outbox.js';
import type { Services } from '../../platform/services.js';
import { webUrl } from '../../platform/web-url.js';
import { mail, openToken, readerOf } from './mails.js';
import type { AccountMessage } from './messages.js';
import { providerOf } from './oidc/providers.js';
import { tokenText } from './tokens.js';

/** The link that proves a new address, to that address. */
async function sendEmailChange(payload: Record<string, unknown>, services: Services): Promise<void> {
  const token = await openToken(services, payload);
  const reader = token?.person_id ? await readerOf(services, token.person_id) : null;
  if (!token || !reader) return;
  await mail(services, { ...reader, email: token.email }, token.id, (say) => ({
    subject: say('email.subject'),
    paragraphs: [say('email.text'), say('linkUntil', { until: new Date(token.expires_at) }), say('ignore')],
    action: {
      label: say('email.action'),
      url: webUrl(services.config, reader.lang, `/email/${tokenText(token.id, services.config.secrets)}`),
    },
  }));
}

/** To the old address: it is one no more, and how to take that back. */
async function sendEmailChanged(payload: Record<string, unknown>, services: Services): Promise<void> {
  const token = await openToken(services, payload);
  const reader = token?.person_id ? await readerOf(services, token.person_id, true) : null;
  if (!token || !reader) return;
  await mail(services, { ...reader, email: token.email }, token.id, (say) => ({
    subject: say('emailChanged.subject'),
    paragraphs: [say('emailChanged.text'), say('linkUntil', { until: new Date(token.expires_at) })],
    action: {
      label: say('emailChanged.action'),
      url: webUrl(services.config, reader.lang, `/email/undo/${tokenText(token.id, services.config.secrets)}`),
    },
  }));
}

type Kind = 'linked' | 'unlinked' | 'closed';

/** Tells the owner of an account what happened to it, and where to go if it was somebody else. */
function tells(kind: Kind): JobHandler {
  return async (payload, services) => {
    const reader = await readerOf(services, String(payload['personId']), true);
    if (!reader) return;
    const key = String(payload['provider'] ?? '');
    const at = new Date(String(payload['at']));
    const values = { at, provider: providerOf(services.config, key)?.label ?? key };
    const part = (name: 'subject' | 'text'): AccountMessage => `${kind}.${name}`;
    await mail(services, reader, `${kind}-${String(payload['identityId'] ?? payload['personId'])}-${at.getTime()}`, (say) => ({
      subject: say(part('subject'), values),
      paragraphs: [say(part('text'), values)],
      action: { label: say('changed.action'), url: webUrl(services.config, reader.lang, '/reset') },
    }));
  };
}

/** The mails about what changed in an account. */
export const changeJobs: JobHandlers = {
  EmailChangeRequested: sendEmailChange,
  EmailChanged: sendEmailChanged,
  IdentityLinked: tells('linked'),
  IdentityUnlinked: tells('unlinked'),
  AccountDeactivated: tells('closed'),
};
