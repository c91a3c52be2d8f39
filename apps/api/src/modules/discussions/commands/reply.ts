import { rules, type Language } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { bodyHash, checkedKey } from '../../../platform/database/idempotency.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { newId } from '../../../platform/ids.js';
import { attachmentsRule, setAttachments } from '../attachments/set-attachments.js';
import { canReadThread, threadTarget } from '../discussions.policy.js';
import type { ReplyInput } from '../discussions.inputs.js';
import { limitFirstPosts } from '../first-posts.js';
import { ANNOUNCING } from '../live/changes.js';
import { keepPace } from '../slow-mode.js';
import { keepMentions, mentionedIn } from '../mentions/mentions.js';
import { postHtml } from '../post-html.js';
import { postAnew } from '../posts.queries.js';
import type { PostType } from '../post.type.js';
import { threadStatement, type ThreadRow } from '../thread.statement.js';
import { threadIdOf } from '../threads.queries.js';

const fields = z.object({ body: rules.markdownBody, lang: rules.language, attachments: attachmentsRule });
type Attachments = z.output<typeof fields>['attachments'];

interface ReplyTarget extends ThreadRow {
  joined_at: string | null;
  result_id: string | null;
  body_hash: Buffer | null;
}

/** The thread, locked against other writers, with what is known of the member and of an earlier use of the key. */
const TARGET = threadStatement('$2', 't.id = $1 FOR NO KEY UPDATE OF t', {
  columns: ', m.joined_at, k.result_id, k.body_hash',
  joins: `
    LEFT JOIN memberships m ON m.network_id = t.network_id AND m.person_id = $2 AND m.state = 'ACTIVE'
    LEFT JOIN idempotency_keys k ON k.actor_id = $2 AND k.key = $3`,
});

/**
 * Everything a post is, in one statement: key, number, post, counters of thread and network, the author's own mark of reading, audit,
 * outbox, and word to those who read now. It gives no row where the key was taken meanwhile, and then has done nothing.
 */
const WRITE = `
  WITH key AS (
    INSERT INTO idempotency_keys (actor_id, key, operation, body_hash, result_id, created_at)
    SELECT $2, $8::varchar, 'reply', $9, $1, $7 WHERE $8::varchar IS NOT NULL ON CONFLICT DO NOTHING RETURNING 1
  ), thread AS (
    UPDATE threads SET last_post_no = last_post_no + 1, change_no = change_no + 1, posts_count = posts_count + 1, last_post_at = $7,
      first_reply_at = CASE WHEN first_reply_at IS NULL AND author_id <> $2 THEN $7 ELSE first_reply_at END
    WHERE id = $3 AND ($8::varchar IS NULL OR EXISTS (SELECT 1 FROM key))
    RETURNING id, county_id, network_id, last_post_no AS no, change_no
  ), post AS (
    INSERT INTO posts (id, county_id, network_id, thread_id, no, author_id, body, body_html, lang, created_at, change_no)
    SELECT $1, county_id, network_id, id, no, $2, $4, $5, $6, $7, change_no FROM thread
  ), network AS (
    UPDATE networks n SET posts_count = n.posts_count + 1, last_activity_at = greatest(n.last_activity_at, $7) FROM thread WHERE n.id = thread.network_id
  ), read AS (
    INSERT INTO thread_reads (person_id, thread_id, county_id, last_read_no, read_at) SELECT $2, id, county_id, no, $7 FROM thread
    ON CONFLICT (person_id, thread_id) DO UPDATE SET last_read_no = EXCLUDED.last_read_no, read_at = EXCLUDED.read_at
    WHERE thread_reads.last_read_no = EXCLUDED.last_read_no - 1
  ), draft AS (
    DELETE FROM drafts d USING thread WHERE d.person_id = $2 AND d.place = 'REPLY' AND d.place_id = thread.id
  ), entry AS (
    INSERT INTO audit_log (id, at, actor_id, act, subject_type, subject_id, county_id, request_id)
    SELECT $10, $7, $2, 'reply', 'Post', $1, county_id, $11 FROM thread
  )
  SELECT no, graphile_worker.add_job('PostCreated', json_build_object('postId', $1::uuid), max_attempts => 12) IS NULL AS told,
    ${ANNOUNCING} FROM thread`;

