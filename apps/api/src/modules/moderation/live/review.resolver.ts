import { Resolver, Root, Subscription } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { ReviewChangeType } from './review-change.types.js';
import { REVIEW_ID, reviewFeed } from './review-feed.js';

/** What waits for decisions, as it happens. */
@Resolver()
export class LiveReviewResolver {
  @Subscription(() => ReviewChangeType, {
    description: 'Says when what waits for the viewer’s decision is to be asked anew; the first time at once',
    subscribe: ({ context }: { context: Context }) => context.live.subscribe(context, reviewFeed, REVIEW_ID, null),
  })
  @Policy('profile.own')
  reviewChanged(@Root() change: ReviewChangeType): ReviewChangeType {
    return change;
  }
}
