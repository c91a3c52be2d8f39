import { dateIn } from '../../platform/clock.js';
import type { JobHandler } from '../../platform/outbox/outbox.js';
import { levelOf } from './delivery.js';
import { mayDo } from './holders.js';
import { makeNotices } from './make-notices.js';

const OPEN_POST = `p.visibility = 'VISIBLE' AND p.withdrawn_at IS NULL AND t.visibility = 'VISIBLE'`;
const OF_THREAD = 't.id AS thread_id, t.network_id, t.county_id';
const MAY_READ = mayDo('discussion.read', { person: 'x.person_id', network: 't.network_id', path: 'c.path', today: '$2' });
const LEVEL = levelOf({ person: 'x.person_id', thread: 't.id', network: 't.network_id' });
const POSTS = `posts p JOIN threads t ON t.id = p.thread_id JOIN territories c ON c.id = t.county_id`;

/** To whom a reply is told: whoever wrote in the thread or watches it, but not its author, nor whom it mentions, since that is told too. */
const REPLY = `
  SELECT x.person_id, CASE WHEN x.person_id = t.author_id
      AND NOT EXISTS (SELECT 1 FROM posts e WHERE e.thread_id = t.id AND e.no > 1 AND e.no < p.no AND e.author_id <> t.author_id) THEN 'FIRST_REPLIED' ELSE 'REPLIED' END AS event,
    'Post' AS subject_type, p.id AS subject_id, ${OF_THREAD}, p.created_at AS at, ${LEVEL} AS level
  FROM ${POSTS} JOIN LATERAL (
    SELECT o.author_id AS person_id FROM posts o WHERE o.thread_id = t.id
    UNION SELECT t.author_id
    UNION SELECT w.person_id FROM watches w WHERE w.subject_type = 'Thread' AND w.subject_id = t.id
  ) x ON x.person_id <> p.author_id AND NOT EXISTS (SELECT 1 FROM post_mentions m WHERE m.post_id = p.id AND m.person_id = x.person_id)
  WHERE p.id = $1 AND p.no > 1 AND ${OPEN_POST} AND ${MAY_READ}`;

const MENTION = `
  SELECT x.person_id, 'MENTIONED' AS event, 'Post' AS subject_type, p.id AS subject_id, ${OF_THREAD}, x.mentioned_at AS at, ${LEVEL} AS level
  FROM ${POSTS} JOIN post_mentions x ON x.post_id = p.id AND x.person_id = $3 WHERE p.id = $1 AND ${OPEN_POST} AND ${MAY_READ}`;

const THREAD = `
  SELECT x.person_id, 'THREAD_STARTED' AS event, 'Thread' AS subject_type, t.id AS subject_id, ${OF_THREAD}, t.created_at AS at, ${LEVEL} AS level
  FROM threads t JOIN territories c ON c.id = t.county_id
  JOIN watches x ON x.subject_type = 'Network' AND x.subject_id = t.network_id AND x.level = 'WATCH' AND x.person_id <> t.author_id
  WHERE t.id = $1 AND t.visibility = 'VISIBLE' AND ${MAY_READ}`;

const ACCEPTED = `
  SELECT x.person_id, 'ANSWER_ACCEPTED' AS event, 'Post' AS subject_type, p.id AS subject_id, ${OF_THREAD}, t.accepted_at AS at, ${LEVEL} AS level
  FROM ${POSTS} CROSS JOIN LATERAL (SELECT p.author_id AS person_id) x
  WHERE p.id = $1 AND t.accepted_post_id = p.id AND p.author_id <> $3::uuid AND ${OPEN_POST} AND ${MAY_READ}`;

/** Makes a handler: the message's id of the subject, and one more of its ids. */
function tells(source: string, subject: 'postId' | 'threadId', other?: string): JobHandler {
  return async (payload, services) => {
    const today = dateIn(services.clock.now(), services.config.timeZone);
    await makeNotices(services.db, source, [payload[subject], today, ...(other ? [payload[other]] : [])]);
  };
}

/** What happens in threads, as notices of those who may read it. */
export const threadNotices = {
  PostCreated: tells(REPLY, 'postId'),
  MemberMentioned: tells(MENTION, 'postId', 'personId'),
  ThreadStarted: tells(THREAD, 'threadId'),
  AnswerAccepted: tells(ACCEPTED, 'postId', 'by'),
};
