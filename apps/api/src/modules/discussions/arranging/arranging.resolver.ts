import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { ArrangeThreadPayload, MergeThreadsInput, MovedThreadType, MoveThreadInput, SplitThreadInput } from './arranging.types.js';
import { mergeThreads } from './merge-threads.js';
import { moveThread } from './move-thread.js';
import { movedThread } from './moved.queries.js';
import { splitThread } from './split-thread.js';

/** Threads that are put elsewhere, and where they went. */
@Resolver()
export class ArrangingResolver {
  @Query(() => MovedThreadType, {
    nullable: true,
    description: 'Where the thread or post of an address is now; null where the viewer may not read it',
  })
  @Policy('discussion.read')
  movedThread(
    @Ctx() ctx: Context,
    @Arg('network', () => String, { description: 'Slug of the network' }) network: string,
    @Arg('no', () => Int) no: number,
    @Arg('post', () => Int, { nullable: true, description: 'Number of a post' }) post?: number | null,
  ): Promise<MovedThreadType | null> {
    return movedThread(ctx, network, no, post ?? null);
  }

  @Mutation(() => ArrangeThreadPayload, { description: 'Takes a thread to another network, where the viewer moderates too' })
  @Policy('moderation.decide')
  moveThread(@Arg('input', () => MoveThreadInput) input: MoveThreadInput, @Ctx() ctx: Context): Promise<ArrangeThreadPayload> {
    return moveThread(ctx, input);
  }

  @Mutation(() => ArrangeThreadPayload, { description: 'Makes a thread of its own of some posts' })
  @Policy('moderation.decide')
  splitThread(@Arg('input', () => SplitThreadInput) input: SplitThreadInput, @Ctx() ctx: Context): Promise<ArrangeThreadPayload> {
    return splitThread(ctx, input);
  }

  @Mutation(() => ArrangeThreadPayload, {
    description: 'Puts the posts of a thread into another one of its network; its address leads there',
  })
  @Policy('moderation.decide')
  mergeThreads(@Arg('input', () => MergeThreadsInput) input: MergeThreadsInput, @Ctx() ctx: Context): Promise<ArrangeThreadPayload> {
    return mergeThreads(ctx, input);
  }
}
