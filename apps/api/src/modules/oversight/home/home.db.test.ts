import type { Role } from '@stoa/domain';
import { newId } from '../../../platform/ids.js';
import { countyTree, factories } from '../../../testing/factories.js';
import { countStatements } from '../../../testing/statements.js';
import { startWorld, type World } from '../../../testing/world.js';

interface Item {
  key: string;
  kind: string;
  group: string;
  dueAt: string | null;
  title: string | null;
  context: { name: string; emblem: string | null } | null;
  count: number;
  of: number | null;
  names: string[];
  reasons: string[];
  year: string | null;
  path: string;
}
interface Home {
  items: Item[];
  snoozed: number;
  since: string;
  news: { kind: string; title: string; count: number; path: string }[];
  lanes: { slug: string; weeks: string[] }[];
}
const FIELDS =
  'items { key kind group dueAt title context { name emblem } count of names reasons year path } snoozed since news { kind title count path } lanes { slug weeks }';
const HOME = `{ home { ${FIELDS} } }`;
const SNOOZE = `mutation($input: SnoozeHomeItemInput!) { snoozeHomeItem(input: $input) { home { ${FIELDS} } userErrors { code } } }`;
const VISIT = `mutation { visitHome { home { ${FIELDS} } } }`;

describe('home', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  let place: Awaited<ReturnType<typeof countyTree>>;
  const people: Record<string, string> = {};
  const ids: Record<string, string> = {};
  let serial = 0;

  async function thread(
    networkId: string,
    authorId: string,
    title: string,
    at: string,
    over: Record<string, unknown> = {},
  ): Promise<string> {
    serial += 1;
    const id = await make.insert('threads', {
      id: newId(),
      county_id: place.countyId,
      network_id: networkId,
      no: serial,
      slug: 'words',
      title,
      lang: 'pl',
      kind: 'DISCUSSION',
      author_id: authorId,
      created_at: at,
      last_post_at: at,
      search: 'x',
      ...over,
    });
    await post(networkId, id, 1, authorId, at);
    return id;
  }

  async function post(
    networkId: string,
    threadId: string,
    no: number,
    authorId: string,
    at: string,
    over: Record<string, unknown> = {},
  ): Promise<string> {
    await world.services.db.row('UPDATE threads SET last_post_at = greatest(last_post_at, $2) WHERE id = $1', [threadId, at]);
    return make.insert('posts', {
      id: newId(),
      county_id: place.countyId,
      network_id: networkId,
      thread_id: threadId,
      no,
      author_id: authorId,
      body: 'b',
      body_html: 'b',
      lang: 'pl',
      created_at: at,
      ...over,
    });
  }

  async function flag(networkId: string, type: string, subjectId: string, by: string, at: string): Promise<void> {
    await make.insert('flags', {
      id: newId(),
      county_id: place.countyId,
      scope_id: networkId,
      subject_type: type,
      subject_id: subjectId,
      author_id: by,
      reason: 'SPAM',
      flagged_by: by,
      flagged_at: at,
    });
  }

  beforeAll(async () => {
    world = await startWorld();
    const { db } = world.services;
    make = factories(db);
    place = await countyTree(db);
    const other = await countyTree(db);
    for (const who of [
      'coordinator',
      'former',
      'endedBefore',
      'county',
      'foreignCounty',
      'endedCounty',
      'region',
      'admin',
      'principal',
      'teacher',
      'asker',
      'author',
      'outsider',
    ])
      people[who] = await make.person({ name: who });
    const school = await make.school({ countyId: place.countyId, name: 'Harbour 7' });
    const orphan = await make.school({ countyId: place.countyId, name: 'Orphan' });
    const network = async (name: string): Promise<string> => {
      const id = await make.network({ countyId: place.countyId, name });
      await db.row(`UPDATE networks SET created_at = '2024-09-10T08:00:00Z' WHERE id = $1`, [id]);
      ids[`${name}.year`] = await make.insert('network_years', {
        id: newId(),
        network_id: id,
        county_id: place.countyId,
        year: '2025/26',
        state: 'CONCLUDED',
        opened_at: '2025-09-01T08:00:00Z',
      });
      return (ids[name] = id);
    };
    const led = await network('Led');
    const vacant = await network('Vacant');
    const appointed = (who: string, role: Role, scopeType: string, scopeId: string, over: { endsOn?: string; startsOn?: string } = {}) =>
      make.appointment({
        personId: people[who] ?? '',
        role,
        scopeType,
        scopeId,
        countyId: scopeType === 'REGION' ? null : place.countyId,
        ...over,
      });
    await appointed('coordinator', 'NC', 'NETWORK', led, { endsOn: '2026-12-10' });
    await appointed('endedBefore', 'NC', 'NETWORK', vacant, { startsOn: '2024-09-01', endsOn: '2025-08-31' });
    await appointed('former', 'NC', 'NETWORK', vacant, { startsOn: '2025-09-01', endsOn: '2026-11-01' });
    await appointed('county', 'CC', 'COUNTY', place.countyId);
    await make.appointment({
      personId: people['foreignCounty'] ?? '',
      role: 'CC',
      scopeType: 'COUNTY',
      scopeId: other.countyId,
      countyId: other.countyId,
    });
    await appointed('endedCounty', 'CC', 'COUNTY', place.countyId, { endsOn: '2026-11-23' });
    await appointed('region', 'RC', 'REGION', place.regionId);
    await make.appointment({
      personId: people['admin'] ?? '',
      role: 'AD',
      scopeType: 'EVERYTHING',
      scopeId: '00000000-0000-0000-0000-000000000000',
    });
    await appointed('principal', 'SP', 'SCHOOL', school);
    const [teacher, asker, author] = [people['teacher'] ?? '', people['asker'] ?? '', people['author'] ?? ''];
    for (const personId of [teacher, author, people['coordinator'] ?? ''])
      await make.member({ networkId: led, countyId: place.countyId, personId, schoolId: school });
    for (let n = 0; n < 5; n += 1)
      await make.member({ networkId: led, countyId: place.countyId, personId: await make.person({ name: 'idle' }) });
    await make.member({ networkId: led, countyId: place.countyId, personId: asker, state: 'REQUESTED' });
    await make.member({ networkId: vacant, countyId: place.countyId, personId: teacher, state: 'INVITED' });

    const scenario = await thread(led, author, 'Scenariusz', '2026-11-19T08:00:00Z');
    const flagged = await post(led, scenario, 2, author, '2026-11-19T09:00:00Z');
    await flag(led, 'Post', flagged, teacher, '2026-11-22T14:40:00Z');
    await flag(led, 'Post', flagged, asker, '2026-11-23T14:40:00Z');
    const own = await post(led, scenario, 3, people['coordinator'] ?? '', '2026-11-19T10:00:00Z');
    await flag(led, 'Post', own, teacher, '2026-11-20T08:00:00Z');
    await thread(led, teacher, 'Pytanie', '2026-11-20T08:00:00Z', { kind: 'QUESTION' });
    await thread(led, teacher, 'Świeże pytanie', '2026-11-23T08:00:00Z', { kind: 'QUESTION' });
    await thread(led, teacher, 'Ukryte pytanie', '2026-11-20T08:00:00Z', { kind: 'QUESTION', visibility: 'HIDDEN' });
    const mine = await thread(led, teacher, 'Moje', '2026-11-18T08:00:00Z');
    await post(led, mine, 2, author, '2026-11-19T08:00:00Z');
    await post(led, mine, 3, author, '2026-11-20T08:00:00Z');
    await post(led, mine, 4, author, '2026-11-20T09:00:00Z', { visibility: 'HIDDEN' });
    await make.insert('thread_reads', {
      person_id: teacher,
      thread_id: mine,
      county_id: place.countyId,
      last_read_no: 2,
      read_at: '2026-11-19T09:00:00Z',
    });
    const answered = await thread(led, author, 'Odpowiedziane', '2026-11-18T08:00:00Z', {
      kind: 'QUESTION',
      first_reply_at: '2026-11-18T09:00:00Z',
    });
    const answer = await post(led, answered, 2, teacher, '2026-11-18T09:00:00Z');
    await db.row('UPDATE threads SET accepted_post_id = $2, accepted_at = $3 WHERE id = $1', [answered, answer, '2026-11-22T08:00:00Z']);

    const report = (networkId: string, state: string, over: Record<string, unknown>) =>
      make.insert('annual_reports', {
        id: newId(),
        county_id: place.countyId,
        owner_type: 'NETWORK',
        owner_id: networkId,
        year: '2025/26',
        lang: 'en',
        state,
        figures: '[]',
        figures_as_of: '2026-09-01T08:00:00Z',
        created_at: '2026-09-01T08:00:00Z',
        ...over,
      });
    ids['draft'] = await report(led, 'DRAFT', { narrative: JSON.stringify({ HIGHLIGHTS: 'words', CONCLUSIONS: ' ' }) });
    for (const schoolId of [school, orphan])
      await make.insert('affiliations', {
        id: newId(),
        person_id: teacher,
        school_id: schoolId,
        county_id: place.countyId,
        profession: 'TEACHER',
        state: 'CLAIMED',
        starts_on: '2026-09-01',
      });
    const file = await make.insert('files', {
      id: newId(),
      storage_key: 'k',
      name: 'schools.csv',
      mime: 'text/csv',
      size: 1,
      sha256: 'x',
      subject_type: 'ImportRun',
      subject_id: newId(),
      created_at: '2026-11-23T08:00:00Z',
    });
    await make.insert('import_runs', {
      id: newId(),
      kind: 'SCHOOLS',
      state: 'FAILED',
      file_id: file,
      encoding: 'utf-8',
      separator: ';',
      requested_by: people['admin'],
      requested_at: '2026-11-23T08:00:00Z',
      finished_at: '2026-11-23T08:01:00Z',
    });
  });
  afterAll(() => world.close());

  const home = async (who: string): Promise<Home> => {
    const answer = await world.as(people[who] ?? null)<{ home: Home }>(HOME);
    expect(answer.errors).toBeUndefined();
    return answer.data.home;
  };
  const kinds = async (who: string): Promise<string[]> =>
    (await home(who)).items.map(({ kind, group, context }) => `${group} ${kind}${context ? ` ${context.name}` : ''}`);
  const of = (items: readonly Item[], kind: string): Item | undefined => items.find((each) => each.kind === kind);

  it('orders what needs a coordinator, late things first', async () => {
    const { items } = await home('coordinator');
    expect(items.map(({ kind, group }) => [group, kind])).toEqual([
      ['OVERDUE', 'REQUESTS'],
      ['OVERDUE', 'REPORT'],
      ['OVERDUE', 'UNANSWERED'],
      ['THIS_WEEK', 'FLAG'],
    ]);
    expect(of(items, 'REPORT')).toMatchObject({
      dueAt: '2026-09-30T21:00:00.000Z',
      count: 1,
      of: 5,
      year: '2025/26',
      context: { name: 'Led' },
    });
    expect(of(items, 'REPORT')?.path).toMatch(/^\/networks\/network-no-\d+\/report\/2025-26$/u);
    expect(of(items, 'FLAG')).toMatchObject({ title: 'Scenariusz', count: 2, of: 2, reasons: ['SPAM'], dueAt: '2026-11-25T14:40:00.000Z' });
    expect(of(items, 'FLAG')?.path).toMatch(/\/discussions\/\d+-words#p2$/u);
    expect(of(items, 'UNANSWERED')).toMatchObject({ title: 'Pytanie', dueAt: '2026-11-23T08:00:00.000Z' });
    expect(of(items, 'REQUESTS')).toMatchObject({ count: 1, names: ['asker'] });
  });

  it('gives the county what nobody else decides, and those without the right nothing', async () => {
    expect(await kinds('county')).toEqual([
      'OVERDUE REPORT Vacant',
      'OVERDUE FLAG Led',
      'TODAY AT_RISK Led',
      'TODAY VACANCY Vacant',
      'TODAY CONFIRM_AFFILIATIONS Orphan',
      'THIS_WEEK APPOINTMENTS_END',
      'THIS_WEEK INVITATIONS Vacant',
    ]);
    for (const who of ['foreignCounty', 'endedCounty', 'endedBefore', 'region', 'outsider', 'asker'])
      expect([who, await kinds(who)]).toEqual([who, []]);
    expect(await kinds('former')).toEqual(['OVERDUE REPORT Vacant']);
    expect((await world.as(null)(HOME)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('tells teachers of replies, invitations and their own affairs', async () => {
    const { items, news } = await home('teacher');
    expect(items.map(({ kind, group, context }) => [group, kind, context?.name])).toEqual([
      ['TODAY', 'REPLIES', 'Led'],
      ['TODAY', 'INVITED', 'Vacant'],
      ['THIS_WEEK', 'AFFILIATION', 'Harbour 7'],
      ['THIS_WEEK', 'AFFILIATION', 'Orphan'],
    ]);
    expect(of(items, 'REPLIES')).toMatchObject({ title: 'Moje', count: 1, names: ['author'] });
    expect(of(items, 'REPLIES')?.path).toMatch(/#p3$/u);
    expect(news.map(({ kind, title, count }) => [kind, title, count])).toEqual([
      ['ACCEPTED', 'Odpowiedziane', 1],
      ['POSTS', 'Led', 6],
    ]);
  });

  it('shows nothing of a network any more once the membership ended', async () => {
    const personId = people['teacher'];
    await world.services.db.row(`UPDATE memberships SET state = 'LEFT' WHERE person_id = $1 AND state = 'ACTIVE'`, [personId]);
    try {
      const { items, news, lanes } = await home('teacher');
      expect(items.map(({ kind }) => kind)).toEqual(['INVITED', 'AFFILIATION', 'AFFILIATION']);
      expect([news, lanes]).toEqual([[], []]);
    } finally {
      await world.services.db.row(`UPDATE memberships SET state = 'ACTIVE' WHERE person_id = $1 AND state = 'LEFT'`, [personId]);
    }
  });

  it('leads principals to affiliations and administrators to faults', async () => {
    expect(await kinds('principal')).toEqual(['TODAY CONFIRM_AFFILIATIONS Harbour 7']);
    const { items } = await home('admin');
    expect(items.map(({ kind, title, reasons }) => [kind, title, reasons])).toEqual([['FAILED_IMPORT', 'schools.csv', ['SCHOOLS']]]);
  });

  it('sends a submitted report to whoever may decide it', async () => {
    const { db } = world.services;
    await db.row(`UPDATE annual_reports SET state = 'SUBMITTED', submitted_at = '2026-11-20T08:00:00Z', submitted_by = $2 WHERE id = $1`, [
      ids['draft'],
      people['coordinator'],
    ]);
    try {
      expect((await kinds('county')).filter((kind) => kind.includes('DECIDE'))).toEqual(['THIS_WEEK DECIDE_REPORTS Led']);
      expect(await kinds('region')).toEqual([]);
      await db.row('UPDATE annual_reports SET owner_id = $2 WHERE id = $1', [ids['draft'], ids['Vacant']]);
      expect((await kinds('county')).filter((kind) => kind.includes('DECIDE'))).toEqual([]);
      expect(await kinds('region')).toEqual(['THIS_WEEK DECIDE_REPORTS Vacant']);
      await db.row(`UPDATE annual_reports SET owner_id = $2, state = 'RETURNED', decided_at = '2026-11-23T08:00:00Z' WHERE id = $1`, [
        ids['draft'],
        ids['Led'],
      ]);
      expect((await kinds('coordinator')).filter((kind) => kind.includes('REPORT'))).toEqual(['TODAY REPORT_RETURNED Led']);
    } finally {
      await db.row(`UPDATE annual_reports SET state = 'DRAFT', submitted_at = NULL, submitted_by = NULL, owner_id = $2 WHERE id = $1`, [
        ids['draft'],
        ids['Led'],
      ]);
    }
  });

  it('puts an item off until the day comes, for that person alone', async () => {
    const before = await home('coordinator');
    const key = of(before.items, 'UNANSWERED')?.key ?? '';
    const snooze = (until: string | null, input = key) =>
      world.as(people['coordinator'] ?? null)<{ snoozeHomeItem: { home: Home } }>(SNOOZE, { input: { key: input, until } });
    const after = (await snooze('NEXT_WEEK')).data.snoozeHomeItem.home;
    expect([after.items.length, after.snoozed]).toEqual([before.items.length - 1, 1]);
    world.services.clock.moveTo(new Date('2026-11-29T20:00:00Z'));
    expect(of((await home('coordinator')).items, 'UNANSWERED')?.title).not.toBe('Pytanie');
    world.services.clock.moveTo(new Date('2026-11-29T22:01:00Z'));
    expect((await home('coordinator')).snoozed).toBe(0);
    world.services.clock.moveTo(new Date('2026-11-24T07:00:00Z'));
    await snooze('TOMORROW');
    expect((await snooze(null)).data.snoozeHomeItem.home.snoozed).toBe(0);
    expect((await snooze('TOMORROW', 'FLAG:1; DROP')).errors?.[0]?.extensions?.code).toBe('BAD_REQUEST');
    expect((await world.as(null)(SNOOZE, { input: { key, until: 'TOMORROW' } })).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('counts news from the visit before this one', async () => {
    const visit = () => world.as(people['author'] ?? null)(VISIT);
    await visit();
    expect((await home('author')).since).toBe('2026-11-17T07:00:00.000Z');
    world.services.clock.moveTo(new Date('2026-11-24T08:00:00Z'));
    expect((await home('author')).since).toBe('2026-11-24T07:00:00.000Z');
    await visit();
    world.services.clock.moveTo(new Date('2026-11-24T08:20:00Z'));
    await visit();
    expect((await home('author')).since).toBe('2026-11-24T07:00:00.000Z');
    expect((await home('author')).news).toEqual([]);
    world.services.clock.moveTo(new Date('2026-11-24T07:00:00Z'));
  });

  it('asks the database a fixed number of times', async () => {
    const counts: Record<string, number> = {};
    for (const who of ['outsider', 'teacher', 'coordinator', 'county', 'admin']) {
      const { statements } = await countStatements(world.services.db, () => home(who));
      // Two of them open the session of the test's persona.
      counts[who] = statements.length - 2;
    }
    // The administrator's failed imports come from a transaction of four, which sees files.
    expect(counts).toEqual({ outsider: 8, teacher: 9, coordinator: 13, county: 16, admin: 15 });
  });
});
