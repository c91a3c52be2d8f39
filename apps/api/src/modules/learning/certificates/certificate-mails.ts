import { translator } from '../../../platform/i18n/translate.js';
import { composeMail } from '../../../platform/mail/compose.js';
import type { JobHandler } from '../../../platform/outbox/outbox.js';
import type { Services } from '../../../platform/services.js';
import { webUrl } from '../../../platform/web-url.js';
import { readerOf } from '../../accounts/index.js';
import { words } from '../words.js';
import { certificateStatement } from './certificate.queries.js';
import type { CertificateRow } from './certificate.types.js';

/** Tells a certificate's person that it was issued or revoked, where that is still so. */
function mail(state: CertificateRow['state']): JobHandler {
  return async (payload: Record<string, unknown>, services: Services) => {
    const row = await services.db.row<CertificateRow>(certificateStatement('c.id = $1'), [String(payload['certificateId'])]);
    const reader = row?.state === state ? await readerOf(services, row.person_id) : null;
    if (!row || !reader) return;
    const say = translator(words, reader.lang, services.config.timeZone);
    const { title, code } = row;
    const paragraphs =
      state === 'ISSUED'
        ? [say('issued.text', { title }), say('issued.check', { code })]
        : [say('revoked.text', { title, reason: row.revoke_reason })];
    await services.mailer.send(
      await composeMail(reader.email, reader.lang, `certificate-${state.toLowerCase()}-${row.id}`, {
        subject: say(state === 'ISSUED' ? 'issued.subject' : 'revoked.subject', { title }),
        greeting: say('greeting', { name: reader.name }),
        paragraphs,
        action: { label: say('openPortfolio'), url: webUrl(services.config, reader.lang, '/me/portfolio') },
        footer: say('footer'),
      }),
    );
  };
}

export const sendIssued = mail('ISSUED');
export const sendRevoked = mail('REVOKED');