/**
 * Writes a reply. Repeating it with the same key gives the same post.
 * @throws Refusal NOT_FOUND, FORBIDDEN (with the reason, such as SUSPENDED), RATE_LIMITED, IDEMPOTENCY_MISMATCH
 */
export function reply(ctx: Context, input: ReplyInput): Promise<Outcome<{ post: PostType | null }>> {
  return afterwards(
    ctx,
    mutate(ctx, async (tx) => {
      const me = signedIn(ctx.viewer);
      const threadId = threadIdOf(input.threadId);
      const { body, lang, attachments } = checked(fields, input);
      const key = checkedKey(input.clientMutationId);
      const hash = bodyHash('reply', input);
      const thread = await replyTarget(tx, threadId, me, key);
      if (!thread || !canReadThread(ctx.viewer, thread)) throw new Refusal('NOT_FOUND');
      authorize(ctx.viewer, 'discussion.write', threadTarget(thread), 'discussion.read');
      if (thread.body_hash) return { id: earlier({ result_id: thread.result_id, body_hash: thread.body_hash }, hash) };
      if (thread.visibility !== 'VISIBLE') reject('THREAD_HIDDEN');
      if (thread.locked) reject('THREAD_LOCKED');
      await keepPace(ctx, tx, thread);
      await limitFirstPosts(ctx, tx, thread.joined_at);
      return { id: await write(ctx, tx, thread, { me, body, lang, key, hash, attachments: attachments ?? [] }) };
    }),
  );
}

/** The thread of a reply, locked: where it went into another while somebody wrote, that one. */
async function replyTarget(tx: Tx, threadId: string | null, me: string, key: string | null): Promise<ReplyTarget | null> {
  const thread = await tx.row<ReplyTarget>(TARGET, [threadId, me, key]);
  return thread?.merged_into ? replyTarget(tx, thread.merged_into, me, key) : thread;
}

async function write(
  ctx: Context,
  tx: Tx,
  thread: ThreadRow,
  post: { me: string; body: string; lang: Language; key: string | null; hash: Buffer; attachments: NonNullable<Attachments> },
): Promise<string> {
  const { me, body, lang, key, hash, attachments } = post;
  const id = newId();
  const at = ctx.clock.now();
  const mentioned = await mentionedIn(ctx, tx, thread.network_id, body);
  const written = await tx.row(WRITE, [
    id,
    me,
    thread.id,
    body,
    postHtml(body, mentioned.handles),
    lang,
    at,
    key,
    hash,
    newId(),
    ctx.requestId,
  ]);
  if (written) {
    if (attachments.length > 0) await setAttachments(tx, ctx.config, { postId: id, countyId: thread.county_id, authorId: me }, attachments);
    await keepMentions(tx, { id, authorId: me, countyId: thread.county_id, at }, mentioned);
    return id;
  }
  const kept = await tx.row<{ result_id: string; body_hash: Buffer }>(
    'SELECT result_id, body_hash FROM idempotency_keys WHERE actor_id = $1 AND key = $2',
    [me, key],
  );
  if (!kept) throw new Refusal('NOT_FOUND');
  return earlier(kept, hash);
}

/** What an earlier use of the key made. */
function earlier(kept: { result_id: string | null; body_hash: Buffer }, hash: Buffer): string {
  if (!kept.result_id || !hash.equals(kept.body_hash)) throw new Refusal('IDEMPOTENCY_MISMATCH');
  return kept.result_id;
}

async function afterwards(ctx: Context, outcome: Promise<Outcome<{ id: string }>>): Promise<Outcome<{ post: PostType | null }>> {
  const { id, userErrors } = await outcome;
  return id === undefined ? { userErrors } : { userErrors: [], post: await postAnew(ctx, id) };
}
