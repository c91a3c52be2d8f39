import type { JobHandlers, Schedule } from '../../platform/outbox/outbox.js';
import { announceFirstReply } from './announce-reply.js';
import { verifyCounters } from './counters.js';
import { takeInPosts } from './finding/take-in-posts.js';
import { fetchPreviews, forgetPreviews } from './links/fetch-previews.js';
import { judgePost } from './spam/judge-post.js';
import { announceMention } from './mentions/announce-mention.js';

/** What discussions do after a change, and by night. */
export const discussionJobs: JobHandlers = {
  PostCreated: async (payload, services, signal) => {
    await takeInPosts(services, signal);
    // Nobody is told of what is held.
    await judgePost(services, String(payload['postId']));
    await announceFirstReply(payload, services);
  },
  PostWritten: (_payload, services, signal) => takeInPosts(services, signal),
  takeInPosts: (_payload, services, signal) => takeInPosts(services, signal),
  PostTakenIn: (payload, services) => judgePost(services, String(payload['postId'])),
  LinksFound: (_payload, services) => fetchPreviews(services),
  forgetLinkPreviews: (_payload, services) => forgetPreviews(services),
  MemberMentioned: announceMention,
  verifyDiscussionCounters: async (_payload, services) => {
    await verifyCounters(services);
  },
};

export const discussionSchedules: readonly Schedule[] = [
  { task: 'verifyDiscussionCounters', pattern: '40 2 * * *' },
  { task: 'takeInPosts', pattern: '* * * * *' },
  { task: 'forgetLinkPreviews', pattern: '50 2 * * *' },
];
