import { searchText, type Role } from '@stoa/domain';
import { newId, toGlobalId } from '../../platform/ids.js';
import { ANONYMOUS } from '../../platform/authorize.js';
import { countyTree, factories } from '../../testing/factories.js';
import { personaOf } from '../../testing/personas.js';
import { countStatements } from '../../testing/statements.js';
import { startWorld, type World } from '../../testing/world.js';
import { canReadThread, type ThreadFacts } from '../discussions/index.js';
import { canReadNetwork, networkById } from '../networks/index.js';
import { canFindPerson, type PersonFacts } from './search.policy.js';
import { searchStatement } from './search.statement.js';

const SEARCH =
  'query($query: String!, $first: Int!) { search(query: $query, first: $first) { meant groups { kind hasMore hits { id title lang detail path } } } }';
interface Found {
  search: {
    meant: string | null;
    groups: { kind: string; hasMore: boolean; hits: { id: string; title: string; detail: string | null; path: string }[] }[];
  };
}

const PERSONS = `
  SELECT p.id, p.status, p.preferences #>> '{profile,audience}' = 'EVERYONE' AS is_public,
    ARRAY(SELECT x FROM (
      SELECT m.network_id AS x FROM memberships m WHERE m.person_id = p.id AND m.state = 'ACTIVE'
      UNION SELECT unnest(t.path) FROM memberships m JOIN territories t ON t.id = m.county_id WHERE m.person_id = p.id AND m.state = 'ACTIVE'
      UNION SELECT f.school_id FROM affiliations f WHERE f.person_id = p.id AND f.state <> 'ENDED' AND f.school_id IS NOT NULL
      UNION SELECT unnest(t.path) FROM affiliations f JOIN territories t ON t.id = f.county_id WHERE f.person_id = p.id AND f.state <> 'ENDED'
      UNION SELECT unnest(a.scope_id || t.path) FROM appointments a LEFT JOIN territories t ON t.id = a.territory_id
        WHERE a.person_id = p.id AND a.revoked_at IS NULL AND a.starts_on <= '2026-11-24' AND (a.ends_on IS NULL OR a.ends_on >= '2026-11-24')) s WHERE x IS NOT NULL) AS scopes,
    ARRAY(SELECT m.network_id FROM memberships m WHERE m.person_id = p.id AND m.state = 'ACTIVE') AS network_ids
  FROM people p`;

