import { allows, threadState } from '@stoa/domain';
import { toGlobalId } from '../../../platform/ids.js';
import type { Feed } from '../../../platform/live/hub.js';
import { canReadThread } from '../discussions.policy.js';
import { threadStatement, type ThreadRow } from '../thread.statement.js';
import { DISCUSSIONS_TOPIC } from './changes.js';
import type { DiscussionsChangeType, ThreadActivityType } from './thread-change.types.js';

const NETWORK = 'SELECT c.path FROM networks n JOIN territories c ON c.id = n.county_id WHERE n.id = $1';
const THREADS = threadStatement('NULL', 't.id = ANY($1) ORDER BY t.last_post_at DESC, t.id');

/** Threads of a network in which something happened, for lists: each reader is told of those that they may read. */
export const discussionsFeed: Feed<null> = {
  topic: DISCUSSIONS_TOPIC,
  async deliver({ id, readers, told }, { db }) {
    const network = await db.row<{ path: string[] }>(NETWORK, [id]);
    const target = { scopes: [id, ...(network?.path ?? [])], networkId: id };
    const threadIds = [...new Set(told.flatMap(({ thread }) => thread ?? []))];
    const rows = network && threadIds.length > 0 ? await db.rows<ThreadRow>(THREADS, [threadIds]) : [];
    const payloads = new Map<string, DiscussionsChangeType>();
    for (const reader of readers) {
      if (!network || !allows(reader.viewer, 'discussion.read', target)) {
        reader.end('NOT_FOUND');
        continue;
      }
      const threads = rows.filter((row) => canReadThread(reader.viewer, row)).map(activity);
      if (threads.length === 0 && !reader.missed) continue;
      const key = [reader.missed, ...threads.map((thread) => thread.id)].join();
      const payload = payloads.get(key) ?? { missed: reader.missed, threads };
      payloads.set(key, payload);
      reader.send(payload);
    }
  },
};

function activity(row: ThreadRow): ThreadActivityType {
  return {
    id: toGlobalId('Thread', row.id),
    state: threadState(row),
    pinned: row.pinned,
    postsCount: row.posts_count,
    lastPostNo: row.last_post_no,
    lastPostAt: row.last_post_at,
    acceptedPostNo: row.accepted_post_no,
  };
}
