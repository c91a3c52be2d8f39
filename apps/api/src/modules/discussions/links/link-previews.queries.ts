import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { pageSize } from '../../../platform/graphql/cursor.js';
import { fromGlobalId, toGlobalId } from '../../../platform/ids.js';
import { postsReadableTo } from '../discussions.policy.js';
import { REACH, reachValues } from '../threads.queries.js';
import type { LinkPreviewType, PostLinkPreviewsType } from './link-preview.types.js';

/** So many links of a post are shown. */
const SHOWN = 3;

/**
 * What stands where the links of posts lead, of those posts that the viewer may read, in one statement. A page of posts asks for it after
 * it is shown, so that reading waits for nothing.
 * @throws Refusal BAD_REQUEST for more than 100 posts
 */
export async function linkPreviews(ctx: Context, globalIds: readonly string[]): Promise<PostLinkPreviewsType[]> {
  signedIn(ctx.viewer);
  if (globalIds.length === 0) return [];
  pageSize(globalIds.length);
  const ids = globalIds.flatMap((id) => fromGlobalId(id, 'Post')?.id ?? []);
  const rows = await ctx.db.rows<LinkPreviewType & { post_id: string }>(
    `SELECT l.post_id, l.url, v.title, v.description, v.site
     FROM post_links l JOIN link_previews v ON v.url = l.url JOIN posts p ON p.id = l.post_id JOIN threads t ON t.id = p.thread_id
     JOIN territories c ON c.id = t.county_id
     WHERE l.post_id = ANY($8) AND v.title IS NOT NULL AND ${postsReadableTo(REACH)} ORDER BY l.post_id, l.place`,
    [...reachValues(ctx), ids],
  );
  return [...new Set(rows.map((row) => row.post_id))].map((id) => ({
    postId: toGlobalId('Post', id),
    previews: rows.filter((row) => row.post_id === id).slice(0, SHOWN),
  }));
}
