import { signedIn } from '../../../platform/authorize.js';
import type { Context, Loader } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import type { FilePolicy } from '../../../platform/files/records.js';
import { toGlobalId } from '../../../platform/ids.js';
import { fileUrl, previewUrl, toUpload } from '../../../platform/uploads/upload.types.js';
import { uploadsAt } from '../../../platform/uploads/upload-rows.js';
import { draftPlaceOf } from '../drafts/drafts.queries.js';
import { canReadText, canReadThread } from '../discussions.policy.js';
import { postRowById } from '../posts.queries.js';
import { threadRowById } from '../threads.queries.js';
import type { PostAttachmentType, PostUploadsType } from './attachment.types.js';
import { POST_PURPOSE } from './post-purpose.js';

/** A row of a post's files. */
interface AttachmentRow {
  id: string;
  post_id: string;
  file_id: string;
  preview_id: string | null;
  name: string;
  mime: string;
  size: string;
  width: number | null;
  height: number | null;
  alt: string;
}

/** Files of posts that may be read, by post, in their order. */
export const attachmentsOfPost: Loader<string, PostAttachmentType[]> = async (ctx, postIds) => {
  const rows = await ctx.db.rows<AttachmentRow>(
    `SELECT id, post_id, file_id, preview_id, name, mime, size, width, height, alt FROM post_attachments
     WHERE post_id = ANY($1::uuid[]) ORDER BY post_id, position, id`,
    [postIds],
  );
  return postIds.map((id) => rows.filter((row) => row.post_id === id).map(toAttachment));
};

function toAttachment(row: AttachmentRow): PostAttachmentType {
  const { name, mime, width, height, alt } = row;
  return {
    id: toGlobalId('PostAttachment', row.id),
    name,
    mime,
    size: Number(row.size),
    alt,
    width,
    height,
    url: fileUrl(row.file_id),
    previewUrl: previewUrl(row.preview_id),
  };
}

/** Who may download a file of a post: whoever may read the post's text now. What a post no longer has, nobody. */
export const attachmentFilePolicy: FilePolicy = async (ctx, file) => {
  const attached = await ctx.db.row('SELECT 1 FROM post_attachments WHERE post_id = $1 AND $2 IN (file_id, preview_id)', [
    file.subject_id,
    file.id,
  ]);
  const post = attached === null ? null : await ctx.load(postRowById, file.subject_id);
  const thread = post && (await ctx.load(threadRowById, post.thread_id));
  return post !== null && thread !== null && canReadThread(ctx.viewer, thread) && canReadText(ctx.viewer, thread, post);
};

/** What the viewer has sent to a place and not yet posted; their own alone. */
export async function postUploads(ctx: Context, placeId: string): Promise<PostUploadsType> {
  const me = signedIn(ctx.viewer);
  const at = draftPlaceOf(placeId);
  if (!at) throw new Refusal('NOT_FOUND');
  const rows = await uploadsAt(ctx.db, me, { purpose: POST_PURPOSE, place: at.place, placeId: at.id });
  const { attachmentsPerPost, attachmentBytes } = ctx.config.uploads;
  return { most: attachmentsPerPost, maxBytes: attachmentBytes, uploads: rows.map(toUpload) };
}
