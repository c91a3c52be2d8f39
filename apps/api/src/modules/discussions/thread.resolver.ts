import type { ThreadKind } from '@stoa/domain';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { decisionsOf, DecisionType, latestDecision, subjectKey } from '../moderation/index.js';
import { networkById, NetworkType, toNetwork } from '../networks/index.js';
import { acceptAnswer } from './commands/accept-answer.js';
import { markThreadRead } from './commands/mark-thread-read.js';
import { startThread } from './commands/start-thread.js';
import { AcceptAnswerInput, MarkThreadReadInput, StartThreadInput, ThreadPayload } from './discussions.inputs.js';
import { canSeeThreadReason } from './discussions.policy.js';
import { postsOf } from './posts.queries.js';
import { PostConnection, type PostType } from './post.type.js';
import { ThreadConnection, ThreadKindEnum, ThreadType } from './thread.type.js';
import { threadByNo, threads } from './threads.queries.js';

@Resolver(() => ThreadType)
export class ThreadResolver {
  @Query(() => ThreadType, { nullable: true, description: 'By the network’s slug and the number; null where the viewer may not read it' })
  @Policy('discussion.read')
  thread(@Ctx() ctx: Context, @Arg('network', () => String) network: string, @Arg('no', () => Int) no: number): Promise<ThreadType | null> {
    return threadByNo(ctx, network, no);
  }

  @Query(() => ThreadConnection, { description: 'Threads of a network: pinned ones first, then those with the last post' })
  @Policy('discussion.read')
  threads(
    @Ctx() ctx: Context,
    @Arg('network', () => String, { description: 'Slug of the network' }) network: string,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('kind', () => ThreadKindEnum, { nullable: true }) kind?: ThreadKind | null,
    @Arg('unanswered', () => Boolean, { nullable: true, description: 'Only questions without an accepted answer' })
    unanswered?: boolean | null,
    @Arg('unread', () => Boolean, { nullable: true, description: 'Only threads with posts that the viewer has not read' })
    unread?: boolean | null,
    @Arg('answered', () => Boolean, { nullable: true, description: 'Only questions with an accepted answer' }) answered?: boolean | null,
    @Arg('category', () => ID, { nullable: true }) category?: string | null,
  ): Promise<Page<ThreadType>> {
    return threads(ctx, { network, first, after, kind, unanswered, unread, answered, category });
  }

  @FieldResolver(() => NetworkType)
  async network(@Root() thread: ThreadType, @Ctx() ctx: Context): Promise<NetworkType> {
    const row = await ctx.load(networkById, thread.row.network_id);
    if (!row) throw new Error('A thread has no network');
    return toNetwork(row);
  }

  @FieldResolver(() => PostConnection, { description: 'By number: `first` with `after` or `around`, or `last` with `before`' })
  posts(
    @Root() thread: ThreadType,
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('last', () => Int, { nullable: true }) last?: number | null,
    @Arg('before', () => String, { nullable: true }) before?: string | null,
    @Arg('around', () => Int, { nullable: true, description: 'A page that holds the post of this number' }) around?: number | null,
  ): Promise<Page<PostType>> {
    return postsOf(ctx, thread.row, { first, after, last, before, around });
  }

  @FieldResolver(() => Int, { description: 'Number of decisions taken on it; `decide` expects it' })
  async decisionSeq(@Root() thread: ThreadType, @Ctx() ctx: Context): Promise<number> {
    return (await ctx.load(latestDecision, subjectKey('Thread', thread.row.id)))?.seq ?? 0;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it was locked or hidden' })
  async stateReason(@Root() thread: ThreadType, @Ctx() ctx: Context): Promise<string | null> {
    if (!canSeeThreadReason(thread.row)) return null;
    return (await ctx.load(latestDecision, subjectKey('Thread', thread.row.id)))?.reason ?? null;
  }

  @FieldResolver(() => [DecisionType], { description: 'The decision log, newest first; empty for those who do not moderate' })
  async decisions(@Root() thread: ThreadType, @Ctx() ctx: Context): Promise<DecisionType[]> {
    return thread.viewerCan.readLog ? decisionsOf(ctx, 'Thread', thread.row.id) : [];
  }

  @Mutation(() => ThreadPayload)
  @Policy('discussion.write')
  startThread(@Arg('input', () => StartThreadInput) input: StartThreadInput, @Ctx() ctx: Context): Promise<ThreadPayload> {
    return startThread(ctx, input);
  }

  @Mutation(() => ThreadPayload)
  @Policy('answer.accept')
  acceptAnswer(@Arg('input', () => AcceptAnswerInput) input: AcceptAnswerInput, @Ctx() ctx: Context): Promise<ThreadPayload> {
    return acceptAnswer(ctx, input);
  }

  @Mutation(() => ThreadPayload)
  @Policy('discussion.read')
  markThreadRead(@Arg('input', () => MarkThreadReadInput) input: MarkThreadReadInput, @Ctx() ctx: Context): Promise<ThreadPayload> {
    return markThreadRead(ctx, input);
  }
}
