import { dateIn } from '../../../platform/clock.js';
import { translator } from '../../../platform/i18n/translate.js';
import { composeMail } from '../../../platform/mail/compose.js';
import type { JobHandlers } from '../../../platform/outbox/outbox.js';
import type { Services } from '../../../platform/services.js';
import { webUrl } from '../../../platform/web-url.js';
import { readerOf } from '../../accounts/index.js';
import { administratorsOn } from '../../appointments/index.js';
import { privacyWords } from '../words/index.js';
import { correctionRow } from './correction.queries.js';

/** Tells everybody who may decide; what it is about, and who asks, they read in Stoa alone. */
async function tellAdministrators(services: Services, requestId: string): Promise<void> {
  const request = await correctionRow(services.db, requestId);
  if (request?.state !== 'OPEN') return;
  const { config, clock, db, mailer } = services;
  for (const personId of await administratorsOn(db, dateIn(clock.now(), config.timeZone))) {
    const reader = personId === request.person_id ? null : await readerOf(services, personId);
    if (!reader) continue;
    const say = translator(privacyWords, reader.lang, config.timeZone);
    await mailer.send(
      await composeMail(reader.email, reader.lang, `correction-asked-${requestId}-${personId}`, {
        subject: say('correctionAsked.subject'),
        greeting: say('greeting', { name: reader.name }),
        paragraphs: [say('correctionAsked.text', { due: new Date(request.due_at) })],
        action: { label: say('correctionAsked.action'), url: webUrl(config, reader.lang, '/admin/corrections') },
        footer: say('correctionAsked.footer'),
      }),
    );
  }
}

/** Tells the person what became of their request, with the answer as it was written. */
async function tellAsker(services: Services, requestId: string): Promise<void> {
  const request = await correctionRow(services.db, requestId);
  const reader = request && (await readerOf(services, request.person_id));
  if (!reader || request.state === 'OPEN') return;
  const say = translator(privacyWords, reader.lang, services.config.timeZone);
  const kind = request.state === 'DONE' ? 'correctionDone' : 'correctionDeclined';
  await services.mailer.send(
    await composeMail(reader.email, reader.lang, `correction-decided-${requestId}`, {
      subject: say(`${kind}.subject`),
      greeting: say('greeting', { name: reader.name }),
      paragraphs: [say(`${kind}.text`), ...(request.answer ? [request.answer] : [])],
      action: { label: say('action'), url: webUrl(services.config, reader.lang, '/me/privacy') },
      footer: say('footer'),
    }),
  );
}

/** What follows from a request for correction, and from its answer. */
export const correctionJobs: JobHandlers = {
  CorrectionRequested: (payload, services) => tellAdministrators(services, String(payload['requestId'])),
  CorrectionDecided: (payload, services) => tellAsker(services, String(payload['requestId'])),
};
