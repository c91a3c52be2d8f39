import type { Viewer } from '../../../platform/authorize.js';
import type { Sql } from '../../../platform/database/database.js';
import type { PostRow } from '../post.statement.js';
import type { PollStandingType } from './poll.types.js';
import { pollRows, pollStanding, votersOf } from './polls.queries.js';

/** How the poll of a post stands for a reader; null where it has none. */
export type LivePolls = (postId: string, viewer: Viewer) => PollStandingType | null;

/** The polls of posts that are told to readers: nothing is asked where no post has one, nor who voted where everybody sees results. */
export async function pollsOf(sql: Sql, posts: readonly PostRow[], readers: readonly { viewer: Viewer }[], now: Date): Promise<LivePolls> {
  const ids = posts.filter((post) => post.has_poll).map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await pollRows(sql, ids, now);
  const guarded = rows.filter(({ results, ended_at }) => results === 'AFTER_VOTE' && ended_at === null).map(({ post_id }) => post_id);
  const people = [...new Set(readers.flatMap(({ viewer }) => viewer.personId ?? []))];
  const pairs = guarded.length === 0 ? [] : await votersOf(sql, guarded, people);
  const voted = new Set(pairs.map(({ post_id, person_id }) => `${post_id} ${person_id}`));
  const byPost = new Map(rows.map((row) => [row.post_id, row]));
  return (postId, viewer) => {
    const row = byPost.get(postId);
    return row ? pollStanding(row, voted.has(`${postId} ${viewer.personId ?? ''}`)) : null;
  };
}
