import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { closePoll, removePoll, savePoll } from './change-poll.js';
import { PollVersionInput, SavePollInput, VoteInPollInput } from './poll.inputs.js';
import { PollPayload, PollType } from './poll.types.js';
import { pollFor } from './polls.queries.js';
import { voteInPoll } from './vote-in-poll.js';

@Resolver()
export class PollResolver {
  @Query(() => PollType, { nullable: true, description: 'The poll of a post; null where it has none or the viewer may not read it' })
  @Policy('discussion.read')
  async poll(@Arg('postId', () => ID) postId: string, @Ctx() ctx: Context): Promise<PollType | null> {
    const parts = fromGlobalId(postId, 'Post');
    return parts && pollFor(ctx, parts.id);
  }

  @Mutation(() => PollPayload)
  @Policy('post.editOwn')
  savePoll(@Arg('input', () => SavePollInput) input: SavePollInput, @Ctx() ctx: Context): Promise<PollPayload> {
    return savePoll(ctx, input);
  }

  @Mutation(() => PollPayload)
  @Policy('post.editOwn')
  removePoll(@Arg('input', () => PollVersionInput) input: PollVersionInput, @Ctx() ctx: Context): Promise<PollPayload> {
    return removePoll(ctx, input);
  }

  @Mutation(() => PollPayload, { description: 'For its author and those who moderate' })
  @Policy('moderation.decide')
  closePoll(@Arg('input', () => PollVersionInput) input: PollVersionInput, @Ctx() ctx: Context): Promise<PollPayload> {
    return closePoll(ctx, input);
  }

  @Mutation(() => PollPayload)
  @Policy('discussion.write')
  voteInPoll(@Arg('input', () => VoteInPollInput) input: VoteInPollInput, @Ctx() ctx: Context): Promise<PollPayload> {
    return voteInPoll(ctx, input);
  }
}
