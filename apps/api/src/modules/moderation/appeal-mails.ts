import { allows, type AppealState } from '@stoa/domain';
import { dateIn } from '../../platform/clock.js';
import { translator } from '../../platform/i18n/translate.js';
import { composeMail } from '../../platform/mail/compose.js';
import type { Services } from '../../platform/services.js';
import { webUrl } from '../../platform/web-url.js';
import { mailStop, readerOf, wantsMail } from '../accounts/index.js';
import { appealMessages } from './appeal-messages.js';
import { adapterOf } from './subjects.js';

interface Told {
  id: string;
  state: AppealState;
  statement: string;
  answer: string;
  subject_type: string;
  subject_id: string;
  scope_id: string;
  author_id: string;
  author: string;
  first_by: string;
  decided_by: string | null;
  network: string;
  path: string[];
}

/** An appeal as it is when the mail is written. */
function appealOf(services: Services, payload: Record<string, unknown>): Promise<Told | null> {
  return services.db.row<Told>(
    `SELECT a.id, a.state, a.statement, a.answer, a.subject_type, a.subject_id, a.scope_id, a.author_id, p.display_name AS author, d.decided_by AS first_by, a.decided_by,
       n.name AS network, c.path
     FROM appeals a JOIN moderation_decisions d ON d.id = a.decision_id JOIN people p ON p.id = a.author_id JOIN networks n ON n.id = a.scope_id
     JOIN territories c ON c.id = a.county_id WHERE a.id = $1`,
    [String(payload['appealId'])],
  );
}

/** Who answers today: the county; where it decided first or is concerned, the region; then an administrator. */
async function deciders(services: Services, told: Told): Promise<string[]> {
  const today = dateIn(services.clock.now(), services.config.timeZone);
  const rows = await services.db.rows<{ person_id: string; role: string }>(
    `SELECT DISTINCT a.person_id, a.role FROM appointments a
     WHERE (a.role IN ('CC', 'RC') AND a.scope_id = ANY($1) OR a.role = 'AD') AND a.person_id <> ALL($3)
       AND a.revoked_at IS NULL AND a.starts_on <= $2 AND (a.ends_on IS NULL OR a.ends_on >= $2) ORDER BY a.person_id`,
    [told.path, today, [told.author_id, told.first_by]],
  );
  const level = ['CC', 'RC', 'AD'].find((role) => rows.some((row) => row.role === role));
  return rows.filter((row) => row.role === level).map((row) => row.person_id);
}

interface Letter {
  to: string;
  key: string;
  words: 'made' | 'kept' | 'reversed' | 'keptFirst' | 'reversedFirst';
  page: string;
  text: string;
}

async function send(services: Services, told: Told, letter: Letter): Promise<void> {
  const reader = await readerOf(services, letter.to);
  const kind = letter.words === 'made' ? 'REVIEW' : 'DECISION';
  if (!reader || !(await wantsMail(services, letter.to, kind, told.scope_id))) return;
  const [notice] = await adapterOf(told.subject_type).notices(services.db, [told.subject_id]);
  const stop = mailStop(services, reader.lang, { personId: letter.to, kind, networkId: told.scope_id });
  const say = translator(appealMessages, reader.lang);
  const values = { title: notice?.title ?? told.network, network: told.network, author: told.author };
  await services.mailer.send(
    await composeMail(reader.email, reader.lang, letter.key, {
      subject: say(`${letter.words}.subject`, values),
      greeting: say('greeting', { name: reader.name }),
      paragraphs: [say(`${letter.words}.text`, values), ...(letter.text ? [say('quote', { text: letter.text })] : [])],
      action: { label: say('open'), url: webUrl(services.config, reader.lang, letter.page) },
      footer: say('footer'),
      ...(stop && { stop }),
    }),
  );
}

/** Tells those who may answer that somebody appeals. */
export async function tellDeciders(payload: Record<string, unknown>, services: Services): Promise<void> {
  const told = await appealOf(services, payload);
  if (told?.state !== 'OPEN') return;
  for (const to of await deciders(services, told))
    await send(services, told, { to, key: `appeal-${told.id}-${to}`, words: 'made', page: '/review/appeals', text: told.statement });
}

/** Tells both sides how an appeal was answered: its author, and who decided first, as long as that person reads the log there. */
export async function tellBothSides(payload: Record<string, unknown>, services: Services): Promise<void> {
  const told = await appealOf(services, payload);
  if (!told || told.state === 'OPEN') return;
  const kept = told.state === 'DECISION_KEPT';
  const text = told.answer;
  await send(services, told, {
    to: told.author_id,
    key: `appeal-answer-${told.id}`,
    words: kept ? 'kept' : 'reversed',
    page: '/me/decisions',
    text,
  });
  // Whoever gave in before the answer knows it.
  if (told.first_by === told.decided_by) return;
  const place = { scopes: [told.scope_id, ...told.path], networkId: told.scope_id };
  if (!allows(await services.viewerOf(told.first_by), 'moderation.readLog', place)) return;
  const [notice] = await adapterOf(told.subject_type).notices(services.db, [told.subject_id]);
  await send(services, told, {
    to: told.first_by,
    key: `appeal-first-${told.id}`,
    words: kept ? 'keptFirst' : 'reversedFirst',
    page: notice?.path ?? '/review',
    text,
  });
}
