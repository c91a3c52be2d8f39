import { AppealResolver } from './appeal.resolver.js';
import { ModerationResolver, ViewerReviewResolver } from './moderation.resolver.js';

/** The resolvers of this module. */
export const moderationResolvers = [ModerationResolver, ViewerReviewResolver, AppealResolver] as const;
