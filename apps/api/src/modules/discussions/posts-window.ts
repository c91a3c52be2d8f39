import type { Context } from '../../platform/context.js';
import { Refusal } from '../../platform/errors.js';
import { cursors, pageSize } from '../../platform/graphql/cursor.js';

/** Which posts of a thread: forwards from `after`, backwards from `before`, or those about a number. */
export interface PostsQuery {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  around?: number | null | undefined;
}

/** How a query is read in order of numbers: from a bound (exclusive), forwards or backwards. */
export interface PostsWindow {
  size: number;
  from: number;
  forwards: boolean;
  /** Whether there are posts on the other side of the bound. */
  behind: boolean;
}

const END = 2_147_483_647;

/** The posts that a query means, for plan and resolvers alike. @throws Refusal BAD_REQUEST */
export function postsWindow(ctx: Pick<Context, 'config'>, { first, after, last, before, around }: PostsQuery): PostsWindow {
  const open = (cursor: string) => Number(cursors(ctx.config.secrets[0] ?? '').open(cursor)[0]);
  if ((first == null) === (last == null)) throw new Refusal('BAD_REQUEST', { limit: 'first' });
  if (last != null) return { size: pageSize(last), from: before ? open(before) : END, forwards: false, behind: Boolean(before) };
  const size = pageSize(first ?? 0);
  const from = around != null ? Math.max(0, around - Math.ceil(size / 2)) : after ? open(after) : 0;
  return { size, from, forwards: true, behind: from > 0 };
}
