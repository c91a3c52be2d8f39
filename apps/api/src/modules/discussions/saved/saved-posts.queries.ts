import { signedIn } from '../../../platform/authorize.js';
import type { Context, Loader } from '../../../platform/context.js';
import { cursors, pageSize, toPage } from '../../../platform/graphql/cursor.js';
import type { Page } from '../../../platform/graphql/types.js';
import { postsReadableTo } from '../discussions.policy.js';
import { postRowById, toPost } from '../posts.queries.js';
import type { PostType } from '../post.type.js';
import { REACH, reachValues, threadRowById } from '../threads.queries.js';

/** Posts that the viewer saved and may read now, the last saved first: a page in three statements, whatever its size. */
export async function savedPosts(ctx: Context, query: { first: number; after?: string | null | undefined }): Promise<Page<PostType>> {
  signedIn(ctx.viewer);
  const first = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const after = query.after ? sealer.open(query.after) : null;
  const rows = await ctx.db.rows<{ post_id: string; saved_at: string }>(
    `SELECT s.post_id, s.saved_at FROM saved_posts s JOIN posts p ON p.id = s.post_id JOIN threads t ON t.id = p.thread_id
     JOIN territories c ON c.id = t.county_id
     WHERE s.person_id = $7 AND ${postsReadableTo(REACH)}
       AND ($9::timestamptz IS NULL OR (s.saved_at, s.post_id) < ($9::timestamptz, $10::uuid))
     ORDER BY s.saved_at DESC, s.post_id DESC LIMIT $8`,
    [...reachValues(ctx), first + 1, after?.[0] ?? null, after?.[1] ?? null],
  );
  const posts = new Map(await Promise.all(rows.map(async ({ post_id: id }) => [id, await savedPost(ctx, id)] as const)));
  return toPage(
    sealer,
    rows,
    first,
    (row) => [row.saved_at, row.post_id],
    (row) => posts.get(row.post_id) as PostType,
    query.after != null,
  );
}

async function savedPost(ctx: Context, id: string): Promise<PostType> {
  const post = await ctx.load(postRowById, id);
  const thread = post && (await ctx.load(threadRowById, post.thread_id));
  if (!post || !thread) throw new Error('A saved post has no thread');
  return toPost(ctx, thread, post);
}

/** Which posts the viewer has saved. */
export const savedByViewer: Loader<string, boolean> = async (ctx, ids) => {
  const rows = await ctx.db.rows<{ post_id: string }>('SELECT post_id FROM saved_posts WHERE person_id = $1 AND post_id = ANY($2)', [
    ctx.viewer.personId,
    ids,
  ]);
  const saved = new Set(rows.map((row) => row.post_id));
  return ids.map((id) => saved.has(id));
};
