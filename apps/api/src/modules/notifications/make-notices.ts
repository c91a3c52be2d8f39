import { NOTICE_EVENTS, type NoticeEvent } from '@stoa/domain';
import type { Sql } from '../../platform/database/database.js';
import { announcing } from '../../platform/live/channel.js';
import { deliveryOf } from './delivery.js';
import { NOTICES_TOPIC } from './live/notices-feed.js';

/** What is told by a letter of this module; all else has letters of its own, with more to say. */
export const LETTERS = [
  'MENTIONED',
  'FIRST_REPLIED',
  'REPLIED',
  'THREAD_STARTED',
  'ANSWER_ACCEPTED',
  'FLAGGED',
] as const satisfies readonly NoticeEvent[];

const list = (texts: readonly string[]) => texts.map((text) => `'${text}'`).join(', ');
const KIND = `CASE s.event ${Object.entries(NOTICE_EVENTS)
  .map(([event, kind]) => `WHEN '${event}' THEN '${kind}'`)
  .join(' ')} END`;

/**
 * Makes notices of what a source gives, tells open pages of them, and has letters written where somebody wants them at once. Made twice it is made once; what
 * happens again is told again.
 * @param source a statement with person_id, event, subject_type, subject_id, thread_id, network_id, county_id, at and level, each row
 *   of somebody who has the right to know
 */
export async function makeNotices(sql: Sql, source: string, values: readonly unknown[]): Promise<void> {
  const of = { person: 's.person_id', kind: 's.kind', network: 's.network_id' };
  await sql.rows(
    `WITH source AS (SELECT s.*, ${KIND} AS kind FROM (${source}) s JOIN people p ON p.id = s.person_id AND p.status = 'ACTIVE'),
     chosen AS (SELECT s.*, CASE WHEN s.level = 'MUTE' THEN 'OFF' WHEN s.level = 'WATCH' AND s.kind = 'REPLY' THEN 'NOW' ELSE ${deliveryOf(of)} END AS delivery FROM source s),
     made AS (
       INSERT INTO notices (id, person_id, county_id, network_id, kind, event, subject_type, subject_id, thread_id, at, at_once)
       SELECT gen_random_uuid(), person_id, county_id, network_id, kind, event, subject_type, subject_id, thread_id, at, delivery = 'NOW' FROM chosen WHERE delivery <> 'OFF'
       ON CONFLICT (person_id, event, subject_id) DO UPDATE SET at = EXCLUDED.at, at_once = EXCLUDED.at_once, read_at = NULL, mailed_at = NULL WHERE notices.at < EXCLUDED.at
       RETURNING person_id, event, thread_id
     )
     SELECT ${announcing(NOTICES_TOPIC, 'm.person_id')}, CASE WHEN c.delivery = 'NOW' AND m.event IN (${list(LETTERS)}) THEN
         graphile_worker.add_job('NoticesDue', json_build_object('personId', m.person_id, 'threadId', m.thread_id), max_attempts => 12,
           job_key => 'notices:' || m.person_id || ':' || m.thread_id) IS NULL END AS told
     FROM made m JOIN chosen c USING (person_id, event)`,
    values,
  );
}
