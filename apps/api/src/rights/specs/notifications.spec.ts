import type { Spec, Specs } from '../operation.js';
import { newId } from '../../platform/ids.js';
import { aThread } from './discussions.spec.js';
import { EDGES, gid, holds, idOf } from './helpers.js';

const own = { act: 'profile.own', on: 'none', own: 'always' } as const;
const reads = { act: 'discussion.read', on: 'network' } as const;
const open = (make: Spec['make'], rest: Partial<Spec> = {}): Spec => ({ act: 'public.read', on: 'none', isPublic: true, make, ...rest });
const until = '2026-11-24T07:00:00Z';

/** What people hear of and how they want to: their own affair, but for what they may not read. */
export const notifications: Specs = {
  noticesChanged: { ...own, make: () => ({}) },
  inbox: {
    ...own,
    fields: EDGES,
    make: async (ground, _owner, persona) => {
      // Of a report of one's own that is approved one hears wherever one is.
      const notice = newId();
      const membership = newId();
      if (persona.personId) {
        const at = { county_id: ground.home.countyId, network_id: ground.vacant.id };
        await ground.make.insert('memberships', {
          id: membership,
          ...at,
          person_id: idOf(persona),
          state: 'REFUSED',
          requested_at: until,
        });
        await ground.make.insert('notices', {
          id: notice,
          ...at,
          person_id: idOf(persona),
          kind: 'MEMBERSHIP',
          event: 'REFUSED',
          subject_type: 'Membership',
          subject_id: membership,
          at: until,
        });
      }
      return { first: 100, after: null, unread: null, seek: gid('Notice', notice) };
    },
    sees: (page: Parameters<typeof holds>[0], { seek }) => holds(page, seek),
  },
  noticeSettings: { ...own, make: () => ({}) },
  readNotices: { ...own, make: () => ({ input: { ids: null, until } }) },
  chooseNotices: [
    { ...own, make: () => ({ input: { kind: 'REPLY', delivery: 'APP' } }) },
    {
      ...reads,
      policy: 'profile.own',
      make: (ground) => ({ input: { networkId: gid('Network', ground.home.networkId), kind: 'REPLY', delivery: 'APP' } }),
    },
  ],
  watching: {
    ...reads,
    make: async (ground, { personId }) => ({ subjectId: gid('Thread', (await aThread(ground, personId)).threadId) }),
  },
  watch: [
    {
      ...reads,
      make: async (ground, { personId }) => ({
        input: { subjectId: gid('Thread', (await aThread(ground, personId)).threadId), level: 'WATCH' },
      }),
    },
    { ...reads, make: (ground) => ({ input: { subjectId: gid('Network', ground.home.networkId), level: 'NORMAL' } }) },
  ],
  unsubscription: open(() => ({ token: 'none' }), { sees: () => true }),
  unsubscribe: open(() => ({ input: { token: 'none' } }), { passes: ['TOKEN_UNKNOWN'] }),
};
