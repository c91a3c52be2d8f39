import type { JobHandlers, Schedule } from '../../platform/outbox/outbox.js';
import { verifyLibrary } from './index/rebuild.js';
import { sendSearchMail, tellSavedSearches } from './saved/search-mails.js';
import { takeInResources } from './index/take-in-resources.js';

/** What the library's search does after a change, and by the clock. */
export const libraryJobs: JobHandlers = {
  ResourcePublished: (_payload, services, signal) => takeInResources(services, signal),
  ResourceChanged: (_payload, services, signal) => takeInResources(services, signal),
  takeInResources: (_payload, services, signal) => takeInResources(services, signal),
  tellSavedSearches,
  SavedSearchDue: sendSearchMail,
  verifyLibrary: async (_payload, services) => {
    await verifyLibrary(services);
  },
};

export const librarySchedules: readonly Schedule[] = [
  { task: 'takeInResources', pattern: '* * * * *' },
  { task: 'tellSavedSearches', pattern: '0 5 * * *' },
  { task: 'verifyLibrary', pattern: '20 3 * * *' },
];
