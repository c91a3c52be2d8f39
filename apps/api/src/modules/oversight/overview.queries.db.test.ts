import { allows } from '@stoa/domain';
import { newId, toGlobalId } from '../../platform/ids.js';
import { countyTree, factories } from '../../testing/factories.js';
import { personaOf } from '../../testing/personas.js';
import { countStatements } from '../../testing/statements.js';
import { startWorld, type World } from '../../testing/world.js';

const HEALTH = `slug overall signals { signal health } coordinator { displayName } vacantSince members activeMembers activePercent firstReplyHours
  report { year state dueOn submittedAt daysLate } pendingFlags lateFlags weeklyPosts monthlyPosts year yearState`;
const OVERVIEW = `query($county: String!, $year: String) { countyOverview(county: $county, year: $year) { place { name { text } } above { slug } year years asOf months weeks
  sums { networks atRisk watch vacancies schoolsReached schools approvals approvalsLate members posts } networks { ${HEALTH} }
  thresholds { version activeWithinDays participationOnTrack participationWatch firstReplyOnTrack firstReplyWatch reportLateDays newNetworkDays } viewerCan { editThresholds appoint exportReports } } }`;
const REGION = `query($region: String!) { regionOverview(region: $region) { sums { networks atRisk } counties { place { slug } sums { networks atRisk schools } } } }`;
const SET = `mutation($input: SetHealthThresholdsInput!) { setHealthThresholds(input: $input) { thresholds { version activeWithinDays } userErrors { code path } } }`;

interface Health {
  slug: string;
  overall: string;
  signals: { signal: string; health: string }[];
  vacantSince: string | null;
  members: number;
  activeMembers: number;
  firstReplyHours: number | null;
  report: { year: string; state: string | null; daysLate: number } | null;
  pendingFlags: number;
  lateFlags: number;
  weeklyPosts: number[];
  monthlyPosts: number[];
}
interface Overview {
  countyOverview: {
    above: { slug: string }[];
    year: string;
    years: string[];
    months: string[];
    weeks: string[];
    sums: Record<string, number>;
    networks: Health[];
    thresholds: Record<string, number>;
    viewerCan: Record<string, boolean>;
  } | null;
}

