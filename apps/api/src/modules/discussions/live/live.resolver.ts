import { Arg, Ctx, ID, Int, Mutation, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { Payload } from '../../../platform/graphql/types.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { threadIdOf } from '../threads.queries.js';
import { discussionsFeed } from './discussions-feed.js';
import { sayWriting } from './say-writing.js';
import { DiscussionsChangeType, SayWritingInput, ThreadChangeType } from './thread-change.types.js';
import { threadFeed } from './thread-feed.js';

@ObjectType()
@Policy(WITH_RECORD)
export class SayWritingPayload extends Payload {}

/** A thread as it happens. */
@Resolver()
export class LiveThreadResolver {
  @Subscription(() => ThreadChangeType, {
    description:
      'What happens in a thread after a change of that number, beginning with what has already; ends with NOT_FOUND where the viewer may not read it any more',
    subscribe: ({ args, context }: { args: { threadId: string; after: number }; context: Context }) =>
      context.live.subscribe(context, threadFeed, idOf(threadIdOf(args.threadId)), args.after),
  })
  @Policy('discussion.read')
  threadChanged(
    @Root() change: ThreadChangeType,
    @Arg('threadId', () => ID) _threadId: string,
    @Arg('after', () => Int, { description: '`changeNo` of the thread, or of what was told last' }) _after: number,
  ): ThreadChangeType {
    return change;
  }

  @Subscription(() => DiscussionsChangeType, {
    description: 'Threads of a network in which something happens; ends with NOT_FOUND where the viewer may not read them any more',
    subscribe: ({ args, context }: { args: { networkId: string }; context: Context }) =>
      context.live.subscribe(context, discussionsFeed, idOf(fromGlobalId(args.networkId, 'Network')?.id), null),
  })
  @Policy('discussion.read')
  discussionsChanged(@Root() change: DiscussionsChangeType, @Arg('networkId', () => ID) _networkId: string): DiscussionsChangeType {
    return change;
  }

  @Mutation(() => SayWritingPayload, {
    description: 'Tells those who read a thread now that the viewer writes; to be said again while it is so',
  })
  @Policy('discussion.write')
  sayWriting(@Arg('input', () => SayWritingInput) input: SayWritingInput, @Ctx() ctx: Context): Promise<SayWritingPayload> {
    return sayWriting(ctx, input) as Promise<SayWritingPayload>;
  }
}

/** @throws Refusal NOT_FOUND where a global id names nothing of its kind */
function idOf(id: string | null | undefined): string {
  if (id == null) throw new Refusal('NOT_FOUND');
  return id;
}
