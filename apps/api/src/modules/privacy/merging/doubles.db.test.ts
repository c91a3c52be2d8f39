import { searchText } from '@stoa/domain';
import { newId, toGlobalId } from '../../../platform/ids.js';
import { countyTree, factories } from '../../../testing/factories.js';
import { mergeAs } from '../../../testing/merging.js';
import { countStatements } from '../../../testing/statements.js';
import { startWorld, type World } from '../../../testing/world.js';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const AT = '2026-09-01T08:00:00Z';
const DOUBLES = `query($first: Int!, $after: String, $of: ID) { peopleDoubles(first: $first, after: $after, of: $of) {
  edges { node { id reasons first { displayName } second { displayName } } } pageInfo { hasNextPage endCursor } } }`;
const PREVIEW = `query($keep: ID!, $away: ID!) { personMerge(keep: $keep, away: $away) {
  keep { version networks threads posts reports person { displayName account { email } } } away { networks threads posts reports }
  moves { purpose count } ends { sessions password factors identities links } hindrances } }`;

interface Doubles {
  peopleDoubles: {
    edges: { node: { id: string; reasons: string[]; first: { displayName: string }; second: { displayName: string } } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
interface Preview {
  personMerge: {
    keep: Record<string, unknown>;
    away: Record<string, unknown>;
    moves: { purpose: string; count: number }[];
    ends: Record<string, unknown>;
    hindrances: string[];
  } | null;
}

describe('doubles of people', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  let admin: string;
  let countyId: string;
  beforeAll(async () => {
    world = await startWorld();
    make = factories(world.services.db);
    countyId = (await countyTree(world.services.db)).countyId;
    admin = await make.person({ name: 'Ada Admin' });
    await make.appointment({ personId: admin, role: 'AD', scopeType: 'EVERYTHING', scopeId: NOBODY });
  });
  afterAll(() => world.close());

  const person = async (name: string, email: string | null = null, status = 'ACTIVE') => {
    const id = await make.person({ name, email, status });
    await world.services.db.row('UPDATE people SET search = $2 WHERE id = $1', [id, searchText([name])]);
    return id;
  };
  const doubles = async (variables: Record<string, unknown> = {}) =>
    (await world.as(admin)<Doubles>(DOUBLES, { first: 50, ...variables })).data.peopleDoubles;
  const pairs = async (of: string) =>
    (await doubles({ of: toGlobalId('Person', of) })).edges.map(({ node }) => [
      node.first.displayName,
      node.second.displayName,
      ...node.reasons,
    ]);

  it('are found whatever the accents, the alphabet, the order of words, the case and the plus of an address', async () => {
    const maria = await person('Maria Pappa', 'maria@example.org');
    await person('Παππά Μαρία', 'Maria+school@Example.org');
    await person('Maria Pappadaki', 'maria@example.net');
    const lukasz = await person('Łukasz Nowak', 'l.nowak@example.org');
    await person('Nowak Lukasz', 'nowak@example.org');
    const other = await person('Somebody Else', 'maria+two@example.org');
    expect(await pairs(maria)).toEqual([
      ['Maria Pappa', 'Παππά Μαρία', 'SAME_NAME', 'SAME_MAILBOX'],
      ['Maria Pappa', 'Somebody Else', 'SAME_MAILBOX'],
    ]);
    expect(await pairs(lukasz)).toEqual([['Łukasz Nowak', 'Nowak Lukasz', 'SAME_NAME']]);
    expect(await pairs(other)).toHaveLength(2);
  });

  it('have a school as a further reason, and never anybody erased or merged', async () => {
    const [one, two] = [await person('Jo Both'), await person('Jo Both')];
    const schoolId = await make.school({ countyId });
    for (const personId of [one, two])
      await make.insert('affiliations', {
        id: newId(),
        person_id: personId,
        school_id: schoolId,
        county_id: countyId,
        profession: 'TEACHER',
        state: 'CONFIRMED',
        starts_on: '2026-09-01',
      });
    await person('Jo Both', null, 'ERASED');
    expect(await pairs(one)).toEqual([['Jo Both', 'Jo Both', 'SAME_NAME', 'SAME_SCHOOL']]);
    expect(await mergeAs(world, admin, one, two)).toBe('merged');
    expect(await pairs(one)).toEqual([]);
  });

  it('come in pages, each pair once', async () => {
    const all = (await doubles()).edges.map(({ node }) => node.id);
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page: Doubles['peopleDoubles'] = await doubles({ first: 2, after });
      paged.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(all.length).toBeGreaterThan(3);
    expect(paged).toEqual(all);
  });

  it('are shown side by side, with what moves, what ends and what stands in the way, in as many statements for much as for little', async () => {
    const [keep, away] = [await person('Side One', 'side@example.org'), await person('Side Two')];
    const variables = { keep: toGlobalId('Person', keep), away: toGlobalId('Person', away) };
    const preview = async () => (await world.as(admin)<Preview>(PREVIEW, variables)).data.personMerge;
    // The first look of a day at an address is noted.
    await preview();
    const few = await countStatements(world.services.db, preview);
    expect(few.result).toMatchObject({
      moves: [],
      hindrances: [],
      ends: { sessions: 0, password: false, factors: 0, identities: 0, links: 0 },
    });
    for (const name of ['Algebra', 'Botany']) {
      const networkId = await make.network({ countyId, name });
      await make.member({ networkId, countyId, personId: away });
    }
    await world.services.db.row(`INSERT INTO credentials (person_id, password_hash, changed_at) VALUES ($1, 'x', $2)`, [away, AT]);
    const many = await countStatements(world.services.db, preview);
    expect(many.statements.length).toBe(few.statements.length);
    expect(many.result).toMatchObject({
      keep: { networks: [], person: { displayName: 'Side One', account: { email: 'side@example.org' } } },
      away: { networks: ['Algebra', 'Botany'], threads: 0, posts: 0, reports: 0 },
      moves: [{ purpose: 'memberships', count: 2 }],
      ends: { sessions: 0, password: true },
      hindrances: [],
    });
    const own = await world.as(admin)<Preview>(PREVIEW, { ...variables, away: toGlobalId('Person', admin) });
    expect(own.data.personMerge?.hindrances).toEqual(['YOURSELF']);
    const twice = await world.as(admin)<Preview>(PREVIEW, { ...variables, away: variables.keep });
    expect(twice.data.personMerge).toBeNull();
  });
});
