import { createHash } from 'node:crypto';
import { toGlobalId, newId } from '../../platform/ids.js';
import { countyTree, factories } from '../../testing/factories.js';
import { countStatements } from '../../testing/statements.js';
import { startWorld, type World } from '../../testing/world.js';
import { unzip } from '../../testing/unzip.js';
import { readPdf } from '../../testing/pdf-text.js';
import { exportFile } from './index.js';
import { personaOf } from '../../testing/personas.js';

const REPORT = `id version state revision contentHash remarks sections { key title sentence { text figure } figures { key value rowsKey } tables { key columns rows { label values } } }
  narrative { key text } changes { path from to } viewerCan { write present submit decide revise export }`;
const OPEN = `mutation($input: OpenReportInput!) { openReport(input: $input) { report { ${REPORT} } userErrors { code path } } }`;
const act = (name: string, type: string) =>
  `mutation($input: ${type}!) { result: ${name}(input: $input) { report { ${REPORT} } userErrors { code path } } }`;

interface ReportShape {
  id: string;
  version: number;
  state: string;
  revision: number;
  contentHash: string | null;
  sections: {
    key: string;
    sentence: { text: string; figure: string | null }[];
    figures: { key: string; value: number; rowsKey: string }[];
    tables: { key: string; rows: { label: string; values: number[] }[] }[];
  }[];
  changes: { path: string; from: number; to: number }[];
  viewerCan: Record<string, boolean>;
}
interface Result {
  result: { report: ReportShape | null; userErrors: { code: string; path: string[] }[] };
}

