import { takeInResources } from '../../modules/library/index.js';
import { newId } from '../../platform/ids.js';
import type { Persona } from '../ground.js';
import type { Spec, Specs } from '../operation.js';
import { EDGES, gid, holds, idOf, next } from './helpers.js';
import { aResource } from './resources.spec.js';

type Ground = Parameters<Spec['make']>[0];

/** A published resource of the network by a title that no other has, taken into the search. */
export async function titledResource(ground: Ground, visibility: 'PUBLIC' | 'MEMBERS'): Promise<{ query: string; seek: string }> {
  const query = `quillwort${String(next())}`;
  const id = await aResource(ground, 'network', 'PUBLISHED', null, visibility);
  await ground.world.services.db.row('UPDATE resources SET title = $2 WHERE id = $1', [id, query]);
  await takeInResources(ground.world.services);
  return { query, seek: gid('Resource', id) };
}

const seeks = (fields: string, sees: Spec['sees']): Spec[] =>
  (['PUBLIC', 'MEMBERS'] as const).map((visibility): Spec => ({
    act: visibility === 'PUBLIC' ? 'public.read' : 'resource.members',
    policy: 'public.read',
    on: visibility === 'PUBLIC' ? 'none' : 'network',
    isPublic: visibility === 'PUBLIC',
    fields,
    make: async (ground) => ({ first: 20, ...(await titledResource(ground, visibility)) }),
    sees,
  }));

const own = { act: 'profile.own', on: 'none', own: 'always' } as const;

/** A search that a persona keeps; of a visitor somebody else's. */
async function aSearch(ground: Ground, persona: Persona): Promise<string> {
  const id = newId();
  await ground.make.insert('saved_searches', {
    id,
    person_id: persona.personId === null ? ground.somebody : idOf(persona),
    name: 'Reading',
    query: 'reading',
    mail: 'NONE',
    told_until: '2026-11-24T07:00:00Z',
    created_at: '2026-11-24T07:00:00Z',
  });
  return gid('SavedSearch', id);
}

/** The library's search: what members alone may read is found by them alone. */
export const library: Specs = {
  library: seeks(EDGES, (page: Parameters<typeof holds>[0], { seek }: { seek?: unknown }) => holds(page, seek)),
  libraryReasons: { ...own, fields: 'networkId', make: () => ({}) },
  savedSearches: {
    ...own,
    fields: 'id',
    make: async (ground, _owner, persona) => ({ seek: await aSearch(ground, persona) }),
    sees: (found: { id: string }[], { seek }: { seek?: unknown }) => found.some(({ id }) => id === seek),
  },
  saveSearch: { ...own, make: () => ({ input: { name: 'Reading', query: 'reading', filter: {}, mail: 'DAILY' } }) },
  changeSavedSearch: {
    ...own,
    make: async (ground, _owner, persona) => ({ input: { id: await aSearch(ground, persona), mail: 'WEEKLY' } }),
  },
  removeSavedSearch: { ...own, make: async (ground, _owner, persona) => ({ input: { id: await aSearch(ground, persona) } }) },
  stopSearchMail: {
    act: 'public.read',
    on: 'none',
    isPublic: true,
    passes: ['TOKEN_UNKNOWN'],
    make: () => ({ input: { token: 'none' } }),
  },
  librarySuggestions: seeks('id', (found: { id: string }[], { seek }: { seek?: unknown }) => found.some(({ id }) => id === seek)),
};
