import { recordFile } from '../platform/files/records.js';
import { newId } from '../platform/ids.js';
import type { DiscussionWorld } from './discussion-people.js';
import { factories } from './factories.js';

/** Gives a post files with odd names, every second of them a picture, whose contents are nowhere. @param post its global id */
export async function attachFiles({ world, network, people }: DiscussionWorld, post: string, count: number): Promise<void> {
  const { db, clock } = world.services;
  const make = factories(db);
  const postId = post.slice('Post_'.length);
  for (let position = 1; position <= count; position += 1) {
    const owner = { name: 'a', mime: 'image/png', subjectType: 'Post', subjectId: postId, createdBy: people.author, at: clock.now() };
    const fileId = await recordFile(db, { key: 'a'.repeat(32), size: 3, sha256: 'b' }, owner);
    const isPicture = position % 2 === 1;
    await make.insert('post_attachments', {
      id: newId(),
      county_id: network.countyId,
      post_id: postId,
      position,
      file_id: fileId,
      preview_id: isPicture ? fileId : null,
      name: `Σχέδιο "${String(position)}" \\ : {a} , [b] <i>.png`,
      mime: isPicture ? 'image/png' : 'text/plain; charset=utf-8',
      size: Number.MAX_SAFE_INTEGER,
      width: isPicture ? 640 : null,
      height: isPicture ? 480 : null,
      alt: isPicture ? 'Три "карточки"\n\u2028' : '',
    });
  }
  await db.row('UPDATE posts SET attachments_count = $2 WHERE id = $1', [postId, count]);
}
