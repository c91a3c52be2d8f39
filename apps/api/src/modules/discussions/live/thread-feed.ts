import { threadState } from '@stoa/domain';
import type { Viewer } from '../../../platform/authorize.js';
import type { Sql } from '../../../platform/database/database.js';
import { cursors } from '../../../platform/graphql/cursor.js';
import type { Told } from '../../../platform/live/channel.js';
import type { Feed } from '../../../platform/live/hub.js';
import type { LiveReader } from '../../../platform/live/reader.js';
import { toPerson, type PersonType } from '../../accounts/index.js';
import type { PostAttachmentType } from '../attachments/attachment.types.js';
import { attachmentsText } from '../attachments/attachment.shape.js';
import { canReadThread, canSeeThreadReason, canSeeTrace, threadAbilities } from '../discussions.policy.js';
import { postStatement, type PostRow } from '../post.statement.js';
import { toPost } from '../posts.queries.js';
import { pollsOf, type LivePolls } from '../polls/live-polls.js';
import { decisionSeq, lastReason } from '../thread.plan.js';
import { threadStatement, type ThreadRow } from '../thread.statement.js';
import { THREAD_TOPIC } from './changes.js';
import type { PostChangeType, ThreadChangeType, ThreadStandingType } from './thread-change.types.js';

/** Whoever was away for longer gets it in parts. */
const MOST = 100;
/** Readers who stand far apart are read for in turn, so that those at the end need not wait for who begins. */
const TURNS = 3;

interface Decided {
  change_no: number;
  decision_seq: number;
  last_reason: string | null;
}
interface LiveThread extends ThreadRow, Decided {
  summary_body: string | null;
  summary_html: string;
  summary_at: string;
  summary_version: number;
  summary_by: string;
  summary_handle: string;
  summary_name: string;
}
interface LivePost extends PostRow, Decided {
  thanks_count: number;
  agree_count: number;
  idea_count: number;
  attachments: string;
}

const THREAD = threadStatement('NULL', 't.id = $1', {
  columns: `, ${decisionSeq('Thread', 't.id', 't.county_id')} AS decision_seq, ${lastReason('Thread', 't.id', 't.county_id')} AS last_reason, su.body AS summary_body,
    su.body_html AS summary_html, su.written_at AS summary_at, su.version AS summary_version, su.written_by AS summary_by, sa.handle AS summary_handle, sa.display_name AS summary_name`,
  joins: '\n    LEFT JOIN thread_summaries su ON su.thread_id = t.id LEFT JOIN people sa ON sa.id = su.written_by',
});
/** Files of a post as the page has them, where it has any. */
const ATTACHMENTS = attachmentsText('p.id', 'p.county_id', 'p.attachments_count');
const POSTS = postStatement(
  'p.thread_id = $1 AND p.change_no > 0 AND p.change_no > $2 AND p.change_no <= $3 ORDER BY p.change_no LIMIT $4',
  {
    column: `p.change_no, p.thanks_count, p.agree_count, p.idea_count, ${ATTACHMENTS} AS attachments, ${decisionSeq('Post', 'p.id', 'p.county_id')} AS decision_seq, ${lastReason('Post', 'p.id', 'p.county_id')} AS last_reason`,
    join: '',
  },
);

/** What is new in a thread: posts in the order of their changes, how it stands, who is writing. A reader's place is the number of a change. */
export const threadFeed: Feed<number> = {
  topic: THREAD_TOPIC,
  async deliver({ id, readers, told }, { db, config, clock }) {
    const thread = await db.row<LiveThread>(THREAD, [id]);
    const reading = thread ? readers.filter(({ viewer }) => canReadThread(viewer, thread)) : [];
    for (const reader of readers) if (!reading.includes(reader)) reader.end('NOT_FOUND');
    if (!thread || reading.length === 0) return;
    // After a backup was restored somebody may have been told more than ever happened.
    for (const reader of reading) reader.place = Math.min(reader.place, thread.change_no);
    const writing = await writers(db, told);
    let left = reading;
    for (let turn = 0; turn < TURNS && left.length > 0; turn += 1) {
      const from = Math.min(...left.map(({ place }) => place));
      const posts = from < thread.change_no ? await db.rows<LivePost>(POSTS, [id, from, thread.change_no, MOST]) : [];
      const upTo = posts.length < MOST ? thread.change_no : (posts.at(-1)?.change_no ?? thread.change_no);
      const polls = await pollsOf(db, posts, left, clock.now());
      const further = left.filter(({ place }) => upTo < thread.change_no && place >= upTo);
      tell(
        left.filter((reader) => !further.includes(reader)),
        { thread, posts, polls, writing, upTo },
        cursors(config.secrets[0] ?? ''),
      );
      left = further;
    }
    for (const reader of left) reader.continues();
  },
};

