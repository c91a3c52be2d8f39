import type { Spec, Specs } from '../operation.js';
import { EDGES, gid, holds, next, planned, sql, version } from './helpers.js';

type Ground = Parameters<Spec['make']>[0];

/** A membership of the home network in a state, of a new person. */
async function membership(ground: Ground, state: string, more: { suspendedUntil?: string } = {}): Promise<string> {
  return ground.make.member({
    networkId: ground.home.networkId,
    countyId: ground.home.countyId,
    personId: await ground.make.person(),
    state,
    ...more,
  });
}

const byId = (id: string) => ({ id: gid('Membership', id), expectedVersion: 1 });
/** A decision of those who admit. */
const admits = (make: (ground: Ground) => Promise<Record<string, unknown>>): Spec => ({
  act: 'network.admit',
  on: 'network',
  read: 'network.page',
  make: async (ground) => ({ input: await make(ground) }),
});
/** What a person does with a membership of their own, in a network of its own. */
const own = (state: string): Spec => ({
  act: 'membership.own',
  on: 'none',
  own: 'always',
  make: async (ground, { personId }) => {
    const networkId = await ground.make.network({ countyId: ground.home.countyId, promoted: false });
    await ground.make.member({ networkId, countyId: ground.home.countyId, personId, state });
    return { input: { networkId: gid('Network', networkId), expectedVersion: 1 } };
  },
});
const year = { act: 'network.changeState', on: 'network', read: 'network.page' } as const;

