import { bytesSource, DEFAULT_CSV_LIMITS, type ImportKind } from '../../platform/csv/index.js';
import { countyTree, factories } from '../../testing/factories.js';
import { personaOf } from '../../testing/personas.js';
import { startWorld, type World } from '../../testing/world.js';
import { centresImport, structuresImport } from './index.js';

type Made<K extends string, Node> = {
  [P in K]: { [key: string]: unknown; userErrors: { code: string; path: string[] }[] } & { node?: Node };
};
const errors = '{ code path }';
const CREATE_TOPIC = `mutation($input: CreateTopicInput!) { createTopic(input: $input) { topic { id slug version parent { slug } } userErrors ${errors} } }`;
const EDIT_TOPIC = `mutation($input: EditTopicInput!) { editTopic(input: $input) { topic { id version names { lang text } } userErrors ${errors} } }`;
const RETIRE_TOPIC = `mutation($input: RetireTopicInput!) { retireTopic(input: $input) { topic { id version state } userErrors ${errors} } }`;
const CREATE_CENTRE = `mutation($input: CreateCentreInput!) { createCentre(input: $input) { centre { id slug state version } userErrors ${errors} } }`;
const EDIT_CENTRE = `mutation($input: EditCentreInput!) { editCentre(input: $input) { centre { id version openNow { state until } contacts { email } } userErrors ${errors} } }`;
const CENTRE_STATE = `mutation($input: ChangeCentreStateInput!) { changeCentreState(input: $input) { centre { id state version successor { slug } } userErrors ${errors} } }`;
const CREATE_STRUCTURE = `mutation($input: CreateStructureInput!) { createStructure(input: $input) { structure { id slug version } userErrors ${errors} } }`;
const EDIT_STRUCTURE = `mutation($input: EditStructureInput!) { editStructure(input: $input) { structure { id version topics { topic { slug } note { text } } functions { name { text } } } userErrors ${errors} } }`;
const STRUCTURE_STATE = `mutation($input: ChangeStructureStateInput!) { changeStructureState(input: $input) { structure { id state successor { slug } } userErrors ${errors} } }`;
const en = (text: string) => [{ lang: 'en', text }];
const NO_CONTACTS = { email: '', phone: null, website: null, address: null };
const NO_HOURS = { weekly: [], exceptions: [] };

let world: World;
let tree: Awaited<ReturnType<typeof countyTree>>;
let other: Awaited<ReturnType<typeof countyTree>>;
const people: Record<string, string> = {};
let centreId: string;
let structureId: string;

