import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context.js';
import { AppealItemType, ReviewItemType, type AppealItem, type ReviewItem } from '../moderation/index.js';
import { aroundPost, openingPostOf, postRowById, toPost } from './posts.queries.js';
import { PostType } from './post.type.js';
import { threadRowById } from './threads.queries.js';

/** Adds the words in question to an appeal. */
@Resolver(() => AppealItemType)
export class AppealedPostResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Safe HTML of the post, or of the one that opens the thread, also where it was removed',
  })
  async html(@Root() item: AppealItem, @Ctx() ctx: Context): Promise<string | null> {
    return (await this.row(item, ctx))?.body_html ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Language of the text' })
  async lang(@Root() item: AppealItem, @Ctx() ctx: Context): Promise<string | null> {
    return (await this.row(item, ctx))?.lang ?? null;
  }

  @FieldResolver(() => [PostType], { description: 'Of a post: up to two before and two after it, as the viewer may read them' })
  around(@Root() item: AppealItem, @Ctx() ctx: Context): Promise<PostType[]> {
    return around(item.subject, ctx);
  }

  private async row({ subject }: AppealItem, ctx: Context) {
    if (subject.type === 'Post') return ctx.load(postRowById, subject.id);
    return subject.type === 'Thread' ? ctx.load(openingPostOf, subject.id) : null;
  }
}

/** Adds what was said before and after to what waits for review. */
@Resolver(() => ReviewItemType)
export class ReviewContextResolver {
  @FieldResolver(() => [PostType], { description: 'Of a post: up to two before and two after it, as the viewer may read them' })
  around(@Root() item: ReviewItem, @Ctx() ctx: Context): Promise<PostType[]> {
    return around(item.subject, ctx);
  }
}

/** Whoever decides on a post reads its thread, hidden or not. */
async function around(subject: { type: string; id: string }, ctx: Context): Promise<PostType[]> {
  if (subject.type !== 'Post') return [];
  const rows = await ctx.load(aroundPost, subject.id);
  const posts = await Promise.all(
    rows.map(async (row) => {
      const thread = await ctx.load(threadRowById, row.thread_id);
      return thread && toPost(ctx, thread, row);
    }),
  );
  return posts.filter((post) => post !== null);
}
