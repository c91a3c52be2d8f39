import { toGlobalId } from '../../platform/ids.js';
import { factories } from '../../testing/factories.js';
import { countStatements } from '../../testing/statements.js';
import { startWorld, type World } from '../../testing/world.js';

const SEEN = `query($first: Int!, $after: String) { dataAccesses(first: $first, after: $after) {
  edges { node { at act by { displayName } byErased roles } } pageInfo { hasNextPage endCursor } } }`;
const PEOPLE = '{ people(first: 50) { edges { node { displayName account { email } } } } }';
const SUSPEND = 'mutation($input: ChangePersonStatusInput!) { suspendPerson(input: $input) { userErrors { code } } }';

interface Seen {
  dataAccesses: {
    edges: { node: { at: string; act: string; by: { displayName: string } | null; byErased: boolean; roles: string[] } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

describe('who saw what is kept about a person', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  let admin: string;
  let ewa: string;
  let jan: string;
  beforeAll(async () => {
    world = await startWorld();
    make = factories(world.services.db);
    admin = await make.person({ name: 'Ada Admin' });
    await make.appointment({ personId: admin, role: 'AD', scopeType: 'EVERYTHING', scopeId: '00000000-0000-0000-0000-000000000000' });
    ewa = await make.person({ name: 'Ewa' });
    jan = await make.person({ name: 'Jan' });
  });
  afterAll(() => world.close());

  const seen = async (personId: string, page: { first: number; after?: string | null } = { first: 50 }) =>
    (await world.as(personId)<Seen>(SEEN, page)).data.dataAccesses;
  const acts = async (personId: string) => (await seen(personId)).edges.map(({ node }) => node.act);

  it('has each look of an administrator at contact details, once a day, and none of one’s own', async () => {
    await world.as(admin)(PEOPLE);
    await world.as(admin)(PEOPLE);
    expect((await seen(ewa)).edges.map(({ node }) => node)).toEqual([
      { at: '2026-11-24T07:00:00Z', act: 'viewContact', by: { displayName: 'Ada Admin' }, byErased: false, roles: ['AD'] },
    ]);
    expect(await acts(jan)).toEqual(['viewContact']);
    expect(await acts(admin)).toEqual([]);
    world.services.clock.moveTo(new Date('2026-11-25T07:00:00Z'));
    await world.as(admin)(PEOPLE);
    expect(await acts(ewa)).toEqual(['viewContact', 'viewContact']);
  });

  it('costs no more statements for many people than for few', async () => {
    const day = (date: string) => world.services.clock.moveTo(new Date(`${date}T07:00:00Z`));
    const count = async () => (await countStatements(world.services.db, () => world.as(admin)(PEOPLE))).statements.length;
    day('2026-11-26');
    const few = await count();
    for (let n = 0; n < 10; n++) await make.person();
    day('2026-11-27');
    expect(await count()).toBe(few);
  });

  it('has no look at an address that its person shows to everybody, and none of the public name', async () => {
    const open = await make.person({ name: 'Zoe' });
    const profile = { audience: 'EVERYONE', about: '', showsEmail: true, showsAffiliations: false, showsAppointments: false };
    await world.services.db.row('UPDATE people SET preferences = $2 WHERE id = $1', [open, JSON.stringify({ profile })]);
    const handleOf = async (id: string) =>
      (await world.services.db.row<{ handle: string }>('SELECT handle FROM people WHERE id = $1', [id]))?.handle;
    const READ = 'query($handle: String!) { person(handle: $handle) { displayName email } }';
    const read = async (who: string, whom: string) =>
      (await world.as(who)<{ person: { email: string | null } | null }>(READ, { handle: await handleOf(whom) })).data.person?.email ?? null;
    expect(await read(admin, open)).not.toBeNull();
    expect(await read(jan, open)).not.toBeNull();
    expect(await acts(open)).toEqual([]);
    await world.as(jan)('{ viewer { person { email } } }');
    const before = (await acts(jan)).length;
    expect(await read(ewa, jan)).toBeNull();
    expect(await acts(jan)).toHaveLength(before);
  });

  it('has acts of others on the account, with the posts they held then, in pages, for the person alone', async () => {
    world.services.clock.moveTo(new Date('2026-11-28T07:00:00Z'));
    await world.as(admin)(SUSPEND, { input: { id: toGlobalId('Person', jan), expectedVersion: 1 } });
    await world.services.db.row(`UPDATE people SET status = 'ACTIVE' WHERE id = $1`, [jan]);
    await world.services.db.row(`UPDATE appointments SET revoked_at = '2026-11-28T08:00:00Z' WHERE person_id = $1`, [admin]);
    await world.services.db.row(`UPDATE people SET status = 'ERASED' WHERE id = $1`, [admin]);
    const first = await seen(jan, { first: 1 });
    expect(first.edges.map(({ node }) => node)).toEqual([
      { at: '2026-11-28T07:00:00Z', act: 'suspendPerson', by: null, byErased: true, roles: ['AD'] },
    ]);
    const second = await seen(jan, { first: 1, after: first.pageInfo.endCursor });
    expect(second.edges[0]?.node.act).toBe('viewContact');
    expect(await acts(ewa)).not.toContain('suspendPerson');
    expect((await world.as(null)(SEEN, { first: 1 })).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});
