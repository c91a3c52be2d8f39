import { accountJobs, changeJobs, securityJobs } from './modules/accounts/index.js';
import { appointmentJobs, appointmentSchedules } from './modules/appointments/index.js';
import { importJobs } from './modules/imports/index.js';
import { networkJobs, networkSchedules } from './modules/networks/index.js';
import { moderationJobs, moderationSchedules } from './modules/moderation/index.js';
import { discussionJobs, discussionSchedules } from './modules/discussions/index.js';
import { resourceJobs, resourceMailJobs, resourceReportJobs, resourceSchedules } from './modules/resources/index.js';
import { libraryJobs, librarySchedules } from './modules/library/index.js';
import { learningJobs, learningSchedules } from './modules/learning/index.js';
import { interchangeJobs, interchangeSchedules } from './modules/interchange/index.js';
import { memberExportJobs } from './modules/oversight/index.js';
import { reportJobs } from './modules/reports/index.js';
import { notificationJobs, notificationSchedules } from './modules/notifications/index.js';
import { auditJobs, auditSchedules } from './platform/audit/audit.jobs.js';
import { auditExportJobs } from './modules/audit/index.js';
import { mergingJobs, privacyJobs, privacySchedules } from './modules/privacy/index.js';
import { combineHandlers, type Schedule } from './platform/outbox/outbox.js';

/** What every module does after a change, by message name. */
export const jobHandlers = combineHandlers([
  // A post that is held at once is told to nobody.
  discussionJobs,
  // Notices come before letters: made twice they are made once, while a letter that fails is tried again.
  notificationJobs,
  auditJobs,
  accountJobs,
  securityJobs,
  changeJobs,
  appointmentJobs,
  importJobs,
  networkJobs,
  moderationJobs,
  resourceJobs,
  resourceMailJobs,
  resourceReportJobs,
  libraryJobs,
  learningJobs,
  interchangeJobs,
  reportJobs,
  memberExportJobs,
  auditExportJobs,
  privacyJobs,
  mergingJobs,
]);

/** What runs by the clock, in UTC. */
export const schedules: readonly Schedule[] = [
  ...auditSchedules,
  ...appointmentSchedules,
  ...networkSchedules,
  ...moderationSchedules,
  ...discussionSchedules,
  ...resourceSchedules,
  ...librarySchedules,
  ...learningSchedules,
  ...interchangeSchedules,
  ...notificationSchedules,
  ...privacySchedules,
];
