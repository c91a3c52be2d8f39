import { countyTree, factories } from '../../testing/factories.js';
import { personaOf } from '../../testing/personas.js';
import { startWorld, type World } from '../../testing/world.js';
import { canReadNetwork } from './network.policy.js';
import { networkById } from './network.queries.js';

interface Listed {
  networks: {
    edges: {
      node: {
        slug: string;
        membersCount: number;
        vacant: boolean;
        coordinator: { displayName: string } | null;
        year: { year: string; state: string } | null;
      };
    }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
const LIST = `query($first: Int!, $after: String, $county: String, $kind: NetworkKind, $year: String, $state: NetworkYearState, $query: String, $mine: Boolean) {
  networks(first: $first, after: $after, county: $county, kind: $kind, year: $year, state: $state, query: $query, mine: $mine) {
    edges { node { slug membersCount vacant coordinator { displayName } year { year state } } } pageInfo { hasNextPage endCursor } } }`;
const PAGE = 'query($slug: String!) { network(slug: $slug) { slug } }';

describe('networks', () => {
  let world: World;
  let people: Record<string, string | null>;
  let ids: string[];
  let slugs: Map<string, string>;

  beforeAll(async () => {
    world = await startWorld();
    const db = world.services.db;
    const make = factories(db);
    const north = await countyTree(db);
    const south = await countyTree(db);
    const open = await make.network({
      countyId: north.countyId,
      name: 'Πείραμα στην τάξη',
      kind: 'SUBJECT',
      activeAt: '2026-11-20T08:00:00Z',
    });
    const closed = await make.network({
      countyId: north.countyId,
      name: 'Quiet',
      promoted: false,
      kind: 'PROBLEM',
      state: 'PROPOSED',
      activeAt: '2026-11-22T08:00:00Z',
    });
    const foreign = await make.network({
      countyId: south.countyId,
      name: 'Foreign',
      promoted: false,
      year: '2025/26',
      state: 'CONCLUDED',
      activeAt: '2026-11-21T08:00:00Z',
    });
    ids = [open, closed, foreign];
    slugs = new Map((await db.rows<{ id: string; slug: string }>('SELECT id, slug FROM networks')).map((row) => [row.id, row.slug]));
    const appointed = async (
      role: 'NC' | 'CC' | 'RC' | 'AD' | 'CH' | 'SP',
      scopeType: string,
      scopeId: string,
      over: { endsOn?: string; startsOn?: string } = {},
    ) => {
      const personId = await make.person({ name: `${role} ${scopeType}` });
      await make.appointment({ personId, role, scopeType, scopeId, ...over });
      return personId;
    };
    const member = async (networkId: string, over: { state?: string; suspendedUntil?: string } = {}) => {
      const personId = await make.person();
      await make.member({ networkId, countyId: north.countyId, personId, ...over });
      return personId;
    };
    people = {
      visitor: null,
      person: await make.person(),
      member: await member(closed),
      suspended: await member(closed, { suspendedUntil: '2026-12-24T08:00:00Z' }),
      requested: await member(closed, { state: 'REQUESTED' }),
      invited: await member(closed, { state: 'INVITED' }),
      refused: await member(closed, { state: 'REFUSED' }),
      left: await member(closed, { state: 'LEFT' }),
      coordinator: await appointed('NC', 'NETWORK', closed),
      endedCoordinator: await appointed('NC', 'NETWORK', foreign, { endsOn: '2026-11-23' }),
      plannedCoordinator: await appointed('NC', 'NETWORK', foreign, { startsOn: '2026-11-25' }),
      county: await appointed('CC', 'COUNTY', north.countyId),
      foreignCounty: await appointed('CC', 'COUNTY', south.countyId),
      region: await appointed('RC', 'REGION', north.regionId),
      head: await appointed('CH', 'CENTRE', north.countyId),
      principal: await appointed('SP', 'SCHOOL', north.countyId),
      administrator: await appointed('AD', 'EVERYTHING', north.countryId),
    };
  });
  afterAll(() => world.close());

  const list = async (who: string, filters: Record<string, unknown> = {}): Promise<Listed['networks']> => {
    const answer = await world.as(people[who] ?? null)<Listed>(LIST, { first: 50, ...filters });
    expect(answer.errors).toBeUndefined();
    return answer.data.networks;
  };
  const listed = async (who: string, filters: Record<string, unknown> = {}): Promise<string[]> =>
    (await list(who, filters)).edges.map(({ node }) => node.slug);

  it('lists to everybody exactly what the page shows and the rights table allows', async () => {
    const seen: Record<string, number> = {};
    for (const [who, personId] of Object.entries(people)) {
      const shown = await listed(who);
      const viewer = personId === null ? { personId: null, appointments: [], memberships: [] } : await personaOf(world.services, personId);
      const ctx = world.app.contextFor({ viewer });
      for (const id of ids) {
        const row = await ctx.load(networkById, id);
        const open = await world.services.db.row(
          "SELECT 1 FROM memberships WHERE network_id = $1 AND person_id = $2 AND state IN ('REQUESTED', 'INVITED')",
          [id, personId],
        );
        const page = await world.as(personId)<{ network: object | null }>(PAGE, { slug: slugs.get(id) });
        const allowed = row !== null && canReadNetwork(viewer, row, open !== null);
        expect({ who, id, listed: shown.includes(slugs.get(id) ?? ''), page: page.data.network !== null }).toEqual({
          who,
          id,
          listed: allowed,
          page: allowed,
        });
      }
      seen[who] = shown.length;
    }
    expect(seen).toEqual({
      visitor: 1,
      person: 1,
      member: 2,
      suspended: 2,
      requested: 2,
      invited: 2,
      refused: 1,
      left: 1,
      coordinator: 2,
      endedCoordinator: 1,
      plannedCoordinator: 1,
      county: 2,
      foreignCounty: 2,
      region: 2,
      head: 1,
      principal: 1,
      administrator: 3,
    });
  });

  it('orders by last activity and pages without gaps', async () => {
    const all = await listed('administrator');
    expect(all).toEqual([ids[1], ids[2], ids[0]].map((id) => slugs.get(id ?? '')));
    const first = await list('administrator', { first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await list('administrator', { first: 2, after: first.pageInfo.endCursor });
    expect([...first.edges, ...second.edges].map(({ node }) => node.slug)).toEqual(all);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('filters by county, kind, year, state, words and what is mine', async () => {
    const county = await world.services.db.row<{ slug: string; region: string }>(
      'SELECT t.slug, r.slug AS region FROM networks n JOIN territories t ON t.id = n.county_id JOIN territories r ON r.id = t.parent_id WHERE n.id = $1',
      [ids[0]],
    );
    expect(await listed('administrator', { county: county?.slug })).toHaveLength(2);
    expect(await listed('administrator', { county: county?.region })).toHaveLength(2);
    expect(await listed('administrator', { county: 'nowhere' })).toEqual([]);
    expect(await listed('administrator', { kind: 'PROBLEM' })).toEqual([slugs.get(ids[1] ?? '')]);
    expect(await listed('administrator', { year: '2025/26' })).toEqual([slugs.get(ids[2] ?? '')]);
    expect(await listed('administrator', { year: '2025/26', state: 'ACTIVE' })).toEqual([]);
    expect(await listed('administrator', { state: 'CONCLUDED' })).toEqual([slugs.get(ids[2] ?? '')]);
    expect(await listed('administrator', { query: 'ταξη ΠΕΙΡ' })).toEqual([slugs.get(ids[0] ?? '')]);
    expect(await listed('administrator', { query: 'peirama' })).toEqual([slugs.get(ids[0] ?? '')]);
    expect(await listed('administrator', { mine: true })).toEqual([]);
    for (const who of ['member', 'requested', 'invited', 'coordinator'])
      expect(await listed(who, { mine: true })).toEqual([slugs.get(ids[1] ?? '')]);
  });

  it('tells coordinator, vacancy, members and the year that runs', async () => {
    const { edges } = await list('administrator');
    expect(edges.map(({ node }) => [node.coordinator?.displayName ?? null, node.vacant, node.membersCount, node.year?.state])).toEqual([
      ['NC NETWORK', false, 2, 'PROPOSED'],
      [null, true, 0, 'CONCLUDED'],
      [null, true, 0, 'ACTIVE'],
    ]);
  });

  it('refuses a page without bounds and a forged cursor', async () => {
    for (const filters of [{ first: 0 }, { first: 101 }, { first: 5, after: 'eyJ4Ijox.AAAA' }]) {
      const answer = await world.as(null)(LIST, filters);
      expect(answer.errors?.[0]?.extensions?.code).toBe('BAD_REQUEST');
    }
  });
});
