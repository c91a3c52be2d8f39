import { DIGEST_PERIODS, localTime, type DigestPeriod } from '@stoa/domain';
import { dateIn, localInstant } from '../../platform/clock.js';
import { composeMail, type MailGroup } from '../../platform/mail/compose.js';
import type { Mail } from '../../platform/mail/mailer.js';
import type { JobHandler } from '../../platform/outbox/outbox.js';
import type { Services } from '../../platform/services.js';
import { webUrl } from '../../platform/web-url.js';
import { readerOf, timeZoneOf, timeZonesIn, ZONE, type Reader } from '../accounts/index.js';
import { watchedDelivery } from './delivery.js';
import { valuesOf, wordsFor, type SayNotice } from './letters.js';
import { NOTICE_DELIVERY, noticePath, noticesSeenBy, type NoticeRow } from './notice.statement.js';
import { unsubscribeUrl } from './unsubscribe-link.js';

/** Digests go out from this hour of their reader's day on. */
const HOUR = 7;
const HOUR_MS = 3_600_000;
/** One that no node could send within a day is not made up for: its news come with the next. */
const LATEST_MS = 24 * HOUR_MS;
/** What is older is in the inbox alone, however it is chosen now. */
const DAYS: Readonly<Record<DigestPeriod, number>> = { DAILY: 3, WEEKLY: 14 };
/** Mail programs cut what is longer than some 100 KB. */
const MOST_BYTES = 90_000;
const MOST_ROWS = 500;

