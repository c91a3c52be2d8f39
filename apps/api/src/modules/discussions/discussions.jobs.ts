import type { JobHandlers, Schedule } from '../../platform/outbox/outbox.js';
import { announceFirstReply } from './announce-reply.js';
import { verifyCounters } from './counters.js';
import { indexPosts } from './finding/index-posts.js';
import { announceMention } from './mentions/announce-mention.js';

/** What discussions do after a change, and by night. */
export const discussionJobs: JobHandlers = {
  PostCreated: async (payload, services, signal) => {
    await indexPosts(services, signal);
    await announceFirstReply(payload, services);
  },
  indexPosts: (_payload, services, signal) => indexPosts(services, signal),
  MemberMentioned: announceMention,
  verifyDiscussionCounters: async (_payload, services) => {
    await verifyCounters(services);
  },
};

export const discussionSchedules: readonly Schedule[] = [
  { task: 'verifyDiscussionCounters', pattern: '40 2 * * *' },
  { task: 'indexPosts', pattern: '* * * * *' },
];
