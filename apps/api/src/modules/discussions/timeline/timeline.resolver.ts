import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context, Loader } from '../../../platform/context.js';
import { ThreadType } from '../thread.type.js';
import { ThreadMarkType } from './timeline.types.js';

/** So many places of a thread are marked. */
const MARKS = 25;

/** Places of threads at even distances; numbers and times of posts tell nothing of what they say. */
const marksOf: Loader<string, ThreadMarkType[]> = async (ctx, ids) => {
  const rows = await ctx.db.rows<ThreadMarkType & { thread_id: string }>(
    `SELECT DISTINCT t.id AS thread_id, p.no, p.created_at AS at FROM threads t CROSS JOIN generate_series(0, ${MARKS - 1}) step
     CROSS JOIN LATERAL (SELECT no, created_at FROM posts WHERE thread_id = t.id AND no >= 1 + step * (t.last_post_no - 1) / ${MARKS - 1} ORDER BY no LIMIT 1) p
     WHERE t.id = ANY($1) ORDER BY t.id, p.no`,
    [ids],
  );
  return ids.map((id) => rows.filter(({ thread_id }) => thread_id === id).map(({ no, at }) => ({ no, at })));
};

/** Adds to a thread what leads through a long one. */
@Resolver(() => ThreadType)
export class TimelineResolver {
  @FieldResolver(() => [ThreadMarkType], {
    description: 'Posts at even distances from the first to the last, 25 at most, with their times',
  })
  timeline(@Root() thread: ThreadType, @Ctx() ctx: Context): Promise<ThreadMarkType[]> {
    return ctx.load(marksOf, thread.row.id);
  }
}
