import { allows } from '@stoa/domain';
import { byId, type Context, type Loader } from '../../platform/context.js';
import { Refusal } from '../../platform/errors.js';
import { cursors } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import { toPerson } from '../accounts/index.js';
import { canReadText, canReadThread, canSeeTrace, postAbilities, threadTarget, type ThreadFacts } from './discussions.policy.js';
import { postStatement, type PostRow } from './post.statement.js';
import type { AuthorRecordType, PostRevisionType, PostType } from './post.type.js';
import { postsWindow, type PostsQuery } from './posts-window.js';
import type { ThreadRow } from './thread.statement.js';
import { threadRowById } from './threads.queries.js';

/** Posts of a thread in the order of their numbers; the thread was read with the viewer's right. */
export async function postsOf(ctx: Context, thread: ThreadRow, query: PostsQuery): Promise<Page<PostType>> {
  const { size, from, forwards, behind } = postsWindow(ctx, query);
  const where = forwards
    ? 'p.thread_id = $1 AND p.no > $2 ORDER BY p.no LIMIT $3'
    : 'p.thread_id = $1 AND p.no < $2 ORDER BY p.no DESC LIMIT $3';
  const rows = await ctx.db.rows<PostRow>(postStatement(where), [thread.id, from, size + 1]);
  const more = rows.length > size;
  const shown = forwards ? rows.slice(0, size) : rows.slice(0, size).reverse();
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const edges = shown.map((row) => ({ cursor: sealer.seal([row.no]), node: toPost(ctx, thread, row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: forwards ? more : behind,
      hasPreviousPage: forwards ? behind : more,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: thread.posts_count,
  };
}

/** Posts by id, whoever asks; `postFor` asks the right. */
export const postRowById: Loader<string, PostRow | null> = byId((asked) => postStatement(`p.id ${asked}`));

/** Posts around a post: two before and two after it, in the order of their numbers; whoever asks was asked for the right. */
export const aroundPost: Loader<string, PostRow[]> = async (ctx, ids) => {
  const rows = await ctx.db.rows<PostRow & { about: string }>(
    postStatement(`k.id = ANY($1) AND p.no BETWEEN k.no - 2 AND k.no + 2 AND p.id <> k.id ORDER BY k.id, p.no`, {
      column: 'k.id AS about',
      join: 'JOIN posts k ON k.thread_id = p.thread_id',
    }),
    [ids],
  );
  return ids.map((id) => rows.filter(({ about }) => about === id));
};

/** The post that opens each thread. */
export const openingPostOf: Loader<string, PostRow | null> = async (ctx, threadIds) => {
  const rows = await ctx.db.rows<PostRow>(postStatement('p.thread_id = ANY($1) AND p.no = 1'), [threadIds]);
  return threadIds.map((id) => rows.find((row) => row.thread_id === id) ?? null);
};

async function withThread(ctx: Context, row: PostRow | null): Promise<PostType | null> {
  const thread = row && (await ctx.load(threadRowById, row.thread_id));
  return row && thread && canReadThread(ctx.viewer, thread) ? toPost(ctx, thread, row) : null;
}

/** A post by id, or null where the viewer may not read its thread. */
export async function postFor(ctx: Context, id: string): Promise<PostType | null> {
  return withThread(ctx, await ctx.load(postRowById, id));
}

/** A post anew from the database, for the payload of the command that has just changed it. */
export async function postAnew(ctx: Context, id: string): Promise<PostType | null> {
  return withThread(ctx, await ctx.db.row<PostRow>(postStatement('p.id = $1'), [id]));
}

/** The UUID of a post's global id. @throws Refusal NOT_FOUND where it is none */
export function postIdOf(globalId: string): string {
  const parts = fromGlobalId(globalId, 'Post');
  if (!parts) throw new Refusal('NOT_FOUND');
  return parts.id;
}

/** The public face of a row of a thread that the viewer may read: whole, or a gap without author and text. */
export function toPost(ctx: Pick<Context, 'viewer'>, thread: ThreadRow, row: PostRow): PostType {
  const text = canReadText(ctx.viewer, thread, row);
  const trace = text || canSeeTrace(ctx.viewer, thread, row);
  return {
    row,
    id: toGlobalId('Post', row.id),
    no: row.no,
    state: row.visibility === 'VISIBLE' && row.withdrawn ? 'WITHDRAWN' : row.visibility,
    author: trace ? toPerson({ id: row.author_id, handle: row.author_handle, display_name: row.author_name }) : null,
    authorProfession: trace ? row.author_profession : null,
    authorSchool: trace ? row.author_school : null,
    lang: text ? row.lang : null,
    body: text ? row.body : null,
    html: text ? row.body_html : null,
    createdAt: row.created_at,
    editedAt: text ? row.edited_at : null,
    accepted: thread.accepted_post_id === row.id,
    hasPoll: text && row.has_poll,
    viewerCan: postAbilities(ctx.viewer, thread, row),
    version: row.version,
  };
}

/** Earlier texts of a post, newest first, for those who may read the post; 100 at most. */
export const revisionsOfPost: Loader<string, PostRevisionType[]> = async (ctx, ids) => {
  const rows = await ctx.db.rows<{ id: string; post_id: string; body: string; replaced_at: string }>(
    `SELECT r.id, r.post_id, r.body, r.replaced_at FROM unnest($1::uuid[]) AS k(id) CROSS JOIN LATERAL (
       SELECT * FROM post_revisions WHERE post_id = k.id ORDER BY replaced_at DESC, id DESC LIMIT 100) r`,
    [ids],
  );
  return ids.map((id) =>
    rows
      .filter((row) => row.post_id === id)
      .map((row) => ({ id: toGlobalId('PostRevision', row.id), body: row.body, replacedAt: row.replaced_at })),
  );
};

/** How often an author wrote in a network and how often that was hidden, by `<network>:<author>`; for moderators. */
export const authorRecords: Loader<string, AuthorRecordType> = async (ctx, keys) => {
  const rows = await ctx.db.rows<{ key: string; posts: number; hidden: number }>(
    `SELECT p.network_id || ':' || p.author_id AS key, count(*)::int AS posts, count(*) FILTER (WHERE p.visibility IN ('HIDDEN', 'REMOVED'))::int AS hidden
     FROM unnest($1::uuid[], $2::uuid[]) AS k(network_id, author_id) JOIN posts p ON p.author_id = k.author_id AND p.network_id = k.network_id
     GROUP BY p.network_id, p.author_id`,
    [keys.map((key) => key.slice(0, 36)), keys.map((key) => key.slice(37))],
  );
  const found = new Map(rows.map((row) => [row.key, row]));
  return keys.map((key) => found.get(key) ?? { posts: 0, hidden: 0 });
};

/** Whether the viewer moderates the network of a thread. */
export function readsLog(ctx: Pick<Context, 'viewer'>, thread: ThreadFacts): boolean {
  return allows(ctx.viewer, 'moderation.readLog', threadTarget(thread));
}

/** The thread of a post that was read through it. */
export async function threadOfPost(ctx: Context, post: PostType): Promise<ThreadRow> {
  const thread = await ctx.load(threadRowById, post.row.thread_id);
  if (!thread) throw new Error('A post has no thread');
  return thread;
}
