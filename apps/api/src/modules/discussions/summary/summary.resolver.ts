import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { ThreadPayload } from '../discussions.inputs.js';
import { ThreadType } from '../thread.type.js';
import { summariseThread } from './summarise-thread.js';
import { SummariseThreadInput, ThreadSummaryType } from './summary.types.js';
import { summaryOfThread } from './summaries.queries.js';

@Resolver(() => ThreadType)
export class SummaryResolver {
  @FieldResolver(() => ThreadSummaryType, { nullable: true, description: 'What it came to, by a moderator' })
  summary(@Root() thread: ThreadType, @Ctx() ctx: Context): Promise<ThreadSummaryType | null> {
    return ctx.load(summaryOfThread, thread.row.id);
  }

  @Mutation(() => ThreadPayload)
  @Policy('thread.summarise')
  summariseThread(@Arg('input', () => SummariseThreadInput) input: SummariseThreadInput, @Ctx() ctx: Context): Promise<ThreadPayload> {
    return summariseThread(ctx, input);
  }
}
