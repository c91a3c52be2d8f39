import type { JobHandlers, Schedule } from '../../platform/outbox/outbox.js';
import { announceFirstReply } from './announce-reply.js';
import { verifyCounters } from './counters.js';
import { endTimed } from './end-timed.js';
import { announceMention } from './mentions/announce-mention.js';

/** What discussions do after a change, and by night. */
export const discussionJobs: JobHandlers = {
  PostCreated: announceFirstReply,
  MemberMentioned: announceMention,
  endTimedDecisions: (_payload, services) => endTimed(services),
  verifyDiscussionCounters: async (_payload, services) => {
    await verifyCounters(services);
  },
};

export const discussionSchedules: readonly Schedule[] = [
  { task: 'verifyDiscussionCounters', pattern: '40 2 * * *' },
  { task: 'endTimedDecisions', pattern: '* * * * *' },
];
