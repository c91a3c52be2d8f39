import { pollRule, rules, searchText, slugify, THREAD_KINDS } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { newId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { lockNetwork, networkTarget, type NetworkRow } from '../../networks/index.js';
import { attachmentsRule, setAttachments } from '../attachments/set-attachments.js';
import { categoryIdOf, categoryRow, refusalOf } from '../categories/categories.queries.js';
import type { StartThreadInput } from '../discussions.inputs.js';
import { nextNo } from '../thread-no.js';
import { limitFirstPosts } from '../first-posts.js';
import { ANNOUNCING } from '../live/changes.js';
import { keepMentions, mentionedIn } from '../mentions/mentions.js';
import { writePoll } from '../polls/write-poll.js';
import { postHtml } from '../post-html.js';
import type { ThreadType } from '../thread.type.js';
import { threadAnew } from '../threads.queries.js';

const fields = z.object({
  title: rules.title,
  body: rules.markdownBody,
  lang: rules.language,
  kind: z.enum(THREAD_KINDS),
  attachments: attachmentsRule,
  poll: pollRule.nullish(),
});
type Values = z.output<typeof fields>;

/** Counts the network's threads on while the network is locked, and writes thread, opening post and counters. */
const WRITE = `
  WITH network AS (
    UPDATE networks SET threads_count = threads_count + 1, posts_count = posts_count + 1, last_activity_at = greatest(last_activity_at, $10)
    WHERE id = $3 RETURNING id, county_id
  ), thread AS (
    INSERT INTO threads (id, county_id, network_id, no, slug, title, lang, kind, author_id, created_at, last_post_at, posts_count, last_post_no, search, category_id)
    SELECT $1, county_id, id, ${nextNo('$3')}, $5, $6, $7, $8, $4, $10, $10, 1, 1, $9, $13::uuid FROM network
    RETURNING id, county_id, network_id
  ), read AS (
    INSERT INTO thread_reads (person_id, thread_id, county_id, last_read_no, read_at) SELECT $4, id, county_id, 1, $10 FROM thread
  ), draft AS (
    DELETE FROM drafts WHERE person_id = $4 AND place = 'THREAD' AND place_id = $3
  ), post AS (
    INSERT INTO posts (id, county_id, network_id, thread_id, no, author_id, body, body_html, lang, created_at)
    SELECT $2, county_id, network_id, id, 1, $4, $11, $12, $7, $10 FROM thread
  )
  SELECT graphile_worker.add_job('ThreadStarted', json_build_object('threadId', $1::uuid), max_attempts => 12) IS NULL AS told, ${ANNOUNCING} FROM thread`;

/**
 * Opens a question or discussion. Repeating it with the same key gives the same thread.
 * @throws Refusal NOT_FOUND, FORBIDDEN (with the reason, such as SUSPENDED), RATE_LIMITED, IDEMPOTENCY_MISMATCH
 */
export async function startThread(ctx: Context, input: StartThreadInput): Promise<Outcome<{ thread: ThreadType | null }>> {
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const values = checked(fields, input);
    const member = await tx.row<{ network_id: string; joined_at: string | null }>(
      `SELECT n.id AS network_id, m.joined_at FROM networks n
       LEFT JOIN memberships m ON m.network_id = n.id AND m.person_id = $2 AND m.state = 'ACTIVE' WHERE n.slug = $1`,
      [input.network, me],
    );
    if (!member) throw new Refusal('NOT_FOUND');
    const network = await lockNetwork(ctx, tx, member.network_id);
    authorize(ctx.viewer, 'discussion.write', networkTarget(network), 'discussion.read');
    return once(tx, { actorId: me, key: input.clientMutationId, operation: 'startThread', input, now: ctx.clock.now() }, async () => {
      await limitFirstPosts(ctx, tx, member.joined_at);
      const categoryId = input.categoryId == null ? null : await openCategory(ctx, tx, network, input.categoryId);
      return write(ctx, tx, network, me, { ...values, categoryId });
    });
  });
  return outcome.id === undefined ? { userErrors: outcome.userErrors } : { userErrors: [], thread: await threadAnew(ctx, outcome.id) };
}

/** A category of the network in which the viewer may start a thread. @throws UserErrors CATEGORY_CLOSED, CATEGORY_COORDINATORS */
async function openCategory(ctx: Context, tx: Tx, network: NetworkRow, globalId: string): Promise<string> {
  const id = categoryIdOf(globalId);
  const row = id === null ? null : await categoryRow(tx, network.id, id);
  if (!row) throw new Refusal('NOT_FOUND');
  const refusal = refusalOf(ctx, row, networkTarget(network));
  if (refusal) reject(refusal, 'categoryId');
  return row.id;
}

async function write(
  ctx: Context,
  tx: Tx,
  network: NetworkRow,
  me: string,
  { title, body, lang, kind, poll, categoryId, attachments }: Values & { categoryId: string | null },
): Promise<string> {
  const [id, postId] = [newId(), newId()];
  const mentioned = await mentionedIn(ctx, tx, network.id, body);
  const now = ctx.clock.now();
  await tx.row(WRITE, [
    id,
    postId,
    network.id,
    me,
    slugify(title, 'thread'),
    title,
    lang,
    kind,
    searchText([title]),
    now,
    body,
    postHtml(body, mentioned.handles),
    categoryId,
  ]);
  if (attachments?.length) await setAttachments(tx, ctx.config, { postId, countyId: network.county_id, authorId: me }, attachments);
  if (poll) await writePoll(ctx, tx, { id: postId, countyId: network.county_id }, poll);
  await keepMentions(tx, { id: postId, authorId: me, countyId: network.county_id, at: now }, mentioned);
  await publish(tx, 'PostWritten', {});
  await audit(tx, { actorId: me, act: 'startThread', subjectType: 'Thread', subjectId: id, at: now, requestId: ctx.requestId });
  return id;
}
