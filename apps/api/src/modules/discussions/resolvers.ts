import { AppealedPostResolver, ReviewContextResolver } from './appealed.resolver.js';
import { ArrangingResolver } from './arranging/arranging.resolver.js';
import { AttachmentResolver } from './attachments/attachment.resolver.js';
import { CategoryResolver } from './categories/category.resolver.js';
import { DraftResolver } from './drafts/draft.resolver.js';
import { FindingResolver } from './finding/finding.resolver.js';
import { LiveThreadResolver } from './live/live.resolver.js';
import { DecidedSubjectResolver, ReviewedPostResolver } from './moderated.resolver.js';
import { LinkPreviewResolver } from './links/link-preview.resolver.js';
import { PollResolver } from './polls/poll.resolver.js';
import { PostResolver } from './post.resolver.js';
import { ReactionResolver } from './reactions/reaction.resolver.js';
import { SavedResolver } from './saved/saved.resolver.js';
import { SummaryResolver } from './summary/summary.resolver.js';
import { TimelineResolver } from './timeline/timeline.resolver.js';
import { ThreadResolver } from './thread.resolver.js';
import { WritingResolver } from './writing.resolver.js';

/** The resolvers of this module. */
export const discussionResolvers = [
  ThreadResolver,
  TimelineResolver,
  PostResolver,
  ReviewedPostResolver,
  DecidedSubjectResolver,
  AppealedPostResolver,
  ReviewContextResolver,
  WritingResolver,
  DraftResolver,
  ReactionResolver,
  AttachmentResolver,
  PollResolver,
  SavedResolver,
  SummaryResolver,
  FindingResolver,
  ArrangingResolver,
  LiveThreadResolver,
  LinkPreviewResolver,
  CategoryResolver,
];