describe('centres', () => {
  beforeAll(async () => {
    world = await startWorld();
    const make = factories(world.services.db);
    tree = await countyTree(world.services.db);
    other = await countyTree(world.services.db);
    centreId = await make.centre({ territoryId: tree.countyId });
    structureId = await make.structure({ centreId });
    const foreignCentre = await make.centre({ territoryId: other.countyId });
    const add = async (
      key: string,
      role: Parameters<typeof make.appointment>[0]['role'],
      scopeType: string,
      scopeId: string,
      over: { endsOn?: string } = {},
    ) => {
      people[key] = await make.person();
      await make.appointment({ personId: people[key], role, scopeType, scopeId, ...over });
    };
    people['member'] = await make.person();
    await add('AD', 'AD', 'EVERYTHING', '00000000-0000-0000-0000-000000000000');
    await add('RC', 'RC', 'REGION', tree.regionId);
    await add('RC elsewhere', 'RC', 'REGION', other.regionId);
    await add('CC', 'CC', 'COUNTY', tree.countyId);
    await add('CH', 'CH', 'CENTRE', centreId);
    await add('CH ended', 'CH', 'CENTRE', centreId, { endsOn: '2026-11-01' });
    await add('CH elsewhere', 'CH', 'CENTRE', foreignCentre);
    await add('CS', 'CS', 'CENTRE', centreId);
    await add('CM', 'CM', 'CENTRE', centreId);
    await add('SH', 'SH', 'STRUCTURE', structureId);
    await add('SS', 'SS', 'STRUCTURE', structureId);
  });
  afterAll(() => world.close());

  const id = (type: string, uuid: string) => `${type}_${uuid}`;
  const versionOf = async (table: string, uuid: string) =>
    (await world.services.db.row<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [uuid]))?.version ?? 0;
  const codeOf = (answer: { errors?: { extensions?: { code?: string } }[] }) => answer.errors?.[0]?.extensions?.code ?? 'OK';

  /** Who of all personas may run an operation, with the code each of the others gets. */
  async function outcomes(
    query: string,
    input: () => Promise<Record<string, unknown>>,
  ): Promise<{ may: string[]; refused: Record<string, string> }> {
    const may: string[] = [];
    const refused: Record<string, string> = {};
    for (const [name, personId] of [['V', null] as const, ...Object.entries(people)]) {
      const code = codeOf(await world.as(personId)(query, { input: await input() }));
      if (code === 'OK') may.push(name);
      else refused[name] = code;
    }
    return { may, refused };
  }

  describe('rights', () => {
    it('lets the centre, its region and administrators edit the card of a centre', async () => {
      const { may, refused } = await outcomes(EDIT_CENTRE, async () => ({
        id: id('Centre', centreId),
        expectedVersion: await versionOf('centres', centreId),
        names: en('Centre'),
        missions: [],
        contacts: NO_CONTACTS,
        hours: NO_HOURS,
        languages: ['en'],
      }));
      expect(may).toEqual(['AD', 'RC', 'CH', 'CS']);
      expect(refused).toEqual({
        V: 'UNAUTHENTICATED',
        member: 'FORBIDDEN',
        'RC elsewhere': 'FORBIDDEN',
        CC: 'FORBIDDEN',
        'CH ended': 'FORBIDDEN',
        'CH elsewhere': 'FORBIDDEN',
        CM: 'FORBIDDEN',
        SH: 'FORBIDDEN',
        SS: 'FORBIDDEN',
      });
    });

    it('lets its head too edit the card of a structure', async () => {
      const { may } = await outcomes(EDIT_STRUCTURE, async () => ({
        id: id('Structure', structureId),
        expectedVersion: await versionOf('structures', structureId),
        names: en('Structure'),
        descriptions: [],
        functions: [],
        audiences: [],
        topics: [],
        contacts: NO_CONTACTS,
        hours: NO_HOURS,
        languages: [],
      }));
      expect(may).toEqual(['AD', 'RC', 'CH', 'CS', 'SH']);
    });

    it('leaves topics, new records and states to administrators', async () => {
      let n = 0;
      const only = async (query: string, input: () => Promise<Record<string, unknown>>) =>
        expect((await outcomes(query, input)).may).toEqual(['AD']);
      await only(CREATE_TOPIC, async () => ({ names: en(`Topic ${(n += 1)}`), synonyms: [] }));
      await only(CREATE_CENTRE, async () => ({
        kind: 'COUNTY',
        territory: id('Territory', tree.countyId),
        names: en(`New ${(n += 1)}`),
        lang: 'en',
      }));
      await only(CREATE_STRUCTURE, async () => ({
        centre: id('Centre', centreId),
        kind: 'TRAINING',
        names: en(`New ${(n += 1)}`),
        lang: 'en',
      }));
      const topic = await world.services.db.row<{ id: string }>('SELECT id FROM topics LIMIT 1');
      const named = async () => ({ id: id('Topic', topic?.id ?? ''), expectedVersion: await versionOf('topics', topic?.id ?? '') });
      await only(EDIT_TOPIC, async () => ({ ...(await named()), names: en('Renamed'), synonyms: [] }));
      await only(RETIRE_TOPIC, async () => ({ ...(await named()), retired: true }));
      await only(CENTRE_STATE, async () => ({
        id: id('Centre', centreId),
        expectedVersion: await versionOf('centres', centreId),
        act: 'OPEN',
      }));
      await only(STRUCTURE_STATE, async () => ({
        id: id('Structure', structureId),
        expectedVersion: await versionOf('structures', structureId),
        act: 'MERGE',
      }));
    });
  });

  describe('commands', () => {
    const admin = <Data>(query: string, input: Record<string, unknown>) => world.as(people['AD'] ?? null)<Data>(query, { input });

    it('keeps topics a tree and finds them by synonyms of any language', async () => {
      const top = await admin<{ createTopic: { topic: { id: string; version: number } } }>(CREATE_TOPIC, {
        names: en('Chess'),
        synonyms: [{ lang: 'el', text: 'Σκάκι' }],
      });
      const parent = top.data.createTopic.topic;
      const below = await admin<{ createTopic: { topic: { id: string; parent: { slug: string } } } }>(CREATE_TOPIC, {
        names: en('Chess in class'),
        synonyms: [],
        parent: parent.id,
      });
      expect(below.data.createTopic.topic.parent.slug).toBe('chess');
      const cycle = await admin<Made<'editTopic', never>>(EDIT_TOPIC, {
        id: parent.id,
        expectedVersion: parent.version,
        names: en('Chess'),
        synonyms: [],
        parent: below.data.createTopic.topic.id,
      });
      expect(cycle.data.editTopic.userErrors).toEqual([{ code: 'CYCLE', path: ['parent'] }]);
      const find = async (search: string) =>
        (
          await world.as(null)<{ topics: { edges: { node: { slug: string } }[] } }>(
            'query($search: String) { topics(first: 5, search: $search) { edges { node { slug } } } }',
            { search },
          )
        ).data.topics.edges.map((edge) => edge.node.slug);
      expect(await find('ΣΚΑΚΙ')).toEqual(['chess']);
      expect(await find('skaki')).toEqual(['chess']);
      expect(await find('δυσλεξια')).toEqual(['reading-difficulties']);
      expect(await find('буллинг')).toEqual(['bullying-and-violence']);
      expect(await find('przemoc ró')).toEqual(['bullying-and-violence']);
      expect(await find('λθρςερβθλλυινγ')).toEqual([]);
      expect(await find('lbcktrcbz')).toEqual(['reading-difficulties']);
    });

    it('refuses a stale version and values that break a rule, and repeats a creation with the same key', async () => {
      const stale = await admin(EDIT_CENTRE, {
        id: id('Centre', centreId),
        expectedVersion: 999,
        names: en('X'),
        missions: [],
        contacts: NO_CONTACTS,
        hours: NO_HOURS,
        languages: [],
      });
      expect(codeOf(stale)).toBe('CONFLICT');
      const input = {
        id: id('Centre', centreId),
        expectedVersion: await versionOf('centres', centreId),
        names: en(''),
        missions: [],
        hours: NO_HOURS,
        languages: ['xx'],
        contacts: { ...NO_CONTACTS, email: 'no address' },
      };
      const bad = await admin<Made<'editCentre', never>>(EDIT_CENTRE, input);
      expect(bad.data.editCentre.userErrors).toEqual([
        { code: 'REQUIRED', path: ['names'] },
        { code: 'INVALID_EMAIL', path: ['contacts', 'email'] },
        { code: 'INVALID_LANGUAGE', path: ['languages', '0'] },
      ]);
      const create = { centre: id('Centre', centreId), kind: 'TRAINING', names: en('Twice'), lang: 'en', clientMutationId: 'k1' };
      const made = [
        await admin<{ createStructure: { structure: { id: string } } }>(CREATE_STRUCTURE, create),
        await admin<{ createStructure: { structure: { id: string } } }>(CREATE_STRUCTURE, create),
      ];
      expect(made[0]?.data.createStructure.structure.id).toBe(made[1]?.data.createStructure.structure.id);
    });

    it('opens, merges into a successor and shows both', async () => {
      const make = factories(world.services.db);
      const [old, heir] = [await make.structure({ centreId, name: 'Old' }), await make.structure({ centreId, name: 'Heir' })];
      const merge = (successor: string | null) =>
        admin<{
          changeStructureState: { structure: { state: string; successor: { slug: string } } | null; userErrors: { code: string }[] };
        }>(STRUCTURE_STATE, { id: id('Structure', old), expectedVersion: 1, act: 'MERGE', successor });
      expect((await merge(null)).data.changeStructureState.userErrors).toEqual([{ code: 'REQUIRED', path: ['successor'] }]);
      expect((await merge(id('Structure', old))).data.changeStructureState.userErrors[0]?.code).toBe('SUCCESSOR_IS_SELF');
      expect((await merge(id('Structure', heir))).data.changeStructureState.structure).toMatchObject({
        state: 'MERGED',
        successor: { slug: expect.stringMatching(/^structure-/) },
      });
    });

    it('says whether a place is open now', async () => {
      const hours = { weekly: [{ day: 2, from: '08:00', to: '15:00' }], exceptions: [] };
      const answer = await admin<{ editCentre: { centre: { openNow: { state: string; until: string } } } }>(EDIT_CENTRE, {
        id: id('Centre', centreId),
        expectedVersion: await versionOf('centres', centreId),
        names: en('Centre'),
        missions: en('We help.'),
        contacts: NO_CONTACTS,
        hours,
        languages: ['en', 'el'],
      });
      expect(answer.data.editCentre.centre.openNow).toEqual({ state: 'OPEN', until: '15:00' });
    });
  });

  describe('imports', () => {
    const RUN = '0197a000-0000-7000-8000-000000000002';
    const run = (kind: ImportKind, csv: string, execute = true) =>
      kind.run(world.services, {
        source: bytesSource(Buffer.from(csv)),
        limits: DEFAULT_CSV_LIMITS,
        execute,
        runId: RUN,
        by: 'operator',
        params: { lang: 'en', county: null },
      });

    it('takes centres and their structures, and nothing the second time', async () => {
      const county = await factories(world.services.db).territory({ kind: 'COUNTY', parentId: tree.regionId, code: 'IM-01' });
      await factories(world.services.db).territory({ kind: 'MUNICIPALITY', parentId: county, code: 'IM-0101' });
      const centres =
        'code,name,type,territory,e-mail\nC1,Harbour Centre,county centre,IM-01,centre@example.org\n,Lost,county centre,XX-99,\nC3,Wrong,REGIONAL,IM-01,\n';
      expect((await run(centresImport, centres)).summary).toMatchObject({
        read: 3,
        created: 1,
        errors: 2,
        errorsByKind: [{ code: 'TERRITORY_KIND_WRONG' }, { code: 'TERRITORY_UNKNOWN' }],
      });
      expect((await run(centresImport, centres)).summary).toMatchObject({ created: 0, updated: 0, skipped: 1 });
      const structures = [
        'name,kind,centre,municipality,topics,audience,languages,phone',
        'Reading Room,ΚΕ.Δ.Δ.Υ.,C1,IM-0101,dyslexia; Буллинг,parents;teachers,en;el,+30 210 0000000',
        'Lab,ΕΚΦΕ,Harbour Centre,,,,,',
        'Nowhere,ΕΚΦΕ,C9,,,,,',
        'Odd,castle,C1,,,,,',
        'Lost topic,ΕΚΦΕ,C1,,alchemy,,,',
      ].join('\n');
      const { summary } = await run(structuresImport, structures);
      expect(summary).toMatchObject({ read: 5, created: 2, errors: 3 });
      expect(summary.errorsByKind.map((kind) => kind.code).sort()).toEqual(['CENTRE_UNKNOWN', 'KIND_UNKNOWN', 'TOPIC_UNKNOWN']);
      expect((await run(structuresImport, structures)).summary).toMatchObject({ created: 0, updated: 0, skipped: 2 });
      const stored = await world.services.db.rows<{ slug: string; kind: string; topics: number }>(
        `SELECT s.slug, s.kind, (SELECT count(*)::int FROM structure_topics t WHERE t.structure_id = s.id) AS topics FROM structures s WHERE s.slug IN ('reading-room', 'lab') ORDER BY s.slug`,
      );
      expect(stored).toEqual([
        { slug: 'lab', kind: 'SCIENCE_LABORATORY', topics: 0 },
        { slug: 'reading-room', kind: 'DIAGNOSIS_AND_SUPPORT', topics: 2 },
      ]);
      const changed = structures.replace('+30 210 0000000', '+30 210 1111111');
      expect((await run(structuresImport, changed)).summary).toMatchObject({ updated: 1, skipped: 1 });
    });

    it('refuses a person who may not change registers', async () => {
      const by = await personaOf(world.services, people['CC'] ?? '');
      const request = {
        source: bytesSource(Buffer.from('name\nx\n')),
        limits: DEFAULT_CSV_LIMITS,
        execute: true,
        runId: RUN,
        by,
        params: { lang: null, county: null },
      };
      await expect(centresImport.run(world.services, request)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  it('reads lists with a number of statements that does not depend on their length', async () => {
    const make = factories(world.services.db);
    const query =
      '{ structures(first: 50) { edges { node { id name { text } centre { name { text } territory { name { text } } } topics { topic { name { text } } } } } } centres(first: 50) { edges { node { structures { id } } } } }';
    const count = async () => {
      let statements = 0;
      const { db } = world.services;
      const rows = db.rows;
      db.rows = (text, values) => ((statements += 1), rows(text, values));
      await world.as(null)(query);
      db.rows = rows;
      return statements;
    };
    const before = await count();
    for (let i = 0; i < 5; i++) await make.structure({ centreId: await make.centre({ territoryId: other.countyId }) });
    expect(await count()).toBe(before);
  });
});
