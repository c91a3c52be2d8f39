import type { JobHandlers, Schedule } from '../../platform/outbox/outbox.js';
import { tellBothSides, tellDeciders } from './appeal-mails.js';
import { tellAuthor } from './tell-author.js';
import { verifyStatuses } from './verify-status.js';

/** What moderation does after a change, and by night. */
export const moderationJobs: JobHandlers = {
  SubjectModerated: tellAuthor,
  AppealMade: tellDeciders,
  AppealDecided: tellBothSides,
  verifyModeration: async (_payload, services) => {
    await verifyStatuses(services);
  },
};

export const moderationSchedules: readonly Schedule[] = [{ task: 'verifyModeration', pattern: '20 2 * * *' }];
