import { takeInResources } from '../../modules/library/index.js';
import type { Spec, Specs } from '../operation.js';
import { EDGES, gid, holds, next } from './helpers.js';
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

/** The library's search: what members alone may read is found by them alone. */
export const library: Specs = {
  library: seeks(EDGES, (page: Parameters<typeof holds>[0], { seek }: { seek?: unknown }) => holds(page, seek)),
  librarySuggestions: seeks('id', (found: { id: string }[], { seek }: { seek?: unknown }) => found.some(({ id }) => id === seek)),
};