/** Networks: pages, years, joining, members. */
export const networks: Specs = {
  network: planned([
    { act: 'network.page', policy: 'public.read', on: 'network', make: (ground) => ({ id: gid('Network', ground.home.networkId) }) },
    { act: 'network.page', policy: 'public.read', on: 'vacant', make: (ground) => ({ slug: ground.vacant.slug }) },
    { act: 'public.read', on: 'none', isPublic: true, make: (ground) => ({ slug: ground.promoted.slug }) },
  ]),
  networkCounties: {
    act: 'network.create',
    on: 'county',
    fields: 'id',
    make: (ground) => ({ first: 100, seek: gid('Territory', ground.home.countyId) }),
    sees: (counties: { id: string }[], { seek }) => counties.some(({ id }) => id === seek),
  },
  networks: planned([
    {
      act: 'network.page',
      policy: 'public.read',
      on: 'network',
      fields: EDGES,
      make: async (ground) => {
        await sql(ground, `UPDATE networks SET last_activity_at = '2099-01-01' WHERE id = $1`, [ground.home.networkId]);
        return { first: 5, seek: gid('Network', ground.home.networkId) };
      },
      sees: (page: Parameters<typeof holds>[0], { seek }) => holds(page, seek),
    },
  ]),
  networkWelcome: {
    act: 'discussion.read',
    on: 'network',
    fields: 'networkId',
    make: (ground) => ({ network: ground.home.networkSlug }),
  },
  setWelcome: {
    act: 'network.edit',
    on: 'network',
    read: 'network.page',
    make: async (ground) => {
      const welcome = await ground.world.services.db.row<{ version: number }>(
        'SELECT version FROM network_welcomes WHERE network_id = $1',
        [ground.home.networkId],
      );
      return { input: { networkId: gid('Network', ground.home.networkId), body: 'Welcome', expectedVersion: welcome?.version ?? 0 } };
    },
  },
  putWelcomeAside: {
    act: 'discussion.read',
    on: 'network',
    make: (ground) => ({ input: { networkId: gid('Network', ground.home.networkId) } }),
  },
  writeToMembers: {
    act: 'network.message',
    on: 'network',
    read: 'network.page',
    make: async (ground) => {
      await sql(ground, 'DELETE FROM network_letters WHERE network_id = $1', [ground.home.networkId]);
      return { input: { networkId: gid('Network', ground.home.networkId), subject: 'A meeting', body: 'It is on Tuesday', lang: 'en' } };
    },
  },
  startMemberExport: {
    act: 'network.exportMembers',
    on: 'network',
    read: 'network.page',
    make: (ground) => ({
      input: { networkId: gid('Network', ground.home.networkId), format: 'CSV', clientMutationId: `members ${String(next())}` },
    }),
  },
  createNetwork: {
    act: 'network.create',
    on: 'county',
    isPublic: true,
    read: 'public.read',
    make: (ground) => ({
      input: {
        countyId: gid('Territory', ground.home.countyId),
        name: `Network of the matrix ${String(next())}`,
        kind: 'SUBJECT',
        joiningRule: 'REQUEST',
        lang: 'en',
        levels: ['PRIMARY'],
        professions: ['TEACHER'],
        purpose: 'To try what the rights table says of networks',
      },
    }),
  },
  editNetwork: {
    act: 'network.edit',
    on: 'network',
    read: 'network.page',
    make: async (ground) => ({
      input: {
        id: gid('Network', ground.home.networkId),
        name: 'Home network',
        kind: 'SUBJECT',
        joiningRule: 'REQUEST',
        lang: 'en',
        levels: ['PRIMARY'],
        professions: ['TEACHER'],
        promotion: '',
        purpose: 'To try what the rights table says of networks',
        expectedVersion: await version(ground, 'networks', ground.home.networkId),
      },
    }),
  },
  promoteNetwork: {
    act: 'network.edit',
    on: 'network',
    read: 'network.page',
    make: async (ground) => ({
      input: {
        id: gid('Network', ground.home.networkId),
        promoted: false,
        expectedVersion: await version(ground, 'networks', ground.home.networkId),
      },
    }),
  },
  changeNetworkYear: {
    ...year,
    make: async (ground) => {
      await sql(ground, `UPDATE network_years SET state = 'ACTIVE' WHERE network_id = $1`, [ground.home.networkId]);
      const row = await ground.world.services.db.row<{ id: string; version: number }>(
        'SELECT id, version FROM network_years WHERE network_id = $1 ORDER BY year LIMIT 1',
        [ground.home.networkId],
      );
      return { input: { id: gid('NetworkYear', row?.id ?? ''), act: 'CONCLUDE', expectedVersion: row?.version ?? 0 } };
    },
  },
  openNetworkYear: {
    ...year,
    act: 'network.openYear',
    make: async (ground) => {
      await sql(ground, `UPDATE network_years SET state = 'CONCLUDED' WHERE network_id = $1`, [ground.home.networkId]);
      await sql(ground, `DELETE FROM network_years WHERE network_id = $1 AND year > '2026/27'`, [ground.home.networkId]);
      return { input: { networkId: gid('Network', ground.home.networkId), year: '2027/28' } };
    },
  },
  leaveNetwork: own('ACTIVE'),
  withdrawJoinRequest: own('REQUESTED'),
  acceptNetworkInvitation: own('INVITED'),
  declineNetworkInvitation: own('INVITED'),
  admitMembers: admits(async (ground) => ({ ids: [gid('Membership', await membership(ground, 'REQUESTED'))] })),
  refuseMembers: admits(async (ground) => ({
    ids: [gid('Membership', await membership(ground, 'REQUESTED'))],
    reason: 'Another network is nearer to your work',
  })),
  inviteMember: admits(async (ground) => ({
    networkId: gid('Network', ground.home.networkId),
    personId: gid('Person', await ground.make.person()),
  })),
  removeMember: admits(async (ground) => ({ ...byId(await membership(ground, 'ACTIVE')), reason: 'Moved to another county' })),
  suspendMember: admits(async (ground) => ({
    ...byId(await membership(ground, 'ACTIVE')),
    reason: 'Advertising again and again',
    until: '2026-12-10',
  })),
  liftSuspension: admits(async (ground) => byId(await membership(ground, 'ACTIVE', { suspendedUntil: '2026-12-24T08:00:00Z' }))),
  withdrawInvitation: admits(async (ground) => byId(await membership(ground, 'INVITED'))),
};

/** Joining, which makes members of some personas. */
export const joining: Specs = {
  joinNetwork: [
    {
      act: 'membership.own',
      on: 'none',
      own: 'always',
      make: async (ground) => ({
        input: { networkId: gid('Network', await ground.make.network({ countyId: ground.home.countyId, state: 'RECRUITING' })) },
      }),
    },
    {
      act: 'membership.own',
      needs: 'network.page',
      on: 'network',
      own: 'always',
      passes: ['NOT_RECRUITING'],
      make: (ground) => ({ input: { networkId: gid('Network', ground.home.networkId) } }),
    },
  ],
};
