import { factories } from '../../testing/factories.js';
import { NETWORK_PERSONAS, networkPeople, type NetworkPeople, type NetworkPersona } from '../../testing/network-personas.js';
import { startWorld, type World } from '../../testing/world.js';
import { toGlobalId } from '../../platform/ids.js';

/** What an attempt came to: an error's code, a user error's code, or OK. */
type Came = string;
const EVERY_OTHER = 'NOT_FOUND';

const VALUES = {
  name: '',
  kind: 'SUBJECT',
  professions: [],
  levels: [],
  purpose: 'Long enough a purpose',
  joiningRule: 'OPEN',
  lang: 'en',
};

/** Attempts that change nothing where they are allowed: the version is stale, a value is wrong, or nothing waits any more. */
const ATTEMPTS: Record<string, { input: string; values: (ids: Ids) => Record<string, unknown>; allowed: Came; who: NetworkPersona[] }> = {
  editNetwork: {
    input: 'EditNetworkInput',
    values: ({ network }) => ({ ...VALUES, name: 'New', promotion: '', id: network, expectedVersion: 99 }),
    allowed: 'CONFLICT',
    who: ['coordinator', 'county', 'region', 'administrator'],
  },
  promoteNetwork: {
    input: 'PromoteNetworkInput',
    values: ({ network }) => ({ id: network, promoted: true, expectedVersion: 99 }),
    allowed: 'CONFLICT',
    who: ['coordinator', 'county', 'region', 'administrator'],
  },
  changeNetworkYear: {
    input: 'ChangeNetworkYearInput',
    values: ({ year }) => ({ id: year, act: 'CONCLUDE', expectedVersion: 99 }),
    allowed: 'CONFLICT',
    who: ['county', 'region', 'administrator'],
  },
  openNetworkYear: {
    input: 'OpenNetworkYearInput',
    values: ({ network }) => ({ networkId: network, year: '2026/27' }),
    allowed: 'YEAR_OPEN',
    who: ['county', 'region', 'administrator'],
  },
  inviteMember: {
    input: 'InviteMemberInput',
    values: ({ network }) => ({ networkId: network, email: 'nobody', name: '' }),
    allowed: 'INVALID_EMAIL',
    who: ['coordinator', 'county', 'region', 'administrator'],
  },
  admitMembers: {
    input: 'AdmitMembersInput',
    values: ({ membership }) => ({ ids: [membership] }),
    allowed: 'CONFLICT',
    who: ['coordinator', 'county', 'region', 'administrator'],
  },
  refuseMembers: {
    input: 'RefuseMembersInput',
    values: ({ membership }) => ({ ids: [membership], reason: '' }),
    allowed: 'REQUIRED',
    who: ['coordinator', 'county', 'region', 'administrator'],
  },
  removeMember: {
    input: 'RemoveMemberInput',
    values: ({ membership }) => ({ id: membership, reason: 'Because', expectedVersion: 99 }),
    allowed: 'CONFLICT',
    who: ['coordinator', 'county', 'region', 'administrator'],
  },
  suspendMember: {
    input: 'SuspendMemberInput',
    values: ({ membership }) => ({ id: membership, reason: 'Because', until: '2026-12-01', expectedVersion: 99 }),
    allowed: 'CONFLICT',
    who: ['coordinator', 'county', 'region', 'administrator'],
  },
  liftSuspension: {
    input: 'MembershipInput',
    values: ({ membership }) => ({ id: membership, expectedVersion: 99 }),
    allowed: 'CONFLICT',
    who: ['coordinator', 'county', 'region', 'administrator'],
  },
  withdrawInvitation: {
    input: 'MembershipInput',
    values: ({ membership }) => ({ id: membership, expectedVersion: 99 }),
    allowed: 'CONFLICT',
    who: ['coordinator', 'county', 'region', 'administrator'],
  },
};

interface Ids {
  network: string;
  year: string;
  membership: string;
}

const READERS: NetworkPersona[] = ['member', 'suspended', 'requested', 'invited', 'coordinator', 'county', 'region', 'administrator'];

