import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { fromGlobalId } from '../../platform/ids.js';
import { decisionsOf, DecisionType, flaggedByViewer, FlagType, latestDecision, pendingFlags, subjectKey } from '../moderation/index.js';
import { editPost } from './commands/edit-post.js';
import { reply } from './commands/reply.js';
import { reportPost } from './commands/report-post.js';
import { withdrawPost } from './commands/withdraw-post.js';
import { EditPostInput, PostPayload, PostVersionInput, ReplyInput, ReportPostInput } from './discussions.inputs.js';
import { authorRecords, postFor, readsLog, revisionsOfPost, threadOfPost } from './posts.queries.js';
import { AuthorRecordType, PostRevisionType, PostType } from './post.type.js';
import { ThreadType } from './thread.type.js';
import { toThread } from './threads.queries.js';

@Resolver(() => PostType)
export class PostResolver {
  @Query(() => PostType, { nullable: true, description: 'Null where the viewer may not read its thread' })
  @Policy('discussion.read')
  async post(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<PostType | null> {
    const parts = fromGlobalId(id, 'Post');
    return parts && postFor(ctx, parts.id);
  }

  @FieldResolver(() => ThreadType)
  async thread(@Root() post: PostType, @Ctx() ctx: Context): Promise<ThreadType> {
    return toThread(ctx, await threadOfPost(ctx, post));
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it was hidden or removed; for its author and moderators' })
  async hiddenReason(@Root() post: PostType, @Ctx() ctx: Context): Promise<string | null> {
    if (post.author === null || post.row.visibility === 'VISIBLE') return null;
    return (await ctx.load(latestDecision, subjectKey('Post', post.row.id)))?.reason ?? null;
  }

  @FieldResolver(() => Int, { description: 'Number of decisions taken on it; `decide` expects it' })
  async decisionSeq(@Root() post: PostType, @Ctx() ctx: Context): Promise<number> {
    return (await ctx.load(latestDecision, subjectKey('Post', post.row.id)))?.seq ?? 0;
  }

  @FieldResolver(() => [FlagType], { description: 'Reports that wait for a decision; empty for those who do not moderate' })
  async flags(@Root() post: PostType, @Ctx() ctx: Context): Promise<FlagType[]> {
    if (!readsLog(ctx, await threadOfPost(ctx, post))) return [];
    return ctx.load(pendingFlags, subjectKey('Post', post.row.id));
  }

  @FieldResolver(() => Int, { description: 'Number of reports that wait for a decision; 0 for those who do not moderate' })
  async pendingFlags(@Root() post: PostType, @Ctx() ctx: Context): Promise<number> {
    if (!readsLog(ctx, await threadOfPost(ctx, post))) return 0;
    return (await ctx.load(pendingFlags, subjectKey('Post', post.row.id))).length;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer has reported it' })
  reportedByViewer(@Root() post: PostType, @Ctx() ctx: Context): Promise<boolean> {
    return ctx.load(flaggedByViewer, subjectKey('Post', post.row.id));
  }

  @FieldResolver(() => AuthorRecordType, { nullable: true, description: 'Null for those who do not moderate' })
  async authorRecord(@Root() post: PostType, @Ctx() ctx: Context): Promise<AuthorRecordType | null> {
    const thread = await threadOfPost(ctx, post);
    return readsLog(ctx, thread) ? ctx.load(authorRecords, `${thread.network_id}:${post.row.author_id}`) : null;
  }

  @FieldResolver(() => [PostRevisionType], { description: 'Earlier texts, newest first; empty where the viewer may not read the text' })
  async revisions(@Root() post: PostType, @Ctx() ctx: Context): Promise<PostRevisionType[]> {
    return post.body === null ? [] : ctx.load(revisionsOfPost, post.row.id);
  }

  @FieldResolver(() => [DecisionType], { description: 'The decision log, newest first; empty for those who do not moderate' })
  async decisions(@Root() post: PostType, @Ctx() ctx: Context): Promise<DecisionType[]> {
    return readsLog(ctx, await threadOfPost(ctx, post)) ? decisionsOf(ctx, 'Post', post.row.id) : [];
  }

  @Mutation(() => PostPayload)
  @Policy('discussion.write')
  reply(@Arg('input', () => ReplyInput) input: ReplyInput, @Ctx() ctx: Context): Promise<PostPayload> {
    return reply(ctx, input);
  }

  @Mutation(() => PostPayload)
  @Policy('post.editOwn')
  editPost(@Arg('input', () => EditPostInput) input: EditPostInput, @Ctx() ctx: Context): Promise<PostPayload> {
    return editPost(ctx, input);
  }

  @Mutation(() => PostPayload)
  @Policy('post.editOwn')
  withdrawPost(@Arg('input', () => PostVersionInput) input: PostVersionInput, @Ctx() ctx: Context): Promise<PostPayload> {
    return withdrawPost(ctx, input);
  }

  @Mutation(() => PostPayload)
  @Policy('post.flag')
  reportPost(@Arg('input', () => ReportPostInput) input: ReportPostInput, @Ctx() ctx: Context): Promise<PostPayload> {
    return reportPost(ctx, input);
  }
}
