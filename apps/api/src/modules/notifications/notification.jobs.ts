import type { JobHandlers, Schedule } from '../../platform/outbox/outbox.js';
import { sendDigest, startDigests } from './digests.js';
import { sendLetter } from './letters.js';
import { threadNotices } from './thread-notices.js';
import { workNotices } from './work-notices.js';

/** What becomes of happenings: notices, letters, digests. */
export const notificationJobs: JobHandlers = {
  ...threadNotices,
  ...workNotices,
  NoticesDue: sendLetter,
  DigestsStarted: startDigests,
  DigestDue: sendDigest,
};

/** Whether a digest is due, hourly: the hour is the reader's, the pattern's is UTC, and a missed hour is made up for. */
export const notificationSchedules: readonly Schedule[] = [{ task: 'DigestsStarted', pattern: '5 * * * *' }];
