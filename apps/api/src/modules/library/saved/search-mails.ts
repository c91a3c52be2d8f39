import type { SearchMail } from '@stoa/domain';
import { translator } from '../../../platform/i18n/translate.js';
import { composeMail } from '../../../platform/mail/compose.js';
import type { JobHandler } from '../../../platform/outbox/outbox.js';
import { webUrl } from '../../../platform/web-url.js';
import { readerOf } from '../../accounts/index.js';
import { FACETS } from '../facets.js';
import type { Chosen } from '../queries/library.statement.js';
import { newestOf } from './newest.js';
import { stopUrl } from './search-links.js';
import { libraryWords } from './words.js';

/** Resources that a letter names. */
const NAMED = 20;
/** What was published a moment ago may not be in the search yet; it comes with the next letter. */
const MARGIN_MS = 5 * 60_000;
const PARAMS: Readonly<Record<(typeof FACETS)[number], string>> = {
  ...{ TOPIC: 'topic', SUBJECT: 'subject', LEVEL: 'level', KIND: 'kind', LANGUAGE: 'language', MINUTES: 'minutes' },
  ...{ LICENCE: 'licence', NETWORK: 'network', CENTRE: 'centre' },
};

/** Has letters written about searches whose time has come: daily ones, and on Mondays weekly ones. */
export const tellSavedSearches: JobHandler = async (_payload, { db, clock }) => {
  const monday = clock.now().getUTCDay() === 1;
  await db.rows(
    `SELECT graphile_worker.add_job('SavedSearchDue', json_build_object('searchId', s.id), max_attempts => 12, job_key => 'search:' || s.id) IS NULL AS told
     FROM saved_searches s WHERE s.mail = ANY($1)`,
    [monday ? ['DAILY', 'WEEKLY'] : ['DAILY']],
  );
};

interface DueRow {
  id: string;
  person_id: string;
  name: string;
  query: string;
  filter: Chosen;
  mail: SearchMail;
  told_until: string;
}

/** Writes one letter, where there is news that its reader may read now. Whoever takes the search in hand first sends it. */
export const sendSearchMail: JobHandler = async (payload, services) => {
  const { db, clock, config } = services;
  const search = await db.row<DueRow>(
    `SELECT id, person_id, name, query, filter, mail, told_until FROM saved_searches WHERE id = $1 AND mail <> 'NONE'`,
    [String(payload['searchId'])],
  );
  const reader = search && (await readerOf(services, search.person_id));
  if (!search || !reader) return;
  const until = new Date(clock.now().getTime() - MARGIN_MS);
  const viewer = await services.viewerOf(search.person_id);
  const rows = await newestOf(db, viewer, { ...search, after: new Date(search.told_until), until, limit: NAMED + 1 });
  if (rows.length === 0) return;
  const claim = 'UPDATE saved_searches SET told_until = $2 WHERE id = $1 AND told_until = $3::timestamptz RETURNING 1';
  if (!(await db.row(claim, [search.id, until.toISOString(), search.told_until]))) return;
  const say = translator(libraryWords, reader.lang, config.timeZone);
  const params = new URLSearchParams(search.query === '' ? [] : [['q', search.query]]);
  for (const facet of FACETS) for (const value of search.filter[facet] ?? []) params.append(PARAMS[facet], value);
  try {
    await services.mailer.send(
      await composeMail(reader.email, reader.lang, `search-${search.id}-${until.toISOString()}`, {
        subject: say('mail.subject', { count: rows.length, name: search.name }),
        greeting: say('mail.greeting', { name: reader.name }),
        paragraphs: [say('mail.body')],
        groups: rows.slice(0, NAMED).map(({ title, lang, slug, outcome, summary }) => ({
          title,
          lang,
          url: webUrl(config, reader.lang, `/library/${slug}`),
          lines: [outcome || summary].filter((line) => line !== ''),
        })),
        ...(rows.length > NAMED && { after: say('mail.more') }),
        action: { label: say('mail.action'), url: webUrl(config, reader.lang, `/library?${params.toString()}`) },
        footer: say('mail.footer'),
        stop: { label: say('mail.stop'), url: stopUrl(config, reader.lang, search.id, clock.now()) },
      }),
    );
  } catch (error) {
    await db.row(claim, [search.id, search.told_until, until.toISOString()]);
    throw error;
  }
};
