import { showsResults, type PollResults } from '@stoa/domain';
import type { Viewer } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Sql } from '../../../platform/database/database.js';
import { toGlobalId } from '../../../platform/ids.js';
import { canReadText, canReadThread } from '../discussions.policy.js';
import { postStatement, type PostRow } from '../post.statement.js';
import type { ThreadRow } from '../thread.statement.js';
import { threadRowById } from '../threads.queries.js';
import { pollAbilities } from './poll.policy.js';
import type { PollStandingType, PollType } from './poll.types.js';

/** A poll as every read has it. Times are ISO text. */
export interface PollRow {
  post_id: string;
  question: string;
  options: string[];
  multiple: boolean;
  results: PollResults;
  closes_at: string | null;
  /** When it ended, by itself or by somebody. */
  ended_at: string | null;
  version: number;
  voters: number;
  /** How many chose each option, in their order. */
  votes: number[];
}

/** Polls with their votes, which are counted each time: $1 their posts, $2 the time. */
const POLLS = `
  SELECT q.post_id, q.question, q.options, q.multiple, q.results, q.closes_at, q.version,
    least(q.closed_at, CASE WHEN q.closes_at <= $2 THEN q.closes_at END) AS ended_at,
    (SELECT count(DISTINCT v.person_id)::int FROM poll_votes v WHERE v.post_id = q.post_id) AS voters,
    ARRAY(SELECT count(v.person_id)::int FROM generate_series(1, jsonb_array_length(q.options)) AS o(no) LEFT JOIN poll_votes v ON v.post_id = q.post_id AND v.option_no = o.no
      GROUP BY o.no ORDER BY o.no) AS votes
  FROM polls q WHERE q.post_id = ANY($1)`;

/** Polls of posts; whoever asks was asked for the right. */
export function pollRows(sql: Sql, postIds: readonly string[], now: Date): Promise<PollRow[]> {
  return sql.rows<PollRow>(POLLS, [postIds, now]);
}

/** Which of some people voted in which of some polls, each pair once. */
export function votersOf(sql: Sql, postIds: readonly string[], personIds: readonly string[]) {
  return sql.rows<{ post_id: string; person_id: string }>(
    'SELECT DISTINCT post_id, person_id FROM poll_votes WHERE post_id = ANY($1) AND person_id = ANY($2)',
    [postIds, personIds],
  );
}

/** The poll of a post, or null where there is none or the viewer may not read the post. */
export async function pollFor(ctx: Context, postId: string): Promise<PollType | null> {
  const post = await ctx.db.row<PostRow>(postStatement('p.id = $1 AND p.has_poll'), [postId]);
  const thread = post && (await ctx.load(threadRowById, post.thread_id));
  if (!post || !thread || !canReadThread(ctx.viewer, thread) || !canReadText(ctx.viewer, thread, post)) return null;
  const [row] = await pollRows(ctx.db, [postId], ctx.clock.now());
  return row ? toPoll(ctx.viewer, { thread, post }, row, await choiceOf(ctx.db, postId, ctx.viewer.personId)) : null;
}

/** Numbers of the options that somebody chose. */
export async function choiceOf(sql: Sql, postId: string, personId: string | null): Promise<number[]> {
  const rows = await sql.rows<{ no: number }>(
    'SELECT option_no AS no FROM poll_votes WHERE post_id = $1 AND person_id = $2 ORDER BY option_no',
    [postId, personId],
  );
  return rows.map(({ no }) => no);
}

function toPoll(viewer: Viewer, { thread, post }: { thread: ThreadRow; post: PostRow }, row: PollRow, choice: readonly number[]): PollType {
  const closed = row.ended_at !== null;
  const shown = showsResults({ results: row.results, closed, voted: choice.length > 0 });
  return {
    id: toGlobalId('Poll', row.post_id),
    question: row.question,
    options: row.options.map((label, at) => ({
      no: at + 1,
      label,
      votes: shown ? (row.votes[at] ?? 0) : null,
      mine: choice.includes(at + 1),
    })),
    multiple: row.multiple,
    results: row.results,
    voters: row.voters,
    closesAt: row.closes_at,
    closedAt: row.ended_at,
    viewerCan: pollAbilities(viewer, thread, post, { closed, voters: row.voters }),
    version: row.version,
  };
}

/** How a poll stands for a reader of its post. @param voted whether the reader has voted */
export function pollStanding(row: PollRow, voted: boolean): PollStandingType {
  const shown = showsResults({ results: row.results, closed: row.ended_at !== null, voted });
  return { voters: row.voters, votes: shown ? row.votes : null, closedAt: row.ended_at, version: row.version };
}
