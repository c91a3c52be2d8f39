import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { applyRetentionNow, setRetention } from '../commands/change-retention.js';
import { retention } from './retention.queries.js';
import { ApplyRetentionInput, Retention, RetentionPayload, SetRetentionInput } from './retention.types.js';

@Resolver()
export class RetentionResolver {
  @Query(() => Retention, { description: 'What is kept for how long, and what of it would go now' })
  @Policy('retention.edit')
  retention(@Ctx() ctx: Context): Promise<Retention> {
    return retention(ctx);
  }

  @Mutation(() => RetentionPayload, { description: 'Sets how many days a kind of record is kept' })
  @Policy('retention.edit')
  setRetention(@Arg('input', () => SetRetentionInput) input: SetRetentionInput, @Ctx() ctx: Context): Promise<RetentionPayload> {
    return setRetention(ctx, input);
  }

  @Mutation(() => RetentionPayload, { description: 'Has what is past its time go now instead of tonight' })
  @Policy('retention.edit')
  applyRetention(@Arg('input', () => ApplyRetentionInput) input: ApplyRetentionInput, @Ctx() ctx: Context): Promise<RetentionPayload> {
    return applyRetentionNow(ctx, input);
  }
}
