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
import { postAnew, toPost } from '../posts.queries.js';
import { POST_COLUMNS, type PostRow } from '../post.statement.js';
import type { PostType } from '../post.type.js';
import { LOCKED_THREAD, threadStatement, type ThreadRow } from '../thread.statement.js';
import { threadIdOf, threadRowById } from '../threads.queries.js';

const fields = z.object({ body: rules.markdownBody, lang: rules.language, attachments: attachmentsRule });
type Attachments = z.output<typeof fields>['attachments'];

interface ReplyTarget extends ThreadRow {
  my_handle: string;
  my_name: string;
  joined_at: string | null;
  result_id: string | null;
  body_hash: Buffer | null;
}

/** The thread, locked against other writers, with what is known of the member and of an earlier use of the key. */
const TARGET = threadStatement('$2', 'true', {
  from: LOCKED_THREAD,
  columns: ', me.handle AS my_handle, me.display_name AS my_name, m.joined_at, k.result_id, k.body_hash',
  joins: `
    JOIN people me ON me.id = $2
    LEFT JOIN memberships m ON m.network_id = t.network_id AND m.person_id = $2 AND m.state = 'ACTIVE'
    LEFT JOIN idempotency_keys k ON k.actor_id = $2 AND k.key = $3`,
});

/**
 * Everything a post is, in one statement: key, number, post, counters of thread and network, the author's own mark of reading, audit,
 * outbox, and word to those who read now. It gives post and thread as they are then, so that the answer reads nothing again; no row where
 * the key was taken meanwhile, and then has done nothing.
 */
const WRITE = `
  WITH key AS (
    INSERT INTO idempotency_keys (actor_id, key, operation, body_hash, result_id, created_at)
    SELECT $2, $8::varchar, 'reply', $9, $1, $7 WHERE $8::varchar IS NOT NULL ON CONFLICT DO NOTHING RETURNING 1
  ), thread AS (
    UPDATE threads SET last_post_no = last_post_no + 1, change_no = change_no + 1, posts_count = posts_count + 1, last_post_at = $7,
      first_reply_at = CASE WHEN first_reply_at IS NULL AND author_id <> $2 THEN $7 ELSE first_reply_at END
    WHERE id = $3 AND ($8::varchar IS NULL OR EXISTS (SELECT 1 FROM key))
    RETURNING id, county_id, network_id, last_post_no AS no, posts_count, change_no, last_post_at, first_reply_at
  ), post AS (
    INSERT INTO posts AS p (id, county_id, network_id, thread_id, no, author_id, body, body_html, lang, created_at, change_no)
    SELECT $1, county_id, network_id, id, no, $2, $4, $5, $6, $7, change_no FROM thread
    RETURNING ${POST_COLUMNS}
  ), network AS (
    UPDATE networks n SET posts_count = n.posts_count + 1, last_activity_at = greatest(n.last_activity_at, $7) FROM thread WHERE n.id = thread.network_id
  ), read AS (
    INSERT INTO thread_reads (person_id, thread_id, county_id, last_read_no, read_at) SELECT $2, id, county_id, no, $7 FROM thread
    ON CONFLICT (person_id, thread_id) DO UPDATE SET last_read_no = EXCLUDED.last_read_no, read_at = EXCLUDED.read_at
    WHERE thread_reads.last_read_no = EXCLUDED.last_read_no - 1
    RETURNING last_read_no, read_at
  ), draft AS (
    DELETE FROM drafts d USING thread WHERE d.person_id = $2 AND d.place = 'REPLY' AND d.place_id = thread.id
  ), entry AS (
    INSERT INTO audit_log (id, at, actor_id, act, subject_type, subject_id, county_id, request_id)
    SELECT $10, $7, $2, 'reply', 'Post', $1, county_id, $11 FROM thread
  )
  SELECT post.*, thread.no AS last_post_no, thread.posts_count, thread.change_no, thread.last_post_at, thread.first_reply_at, read.last_read_no, read.read_at AS last_read_at,
    graphile_worker.add_job('PostCreated', json_build_object('postId', $1::uuid), max_attempts => 12) IS NULL AS told, ${ANNOUNCING}
  FROM thread CROSS JOIN post LEFT JOIN read ON true`;

/** What `WRITE` gives. */
type Written = Omit<PostRow, 'author_handle' | 'author_name'> &
  Pick<ThreadRow, 'last_post_no' | 'posts_count' | 'change_no' | 'last_post_at' | 'first_reply_at' | 'last_read_no' | 'last_read_at'>;

/** A reply by its id; where it has just been written, with its row and its thread's. */
interface Replied {
  id: string;
  rows?: { post: PostRow; thread: ThreadRow };
}

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
      return await write(ctx, tx, thread, { me, body, lang, key, hash, attachments: attachments ?? [] });
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
  thread: ReplyTarget,
  post: { me: string; body: string; lang: Language; key: string | null; hash: Buffer; attachments: NonNullable<Attachments> },
): Promise<Replied> {
  const { me, body, lang, key, hash, attachments } = post;
  const id = newId();
  const at = ctx.clock.now();
  const mentioned = await mentionedIn(ctx, tx, thread.network_id, body);
  const written = await tx.row<Written>(WRITE, [
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
    return attachments.length > 0 ? { id } : { id, rows: rowsOf(thread, written) };
  }
  const kept = await tx.row<{ result_id: string; body_hash: Buffer }>(
    'SELECT result_id, body_hash FROM idempotency_keys WHERE actor_id = $1 AND key = $2',
    [me, key],
  );
  if (!kept) throw new Refusal('NOT_FOUND');
  return { id: earlier(kept, hash) };
}

/** The rows of post and thread as a read after the command would find them. */
function rowsOf(thread: ReplyTarget, written: Written): Required<Replied>['rows'] {
  const { last_post_no, posts_count, change_no, last_post_at, first_reply_at, last_read_no, last_read_at, ...post } = written;
  // Who has not read all before has not read this either.
  const read = last_read_no === null ? {} : { last_read_no, last_read_at };
  return {
    post: { ...post, author_handle: thread.my_handle, author_name: thread.my_name },
    thread: { ...thread, last_post_no, posts_count, change_no, last_post_at, first_reply_at, ...read },
  };
}

/** What an earlier use of the key made. */
function earlier(kept: { result_id: string | null; body_hash: Buffer }, hash: Buffer): string {
  if (!kept.result_id || !hash.equals(kept.body_hash)) throw new Refusal('IDEMPOTENCY_MISMATCH');
  return kept.result_id;
}

async function afterwards(ctx: Context, outcome: Promise<Outcome<Replied>>): Promise<Outcome<{ post: PostType | null }>> {
  const { id, rows, userErrors } = await outcome;
  if (id === undefined) return { userErrors };
  if (!rows) return { userErrors: [], post: await postAnew(ctx, id) };
  ctx.know(threadRowById, rows.thread.id, rows.thread);
  return { userErrors: [], post: toPost(ctx, rows.thread, rows.post) };
}
