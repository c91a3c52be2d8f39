import { newId, toGlobalId } from '../../platform/ids.js';
import { CROWD } from '../../testing/database.js';
import { countyTree, factories } from '../../testing/factories.js';
import { startWorld, type World } from '../../testing/world.js';
import { withdrawUses } from './drop-drafts.js';

interface Use {
  id: string;
  result: string;
  account: string;
  school: string | null;
  person: { displayName: string } | null;
  mine: boolean;
}

describe('accounts of use and reports', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  let countyId: string;
  const people: Record<string, string> = {};

  beforeAll(async () => {
    world = await startWorld({}, { connections: CROWD });
    make = factories(world.services.db);
    ({ countyId } = await countyTree(world.services.db));
    for (const who of ['proposer', 'teacher', 'other', 'county']) people[who] = await make.person({ name: who });
    await make.appointment({ personId: people['county'] ?? '', role: 'CC', scopeType: 'COUNTY', scopeId: countyId, countyId });
    const schoolId = await make.school({ countyId, name: 'Harbour Primary 7' });
    await make.insert('affiliations', {
      id: newId(),
      person_id: people['teacher'],
      school_id: schoolId,
      county_id: countyId,
      profession: 'TEACHER',
      state: 'CONFIRMED',
      starts_on: '2026-09-01',
    });
  });
  afterAll(() => world.close());

  const aResource = async () =>
    toGlobalId('Resource', await make.resource({ territoryId: countyId, title: 'Maps', proposedBy: people['proposer'] ?? null }));
  async function run(who: string | null, name: string, type: string, input: object): Promise<string[]> {
    const answer = await world.as(who && (people[who] ?? null))<Record<string, { userErrors: { code: string; path: string[] }[] }>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { userErrors { code path } } }`,
      { input },
    );
    return (
      answer.data?.[name]?.userErrors.map(({ code, path }) => [...path, code].join(': ')) ?? [String(answer.errors?.[0]?.extensions?.code)]
    );
  }
  async function seen(who: string | null, id: string) {
    const { data } = await world.as(who && (people[who] ?? null))<{
      resource: { useful: boolean; usefulCount: number; usesCount: number; state: string; uses: { edges: { node: Use }[] } } | null;
    }>(
      'query($id: ID!) { resource(id: $id) { useful usefulCount usesCount state uses(first: 5) { edges { node { id result account school person { displayName } mine } } } } }',
      { id },
    );
    return data.resource && { ...data.resource, uses: data.resource.uses.edges.map(({ node }) => node) };
  }
  const reports = async (who: string) =>
    (
      await world.as(people[who] ?? null)<{
        resourceReports: { edges: { node: { id: string; version: number; text: string; account: string | null } }[] };
      }>('{ resourceReports(first: 20) { edges { node { id version text account } } } }')
    ).data.resourceReports.edges.map(({ node }) => node);
  const mailsTo = async (to: string) =>
    (await world.services.mailer.kept()).filter((mail) => mail.to === to).map(({ subject, text }) => ({ subject, text }));
  const addressOf = async (who: string) =>
    (await world.services.db.row<{ email: string }>('SELECT email FROM people WHERE id = $1', [people[who]]))?.email ?? '';

  it('are told once by each person, with the school for everybody and the name for who is signed in', async () => {
    const id = await aResource();
    expect(await run(null, 'tellUse', 'TellUseInput', { id, result: 'WORKED', account: 'x'.repeat(20), lang: 'en' })).toEqual([
      'UNAUTHENTICATED',
    ]);
    expect(await run('teacher', 'tellUse', 'TellUseInput', { id, result: 'WORKED', account: 'short', lang: 'en' })).toEqual([
      'account: TOO_SHORT',
    ]);
    for (const account of ['We did it with class 5.', 'We did it with two classes.'])
      expect(await run('teacher', 'tellUse', 'TellUseInput', { id, result: 'PARTLY', account, lang: 'en' })).toEqual([]);
    expect(await seen('other', id)).toMatchObject({
      usesCount: 1,
      uses: [
        {
          result: 'PARTLY',
          account: 'We did it with two classes.',
          school: 'Harbour Primary 7',
          person: { displayName: 'teacher' },
          mine: false,
        },
      ],
    });
    expect((await seen(null, id))?.uses).toMatchObject([{ school: 'Harbour Primary 7', person: null }]);
    expect(await run('other', 'takeBackUse', 'TakeBackUseInput', { id })).toEqual(['NOT_FOUND']);
    expect(await run('teacher', 'takeBackUse', 'TakeBackUseInput', { id })).toEqual([]);
    expect(await seen('other', id)).toMatchObject({ usesCount: 0, uses: [] });
  });

  it('count who found it useful, each once, and never who brought it in', async () => {
    const id = await aResource();
    await Promise.all(Array.from({ length: 8 }, () => run('teacher', 'markUseful', 'MarkUsefulInput', { id, useful: true })));
    await run('other', 'markUseful', 'MarkUsefulInput', { id, useful: true });
    expect(await run('proposer', 'markUseful', 'MarkUsefulInput', { id, useful: true })).toEqual(['OWN_RESOURCE']);
    expect(await seen('teacher', id)).toMatchObject({ useful: true, usefulCount: 2 });
    for (let again = 0; again < 2; again += 1) await run('teacher', 'markUseful', 'MarkUsefulInput', { id, useful: false });
    expect(await seen('teacher', id)).toMatchObject({ useful: false, usefulCount: 1 });
  });

  it('are reported by anybody, decided by whoever reviews, and answered', async () => {
    const id = await aResource();
    const report = { id, reason: 'COPYRIGHT', text: 'The second picture is mine.' };
    expect(await run(null, 'reportResource', 'ReportResourceInput', report)).toEqual(['email: REQUIRED']);
    expect(await run(null, 'reportResource', 'ReportResourceInput', { ...report, email: 'painter@example.org' })).toEqual([]);
    expect(await run('teacher', 'reportResource', 'ReportResourceInput', { ...report, text: 'It is copied from a book.' })).toEqual([]);
    await world.runJobs();
    expect((await mailsTo(await addressOf('county'))).map(({ subject }) => subject)).toEqual([
      '“Maps” was reported',
      '“Maps” was reported',
    ]);
    expect([await reports('teacher'), await reports('proposer')]).toEqual([[], []]);
    const [first] = await reports('county');
    const decision = { id: first?.id, expectedVersion: 1, outcome: 'TAKEN_DOWN', answer: 'You are right.' };
    expect(await run('proposer', 'decideReport', 'DecideReportInput', decision)).toEqual(['FORBIDDEN']);
    expect(await run('county', 'decideReport', 'DecideReportInput', decision)).toEqual([]);
    expect(await run('county', 'decideReport', 'DecideReportInput', decision)).toEqual(['CONFLICT']);
    expect([await reports('county'), await seen(null, id), (await seen('proposer', id))?.state]).toEqual([[], null, 'WITHDRAWN']);
    await world.runJobs();
    for (const to of ['painter@example.org', await addressOf('teacher'), await addressOf('proposer')])
      expect([to, (await mailsTo(to)).some(({ text }) => text.includes('You are right.'))]).toEqual([to, true]);
  });

  it('take an account out of sight alone, which does not come back by telling it anew', async () => {
    const id = await aResource();
    await run('teacher', 'tellUse', 'TellUseInput', { id, result: 'WORKED', account: 'Ask the pupil Anna about it.', lang: 'en' });
    const [use] = (await seen('other', id))?.uses ?? [];
    await run('other', 'reportResource', 'ReportResourceInput', { id, useId: use?.id, reason: 'PERSONAL_DATA', text: 'A pupil is named.' });
    const [report] = await reports('county');
    expect(report?.account).toBe('Ask the pupil Anna about it.');
    await run('county', 'decideReport', 'DecideReportInput', {
      id: report?.id,
      expectedVersion: 1,
      outcome: 'TAKEN_DOWN',
      answer: 'No names.',
    });
    await run('teacher', 'tellUse', 'TellUseInput', { id, result: 'WORKED', account: 'Ask the pupil Anna again.', lang: 'en' });
    expect([(await seen('other', id))?.uses, (await seen('other', id))?.state, (await seen('teacher', id))?.uses.length]).toEqual([
      [],
      'PUBLISHED',
      1,
    ]);
    await world.services.db.transaction((tx) => withdrawUses(tx, people['teacher'] ?? ''));
    expect((await seen('teacher', id))?.uses).toEqual([]);
  });

  it('are no way to flood those who review', async () => {
    const id = await aResource();
    const outcomes: string[][] = [];
    for (let time = 0; time < 12; time += 1)
      outcomes.push(
        await run('other', 'reportResource', 'ReportResourceInput', { id, reason: 'OTHER', text: `Number ${time} of twelve.` }),
      );
    expect(outcomes.flat()).toContain('RATE_LIMITED');
  });
});