describe('overviews', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  let place: Awaited<ReturnType<typeof countyTree>>;
  const people: Record<string, string | null> = { visitor: null };
  const networks: Record<string, string> = {};
  const slugs: Record<string, string> = {};
  let authors: string[];
  let serial = 0;

  async function slugOf(table: string, id: string): Promise<string> {
    return (await world.services.db.row<{ slug: string }>(`SELECT slug FROM ${table} WHERE id = $1`, [id]))?.slug ?? '';
  }

  async function thread(
    networkId: string,
    authorId: string,
    at: string,
    over: { firstReplyAt?: string; visibility?: string } = {},
  ): Promise<string> {
    serial += 1;
    return make.insert('threads', {
      id: newId(),
      county_id: place.countyId,
      network_id: networkId,
      no: serial,
      slug: 't',
      title: 'A thread',
      lang: 'en',
      kind: 'QUESTION',
      author_id: authorId,
      created_at: at,
      last_post_at: at,
      first_reply_at: over.firstReplyAt ?? null,
      visibility: over.visibility ?? 'VISIBLE',
      search: 'a thread',
    });
  }

  async function post(
    networkId: string,
    threadId: string,
    authorId: string,
    at: string,
    over: { visibility?: string; withdrawnAt?: string } = {},
  ): Promise<string> {
    serial += 1;
    return make.insert('posts', {
      id: newId(),
      county_id: place.countyId,
      network_id: networkId,
      thread_id: threadId,
      no: serial,
      author_id: authorId,
      body: 'b',
      body_html: 'b',
      lang: 'en',
      created_at: at,
      visibility: over.visibility ?? 'VISIBLE',
      withdrawn_at: over.withdrawnAt ?? null,
    });
  }

  async function report(networkId: string, year: string, state: string, submittedAt: string | null): Promise<void> {
    await make.insert('annual_reports', {
      id: newId(),
      county_id: place.countyId,
      owner_type: 'NETWORK',
      owner_id: networkId,
      year,
      lang: 'en',
      state,
      figures: '[]',
      figures_as_of: '2026-09-01T08:00:00Z',
      created_at: '2026-09-01T08:00:00Z',
      submitted_at: submittedAt,
    });
  }

  beforeAll(async () => {
    world = await startWorld();
    const { db } = world.services;
    make = factories(db);
    place = await countyTree(db);
    const other = await countyTree(db);
    const [schoolA] = [await make.school({ countyId: place.countyId }), await make.school({ countyId: place.countyId })];
    authors = await Promise.all([1, 2, 3, 4].map((n) => make.person({ name: `Author ${String(n)}` })));
    const network = async (
      name: string,
      over: { previous?: boolean; createdAt?: string; state?: string; year?: string } = {},
    ): Promise<string> => {
      const id = await make.network({
        countyId: place.countyId,
        name,
        ...(over.state ? { state: over.state } : {}),
        ...(over.year ? { year: over.year } : {}),
      });
      await db.row('UPDATE networks SET created_at = $2 WHERE id = $1', [id, over.createdAt ?? '2024-09-10T08:00:00Z']);
      if (over.previous !== false)
        await make.insert('network_years', {
          id: newId(),
          network_id: id,
          county_id: place.countyId,
          year: '2025/26',
          state: 'CONCLUDED',
          opened_at: '2025-09-01T08:00:00Z',
        });
      networks[name] = id;
      slugs[name] = await slugOf('networks', id);
      return id;
    };
    const well = await network('Well');
    const watched = await network('Watched');
    const vacant = await network('Vacant');
    await network('Fresh', { previous: false, createdAt: '2026-11-09T08:00:00Z' });
    await make.network({ countyId: other.countyId, name: 'Elsewhere' });
    const older = await make.network({ countyId: place.countyId, name: 'Ended', year: '2023/24', state: 'CONCLUDED' });
    await db.row(`UPDATE networks SET created_at = '2023-09-10T08:00:00Z' WHERE id = $1`, [older]);

    const appointed = async (
      who: string,
      role: 'NC' | 'CC' | 'RC' | 'AD' | 'SP' | 'CH',
      scopeType: string,
      scopeId: string,
      over: { endsOn?: string } = {},
    ): Promise<void> => {
      people[who] = await make.person({ name: who });
      await make.appointment({
        personId: people[who] ?? '',
        role,
        scopeType,
        scopeId,
        countyId: place.countyId,
        startsOn: '2024-09-01',
        ...over,
      });
    };
    await appointed('coordinator', 'NC', 'NETWORK', well);
    await make.appointment({ personId: people['coordinator'] ?? '', role: 'NC', scopeType: 'NETWORK', scopeId: watched });
    await appointed('ended', 'NC', 'NETWORK', vacant, { endsOn: '2026-11-01' });
    await appointed('county', 'CC', 'COUNTY', place.countyId);
    await appointed('endedCounty', 'CC', 'COUNTY', place.countyId, { endsOn: '2026-11-23' });
    await appointed('foreignCounty', 'CC', 'COUNTY', other.countyId);
    await appointed('region', 'RC', 'REGION', place.regionId);
    await appointed('admin', 'AD', 'EVERYTHING', '00000000-0000-0000-0000-000000000000');
    await appointed('principal', 'SP', 'SCHOOL', schoolA ?? '');
    await appointed('head', 'CH', 'CENTRE', newId());
    people['member'] = authors[0] ?? null;

    for (const [index, personId] of authors.entries())
      await make.member({ networkId: well, countyId: place.countyId, personId, schoolId: index === 0 ? (schoolA ?? null) : null });
    for (const personId of authors) await make.member({ networkId: watched, countyId: place.countyId, personId });
    await make.member({
      networkId: vacant,
      countyId: place.countyId,
      personId: authors[0] ?? '',
      state: 'REQUESTED',
      schoolId: schoolA ?? null,
    });

    const answered = await thread(well, authors[0] ?? '', '2026-11-20T08:00:00Z', { firstReplyAt: '2026-11-20T18:00:00Z' });
    for (const personId of authors.slice(0, 3)) await post(well, answered, personId, '2026-11-20T09:00:00Z');
    await post(well, answered, authors[3] ?? '', '2026-09-20T09:00:00Z');
    await post(well, answered, authors[3] ?? '', '2026-11-20T09:00:00Z', { visibility: 'HIDDEN' });
    await post(well, answered, authors[3] ?? '', '2026-11-20T09:00:00Z', { withdrawnAt: '2026-11-21T08:00:00Z' });
    const hidden = await thread(well, authors[0] ?? '', '2026-11-20T08:00:00Z', {
      visibility: 'HIDDEN',
      firstReplyAt: '2026-11-24T06:00:00Z',
    });
    await post(well, hidden, authors[3] ?? '', '2026-11-20T09:00:00Z');
    await report(well, '2025/26', 'APPROVED', '2026-09-28T08:00:00Z');
    const slow = await thread(watched, authors[0] ?? '', '2026-10-20T08:00:00Z', { firstReplyAt: '2026-10-22T20:00:00Z' });
    await post(watched, slow, authors[0] ?? '', '2026-10-20T08:00:00Z');
    await report(watched, '2025/26', 'SUBMITTED', '2026-10-02T08:00:00Z');
    for (const at of ['2026-11-20T08:00:00Z', '2026-11-23T08:00:00Z'])
      await make.insert('flags', {
        id: newId(),
        county_id: place.countyId,
        scope_id: watched,
        subject_type: 'Post',
        subject_id: newId(),
        author_id: authors[0],
        reason: 'SPAM',
        flagged_by: authors[0],
        flagged_at: at,
      });
    slugs['county'] = await slugOf('territories', place.countyId);
    slugs['region'] = await slugOf('territories', place.regionId);
    slugs['otherCounty'] = await slugOf('territories', other.countyId);
  });
  afterAll(() => world.close());

  const overview = async (who: string, county = 'county', year: string | null = null) =>
    world.as(people[who] ?? null)<Overview>(OVERVIEW, { county: slugs[county] ?? county, year });
  const own = async (year: string | null = null) => {
    const answer = await overview('county', 'county', year);
    expect(answer.errors).toBeUndefined();
    return answer.data.countyOverview;
  };
  const signal = (health: Health | undefined, name: string) => health?.signals.find((each) => each.signal === name)?.health;

  it('shows every network of the county, worst first, with what it is judged by', async () => {
    const shown = await own();
    expect(shown?.networks.map(({ slug, overall }) => [slug, overall])).toEqual([
      [slugs['Vacant'], 'AT_RISK'],
      [slugs['Watched'], 'WATCH'],
      [slugs['Well'], 'ON_TRACK'],
      [slugs['Fresh'], 'NO_DATA'],
    ]);
    const [vacant, watched, well, fresh] = shown?.networks ?? [];
    expect(vacant).toMatchObject({
      vacantSince: '2026-11-02',
      members: 0,
      report: { year: '2025/26', state: null, daysLate: 55 },
      firstReplyHours: null,
    });
    expect(watched).toMatchObject({
      members: 4,
      activeMembers: 1,
      firstReplyHours: 60,
      pendingFlags: 2,
      lateFlags: 1,
      report: { state: 'SUBMITTED', daysLate: 0 },
    });
    expect([signal(watched, 'participation'), signal(watched, 'replies')]).toEqual(['AT_RISK', 'WATCH']);
    expect(well).toMatchObject({
      vacantSince: null,
      members: 4,
      activeMembers: 3,
      firstReplyHours: 10,
      pendingFlags: 0,
      report: { state: 'APPROVED', daysLate: 0 },
    });
    expect(fresh).toMatchObject({ report: null, vacantSince: '2026-11-09' });
    expect(well?.weeklyPosts).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
    expect(well?.monthlyPosts).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 3]);
    expect([shown?.months[0], shown?.months[11], shown?.weeks[0], shown?.weeks[11]]).toEqual([
      '2025-12-01',
      '2026-11-01',
      '2026-09-02',
      '2026-11-18',
    ]);
    expect(shown?.sums).toEqual({
      networks: 4,
      atRisk: 1,
      watch: 1,
      vacancies: 2,
      schoolsReached: 1,
      schools: 2,
      approvals: 1,
      approvalsLate: 1,
      members: 8,
      posts: 5,
    });
    expect(shown?.years).toEqual(['2026/27', '2025/26', '2023/24']);
    expect(shown?.viewerCan).toEqual({ editThresholds: true, appoint: true, exportReports: true });
  });

  it('looks back at a past year as it ended', async () => {
    const shown = await own('2025-26');
    expect(shown?.year).toBe('2025/26');
    expect(shown?.months[11]).toBe('2026-08-01');
    expect(shown?.networks.map(({ slug, vacantSince }) => [slug, vacantSince])).toEqual(
      expect.arrayContaining([
        [slugs['Vacant'], null],
        [slugs['Well'], null],
      ]),
    );
    expect(shown?.networks).toHaveLength(3);
    for (const year of ['2027/28', 'soon'])
      expect((await overview('county', 'county', year)).errors?.[0]?.extensions?.code).toBe('BAD_REQUEST');
  });

  it('opens to those who oversee the county, as the rights table says, and to nobody else', async () => {
    const seen: Record<string, boolean> = {};
    for (const [who, personId] of Object.entries(people)) {
      if (personId === null) continue;
      const viewer = await personaOf(world.services, personId);
      seen[who] = (await overview(who)).data.countyOverview !== null;
      expect([who, seen[who]]).toEqual([
        who,
        allows(viewer, 'county.overview', { scopes: [place.countryId, place.regionId, place.countyId] }),
      ]);
    }
    expect(Object.keys(seen).filter((who) => seen[who])).toEqual(['county', 'region', 'admin']);
    expect((await overview('visitor')).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect((await overview('county', 'otherCounty')).data.countyOverview).toBeNull();
    expect((await overview('county', 'nowhere')).data.countyOverview).toBeNull();
    expect((await overview('region')).data.countyOverview?.above.map(({ slug }) => slug)).toEqual([slugs['region']]);
    expect((await overview('county')).data.countyOverview?.above).toEqual([]);
  });

  it('sums up the counties of a region for whoever oversees it', async () => {
    const region = (who: string) =>
      world.as(people[who] ?? null)<{ regionOverview: { sums: object; counties: object[] } | null }>(REGION, { region: slugs['region'] });
    for (const who of ['county', 'coordinator', 'member', 'endedCounty']) expect((await region(who)).data.regionOverview).toBeNull();
    for (const who of ['region', 'admin'])
      expect((await region(who)).data.regionOverview).toEqual({
        sums: { networks: 4, atRisk: 1 },
        counties: [{ place: { slug: slugs['county'] }, sums: { networks: 4, atRisk: 1, schools: 2 } }],
      });
  });

  it("shows a network's own health to its coordinator and those above", async () => {
    const query = '{ networks(first: 50) { edges { node { slug health { overall } } } } }';
    const healths = async (who: string) => {
      const answer = await world.as(people[who] ?? null)<{
        networks: { edges: { node: { slug: string; health: { overall: string } | null } }[] };
      }>(query);
      return answer.data.networks.edges
        .filter(({ node }) => node.health !== null)
        .map(({ node }) => node.slug)
        .sort();
    };
    expect(await healths('coordinator')).toEqual([slugs['Watched'], slugs['Well']].sort());
    for (const who of ['visitor', 'member', 'ended', 'foreignCounty'])
      expect((await healths(who)).filter((slug) => Object.values(slugs).includes(slug))).toEqual([]);
    expect(await healths('county')).toHaveLength(5);
  });

  it('does not ask more of the database for more networks', async () => {
    const counted = async () => (await countStatements(world.services.db, () => overview('county'))).statements.length;
    await personaOf(world.services, people['county'] ?? '');
    try {
      const before = await counted();
      for (let n = 0; n < 5; n += 1) await make.network({ countyId: place.countyId, name: `More ${String(n)}` });
      expect(await counted()).toBe(before);
      // Of these two open the session of the test's persona.
      expect(before).toBe(4);
    } finally {
      await world.services.db.row(`DELETE FROM network_years y USING networks n WHERE n.id = y.network_id AND n.name LIKE 'More %'`);
      await world.services.db.row(`DELETE FROM networks WHERE name LIKE 'More %'`);
    }
  });

  it('lets who oversees the county set its limits, once for each version', async () => {
    const { version: _version, ...limits } = (await own())?.thresholds ?? {};
    const input = { countyId: toGlobalId('Territory', place.countyId), ...limits };
    const set = (who: string, over: object) =>
      world.as(people[who] ?? null)<{ setHealthThresholds: { thresholds: object | null; userErrors: { code: string; path: string[] }[] } }>(
        SET,
        { input: { ...input, ...over } },
      );
    for (const who of ['coordinator', 'member', 'foreignCounty', 'endedCounty', 'principal', 'head'])
      expect((await set(who, { expectedVersion: 0 })).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect((await set('county', { expectedVersion: 0, participationWatch: 61 })).data.setHealthThresholds).toEqual({
      thresholds: null,
      userErrors: [{ code: 'TOO_BIG', path: ['participationWatch'] }],
    });
    expect(
      (await set('county', { expectedVersion: 0, activeWithinDays: 90, participationOnTrack: 20, participationWatch: 10 })).data
        .setHealthThresholds.thresholds,
    ).toEqual({ version: 1, activeWithinDays: 90 });
    expect((await set('admin', { expectedVersion: 0 })).errors?.[0]?.extensions?.code).toBe('CONFLICT');
    const watched = (await own())?.networks.find(({ slug }) => slug === slugs['Watched']);
    expect([signal(watched, 'participation'), watched?.overall]).toEqual(['ON_TRACK', 'ON_TRACK']);
    expect((await set('region', { expectedVersion: 1 })).data.setHealthThresholds.thresholds).toEqual({ version: 2, activeWithinDays: 60 });
  });
});
