import { rules } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { newId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { resubmit } from '../../moderation/index.js';
import { attachmentsRule, setAttachments } from '../attachments/set-attachments.js';
import { postTarget } from '../discussions.policy.js';
import type { EditPostInput } from '../discussions.inputs.js';
import { expectVersion, lockPost, readable } from '../locks.js';
import { threadsChanged } from '../live/changes.js';
import { keepMentions, mentionedIn } from '../mentions/mentions.js';
import { postHtml } from '../post-html.js';
import { postAnew, postIdOf } from '../posts.queries.js';
import type { PostType } from '../post.type.js';

const fields = z.object({ body: rules.markdownBody, lang: rules.language.nullish(), attachments: attachmentsRule });

/**
 * Changes one's own post; what it said before is kept. A hidden post may be edited too: that is what its author was asked to do,
 * and it goes back to those who moderate.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT
 */
export async function editPost(ctx: Context, input: EditPostInput): Promise<Outcome<{ post: PostType | null }>> {
  const id = postIdOf(input.postId);
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const { body, lang, attachments } = checked(fields, input);
    const { thread, post } = readable(ctx, await lockPost(tx, id));
    authorize(ctx.viewer, 'post.editOwn', postTarget(thread, post), 'discussion.read');
    if (post.withdrawn) reject('POST_WITHDRAWN');
    if (post.visibility === 'REMOVED') reject('POST_REMOVED');
    if (thread.locked) reject('THREAD_LOCKED');
    expectVersion(post, input.expectedVersion);
    const now = ctx.clock.now();
    if (body !== post.body) {
      await tx.row('INSERT INTO post_revisions (id, county_id, post_id, body, edited_by, replaced_at) VALUES ($1, $2, $3, $4, $5, $6)', [
        newId(),
        thread.county_id,
        id,
        post.body,
        me,
        now,
      ]);
    }
    const mentioned = await mentionedIn(ctx, tx, thread.network_id, body);
    await tx.row('UPDATE posts SET body = $2, body_html = $3, lang = $4, edited_at = $5, version = version + 1 WHERE id = $1', [
      id,
      body,
      postHtml(body, mentioned.handles),
      lang ?? post.lang,
      now,
    ]);
    const hasOthers = attachments
      ? await setAttachments(tx, ctx.config, { postId: id, countyId: thread.county_id, authorId: me }, attachments)
      : false;
    if ((body !== post.body || hasOthers) && post.visibility === 'HIDDEN') await resubmit(tx, 'Post', id, { by: me, at: now });
    await threadsChanged(tx, [thread.id], [id]);
    await keepMentions(tx, { id, authorId: me, countyId: thread.county_id, at: now }, mentioned);
    if (body !== post.body) await publish(tx, 'PostWritten', {});
    await tx.row("DELETE FROM drafts WHERE person_id = $1 AND place = 'EDIT' AND place_id = $2", [me, id]);
    await audit(tx, {
      actorId: me,
      act: 'editPost',
      subjectType: 'Post',
      subjectId: id,
      countyId: thread.county_id,
      at: now,
      requestId: ctx.requestId,
    });
    return {};
  });
  return outcome.userErrors.length > 0 ? { userErrors: outcome.userErrors } : { userErrors: [], post: await postAnew(ctx, id) };
}
