import iconv from 'iconv-lite';
import { bytesSource, DEFAULT_CSV_LIMITS, type ImportKind } from '../../platform/csv/index.js';
import { countyTree, factories } from '../../testing/factories.js';
import { personaOf } from '../../testing/personas.js';
import { startWorld, type World } from '../../testing/world.js';
import { allows } from '@stoa/domain';
import { AFFILIATION_COLUMNS, AFFILIATION_FROM, affiliationTarget, type AffiliationRow } from './affiliation.queries.js';
import { groupsImport, peopleImport, schoolsImport } from './index.js';

interface Payload {
  userErrors: { code: string; path: string[] }[];
  affiliation?: { id: string; state: string; version: number } | null;
  school?: { id: string; slug: string; version: number } | null;
}
const AFFILIATION = '{ affiliation { id state version } userErrors { code path } }';
const CLAIM = `mutation($input: ClaimAffiliationInput!) { done: claimAffiliation(input: $input) ${AFFILIATION} }`;
const CONFIRM = `mutation($input: ChangeAffiliationInput!) { done: confirmAffiliation(input: $input) ${AFFILIATION} }`;
const END = `mutation($input: ChangeAffiliationInput!) { done: endAffiliation(input: $input) ${AFFILIATION} }`;
const INVITE = `mutation($input: InviteToSchoolInput!) { done: inviteToSchool(input: $input) ${AFFILIATION} }`;
const SCHOOL = '{ school { id slug version } userErrors { code path } }';
const CREATE = `mutation($input: CreateSchoolInput!) { done: createSchool(input: $input) ${SCHOOL} }`;
const EDIT = `mutation($input: EditSchoolInput!) { done: editSchool(input: $input) ${SCHOOL} }`;
const STATE = `mutation($input: ChangeSchoolStateInput!) { done: changeSchoolState(input: $input) ${SCHOOL} }`;
const CREATE_GROUP =
  'mutation($input: CreateSchoolGroupInput!) { done: createSchoolGroup(input: $input) { schoolGroup { id schools { id } } userErrors { code path } } }';
const ADDRESS = { city: 'Town', street: 'Main Street', number: '1', postalCode: '12-345', postOffice: '' };
const CONTACTS = { email: null, phone: null, website: null, address: null };

let world: World;
let tree: Awaited<ReturnType<typeof countyTree>>;
let schoolId: string;
let foreignSchoolId: string;
const people: Record<string, string> = {};

