import type { JobHandlers, Schedule } from '../../platform/outbox/outbox.js';
import { verifyCounters } from './counters.js';
import { indexPosts } from './finding/index-posts.js';
import { endTimed } from './end-timed.js';

/** What discussions do after a change, and by the clock. */
export const discussionJobs: JobHandlers = {
  PostCreated: (_payload, services, signal) => indexPosts(services, signal),
  indexPosts: (_payload, services, signal) => indexPosts(services, signal),
  endTimedDecisions: (_payload, services) => endTimed(services),
  verifyDiscussionCounters: async (_payload, services) => {
    await verifyCounters(services);
  },
};

export const discussionSchedules: readonly Schedule[] = [
  { task: 'verifyDiscussionCounters', pattern: '40 2 * * *' },
  { task: 'indexPosts', pattern: '* * * * *' },
  { task: 'endTimedDecisions', pattern: '* * * * *' },
];
