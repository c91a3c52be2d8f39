import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { ViewerType } from '../accounts/index.js';
import { appealCount } from './appeals.queries.js';
import { ClaimReviewInput, ClaimReviewPayload, ClaimType } from './claim.types.js';
import { claimOf } from './claims.js';
import { claimReview } from './commands/claim-review.js';
import { decide } from './commands/decide.js';
import { latestDecision, pendingFlags, reviewCount, reviewQueue, subjectKey, type ReviewItem } from './moderation.queries.js';
import { DecideInput, DecidePayload, FlagType, ReviewItemConnection, ReviewItemType } from './moderation.types.js';

/** What waits for decisions, and deciding. */
@Resolver(() => ReviewItemType)
export class ModerationResolver {
  @Query(() => ReviewItemConnection, { description: 'What waits for the viewer’s decision, longest first' })
  @Policy('moderation.decide')
  reviewQueue(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<ReviewItem>> {
    return reviewQueue(ctx, { first, after });
  }

  @FieldResolver(() => [FlagType])
  flags(@Root() item: ReviewItem, @Ctx() ctx: Context): Promise<FlagType[]> {
    return ctx.load(pendingFlags, subjectKey(item.subject.type, item.subject.id));
  }

  @FieldResolver(() => Int)
  async decisionSeq(@Root() item: ReviewItem, @Ctx() ctx: Context): Promise<number> {
    return (await ctx.load(latestDecision, subjectKey(item.subject.type, item.subject.id)))?.seq ?? 0;
  }

  @FieldResolver(() => ClaimType, { nullable: true, description: 'Who looks at it now' })
  claim(@Root() item: ReviewItem, @Ctx() ctx: Context): Promise<ClaimType | null> {
    return ctx.load(claimOf, subjectKey(item.subject.type, item.subject.id));
  }

  @Mutation(() => ClaimReviewPayload, { description: 'Keeps something that waits for the viewer for five minutes' })
  @Policy('moderation.decide')
  claimReview(@Arg('input', () => ClaimReviewInput) input: ClaimReviewInput, @Ctx() ctx: Context): Promise<ClaimReviewPayload> {
    return claimReview(ctx, input);
  }

  @Mutation(() => DecidePayload, { description: 'Hides, shows, locks, pins … with a reason, and takes such decisions back' })
  @Policy('moderation.decide')
  decide(@Arg('input', () => DecideInput) input: DecideInput, @Ctx() ctx: Context): Promise<DecidePayload> {
    return decide(ctx, input);
  }
}

/** Tells the signed-in person what waits for their decision. */
@Resolver(() => ViewerType)
export class ViewerReviewResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many subjects wait for the viewer’s decision, 100 standing for more; null for those who decide nowhere',
  })
  toReview(@Ctx() ctx: Context): Promise<number | null> {
    return reviewCount(ctx);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many appeals wait for the viewer’s answer, 100 standing for more; null for those who answer none',
  })
  appealsToDecide(@Ctx() ctx: Context): Promise<number | null> {
    return appealCount(ctx);
  }
}
