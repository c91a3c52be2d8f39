import type { Ground } from '../ground.js';
import type { Specs } from '../operation.js';
import { EDGES, gid, next } from './helpers.js';

/** Two people of one name. */
async function double(ground: Ground): Promise<{ keepId: string; awayId: string; handle: string }> {
  const name = `Double ${String(next())}`;
  const keep = await ground.make.person({ name });
  const away = await ground.make.person({ name });
  const row = await ground.world.services.db.row<{ handle: string }>('SELECT handle FROM people WHERE id = $1', [away]);
  return { keepId: gid('Person', keep), awayId: gid('Person', away), handle: row?.handle ?? '' };
}

/** Finding and merging doubles of people. */
export const merging: Specs = {
  peopleDoubles: {
    act: 'person.merge',
    on: 'none',
    fields: EDGES,
    make: async (ground) => ({ first: 5, of: (await double(ground)).awayId }),
    sees: (page: { edges: unknown[] } | null) => page?.edges.length === 1,
  },
  personMerge: {
    act: 'person.merge',
    on: 'none',
    fields: 'hindrances',
    make: async (ground) => {
      const { keepId, awayId } = await double(ground);
      return { keep: keepId, away: awayId };
    },
  },
  mergePeople: {
    act: 'person.merge',
    on: 'none',
    make: async (ground) => {
      const { keepId, awayId, handle } = await double(ground);
      return {
        input: { keepId, awayId, keepVersion: 1, awayVersion: 1, confirmHandle: handle, clientMutationId: `merge ${String(next())}` },
      };
    },
  },
};
