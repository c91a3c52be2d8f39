import type { JobHandlers, Schedule } from '../../platform/outbox/outbox.js';
import { checkLinks, noteLinks } from './links/check-links.js';
import { noteTexts, takeTexts } from './texts/take-texts.js';

/** What resources do after a change, and by the clock. */
export const resourceJobs: JobHandlers = {
  ResourcePublished: async (payload, services) => {
    const resourceId = String(payload['resourceId']);
    await noteTexts(services, resourceId);
    await noteLinks(services, resourceId);
  },
  ResourceFilesLanded: (payload, services) => noteTexts(services, String(payload['resourceId'])),
  ResourceTextsWaiting: (_payload, services, signal) => takeTexts(services, signal),
  takeResourceTexts: (_payload, services, signal) => takeTexts(services, signal),
  ResourceLinksNoted: (_payload, services, signal) => checkLinks(services, signal),
  checkResourceLinks: (_payload, services, signal) => checkLinks(services, signal),
};

export const resourceSchedules: readonly Schedule[] = [
  { task: 'takeResourceTexts', pattern: '*/5 * * * *' },
  // Each link is asked once in a week; the hours only share out the work.
  { task: 'checkResourceLinks', pattern: '15 * * * *' },
];
