import { threadState, type ThreadKind } from '@stoa/domain';
import { signedIn } from '../../platform/authorize.js';
import { byId, type Context, type Loader } from '../../platform/context.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import { toPerson } from '../accounts/index.js';
import { categoryIdOf } from './categories/categories.queries.js';
import { canReadThread, discussionReach, threadAbilities, threadsVisibleTo } from './discussions.policy.js';
import { threadStatement, type ThreadRow } from './thread.statement.js';
import type { ThreadType } from './thread.type.js';

/** Placeholders $1 to $7 of the values that `reachValues` gives. */
export const REACH = {
  read: { all: '$1', scopeIds: '$2', networkIds: '$3' },
  log: { all: '$4', scopeIds: '$5', networkIds: '$6' },
  personId: '$7',
};

/** Values of the placeholders in `REACH`. */
export function reachValues(ctx: Context): unknown[] {
  const { read, log, personId } = discussionReach(ctx.viewer);
  return [read.all, read.scopeIds, read.networkIds, log.all, log.scopeIds, log.networkIds, personId];
}

/** What a list of threads asks for; what is null filters nothing. */
export interface ThreadsQuery {
  /** Slug of the network. */
  network: string;
  first: number;
  after?: string | null | undefined;
  kind?: ThreadKind | null | undefined;
  /** Only questions without an accepted answer. */
  unanswered?: boolean | null | undefined;
  /** Only questions with an accepted answer. */
  answered?: boolean | null | undefined;
  /** Global id of a category. */
  category?: string | null | undefined;
  /** Only threads with posts that the viewer has not read. */
  unread?: boolean | null | undefined;
}

/** Threads of a network that the viewer may read: pinned ones first, then those with the last post. */
export async function threads(ctx: Context, query: ThreadsQuery): Promise<Page<ThreadType>> {
  signedIn(ctx.viewer);
  const first = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const after = query.after ? sealer.open(query.after) : null;
  const values: unknown[] = [...reachValues(ctx), query.network, first + 1];
  const $ = (value: unknown): string => `$${values.push(value)}`;
  const where = [threadsVisibleTo(REACH), `t.network_id = (SELECT id FROM networks WHERE slug = $8)`];
  if (query.kind) where.push(`t.kind = ${$(query.kind)}`);
  if (query.unanswered) where.push(`t.kind = 'QUESTION' AND ap.id IS NULL`);
  if (query.answered) where.push('ap.id IS NOT NULL');
  if (query.category) where.push(`t.category_id = ${$(categoryIdOf(query.category))}::uuid`);
  if (query.unread) where.push('coalesce(r.last_read_no, 0) < t.last_post_no');
  if (after) where.push(`(t.pinned, t.last_post_at, t.id) < (${$(after[0])}::boolean, ${$(after[1])}::timestamptz, ${$(after[2])}::uuid)`);
  const rows = await ctx.db.rows<ThreadRow>(
    threadStatement('$7', `${where.join('\n    AND ')}\n    ORDER BY t.pinned DESC, t.last_post_at DESC, t.id DESC LIMIT $9`),
    values,
  );
  return toPage(
    sealer,
    rows,
    first,
    (row) => [row.pinned, row.last_post_at, row.id],
    (row) => toThread(ctx, row),
    query.after != null,
  );
}

/** A thread by its address, or null where the viewer may not read it or it does not exist. */
export async function threadByNo(ctx: Context, network: string, no: number): Promise<ThreadType | null> {
  signedIn(ctx.viewer);
  const row = await ctx.db.row<ThreadRow>(
    threadStatement('$7', `${threadsVisibleTo(REACH)} AND t.network_id = (SELECT id FROM networks WHERE slug = $8) AND t.no = $9`),
    [...reachValues(ctx), network, no],
  );
  return row && toThread(ctx, row);
}

/** Threads by id, whoever asks; `threadFor` asks the right. */
export const threadRowById: Loader<string, ThreadRow | null> = byId(
  (asked) => threadStatement('$2', `t.id ${asked}`),
  ({ viewer }) => [viewer.personId],
);

/** A thread by id, or null where the viewer may not read it. */
export async function threadFor(ctx: Context, id: string): Promise<ThreadType | null> {
  const row = await ctx.load(threadRowById, id);
  return row && canReadThread(ctx.viewer, row) ? toThread(ctx, row) : null;
}

/** A thread anew from the database, for the payload of the command that has just changed it. */
export async function threadAnew(ctx: Context, id: string): Promise<ThreadType | null> {
  const row = await ctx.db.row<ThreadRow>(threadStatement('$2', 't.id = $1'), [id, ctx.viewer.personId]);
  return row && canReadThread(ctx.viewer, row) ? toThread(ctx, row) : null;
}

/** The UUID of a thread's global id, or null where it is none. */
export function threadIdOf(globalId: string): string | null {
  return fromGlobalId(globalId, 'Thread')?.id ?? null;
}

/** The public face of a row that the viewer may read. */
export function toThread(ctx: Pick<Context, 'viewer'>, row: ThreadRow): ThreadType {
  const lastReadNo = row.last_read_no ?? 0;
  return {
    row,
    id: toGlobalId('Thread', row.id),
    no: row.no,
    slug: row.slug,
    title: row.title,
    lang: row.lang,
    kind: row.kind,
    state: threadState(row),
    locked: row.locked,
    pinned: row.pinned,
    lockedUntil: row.locked_until,
    pinnedUntil: row.pinned_until,
    slowSeconds: row.slow_seconds,
    category:
      row.category_id === null || row.category_name === null
        ? null
        : { id: toGlobalId('ThreadCategory', row.category_id), name: row.category_name },
    author: toPerson({ id: row.author_id, handle: row.author_handle, display_name: row.author_name }),
    createdAt: row.created_at,
    lastPostAt: row.last_post_at,
    postsCount: row.posts_count,
    lastPostNo: row.last_post_no,
    changeNo: row.change_no,
    firstReplyAt: row.first_reply_at,
    acceptedPostNo: row.accepted_post_no,
    acceptedAt: row.accepted_at,
    lastReadNo,
    lastReadAt: row.last_read_at,
    unread: lastReadNo < row.last_post_no,
    viewerCan: threadAbilities(ctx.viewer, row),
    version: row.version,
  };
}
