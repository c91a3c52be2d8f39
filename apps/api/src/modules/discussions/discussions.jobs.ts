import type { JobHandlers, Schedule } from '../../platform/outbox/outbox.js';
import { verifyCounters } from './counters.js';
import { endTimed } from './end-timed.js';
import { takeInPosts } from './finding/take-in-posts.js';
import { fetchPreviews, forgetPreviews } from './links/fetch-previews.js';
import { judgePost } from './spam/judge-post.js';

/** What discussions do after a change, and by the clock. */
export const discussionJobs: JobHandlers = {
  PostCreated: async (payload, services, signal) => {
    await takeInPosts(services, signal);
    await judgePost(services, String(payload['postId']));
  },
  PostWritten: (_payload, services, signal) => takeInPosts(services, signal),
  takeInPosts: (_payload, services, signal) => takeInPosts(services, signal),
  PostTakenIn: (payload, services) => judgePost(services, String(payload['postId'])),
  LinksFound: (_payload, services) => fetchPreviews(services),
  forgetLinkPreviews: (_payload, services) => forgetPreviews(services),
  endTimedDecisions: (_payload, services) => endTimed(services),
  verifyDiscussionCounters: async (_payload, services) => {
    await verifyCounters(services);
  },
};

export const discussionSchedules: readonly Schedule[] = [
  { task: 'verifyDiscussionCounters', pattern: '40 2 * * *' },
  { task: 'takeInPosts', pattern: '* * * * *' },
  { task: 'forgetLinkPreviews', pattern: '50 2 * * *' },
  { task: 'endTimedDecisions', pattern: '* * * * *' },
];