interface News {
  thread: LiveThread;
  posts: readonly LivePost[];
  polls: LivePolls;
  writing: PersonType[];
  upTo: number;
}

/** Tells each what is new to them. Those who see the same are given the same payload, which is then written out once. */
function tell(readers: readonly LiveReader<number>[], news: News, sealer: ReturnType<typeof cursors>): void {
  const { thread, posts, polls, writing, upTo } = news;
  const payloads = new Map<string, ThreadChangeType>();
  for (const reader of readers) {
    const fresh = posts.filter(({ change_no }) => change_no > reader.place);
    if (reader.place >= upTo && !reader.missed && writing.length === 0) continue;
    const change: ThreadChangeType = {
      changeNo: Math.max(reader.place, upTo),
      thread: standing(reader.viewer, thread),
      posts: fresh.map((row) => ({
        ...postChange(reader.viewer, thread, row, polls),
        cursor: sealer.seal([row.no]),
      })),
      writing,
    };
    const key = alike(change);
    const payload = payloads.get(key) ?? change;
    payloads.set(key, payload);
    reader.place = change.changeNo;
    reader.send(payload);
    if (reader.place < thread.change_no) reader.continues();
  }
}

/** What of a change depends on who looks. Texts are there or not; everything else is as the database has it. */
function alike({ changeNo, thread, posts }: ThreadChangeType): string {
  const each = posts.map(({ post, hiddenReason, poll }) => [
    post.no,
    post.author === null,
    post.html === null,
    hiddenReason === null,
    poll?.votes === null,
    post.viewerCan,
  ]);
  return JSON.stringify([changeNo, thread.viewerCan, each]);
}

function standing(viewer: Viewer, row: LiveThread): ThreadStandingType {
  return {
    state: threadState(row),
    stateReason: canSeeThreadReason(row) ? row.last_reason : null,
    locked: row.locked,
    pinned: row.pinned,
    lockedUntil: row.locked_until,
    pinnedUntil: row.pinned_until,
    slowSeconds: row.slow_seconds,
    postsCount: row.posts_count,
    lastPostNo: row.last_post_no,
    firstReplyAt: row.first_reply_at,
    acceptedPostNo: row.accepted_post_no,
    acceptedAt: row.accepted_at,
    summary:
      row.summary_body === null
        ? null
        : {
            body: row.summary_body,
            html: row.summary_html,
            writtenAt: row.summary_at,
            version: row.summary_version,
            writtenBy: toPerson({ id: row.summary_by, handle: row.summary_handle, display_name: row.summary_name }),
          },
    decisionSeq: row.decision_seq,
    viewerCan: threadAbilities(viewer, row),
    version: row.version,
  };
}

function postChange(viewer: Viewer, thread: LiveThread, row: LivePost, polls: LivePolls): Omit<PostChangeType, 'cursor'> {
  const post = toPost({ viewer }, thread, row);
  const isRead = post.html !== null;
  return {
    post,
    hiddenReason: row.visibility !== 'VISIBLE' && canSeeTrace(viewer, thread, row) ? row.last_reason : null,
    decisionSeq: row.decision_seq,
    thanks: isRead ? row.thanks_count : 0,
    agree: isRead ? row.agree_count : 0,
    idea: isRead ? row.idea_count : 0,
    attachments: isRead ? (JSON.parse(row.attachments) as PostAttachmentType[]) : [],
    poll: isRead ? polls(row.id, viewer) : null,
  };
}

async function writers(sql: Sql, told: readonly Told[]): Promise<PersonType[]> {
  const ids = [...new Set(told.flatMap(({ writing }) => writing ?? []))];
  if (ids.length === 0) return [];
  const rows = await sql.rows<Parameters<typeof toPerson>[0]>(
    "SELECT id, handle, display_name FROM people WHERE id = ANY($1) AND status = 'ACTIVE' ORDER BY display_name, id",
    [ids],
  );
  return rows.map(toPerson);
}