describe('schools', () => {
  beforeAll(async () => {
    world = await startWorld();
    const make = factories(world.services.db);
    tree = await countyTree(world.services.db);
    const other = await countyTree(world.services.db);
    schoolId = await make.school({ countyId: tree.countyId, territoryId: tree.municipalityId });
    foreignSchoolId = await make.school({ countyId: other.countyId });
    const networkId = await make.network({ countyId: tree.countyId });
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
    people['fellow'] = await make.person();
    await make.member({ networkId, countyId: tree.countyId, personId: people['fellow'] });
    await add('AD', 'AD', 'EVERYTHING', '00000000-0000-0000-0000-000000000000');
    await add('RC', 'RC', 'REGION', tree.regionId);
    await add('CC', 'CC', 'COUNTY', tree.countyId);
    await add('CC elsewhere', 'CC', 'COUNTY', other.countyId);
    await add('SP', 'SP', 'SCHOOL', schoolId);
    await add('SP ended', 'SP', 'SCHOOL', schoolId, { endsOn: '2026-10-01' });
    await add('SP elsewhere', 'SP', 'SCHOOL', foreignSchoolId);
    await add('SO', 'SO', 'SCHOOL', schoolId);
    await add('NC', 'NC', 'NETWORK', networkId);
    people['teacher'] = await make.person();
    await make.member({ networkId, countyId: tree.countyId, personId: people['teacher'] });
  });
  afterAll(() => world.close());

  const code = (answer: { errors?: { extensions?: { code?: string } }[]; data: { done?: Payload } | null }) =>
    answer.errors?.[0]?.extensions?.code ?? answer.data?.done?.userErrors[0]?.code ?? 'OK';
  const by = (who: string | null, query: string, input: Record<string, unknown>) =>
    world.as(who === null ? null : (people[who] ?? null))<{ done: Payload }>(query, { input });
  const global = (type: string, id: string) => `${type}_${id}`;
  const everyone = () => [null, ...Object.keys(people)];

  async function mayAll(query: string, input: (who: string | null) => Promise<Record<string, unknown>>): Promise<string[]> {
    const may: string[] = [];
    for (const who of everyone()) {
      const answer = code(await by(who, query, await input(who)));
      if (answer === 'OK') may.push(who ?? 'V');
      else
        expect(who === null ? 'UNAUTHENTICATED' : ['FORBIDDEN', 'NOT_FOUND']).toEqual(
          who === null ? answer : expect.arrayContaining([answer]),
        );
    }
    return may;
  }

  describe('school cards', () => {
    const version = async (id: string) =>
      (await world.services.db.row<{ version: number }>('SELECT version FROM schools WHERE id = $1', [id]))?.version ?? 0;

    it('lets the school, its organiser, the county, the region and administrators edit', async () => {
      const may = await mayAll(EDIT, async () => ({
        id: global('School', schoolId),
        expectedVersion: await version(schoolId),
        name: 'Harbour Primary 7',
        level: 'PRIMARY',
        address: ADDRESS,
        contacts: CONTACTS,
      }));
      expect(may).toEqual(['AD', 'RC', 'CC', 'SP', 'SO']);
    });

    it('leaves the register to administrators', async () => {
      let n = 0;
      expect(
        await mayAll(CREATE, async () => ({
          county: global('Territory', tree.countyId),
          name: `School ${(n += 1)} New`,
          lang: 'en',
          level: 'PRIMARY',
          address: ADDRESS,
        })),
      ).toEqual(['AD']);
      expect(
        await mayAll(CREATE_GROUP, async () => ({
          county: global('Territory', tree.countyId),
          name: `Group ${(n += 1)}`,
          lang: 'en',
          schools: [global('School', schoolId)],
        })),
      ).toEqual(['AD']);
      const closing = await factories(world.services.db).school({ countyId: tree.countyId });
      expect(
        await mayAll(STATE, async () => ({ id: global('School', closing), expectedVersion: await version(closing), act: 'CLOSE' })),
      ).toEqual(['AD']);
    });

    it('refuses a stale version, and a school that is there already', async () => {
      const stale = await by('SP', EDIT, {
        id: global('School', schoolId),
        expectedVersion: 99,
        name: 'X',
        level: 'PRIMARY',
        address: ADDRESS,
        contacts: CONTACTS,
      });
      expect(code(stale)).toBe('CONFLICT');
      const twice = { county: global('Territory', tree.countyId), name: 'Twice', lang: 'en', level: 'PRIMARY', address: ADDRESS };
      expect(code(await by('AD', CREATE, twice))).toBe('OK');
      expect(code(await by('AD', CREATE, { ...twice, name: 'TWICE' }))).toBe('SCHOOL_KNOWN');
      expect(code(await by('AD', CREATE, { ...twice, name: 'Elsewhere', municipality: global('Territory', tree.regionId) }))).toBe(
        'NOT_FOUND',
      );
    });
  });

  describe('affiliations', () => {
    const claim = async (who: string) => (await by(who, CLAIM, { school: global('School', schoolId), profession: 'TEACHER' })).data.done;
    const insert = (personId: string, state: string, profession = 'OTHER') =>
      factories(world.services.db).insert('affiliations', {
        id: crypto.randomUUID(),
        person_id: personId,
        school_id: schoolId,
        county_id: tree.countyId,
        profession,
        state,
        starts_on: '2026-09-01',
      });

    it('are claimed once by the person and confirmed by school, county, region or administrators', async () => {
      const claimed = await claim('teacher');
      expect(claimed.affiliation?.state).toBe('CLAIMED');
      expect((await claim('teacher')).userErrors[0]?.code).toBe('AFFILIATION_KNOWN');
      const may = await mayAll(CONFIRM, async () => ({
        id: global('Affiliation', await insert(people['teacher'] ?? '', 'CLAIMED')),
        expectedVersion: 1,
      }));
      expect(may).toEqual(['AD', 'RC', 'CC', 'SP']);
    });

    it('are never confirmed by the person themselves, and ended by either side', async () => {
      const own = (await claim('SP')).affiliation;
      expect(code(await by('SP', CONFIRM, { id: own?.id, expectedVersion: 1 }))).toBe('FORBIDDEN');
      const may = await mayAll(END, async () => ({
        id: global('Affiliation', await insert(people['teacher'] ?? '', 'CONFIRMED')),
        expectedVersion: 1,
      }));
      expect(may).toEqual(['AD', 'RC', 'CC', 'SP', 'teacher']);
      const ended = await insert(people['teacher'] ?? '', 'ENDED');
      expect(code(await by('SP', CONFIRM, { id: global('Affiliation', ended), expectedVersion: 1 }))).toBe('STATE_FORBIDS');
    });

    it('come confirmed with an invitation of those who may confirm', async () => {
      let n = 0;
      const may = await mayAll(INVITE, async () => ({
        school: global('School', schoolId),
        name: 'New Teacher',
        email: `new${(n += 1)}@example.org`,
        profession: 'TEACHER',
        lang: 'pl',
      }));
      expect(may).toEqual(['AD', 'RC', 'CC', 'SP']);
      const made = await by('SP', INVITE, {
        school: global('School', schoolId),
        name: 'Another',
        email: 'another@example.org',
        profession: 'LIBRARIAN',
        lang: 'en',
      });
      expect(made.data.done.affiliation?.state).toBe('CONFIRMED');
    });

    it('are listed to exactly those whom the rights table lets read them', async () => {
      const { db } = world.services;
      const all = await db.rows<AffiliationRow>(`SELECT ${AFFILIATION_COLUMNS} FROM ${AFFILIATION_FROM}`);
      expect(all.length).toBeGreaterThan(10);
      for (const who of Object.keys(people)) {
        const viewer = await personaOf(world.services, people[who] ?? '');
        const expected = all
          .filter((row) => allows(viewer, 'affiliation.read', affiliationTarget(row)))
          .map((row) => `Affiliation_${row.id}`);
        const answer = await world.as(people[who] ?? null)<{ affiliations: { edges: { node: { id: string } }[] } }>(
          '{ affiliations(first: 100) { edges { node { id } } } }',
        );
        expect([who, answer.data.affiliations.edges.map((edge) => edge.node.id).sort()]).toEqual([who, expected.sort()]);
      }
      expect(code(await world.as(null)('{ affiliations(first: 10) { edges { node { id } } } }'))).toBe('UNAUTHENTICATED');
    });
  });

  describe('imports', () => {
    const RUN = '0197a000-0000-7000-8000-000000000003';
    const run = (
      kind: ImportKind,
      csv: string | Uint8Array,
      over: { execute?: boolean; county?: string | null; values?: Record<string, Record<string, string>> } = {},
    ) =>
      kind.run(world.services, {
        source: bytesSource(Buffer.from(csv)),
        limits: DEFAULT_CSV_LIMITS,
        execute: over.execute ?? true,
        runId: RUN,
        by: 'operator',
        params: { lang: 'en', county: over.county ?? null },
        ...(over.values ? { overrides: { values: over.values } } : {}),
      });
    const HEADER = 'name,type,county_code,city,street,number,postal_code,post_office\n';

    beforeAll(async () => {
      const make = factories(world.services.db);
      const county = await make.territory({ kind: 'COUNTY', parentId: tree.regionId, code: 'PL-9901', lang: 'pl' });
      await make.territory({ kind: 'MUNICIPALITY', parentId: county, name: 'Łąka Wielka', code: 'PL-990101', lang: 'pl' });
      await make.territory({ kind: 'MUNICIPALITY', parentId: county, name: 'Dół', code: 'PL-990102', lang: 'pl' });
      await make.territory({ kind: 'MUNICIPALITY', parentId: county, name: 'Dół', code: 'PL-990103', lang: 'pl' });
    });

    it('takes a Polish register without codes in Windows-1250, places it, and nothing the second time', async () => {
      const rows = [
        'SZKOŁA PODSTAWOWA W ŁĄCE;Szkoła podstawowa;PL-9901;Łąka Wielka;ul. Kwiatowa;1A;62-066;Łąka',
        'PRZEDSZKOLE;Przedszkole;PL-9901;Bór;;3;62-066;ŁĄKA WIELKA',
        'PRZEDSZKOLE;Przedszkole;PL-9901;Dół;;3;62-067;Dół',
        'PORADNIA;Poradnia psychologiczno-pedagogiczna;PL-9901;Dół;;3;62-067;Dół',
        'ZAMEK;Zamek;PL-9901;Dół;;3;62-067;Dół',
        'OBCA;Szkoła podstawowa;PL-0000;Dół;;3;62-067;Dół',
        'Przedszkole;Przedszkole;PL-9901;Dół;;3;62-067;Dół',
      ];
      const file = iconv.encode(`${HEADER.replaceAll(',', ';')}${rows.join('\n')}\n`, 'windows-1250');
      const { summary, format } = await run(schoolsImport, file);
      expect(format).toMatchObject({ encoding: 'windows-1250', separator: ';' });
      expect(summary).toMatchObject({ read: 7, created: 3, updated: 0, errors: 4 });
      expect(summary.errorsByKind.map((kind) => kind.code).sort()).toEqual([
        'COUNTY_UNKNOWN',
        'DUPLICATE_KEY',
        'NOT_A_SCHOOL',
        'TYPE_UNKNOWN',
      ]);
      const stored = await world.services.db.rows<{ slug: string; level: string; lang: string; place: string }>(
        `SELECT s.slug, s.level, s.lang, t.code AS place FROM schools s JOIN territories t ON t.id = s.territory_id JOIN territories c ON c.id = s.county_id WHERE c.code = 'PL-9901' ORDER BY s.slug`,
      );
      expect(stored).toEqual([
        { slug: 'przedszkole', level: 'PRESCHOOL', lang: 'pl', place: 'PL-990101' },
        { slug: 'przedszkole-dol', level: 'PRESCHOOL', lang: 'pl', place: 'PL-9901' },
        { slug: 'szkola-podstawowa-w-lace', level: 'PRIMARY', lang: 'pl', place: 'PL-990101' },
      ]);
      expect((await run(schoolsImport, file)).summary).toMatchObject({ created: 0, updated: 0, skipped: 3 });
      const mapped = await run(schoolsImport, file, { values: { level: { Zamek: 'SPECIAL' } } });
      expect(mapped.summary).toMatchObject({ created: 1, skipped: 3, errors: 3 });
    });

    it('gives a school its code, keeps what a file leaves empty, and tells codes apart', async () => {
      const coded = `rspo,${HEADER}77,SZKOŁA PODSTAWOWA W ŁĄCE,Szkoła podstawowa,PL-9901,,ul. Kwiatowa,1A,62-066,\n`;
      expect((await run(schoolsImport, coded)).summary).toMatchObject({ created: 0, updated: 1 });
      expect((await run(schoolsImport, coded)).summary).toMatchObject({ updated: 0, skipped: 1 });
      expect(await world.services.db.row(`SELECT city, match_key FROM schools WHERE code = '77'`)).toEqual({
        city: 'Łąka Wielka',
        match_key: '#77',
      });
      const renamed = coded.replace('W ŁĄCE', 'NR 1 W ŁĄCE');
      expect((await run(schoolsImport, renamed)).summary).toMatchObject({ updated: 1 });
      expect(
        (await run(schoolsImport, `${HEADER}SZKOŁA PODSTAWOWA NR 1 W ŁĄCE,Szkoła podstawowa,PL-9901,,ul. Kwiatowa,1A,62-066,\n`)).summary,
      ).toMatchObject({ created: 0, skipped: 1 });
    });

    it('takes groups and people with their schools', async () => {
      const groups = 'group,county,schools\nGroup A,PL-9901,77; Zamek\nGroup B,PL-9901,Przedszkole\nGroup C,PL-9901,Nowhere\n';
      const first = await run(groupsImport, groups);
      expect(first.summary).toMatchObject({ created: 1, errors: 2 });
      expect(first.summary.errorsByKind.map((kind) => kind.code).sort()).toEqual(['SCHOOL_AMBIGUOUS', 'SCHOOL_UNKNOWN']);
      expect((await run(groupsImport, groups)).summary).toMatchObject({ created: 0, updated: 0, skipped: 1 });
      const rows = [
        'Imię i nazwisko,E-mail,Szkoła,Stanowisko',
        'Jan Ósmy,Jan@example.org,77,nauczyciel',
        'Jan Ósmy,jan@example.org,Zamek,Psycholog',
        'Zła,zla@example.org,99,nauczyciel',
        'Brak,brak,77,',
        'Ola,ola@example.org,77,kosmonauta',
      ];
      const csv = `${rows.join('\n')}\n`;
      const dry = await run(peopleImport, csv, { county: 'PL-9901', execute: false });
      expect(dry.summary).toMatchObject({ read: 5, created: 1, updated: 1, errors: 3 });
      const done = await run(peopleImport, csv, { county: 'PL-9901' });
      expect(done.summary).toMatchObject({ read: 5, created: 1, updated: 1, errors: 3 });
      expect(done.summary.errorsByKind.map((kind) => kind.code).sort()).toEqual(['INVALID_EMAIL', 'PROFESSION_UNKNOWN', 'SCHOOL_UNKNOWN']);
      expect((await run(peopleImport, csv, { county: 'PL-9901' })).summary).toMatchObject({ created: 0, updated: 0, skipped: 2 });
      const stored = await world.services.db.rows(
        `SELECT p.status, a.state, a.profession FROM people p JOIN affiliations a ON a.person_id = p.id WHERE p.email = 'jan@example.org' ORDER BY a.profession`,
      );
      expect(stored).toEqual([
        { status: 'INVITED', state: 'CONFIRMED', profession: 'PSYCHOLOGIST' },
        { status: 'INVITED', state: 'CONFIRMED', profession: 'TEACHER' },
      ]);
    });

    it('refuses a file above the limit before it changes anything', async () => {
      const size = 100 * 1024 * 1024;
      const source = {
        size,
        async *open() {
          yield Buffer.alloc(1024, 'a');
        },
      };
      await expect(
        schoolsImport.run(world.services, {
          source,
          limits: DEFAULT_CSV_LIMITS,
          execute: true,
          runId: RUN,
          by: 'operator',
          params: { lang: null, county: null },
        }),
      ).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    });
  });

  it('finds schools whatever the accents, and pages through them', async () => {
    const find = async (search: string) =>
      (
        await world.as(null)<{ schools: { edges: { node: { name: string } }[] } }>(
          'query($search: String) { schools(first: 10, search: $search) { edges { node { name } } } }',
          { search },
        )
      ).data.schools.edges.length;
    expect(await find('szkola lace')).toBe(1);
    expect(await find('PRZEDSZKOLE 62-067')).toBe(1);
    const first = await world.as(null)<{ schools: { pageInfo: { endCursor: string; hasNextPage: boolean } } }>(
      '{ schools(first: 2) { pageInfo { endCursor hasNextPage } } }',
    );
    expect(first.data.schools.pageInfo.hasNextPage).toBe(true);
    const next = await world.as(null)<{ schools: { edges: { node: { id: string } }[] } }>(
      'query($after: String) { schools(first: 100, after: $after) { edges { node { id } } } }',
      { after: first.data.schools.pageInfo.endCursor },
    );
    const total = await world.services.db.row<{ n: number }>('SELECT count(*)::int AS n FROM schools');
    expect(next.data.schools.edges).toHaveLength((total?.n ?? 0) - 2);
  });
});
