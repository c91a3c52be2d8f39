import { newId } from '../../platform/ids.js';
import type { Spec, Specs } from '../operation.js';
import { gid, next, sql } from './helpers.js';
import { titledResource } from './library.spec.js';

type Ground = Parameters<Spec['make']>[0];

const hits = 'groups { hits { id } }';
const found = (result: { groups: { hits: { id: string }[] }[] }, { seek }: Record<string, unknown>) =>
  result.groups.some((group) => group.hits.some(({ id }) => id === seek));
const finds = (act: string, on: Spec['on'], make: (ground: Ground) => Promise<{ query: string; seek: string }>): Spec => ({
  act,
  policy: 'public.read',
  on,
  fields: hits,
  sees: found,
  make: async (ground) => ({ first: 100, ...(await make(ground)) }),
});

/** A word that nothing else is called by. */
const word = () => `quince${String(next())}`;

/** Search: each kind that is not for everybody. */
export const search: Specs = {
  search: [
    finds('network.page', 'network', async (ground) => {
      const query = word();
      await sql(ground, 'UPDATE networks SET search = $2 WHERE id = $1', [ground.home.networkId, query]);
      return { query, seek: gid('Network', ground.home.networkId) };
    }),
    finds('discussion.read', 'network', async (ground) => named(ground, 'VISIBLE')),
    finds('moderation.readLog', 'network', async (ground) => named(ground, 'HIDDEN')),
    finds('resource.members', 'network', (ground) => titledResource(ground, 'MEMBERS')),
    finds('affiliation.read', 'school', async (ground) => {
      const query = word();
      const personId = await ground.make.person({ name: query });
      await ground.make.insert('affiliations', {
        id: newId(),
        person_id: personId,
        school_id: ground.home.schoolId,
        county_id: ground.home.countyId,
        profession: 'TEACHER',
        state: 'CONFIRMED',
        starts_on: '2026-11-20',
      });
      return { query, seek: gid('Person', personId) };
    }),
    finds('affiliation.read', 'network', async (ground) => {
      const query = word();
      const personId = await ground.make.person({ name: query });
      await ground.make.member({ networkId: ground.home.networkId, countyId: ground.home.countyId, personId });
      return { query, seek: gid('Person', personId) };
    }),
  ],
};

async function named(ground: Ground, visibility: string): Promise<{ query: string; seek: string }> {
  const query = word();
  const id = newId();
  const { home } = ground;
  await ground.make.insert('threads', {
    id,
    county_id: home.countyId,
    network_id: home.networkId,
    no: 900_000 + next(),
    slug: query,
    title: query,
    lang: 'en',
    kind: 'DISCUSSION',
    author_id: ground.somebody,
    created_at: '2026-11-20T08:00:00Z',
    last_post_at: '2026-11-20T08:00:00Z',
    visibility,
    search: query,
  });
  return { query, seek: gid('Thread', id) };
}
