import type { Specs } from '../operation.js';
import { gid, next, sql } from './helpers.js';
import { aResource, reviews, type Ground, type Place } from './resources.spec.js';

/** What is put forward in the county, with one that is put forward last. */
async function promoted(ground: Ground, place: Place, visibility: 'PUBLIC' | 'MEMBERS'): Promise<Record<string, unknown>> {
  const id = await aResource(ground, place, 'PUBLISHED', null, visibility);
  await sql(ground, `UPDATE resources SET promoted_at = '2099-01-01'::timestamptz + $2 * interval '1 second' WHERE id = $1`, [id, next()]);
  return { territoryId: gid('Territory', ground.home.countyId), first: 5, seek: gid('Resource', id) };
}

/** What reviewers put forward, and who sees it. */
export const promoting: Specs = {
  promoteResource: reviews('PUBLISHED', { promoted: true }, 'public.read'),
  promotedResources: [
    {
      act: 'public.read',
      on: 'none',
      isPublic: true,
      fields: 'id',
      make: (ground) => promoted(ground, 'county', 'PUBLIC'),
      sees: (found: { id: string }[], { seek }) => found.some(({ id }) => id === seek),
    },
    {
      act: 'resource.members',
      policy: 'public.read',
      on: 'network',
      fields: 'id',
      make: (ground) => promoted(ground, 'network', 'MEMBERS'),
      sees: (found: { id: string }[], { seek }) => found.some(({ id }) => id === seek),
    },
  ],
};