describe('annual reports', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  let place: Awaited<ReturnType<typeof countyTree>>;
  const people: Record<string, string> = {};
  let networkId: string;
  let threadId: string;

  async function addPost(no: number, authorId: string, at: string): Promise<string> {
    return make.insert('posts', {
      id: newId(),
      county_id: place.countyId,
      network_id: networkId,
      thread_id: threadId,
      no,
      author_id: authorId,
      body: `Post ${no}`,
      body_html: `<p>Post ${no}</p>`,
      lang: 'en',
      created_at: at,
    });
  }

  beforeAll(async () => {
    world = await startWorld();
    const { db } = world.services;
    make = factories(db);
    place = await countyTree(db);
    networkId = await make.network({ countyId: place.countyId, name: 'Πείραμα στην τάξη', year: '2025/26', state: 'CONCLUDED' });
    for (const name of ['coordinator', 'county', 'region', 'admin', 'member', 'stranger', 'former', 'left', 'foreignCounty'])
      people[name] = await make.person({ name });
    const scoped = (
      personId: string | undefined,
      role: 'NC' | 'CC' | 'RC' | 'AD',
      scopeType: string,
      scopeId: string,
      endsOn: string | null = null,
    ) => make.appointment({ personId: personId ?? '', role, scopeType, scopeId, countyId: place.countyId, startsOn: '2025-09-01', endsOn });
    await scoped(people['coordinator'], 'NC', 'NETWORK', networkId);
    await scoped(people['former'], 'NC', 'NETWORK', networkId, '2025-12-31');
    await scoped(people['county'], 'CC', 'COUNTY', place.countyId);
    await scoped(people['region'], 'RC', 'REGION', place.regionId);
    await scoped(people['admin'], 'AD', 'COUNTRY', place.countryId);
    const elsewhere = await countyTree(db);
    await scoped(people['foreignCounty'], 'CC', 'COUNTY', elsewhere.countyId);
    const schoolId = await make.school({ countyId: place.countyId, name: '=1+1 School' });
    await make.member({
      networkId,
      countyId: place.countyId,
      personId: people['member'] ?? '',
      schoolId,
      joinedAt: '2025-10-01T08:00:00Z',
    });
    await make.member({ networkId, countyId: place.countyId, personId: people['coordinator'] ?? '', joinedAt: '2025-09-02T08:00:00Z' });
    await make.member({
      networkId,
      countyId: place.countyId,
      personId: people['left'] ?? '',
      state: 'LEFT',
      joinedAt: '2025-09-05T08:00:00Z',
    });
    await db.row(`UPDATE memberships SET left_at = '2026-02-01T08:00:00Z' WHERE person_id = $1`, [people['left']]);
    threadId = await make.insert('threads', {
      id: newId(),
      county_id: place.countyId,
      network_id: networkId,
      no: 1,
      slug: 'first',
      title: 'First',
      lang: 'en',
      kind: 'QUESTION',
      author_id: people['member'],
      created_at: '2025-11-03T08:00:00Z',
      last_post_at: '2025-11-04T08:00:00Z',
      search: 'first',
    });
    await addPost(1, people['member'] ?? '', '2025-11-03T08:00:00Z');
    const answer = await addPost(2, people['coordinator'] ?? '', '2025-11-04T08:00:00Z');
    await db.row('UPDATE threads SET accepted_post_id = $1, accepted_at = $2 WHERE id = $3', [answer, '2025-11-05T08:00:00Z', threadId]);
  });
  afterAll(() => world.close());

  const open = async (who: string) => {
    const answer = await world.as(people[who] ?? null)<{ openReport: Result['result'] }>(OPEN, {
      input: { networkId: toGlobalId('Network', networkId), year: '2025/26' },
    });
    return { ...answer, data: answer.data && { result: answer.data.openReport } };
  };
  const run = (who: string, name: string, type: string, input: Record<string, unknown>) =>
    world.as(people[who] ?? null)<Result>(act(name, type), { input });
  const figures = (report: ReportShape | null | undefined) =>
    Object.fromEntries((report?.sections ?? []).flatMap((s) => s.figures.map((f) => [`${s.key}/${f.key}`, f.value])));

  it('is begun by the coordinator alone, with figures counted from the year', async () => {
    for (const who of ['stranger', 'foreignCounty']) expect((await open(who)).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    for (const who of ['member', 'county', 'admin']) expect((await open(who)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const { data, errors } = await open('coordinator');
    expect(errors).toBeUndefined();
    expect(figures(data?.result.report)).toMatchObject({
      'membership/MEMBERS': 2,
      'membership/JOINED': 3,
      'membership/LEFT': 1,
      'membership/SCHOOLS': 1,
      'discussions/THREADS': 1,
      'discussions/POSTS': 2,
      'discussions/QUESTIONS': 1,
      'discussions/ANSWERED': 1,
      'discussions/AUTHORS': 2,
      'moderation/FLAGS': 0,
    });
    expect(data?.result.report?.sections[0]?.sentence.map((part) => part.text).join('')).toBe(
      'At the end of the year the network had 2 members from 1 school. During the year 3 people joined and 1 left.',
    );
    expect((await open('coordinator')).data?.result.report?.id).toBe(data?.result.report?.id);
  });

  it('opens the rows behind every figure, as many as the figure says', async () => {
    const report = (await open('coordinator')).data?.result.report;
    for (const section of report?.sections ?? []) {
      for (const figure of section.figures) {
        const answer = await world.as(people['coordinator'] ?? null)<{ annualReport: { rows: { edges: unknown[] } } }>(
          '{ annualReport(network: "' +
            (await slug()) +
            `", year: "2025/26") { rows(rowsKey: "${figure.rowsKey}", first: 100) { edges { node { label path } } } } }`,
        );
        expect(answer.errors).toBeUndefined();
        expect([figure.rowsKey, answer.data.annualReport.rows.edges.length]).toEqual([figure.rowsKey, figure.value]);
      }
    }
  });

  async function slug(): Promise<string> {
    return (await world.services.db.row<{ slug: string }>('SELECT slug FROM networks WHERE id = $1', [networkId]))?.slug ?? '';
  }

  it('counts nothing anew where only the report is read', async () => {
    const sent = async (fields: string) => {
      const text = `{ annualReport(network: "${await slug()}", year: "2025/26") { id ${fields} } }`;
      const { result, statements } = await countStatements(world.services.db, () => world.as(people['coordinator'] ?? null)(text));
      expect(result.errors).toBeUndefined();
      return statements.length;
    };
    const read = await sent('state sections { key figures { key value } } narrative { key text } viewerCan { write }');
    expect(read).toBeLessThan(8);
    expect(await sent('changes { path }')).toBeGreaterThan(read);
  });

  it('tells what changed since, takes it over, and freezes what is submitted under a hash', async () => {
    await addPost(3, people['member'] ?? '', '2026-05-04T08:00:00Z');
    let report = (await open('coordinator')).data?.result.report;
    expect(report?.changes).toContainEqual({ path: 'discussions/POSTS', from: 2, to: 3 });
    const on = (extra: Record<string, unknown> = {}) => ({ id: report?.id, expectedVersion: report?.version, ...extra });

    expect((await run('coordinator', 'submitReport', 'ReportActInput', on())).data.result.userErrors).toEqual([
      { code: 'REPORT_STATE', path: [] },
    ]);
    report = (await run('coordinator', 'presentReport', 'ReportActInput', on())).data.result.report;
    expect((await run('coordinator', 'submitReport', 'ReportActInput', on())).data.result.userErrors[0]).toEqual({
      code: 'REQUIRED',
      path: ['narrative', 'HIGHLIGHTS'],
    });
    for (const key of ['HIGHLIGHTS', 'CONCLUSIONS', 'NEXT_YEAR']) {
      report = (await run('coordinator', 'writeNarrative', 'WriteNarrativeInput', on({ key, text: `=HYPERLINK("x") **Words** of ${key}` })))
        .data.result.report;
    }
    expect((await run('coordinator', 'submitReport', 'ReportActInput', on())).data.result.userErrors).toEqual([
      { code: 'FIGURES_CHANGED', path: [] },
    ]);
    report = (await run('coordinator', 'acceptFigures', 'AcceptFiguresInput', on())).data.result.report;
    expect(figures(report)['discussions/POSTS']).toBe(3);
    expect(
      (await run('coordinator', 'submitReport', 'ReportActInput', { ...on(), expectedVersion: 1 })).errors?.[0]?.extensions?.code,
    ).toBe('CONFLICT');
    expect((await run('member', 'submitReport', 'ReportActInput', on())).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    report = (await run('coordinator', 'submitReport', 'ReportActInput', on())).data.result.report;
    expect([report?.state, report?.contentHash?.length]).toEqual(['SUBMITTED', createHash('sha256').digest('hex').length]);
    expect(
      (await run('coordinator', 'writeNarrative', 'WriteNarrativeInput', on({ key: 'HIGHLIGHTS', text: 'later' }))).data.result
        .userErrors[0]?.code,
    ).toBe('REPORT_STATE');
  });

  it('is returned with remarks, revised, and approved by the county; nobody decides on what they sent', async () => {
    let report = (await open('coordinator')).data?.result.report;
    const on = (extra: Record<string, unknown> = {}) => ({ id: report?.id, expectedVersion: report?.version, ...extra });
    for (const who of ['coordinator', 'member'])
      expect((await run(who, 'approveReport', 'ReportActInput', on())).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    for (const who of ['stranger', 'foreignCounty'])
      expect((await run(who, 'approveReport', 'ReportActInput', on())).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect((await run('county', 'returnReport', 'ReturnReportInput', on({ remarks: '' }))).data.result.userErrors[0]?.path).toEqual([
      'remarks',
    ]);
    report = (await run('county', 'returnReport', 'ReturnReportInput', on({ remarks: 'Say more of the difficulties' }))).data.result.report;
    report = (await run('coordinator', 'reviseReport', 'ReportActInput', on())).data.result.report;
    expect([report?.state, report?.revision]).toEqual(['DRAFT', 2]);
    report = (await run('coordinator', 'presentReport', 'ReportActInput', on())).data.result.report;
    report = (await run('coordinator', 'submitReport', 'ReportActInput', on())).data.result.report;
    report = (await run('county', 'approveReport', 'ReportActInput', on())).data.result.report;
    expect(report?.state).toBe('APPROVED');
    await world.runJobs();
    const subjects = (await world.services.mailer.kept()).map((mail) => mail.subject);
    expect(subjects.filter((s) => s.includes('approved'))).toHaveLength(0);
  });

  it('is published by the county, and then read by everybody without remarks, persons or the records of people', async () => {
    const PAGE = `query($network: String!) { annualReport(network: $network, year: "2025/26") { state publishedAt contentHash remarks
      submittedBy { id } decidedBy { id } sections { figures { value rowsKey } } narrative { text } viewerCan { export publish } } networkReports(network: $network) { years { year state viewerCanOpen } } }`;
    const read = (who: string | null) =>
      slug().then((network) =>
        world.as(who && (people[who] ?? null))<{
          annualReport: (Omit<ReportShape, 'viewerCan'> & Record<string, unknown>) | null;
          networkReports: { years: unknown[] } | null;
        }>(PAGE, { network }),
      );
    expect((await read(null)).data).toEqual({ annualReport: null, networkReports: null });
    const approved = (await open('coordinator')).data?.result.report;
    const on = { id: approved?.id, expectedVersion: approved?.version };
    for (const who of ['coordinator', 'member'])
      expect((await run(who, 'publishReport', 'ReportActInput', on)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await run('county', 'publishReport', 'ReportActInput', on)).data.result.report?.state).toBe('PUBLISHED');
    const { data } = await read(null);
    expect(data.annualReport).toMatchObject({
      state: 'PUBLISHED',
      publishedAt: expect.any(String),
      contentHash: approved?.contentHash,
      remarks: '',
      submittedBy: null,
      decidedBy: null,
      viewerCan: { export: false, publish: false },
    });
    expect(data.networkReports).toEqual({ years: [{ year: '2025/26', state: 'PUBLISHED', viewerCanOpen: false }] });
    const figuresOf = data.annualReport?.sections.flatMap((section) => section.figures) ?? [];
    expect(figuresOf.map(({ value }) => value)).toEqual(approved?.sections.flatMap((section) => section.figures.map(({ value }) => value)));
    expect(figuresOf.every(({ rowsKey }) => rowsKey === null)).toBe(true);
    for (const who of [null, 'stranger', 'foreignCounty']) {
      const rows = await world.as(who && (people[who] ?? null))(
        `query($network: String!) { annualReport(network: $network, year: "2025/26") { rows(rowsKey: "membership/MEMBERS", first: 5) { edges { node { label } } } } }`,
        { network: await slug() },
      );
      expect([who, rows.errors?.[0]?.extensions?.code]).toEqual([who, 'NOT_FOUND']);
    }
    expect((await read('member')).data.annualReport?.sections[0]?.figures[0]?.rowsKey).not.toBeNull();
    expect(
      (await run('county', 'publishReport', 'ReportActInput', { ...on, expectedVersion: (on.expectedVersion ?? 0) + 1 })).data.result
        .userErrors,
    ).toEqual([{ code: 'REPORT_STATE', path: [] }]);
  });

  it('exports the same figures in five formats, and only to the person who asked', async () => {
    const report = (await open('coordinator')).data?.result.report;
    const viewer = await personaOf(world.services, people['county'] ?? '');
    const texts: Record<string, string> = {};
    for (const format of ['PDF', 'DOCX', 'XLSX', 'CSV', 'JSON']) {
      const started = await world.as(people['county'] ?? null)<{ startExport: { export: { id: string } } }>(
        'mutation($input: StartExportInput!) { startExport(input: $input) { export { id state } userErrors { code } } }',
        { input: { format, reportId: report?.id } },
      );
      await world.runJobs();
      const id = started.data.startExport.export.id.split('_').at(-1) ?? '';
      const file = await exportFile(world.app.contextFor({ viewer }), id);
      expect(file?.mime).toBeDefined();
      expect(
        await exportFile(world.app.contextFor({ viewer: await personaOf(world.services, people['coordinator'] ?? '') }), id),
      ).toBeNull();
      const chunks: Buffer[] = [];
      for await (const chunk of await world.services.files.get(file?.storage_key ?? '')) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      texts[format] =
        format === 'PDF'
          ? readPdf(bytes).text
          : format === 'DOCX' || format === 'XLSX'
            ? [...unzip(bytes).values()].map(String).join('\n')
            : bytes.toString('utf8');
    }
    for (const [format, text] of Object.entries(texts)) {
      expect([format, text.includes('Πείραμα στην τάξη')]).toEqual([format, true]);
      expect([format, /Posts/.test(text)]).toEqual([format, true]);
    }
    expect(texts['XLSX']).not.toMatch(/<f>/);
    expect(texts['CSV']).not.toMatch(/(^|[;,])"?=/m);
  });

  it('writes a county and year into one archive with progress, and stops when asked', async () => {
    const start = () =>
      world.as(people['county'] ?? null)<{ startExport: { export: { id: string } } }>(
        'mutation($input: StartExportInput!) { startExport(input: $input) { export { id } userErrors { code } } }',
        {
          input: { format: 'JSON', countyId: toGlobalId('Territory', place.countyId), year: '2025/26' },
        },
      );
    const first = (await start()).data.startExport.export.id;
    await world.runJobs();
    const read = await world.as(people['county'] ?? null)('query($id: ID!) { export(id: $id) { state done total url } }', { id: first });
    expect(read.data).toEqual({ export: { state: 'DONE', done: 1, total: 1, url: `/exports/${first.split('_').at(-1)}` } });
    const second = (await start()).data.startExport.export.id;
    const cancelled = await world.as(people['county'] ?? null)(
      'mutation($input: CancelExportInput!) { cancelExport(input: $input) { export { state } } }',
      { input: { id: second } },
    );
    expect(cancelled.data).toEqual({ cancelExport: { export: { state: 'CANCELLED' } } });
    expect(
      (await world.as(people['coordinator'] ?? null)('query($id: ID!) { export(id: $id) { state } }', { id: first })).errors?.[0]
        ?.extensions?.code,
    ).toBe('NOT_FOUND');
  });
});