describe('rights around a network', () => {
  let world: World;
  let hidden: NetworkPeople;
  let promoted: NetworkPeople;

  beforeAll(async () => {
    world = await startWorld();
    hidden = await networkPeople(world);
    promoted = await networkPeople(world, { countyId: '', promoted: true });
  });
  afterAll(() => world.close());

  const idsOf = async (people: NetworkPeople): Promise<Ids> => {
    const { db } = world.services;
    const year = await db.row<{ id: string }>('SELECT id FROM network_years WHERE network_id = $1', [people.networkId]);
    const membership = await db.row<{ id: string }>('SELECT id FROM memberships WHERE network_id = $1 AND person_id = $2', [
      people.networkId,
      people.ids.member,
    ]);
    return {
      network: toGlobalId('Network', people.networkId),
      year: toGlobalId('NetworkYear', year?.id ?? ''),
      membership: toGlobalId('Membership', membership?.id ?? ''),
    };
  };

  const attempt = async (personId: string | null, operation: string, type: string, input: Record<string, unknown>): Promise<Came> => {
    const answer = await world.as(personId)<Record<string, { userErrors: { code: string }[] }>>(
      `mutation($input: ${type}!) { ${operation}(input: $input) { userErrors { code } } }`,
      { input },
    );
    return answer.errors?.[0]?.extensions?.code ?? answer.data[operation]?.userErrors[0]?.code ?? 'OK';
  };

  it.each(Object.entries(ATTEMPTS))('%s is for whom the table of rights names', async (operation, { input, values, allowed, who }) => {
    for (const [people, readers] of [
      [hidden, READERS],
      [promoted, NETWORK_PERSONAS],
    ] as const) {
      const ids = await idsOf(people);
      const came: Record<string, Came> = {};
      for (const persona of NETWORK_PERSONAS) came[persona] = await attempt(people.ids[persona], operation, input, values(ids));
      const expected = Object.fromEntries(
        NETWORK_PERSONAS.map((persona) => {
          if (persona === 'visitor') return [persona, 'UNAUTHENTICATED'];
          if (who.includes(persona)) return [persona, allowed];
          return [persona, readers.some((reader) => reader === persona) ? 'FORBIDDEN' : EVERY_OTHER];
        }),
      );
      expect(came).toEqual(expected);
    }
  });

  it('lets networks of a county be created by the county and what is above it', async () => {
    const came: Record<string, Came> = {};
    for (const persona of NETWORK_PERSONAS)
      came[persona] = await attempt(hidden.ids[persona], 'createNetwork', 'CreateNetworkInput', {
        ...VALUES,
        countyId: toGlobalId('Territory', hidden.countyId),
      });
    const who: NetworkPersona[] = ['county', 'region', 'administrator'];
    expect(came).toEqual(
      Object.fromEntries(
        NETWORK_PERSONAS.map((persona) => [
          persona,
          persona === 'visitor' ? 'UNAUTHENTICATED' : who.includes(persona) ? 'REQUIRED' : 'FORBIDDEN',
        ]),
      ),
    );
  });

  it('offers counties for new networks to those who may create them', async () => {
    const offered: Record<string, number | string> = {};
    for (const persona of NETWORK_PERSONAS) {
      const answer = await world.as(hidden.ids[persona])<{ networkCounties: object[] }>('{ networkCounties(first: 10) { slug } }');
      offered[persona] = answer.errors?.[0]?.extensions?.code ?? answer.data.networkCounties.length;
    }
    const one = { county: 1, foreignCounty: 1, region: 1, foreignRegion: 1, administrator: 4 };
    expect(offered).toEqual({ ...Object.fromEntries(NETWORK_PERSONAS.map((persona) => [persona, 0])), visitor: 'UNAUTHENTICATED', ...one });
  });

  it('refuses a network to a territory that is no county', async () => {
    expect(
      await attempt(hidden.ids.administrator, 'createNetwork', 'CreateNetworkInput', {
        ...VALUES,
        name: 'X',
        countyId: toGlobalId('Territory', hidden.regionId),
      }),
    ).toBe('NOT_FOUND');
    expect(
      await attempt(hidden.ids.administrator, 'createNetwork', 'CreateNetworkInput', {
        ...VALUES,
        name: 'X',
        countyId: 'Territory_nonsense',
      }),
    ).toBe('NOT_FOUND');
  });

  it('lets a person act on a membership of their own alone', async () => {
    const { network } = await idsOf(hidden);
    for (const operation of ['leaveNetwork', 'withdrawJoinRequest', 'acceptNetworkInvitation', 'declineNetworkInvitation']) {
      for (const persona of NETWORK_PERSONAS) {
        const mine = ['member', 'suspended', 'requested', 'invited'].includes(persona);
        const came = await attempt(hidden.ids[persona], operation, 'OwnMembershipInput', { networkId: network, expectedVersion: 99 });
        expect({ operation, persona, came }).toEqual({
          operation,
          persona,
          came: persona === 'visitor' ? 'UNAUTHENTICATED' : mine ? 'CONFLICT' : 'NOT_FOUND',
        });
      }
    }
    for (const persona of [
      'person',
      'otherCoordinator',
      'endedCoordinator',
      'plannedCoordinator',
      'foreignCounty',
      'endedCounty',
      'foreignRegion',
      'head',
      'principal',
    ] as const) {
      expect(await attempt(hidden.ids[persona], 'joinNetwork', 'JoinNetworkInput', { networkId: network })).toBe('NOT_FOUND');
    }
  });

  it('shows members to members and roles, requests to those who admit, terms to those who may read appointments', async () => {
    const query =
      'query($id: ID!) { network(id: $id) { members(first: 5) { totalCount edges { node { message reason suspendedUntil } } } requests(first: 5) { edges { node { message } } } coordinators { current } viewerCan { edit admit readMembers write changeState openYear appointCoordinator leave } } }';
    interface Shown {
      network: {
        members: { totalCount: number; edges: { node: { message: string | null } }[] } | null;
        requests: object | null;
        coordinators: { current: boolean }[] | null;
        viewerCan: Record<string, boolean>;
      };
    }
    const shown: Record<string, string> = {};
    for (const persona of NETWORK_PERSONAS) {
      const answer = await world.as(promoted.ids[persona])<Shown>(query, { id: toGlobalId('Network', promoted.networkId) });
      expect(answer.errors).toBeUndefined();
      const { members, requests, coordinators, viewerCan } = answer.data.network;
      const details = members?.edges.filter(({ node }) => node.message !== null).length ?? 0;
      const can = Object.entries(viewerCan)
        .filter(([, may]) => may)
        .map(([act]) => act);
      shown[persona] = [
        members ? `members ${details} of ${members.totalCount}` : '',
        requests ? 'requests' : '',
        coordinators ? `terms ${coordinators.length}` : '',
        ...can,
      ]
        .filter(Boolean)
        .join(' ');
    }
    const admits = 'members 2 of 2 requests terms 2 edit admit readMembers';
    expect(shown).toEqual({
      visitor: '',
      person: '',
      requested: '',
      invited: '',
      otherCoordinator: '',
      endedCoordinator: '',
      plannedCoordinator: '',
      foreignCounty: '',
      endedCounty: '',
      foreignRegion: '',
      head: '',
      principal: '',
      member: 'members 1 of 2 terms 2 readMembers write leave',
      suspended: 'members 1 of 2 terms 2 readMembers leave',
      coordinator: `${admits} write`,
      county: `${admits} write changeState openYear appointCoordinator`,
      region: `${admits} changeState openYear appointCoordinator`,
      administrator: `${admits} changeState openYear appointCoordinator`,
    });
  });

  it('asks as many statements for a hundred networks as for one', async () => {
    const query =
      'query($first: Int!) { networks(first: $first) { edges { node { name membersCount county { slug } coordinator { displayName } year { state } years { year } nextYear membership { state } coordinators { current } viewerCan { join edit } members(first: 3) { totalCount } } } } }';
    const count = async (first: number): Promise<number> => {
      const { pool } = world.services.db;
      const original = pool.query.bind(pool);
      let statements = 0;
      pool.query = ((...args: Parameters<typeof original>) => {
        statements += 1;
        return original(...args);
      }) as typeof pool.query;
      const answer = await world.as(promoted.ids.person)<{ networks: { edges: object[] } }>(query, { first });
      pool.query = original;
      expect(answer.errors).toBeUndefined();
      expect(answer.data.networks.edges).toHaveLength(first);
      return statements;
    };
    const make = factories(world.services.db);
    for (let i = 0; i < 30; i++) await make.network({ countyId: promoted.countyId });
    expect(await count(30)).toBe(await count(1));
  });
});