/** The day of a digest that is due at an instant, and the instant up to which it tells; of a week its Monday. Null before the hour, and a day later. */
function dueAt(period: DigestPeriod, now: Date, timeZone: string): { day: string; until: Date } | null {
  const today = localTime(now, timeZone).date;
  const back = period === 'DAILY' ? 0 : (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const day = new Date(Date.parse(`${today}T00:00:00Z`) - back * 24 * HOUR_MS).toISOString().slice(0, 10);
  const until = localInstant(day, HOUR, timeZone);
  return now < until || now.getTime() >= until.getTime() + LATEST_MS ? null : { day, until };
}

const CHOSEN = watchedDelivery({ person: 'n.person_id', kind: 'n.kind', thread: 'n.thread_id', network: 'n.network_id' });

/** Has digests written for whoever has news and got none for the day or week. Any node may ask, as often as it likes. */
export const startDigests: JobHandler = async (_payload, services) => {
  const zones = await timeZonesIn(services);
  for (const [period, zone] of DIGEST_PERIODS.flatMap((each) => zones.map((of) => [each, of] as const))) {
    const due = dueAt(period, services.clock.now(), zone);
    if (!due) continue;
    await services.db.rows(
      `SELECT graphile_worker.add_job('DigestDue', json_build_object('personId', d.person_id, 'period', $1::text), max_attempts => 12,
         job_key => 'digest:' || $1 || ':' || d.person_id) IS NULL AS told
       FROM (SELECT DISTINCT n.person_id FROM notices n JOIN people p ON p.id = n.person_id AND ${ZONE('p', '$5')} = $6
       WHERE n.at < $3 AND n.at >= $3::timestamptz - make_interval(days => $4) AND n.read_at IS NULL
         AND n.mailed_at IS NULL AND ${CHOSEN} = $1::text
         AND NOT EXISTS (SELECT 1 FROM digests g WHERE g.person_id = n.person_id AND g.period = $1 AND g.day = $2::date)) d`,
      [period, due.day, due.until, DAYS[period], services.config.timeZone, zone],
    );
  }
};

/** Writes a digest. Whoever takes it in hand first sends it; one that fell with its program is not sent, and its news come with the next. */
export const sendDigest: JobHandler = async (payload, services) => {
  const personId = String(payload['personId']);
  const period = payload['period'] as DigestPeriod;
  const due = dueAt(period, services.clock.now(), await timeZoneOf(services, personId));
  const reader = await readerOf(services, personId);
  if (!due || !reader) return;
  const rows = await newsOf(services, personId, period, due.until);
  if (rows.length === 0) return;
  const digest = [personId, period, due.day];
  const claimed = await services.db.row(
    'INSERT INTO digests (person_id, period, day, claimed_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1',
    [...digest, services.clock.now()],
  );
  if (!claimed) return;
  try {
    await services.mailer.send(await compose(services, { reader, personId, period, day: due.day, rows }));
  } catch (error) {
    await services.db.row('DELETE FROM digests WHERE person_id = $1 AND period = $2 AND day = $3', digest);
    throw error;
  }
  await services.db.row(
    `WITH sent AS (UPDATE digests SET sent_at = $4 WHERE person_id = $1 AND period = $2 AND day = $3)
     UPDATE notices SET mailed_at = $4 WHERE id = ANY($5)`,
    [...digest, services.clock.now(), rows.map(({ id }) => id)],
  );
};

async function newsOf(services: Services, personId: string, period: DigestPeriod, until: Date): Promise<NoticeRow[]> {
  const values: unknown[] = [];
  const $ = (value: unknown): string => `$${values.push(value)}`;
  const today = dateIn(services.clock.now(), services.config.timeZone);
  const seen = noticesSeenBy(await services.viewerOf(personId), { today }, $, [
    'n.mailed_at IS NULL',
    `n.at < ${$(until)} AND n.at >= ${$(new Date(until.getTime() - DAYS[period] * 24 * HOUR_MS))}`,
    `${NOTICE_DELIVERY} = ${$(period)}::text`,
  ]);
  return services.db.rows<NoticeRow>(
    `SELECT * FROM (${seen}) s WHERE s.unread ORDER BY s.at DESC, s.post_no DESC NULLS LAST, s.id DESC LIMIT ${MOST_ROWS}`,
    values,
  );
}

interface DigestOf {
  reader: Reader;
  personId: string;
  period: DigestPeriod;
  day: string;
  rows: readonly NoticeRow[];
}

/** Notices by thread, the thread with the newest first. */
function byThread(rows: readonly NoticeRow[]): NoticeRow[][] {
  const groups = new Map<string, NoticeRow[]>();
  for (const row of rows) groups.set(row.group_id, [...(groups.get(row.group_id) ?? []), row]);
  return [...groups.values()];
}

/** One line for each kind of happening, with who wrote. */
function linesOf(say: SayNotice, rows: readonly NoticeRow[]): string[] {
  return [...new Set(rows.map(({ event }) => event))].map((event) => {
    const same = rows.filter((row) => row.event === event);
    const names = [...new Set(same.map((row) => row.actor_name ?? ''))].slice(0, 5).join(', ');
    return say(`line.${event}`, { ...valuesOf(same[0] as NoticeRow), names, count: same.length });
  });
}

async function compose(services: Services, { reader, personId, period, day, rows }: DigestOf): Promise<Mail> {
  const { config } = services;
  const say = wordsFor(services, reader.lang);
  const groups = byThread(rows).map((group): MailGroup => {
    const row = group[0] as NoticeRow;
    return {
      title: row.title ?? row.network_name,
      lang: row.title ? row.lang : row.network_lang,
      ...(row.title && { place: row.network_name }),
      url: webUrl(config, reader.lang, noticePath(group.at(-1) as NoticeRow)),
      lines: linesOf(say, group),
    };
  });
  const written = (shown: number) =>
    composeMail(reader.email, reader.lang, `digest-${period}-${day}-${personId}`, {
      subject: say(`digest.subject.${period}`, { count: groups.length }),
      greeting: say('greeting', { name: reader.name }),
      paragraphs: [say(`digest.intro.${period}`)],
      groups: groups.slice(0, shown),
      ...(shown < groups.length && { after: say('digest.more', { count: groups.length - shown }) }),
      action: { label: say('digest.open'), url: webUrl(config, reader.lang, '/inbox') },
      footer: say('footer'),
      stop: { label: say(`stop.${period}`), url: unsubscribeUrl(config, reader.lang, { personId, digest: period }, services.clock.now()) },
    });
  for (let shown = groups.length; ; shown = Math.floor(shown * 0.8)) {
    const mail = await written(shown);
    if (shown <= 1 || Buffer.byteLength(mail.html) + Buffer.byteLength(mail.text) < MOST_BYTES) return mail;
  }
}
