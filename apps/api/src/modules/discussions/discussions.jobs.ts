import type { JobHandlers, Schedule } from '../../platform/outbox/outbox.js';
import { verifyCounters } from './counters.js';

/** What discussions do by night. */
export const discussionJobs: JobHandlers = {
  verifyDiscussionCounters: async (_payload, services) => {
    await verifyCounters(services);
  },
};

export const discussionSchedules: readonly Schedule[] = [{ task: 'verifyDiscussionCounters', pattern: '40 2 * * *' }];
