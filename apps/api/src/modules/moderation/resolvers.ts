import { AppealResolver } from './appeal.resolver.js';
import { LiveReviewResolver } from './live/review.resolver.js';
import { ModerationResolver, ViewerReviewResolver } from './moderation.resolver.js';
import { PublicLogResolver } from './public-log.resolver.js';
import { ReasonTemplateResolver } from './template.resolver.js';

/** The resolvers of this module. */
export const moderationResolvers = [
  ModerationResolver,
  ViewerReviewResolver,
  AppealResolver,
  PublicLogResolver,
  ReasonTemplateResolver,
  LiveReviewResolver,
] as const;
