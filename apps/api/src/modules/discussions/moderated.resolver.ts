import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context.js';
import { DecidePayload, type ReviewItem, ReviewItemType } from '../moderation/index.js';
import { postAnew, postFor } from './posts.queries.js';
import { PostType } from './post.type.js';
import { ThreadType } from './thread.type.js';
import { threadAnew } from './threads.queries.js';

/** Adds posts to what waits for review. */
@Resolver(() => ReviewItemType)
export class ReviewedPostResolver {
  @FieldResolver(() => PostType, { nullable: true, description: 'Where the subject is a post' })
  async post(@Root() item: ReviewItem, @Ctx() ctx: Context): Promise<PostType | null> {
    return item.subject.type === 'Post' ? postFor(ctx, item.subject.id) : null;
  }
}

/** Adds thread and post to what a decision answers. */
@Resolver(() => DecidePayload)
export class DecidedSubjectResolver {
  @FieldResolver(() => PostType, { nullable: true, description: 'Where the subject is a post' })
  async post(@Root() { subject }: DecidePayload, @Ctx() ctx: Context): Promise<PostType | null> {
    return subject?.type === 'Post' ? postAnew(ctx, subject.id) : null;
  }

  @FieldResolver(() => ThreadType, { nullable: true, description: 'Where the subject is a thread' })
  async thread(@Root() { subject }: DecidePayload, @Ctx() ctx: Context): Promise<ThreadType | null> {
    return subject?.type === 'Thread' ? threadAnew(ctx, subject.id) : null;
  }
}