describe('search', () => {
  let world: World;
  const people: Record<string, string | null> = { visitor: null };
  const ids: Record<string, string> = {};
  let place: Awaited<ReturnType<typeof countyTree>>;

  beforeAll(async () => {
    world = await startWorld();
    const { db } = world.services;
    const make = factories(db);
    place = await countyTree(db);
    const other = await countyTree(db);
    const person = async (who: string, status = 'ACTIVE'): Promise<string> =>
      (people[who] = await make.person({ name: `Ζήτα ${who}`, status }));
    for (const who of [
      'outsider',
      'member',
      'suspended',
      'left',
      'requested',
      'author',
      'coordinator',
      'endedCoordinator',
      'county',
      'foreignCounty',
      'region',
      'admin',
      'principal',
      'teacherOfSchool',
      'openProfile',
    ])
      await person(who);
    await person('invitedOnly', 'INVITED');
    await db.row(
      `UPDATE people SET preferences = '{"profile": {"audience": "EVERYONE", "about": "", "showsEmail": false, "showsAffiliations": false, "showsAppointments": false}}' WHERE id = $1`,
      [people['openProfile']],
    );
    await db.row(`UPDATE people SET search = 'zita ' || search`);
    const network = async (name: string, countyId: string, promoted: boolean): Promise<string> =>
      (ids[name] = await make.network({ countyId, name: `Ζήτα ${name}`, promoted }));
    const open = await network('open', place.countyId, true);
    const closed = await network('closed', place.countyId, false);
    const foreign = await network('foreign', other.countyId, false);
    for (const who of ['member', 'author']) await make.member({ networkId: closed, countyId: place.countyId, personId: people[who] ?? '' });
    await make.member({
      networkId: closed,
      countyId: place.countyId,
      personId: people['suspended'] ?? '',
      suspendedUntil: '2026-12-24T08:00:00Z',
    });
    await make.member({ networkId: closed, countyId: place.countyId, personId: people['left'] ?? '', state: 'LEFT' });
    await make.member({ networkId: closed, countyId: place.countyId, personId: people['requested'] ?? '', state: 'REQUESTED' });
    const appoint = (who: string, role: Role, scopeType: string, scopeId: string, countyId: string | null, endsOn: string | null = null) =>
      make.appointment({ personId: people[who] ?? '', role, scopeType, scopeId, countyId, endsOn });
    const school = await make.school({ countyId: place.countyId, name: 'Zita School' });
    await appoint('coordinator', 'NC', 'NETWORK', closed, place.countyId);
    await appoint('endedCoordinator', 'NC', 'NETWORK', closed, place.countyId, '2026-11-23');
    await appoint('county', 'CC', 'COUNTY', place.countyId, place.countyId);
    await appoint('foreignCounty', 'CC', 'COUNTY', other.countyId, other.countyId);
    await appoint('region', 'RC', 'REGION', place.regionId, null);
    await appoint('admin', 'AD', 'EVERYTHING', '00000000-0000-0000-0000-000000000000', null);
    await appoint('principal', 'SP', 'SCHOOL', school, place.countyId);
    await make.insert('affiliations', {
      id: newId(),
      person_id: people['teacherOfSchool'],
      school_id: school,
      county_id: place.countyId,
      profession: 'TEACHER',
      state: 'CONFIRMED',
      starts_on: '2026-09-01',
    });
    const thread = (name: string, networkId: string, countyId: string, no: number, visibility = 'VISIBLE') =>
      make.insert('threads', {
        id: newId(),
        county_id: countyId,
        network_id: networkId,
        no,
        slug: 'zita',
        title: `Ζήτα ${name}`,
        lang: 'el',
        kind: 'DISCUSSION',
        author_id: people['author'],
        created_at: '2026-11-01T08:00:00Z',
        last_post_at: '2026-11-01T08:00:00Z',
        visibility,
        search: searchText([`Ζήτα ${name}`]),
      });
    ids['visible'] = await thread('visible', closed, place.countyId, 1);
    ids['hidden'] = await thread('hidden', closed, place.countyId, 2, 'HIDDEN');
    await thread('elsewhere', foreign, other.countyId, 1);
    await thread('public network', open, place.countyId, 1);
    const centre = await make.centre({ territoryId: place.countyId, name: 'Zita Centre' });
    ids['structure'] = await make.structure({ centreId: centre, name: 'Laboratory' });
    ids['topic'] = await make.insert('topics', {
      id: newId(),
      slug: 'zita-topic',
      names: '{"en": "Bullying"}',
      synonyms: '{"el": ["ζήτα"]}',
      search: searchText(['Bullying', 'ζήτα', 'zita']),
    });
    await make.insert('structure_topics', { structure_id: ids['structure'], topic_id: ids['topic'] });
    await make.school({ countyId: place.countyId, name: 'Szkoła Łódzka' });
  });
  afterAll(() => world.close());

  const search = async (who: string, query: string, first = 50): Promise<Found['search']> => {
    const answer = await world.as(people[who] ?? null)<Found>(SEARCH, { query, first });
    expect(answer.errors).toBeUndefined();
    return answer.data.search;
  };
  const hits = (found: Found['search'], kind: string): string[] =>
    (found.groups.find((group) => group.kind === kind)?.hits ?? []).map(({ id }) => id.slice(id.indexOf('_') + 1)).sort();

  it('finds for every role exactly what the pages show', async () => {
    const { db } = world.services;
    const persons = await db.rows<PersonFacts>(PERSONS);
    const threads = await db.rows<ThreadFacts & { id: string }>(
      'SELECT t.id, t.network_id, c.path AS county_path, t.author_id, t.kind, t.visibility, t.locked, t.merged_into FROM threads t JOIN territories c ON c.id = t.county_id',
    );
    const seen: Record<string, [people: number, networks: number, threads: number]> = {};
    for (const [who, personId] of Object.entries(people)) {
      if (who === 'invitedOnly') continue;
      const viewer = personId === null ? ANONYMOUS : await personaOf(world.services, personId);
      const ctx = world.app.contextFor({ viewer });
      const found = await search(who, 'ζητα');
      const networks = [];
      for (const name of ['open', 'closed', 'foreign']) {
        const row = await ctx.load(networkById, ids[name] ?? '');
        const asked = await db.row(
          `SELECT 1 FROM memberships WHERE network_id = $1 AND person_id = $2 AND state IN ('REQUESTED', 'INVITED')`,
          [ids[name], personId],
        );
        if (row && canReadNetwork(viewer, row, asked !== null)) networks.push(row.id);
      }
      expect([who, hits(found, 'PERSON')]).toEqual([
        who,
        persons
          .filter((each) => canFindPerson(viewer, each))
          .map(({ id }) => id)
          .sort(),
      ]);
      expect([who, hits(found, 'THREAD')]).toEqual([
        who,
        threads
          .filter((each) => canReadThread(viewer, each))
          .map(({ id }) => id)
          .sort(),
      ]);
      expect([who, hits(found, 'NETWORK')]).toEqual([who, networks.sort()]);
      seen[who] = [hits(found, 'PERSON').length, networks.length, hits(found, 'THREAD').length];
    }
    expect(seen).toEqual({
      visitor: [1, 1, 0],
      outsider: [2, 1, 0],
      left: [2, 1, 0],
      requested: [2, 2, 0],
      endedCoordinator: [2, 1, 0],
      teacherOfSchool: [2, 1, 0],
      openProfile: [1, 1, 0],
      member: [4, 2, 1],
      suspended: [4, 2, 1],
      author: [4, 2, 2],
      coordinator: [5, 2, 2],
      principal: [3, 1, 0],
      county: [8, 2, 3],
      region: [9, 2, 3],
      foreignCounty: [2, 2, 1],
      admin: [15, 3, 4],
    });
  });

  it('finds public records by folded names, and structures by synonyms of their topics', async () => {
    const found = await search('visitor', 'zita');
    expect(found.groups.map(({ kind }) => kind)).toEqual(['NETWORK', 'TOPIC', 'STRUCTURE', 'CENTRE', 'SCHOOL', 'PERSON']);
    expect(found.groups.find(({ kind }) => kind === 'TOPIC')?.hits).toMatchObject([
      { id: toGlobalId('Topic', ids['topic'] ?? ''), title: 'Bullying', path: '/find?topic=zita-topic' },
    ]);
    expect(found.groups.find(({ kind }) => kind === 'STRUCTURE')?.hits).toMatchObject([{ title: 'Laboratory', detail: 'Zita Centre' }]);
    expect((await search('visitor', 'SZKOLA łodz')).groups.map(({ kind, hits: [hit] }) => [kind, hit?.title])).toEqual([
      ['SCHOOL', 'Szkoła Łódzka'],
    ]);
  });

  it('tries the other keyboard where nothing was found', async () => {
    expect((await search('visitor', 'zhta')).meant).toBe('ζητα');
    expect(await search('visitor', 'qqqq')).toEqual({ meant: null, groups: [] });
    expect((await search('visitor', ' .!? ')).groups).toEqual([]);
  });

  it('keeps to the bounds of a page and of a query', async () => {
    const group = (await search('admin', 'zita', 2)).groups.find(({ kind }) => kind === 'PERSON');
    expect([group?.hits.length, group?.hasMore]).toEqual([2, true]);
    for (const variables of [
      { query: 'a', first: 0 },
      { query: 'a', first: 101 },
      { query: 'a'.repeat(201), first: 5 },
    ])
      expect((await world.as(null)(SEARCH, variables)).errors?.[0]?.extensions?.code).toBe('BAD_REQUEST');
    for (const query of ['%', "'; DROP TABLE people --", '_%_\\'])
      expect((await world.as(null)(SEARCH, { query, first: 5 })).errors).toBeUndefined();
  });

  it('asks the database once, and once for each other keyboard', async () => {
    const count = async (text: string) => (await countStatements(world.services.db, () => search('visitor', text))).statements.length;
    expect([await count('zita'), await count('wxwx'), await count('...')]).toEqual([1, 3, 0]);
  });

  it('finds names and titles by an index where there are many', async () => {
    const { db } = world.services;
    await db.row(
      `INSERT INTO people (id, handle, display_name, search, status, lang, created_at)
       SELECT gen_random_uuid(), 'many-' || g, 'Name ' || g, 'name' || g || ' common', 'ACTIVE', 'en', '2026-11-20' FROM generate_series(1, 8000) g`,
    );
    await db.row(
      `INSERT INTO threads (id, county_id, network_id, no, slug, title, lang, kind, author_id, created_at, last_post_at, search)
       SELECT gen_random_uuid(), n.county_id, n.id, 100000 + g, 'x', 'Title ' || g, 'en', 'QUESTION', $1, '2026-11-20', '2026-11-20', 'title' || g || ' common'
       FROM (SELECT * FROM networks ORDER BY id LIMIT 1) n, generate_series(1, 2000) g`,
      [people['author']],
    );
    await db.row('ANALYZE people, threads, thread_words');
    const viewer = await personaOf(world.services, String(people['admin']));
    const { text, values } = searchStatement({ viewer, lang: 'en', today: '2026-11-24', words: ['name77'], query: 'name77', limit: 6 });
    const plan = (await db.rows<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values)).map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('people_words');
    expect(plan).toContain('thread_words_words');
    expect(plan).not.toMatch(/Seq Scan on (?:people|threads)\b/u);
    const hits = await world.as(String(people['admin']))<Found>(SEARCH, { query: 'name7777', first: 5 });
    expect(hits.data.search.groups.map(({ kind, hits: found }) => [kind, found.map(({ title }) => title)])).toEqual([
      ['PERSON', ['Name 7777']],
    ]);
  });
});
