import { altText } from '@stoa/domain';
import { z } from 'zod';
import type { Config } from '../../../platform/config.js';
import type { Tx } from '../../../platform/database/database.js';
import { lookAt } from '../../../platform/database/sight.js';
import { reject } from '../../../platform/errors.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { lockReadyUploads, type UploadRow } from '../../../platform/uploads/upload-rows.js';
import { threadsChanged } from '../live/changes.js';
import { POST_PURPOSE } from './post-purpose.js';

/** The rule of the list of a post's files; the number is asked of the configuration. */
export const attachmentsRule = z
  .array(z.object({ id: z.string(), alt: altText.nullish() }))
  .max(100)
  .nullish();
type Wished = NonNullable<z.output<typeof attachmentsRule>>;

/** A post whose files are set by its author; the post is new or locked. */
interface Owner {
  postId: string;
  countyId: string;
  authorId: string;
}

/**
 * Gives a post these files in this order: uploads of its author that have arrived, and what it has already. What is not listed is no longer the post's.
 * @returns whether anything changed
 * @throws UserErrors TOO_MANY_FILES, UPLOAD_GONE
 */
export async function setAttachments(tx: Tx, config: Config, owner: Owner, wished: Wished): Promise<boolean> {
  const { postId } = owner;
  const had = await tx.rows<{ id: string; alt: string }>('SELECT id, alt FROM post_attachments WHERE post_id = $1 ORDER BY position, id', [
    postId,
  ]);
  if (had.length === 0 && wished.length === 0) return false;
  if (wished.length > Math.max(config.uploads.attachmentsPerPost, had.length)) reject('TOO_MANY_FILES', 'attachments');
  const list = wished.map(({ id, alt }) => ({
    kept: fromGlobalId(id, 'PostAttachment')?.id,
    sent: fromGlobalId(id, 'Upload')?.id,
    alt: alt ?? '',
  }));
  const kept = list.flatMap((each) => (each.kept !== undefined && had.some(({ id }) => id === each.kept) ? [each.kept] : []));
  const sent = list.flatMap((each) => each.sent ?? []);
  const uploads = sent.length > 0 ? await lockReadyUploads(tx, owner.authorId, POST_PURPOSE, sent) : [];
  if (new Set([...kept, ...uploads.map(({ id }) => id)]).size !== list.length) reject('UPLOAD_GONE', 'attachments');
  const ids = list.map((each) => each.kept ?? each.sent ?? '');
  const alts = list.map(({ alt }) => alt);
  if (uploads.length === 0 && had.length === ids.length && had.every(({ id, alt }, at) => id === ids[at] && alt === alts[at])) return false;
  await tx.row('DELETE FROM post_attachments WHERE post_id = $1 AND id <> ALL($2::uuid[])', [postId, kept]);
  if (uploads.length > 0) await takeOver(tx, owner, uploads);
  await tx.row(
    `UPDATE post_attachments a SET position = w.position, alt = CASE WHEN a.width IS NULL THEN '' ELSE w.alt END
     FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS w(id, alt, position) WHERE a.post_id = $1 AND a.id = w.id`,
    [postId, ids, alts],
  );
  await tx.row('UPDATE posts SET attachments_count = $2 WHERE id = $1', [postId, ids.length]);
  return true;
}

/** Uploads become files of the post; from now on whoever may read it may have them. */
async function takeOver(tx: Tx, { postId, countyId }: Owner, uploads: readonly UploadRow[]): Promise<void> {
  const ids = uploads.map(({ id }) => id);
  await tx.row(
    `INSERT INTO post_attachments (id, county_id, post_id, position, file_id, preview_id, name, mime, size, width, height)
     SELECT id, $2, $1, 0, file_id, preview_id, name, mime, size, width, height FROM uploads WHERE id = ANY($3::uuid[])`,
    [postId, countyId, ids],
  );
  await lookAt(tx, 'files');
  await tx.row(`UPDATE files SET subject_type = 'Post', subject_id = $1 WHERE id = ANY($2::uuid[])`, [
    postId,
    uploads.flatMap(({ file_id: file, preview_id: preview }) => [file, preview].filter((id) => id !== null)),
  ]);
  await tx.row('DELETE FROM uploads WHERE id = ANY($1::uuid[])', [ids]);
}

/** Takes the files from every post of a person who goes for good, whose contents are gone. */
export async function dropAttachments(tx: Tx, personId: string): Promise<void> {
  const posts = await tx.rows<{ id: string; thread_id: string }>(
    `SELECT p.id, p.thread_id FROM posts p JOIN threads t ON t.id = p.thread_id WHERE p.author_id = $1 AND p.attachments_count > 0 ORDER BY p.thread_id FOR NO KEY UPDATE OF t`,
    [personId],
  );
  if (posts.length === 0) return;
  const ids = posts.map(({ id }) => id);
  await tx.row('DELETE FROM post_attachments WHERE post_id = ANY($1::uuid[])', [ids]);
  await tx.row('UPDATE posts SET attachments_count = 0, version = version + 1 WHERE id = ANY($1::uuid[])', [ids]);
  await threadsChanged(tx, [...new Set(posts.map((post) => post.thread_id))], ids);
}

/** Under this condition a file `f` was of a post, and is no more. */
export const NO_LONGER_ATTACHED = `f.subject_type = 'Post' AND NOT EXISTS (SELECT 1 FROM post_attachments a WHERE a.post_id = f.subject_id AND f.id IN (a.file_id, a.preview_id))`;
