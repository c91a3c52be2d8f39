import type { JobHandlers, Schedule } from '../../platform/outbox/outbox.js';
import type { Services } from '../../platform/services.js';
import { verifyLibrary } from './index/rebuild.js';
import { sendSearchMail, tellSavedSearches } from './saved/search-mails.js';
import { takeInResources } from './index/take-in-resources.js';

/** The words of a file are found once they were taken, and no more once it is gone. */
async function takeInText(payload: Record<string, unknown>, services: Services, signal?: AbortSignal): Promise<void> {
  await services.db.row('INSERT INTO resources_to_index (resource_id) SELECT id FROM resources WHERE id = $1 ON CONFLICT DO NOTHING', [
    String(payload['resourceId']),
  ]);
  await takeInResources(services, signal);
}

/** What the library's search does after a change, and by the clock. */
export const libraryJobs: JobHandlers = {
  ResourcePublished: (_payload, services, signal) => takeInResources(services, signal),
  ResourceChanged: (_payload, services, signal) => takeInResources(services, signal),
  ResourceTextTaken: takeInText,
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
