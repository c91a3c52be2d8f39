import { LANGUAGES, type Language } from '@stoa/domain';
import { translator } from '../../../platform/i18n/translate.js';
import { composeMail } from '../../../platform/mail/compose.js';
import type { JobHandlers } from '../../../platform/outbox/outbox.js';
import type { Services } from '../../../platform/services.js';
import { webUrl } from '../../../platform/web-url.js';
import { mergingWords } from './words.js';

interface Told {
  side: 'keep' | 'away';
  name: string;
  email: string;
  lang: string;
  at: string;
}

/** Tells both addresses what became of the accounts; neither learns the other, lest the administrator was wrong. */
async function tellBoth({ awayId }: Record<string, unknown>, services: Services): Promise<void> {
  const rows = await services.db.rows<Told>(
    `SELECT 'keep' AS side, k.display_name AS name, k.email, k.lang, a.merged_at AS at
     FROM people a JOIN people k ON k.id = a.merged_into WHERE a.id = $1 AND k.email IS NOT NULL
     UNION ALL SELECT 'away', a.display_name, a.merged_email, a.lang, a.merged_at FROM people a WHERE a.id = $1 AND a.merged_email IS NOT NULL`,
    [String(awayId)],
  );
  for (const each of rows) await tell(services, String(awayId), each);
}

async function tell(services: Services, awayId: string, { side, name, email, lang: known, at }: Told): Promise<void> {
  const lang: Language = LANGUAGES.find((each) => each === known) ?? 'en';
  const say = translator(mergingWords, lang, services.config.timeZone);
  await services.mailer.send(
    await composeMail(email, lang, `merged-${awayId}-${side}`, {
      subject: say('subject'),
      greeting: say('greeting', { name }),
      paragraphs: [say(`${side}.text`, { at: new Date(at) }), say(`${side}.signIn`), say('notYou')],
      action: { label: say('action'), url: webUrl(services.config, lang, '/sign-in') },
      footer: say('footer'),
    }),
  );
}

/** What follows from a merge. */
export const mergingJobs: JobHandlers = { PeopleMerged: tellBoth };
