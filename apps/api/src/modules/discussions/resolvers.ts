import { AppealedPostResolver, ReviewContextResolver } from './appealed.resolver.js';
import { DecidedSubjectResolver, ReviewedPostResolver } from './moderated.resolver.js';
import { PostResolver } from './post.resolver.js';
import { ThreadResolver } from './thread.resolver.js';

/** The resolvers of this module. */
export const discussionResolvers = [
  ThreadResolver,
  PostResolver,
  ReviewedPostResolver,
  DecidedSubjectResolver,
  AppealedPostResolver,
  ReviewContextResolver,
];
