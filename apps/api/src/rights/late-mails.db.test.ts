import { toGlobalId } from '../platform/ids.js';
import { factories } from '../testing/factories.js';
import { discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../testing/discussion-people.js';

/**
 * Between what happened and the mail about it lies a queue. Whoever lost the right in between gets no mail: each case is played once with
 * the right kept, so that silence means the right was asked for, and once with the right withdrawn before the job runs.
 */
describe('a right that ends before the mail is written', () => {
  let d: DiscussionWorld;
  let make: ReturnType<typeof factories>;
  beforeAll(async () => {
    d = await discussionWorld();
    make = factories(d.world.services.db);
    await d.world.services.db.row('UPDATE people SET email_confirmed_at = created_at');
  }, 60_000);
  afterAll(() => d.world.close());

  const sql = (text: string, values: unknown[] = []) => d.world.services.db.row(text, values);
  /** What the person gets when the jobs that are due run. */
  const mailsTo = async (personId: string | null): Promise<string[]> => {
    const row = await d.world.services.db.row<{ email: string }>('SELECT email FROM people WHERE id = $1', [personId]);
    const kept = async () => (await d.world.services.mailer.kept()).filter(({ to }) => to === row?.email);
    const known = new Set((await kept()).map(({ id }) => id));
    await d.world.runJobs();
    return (await kept()).filter(({ id }) => !known.has(id)).map(({ subject }) => subject);
  };
  const act = async (personId: string | null, name: string, input: Record<string, unknown>, shows: string) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const answer = await d.world.as(personId)<{ done: Record<string, { id: string; version: number }> & { userErrors: unknown[] } }>(
      `mutation($input: ${type}!) { done: ${name}(input: $input) { ${shows} userErrors { code path } } }`,
      { input },
    );
    expect([name, answer.errors ?? answer.data.done.userErrors]).toEqual([name, []]);
    return answer.data.done;
  };
  const endPost = (personId: string | null, scopeId: string) =>
    sql('UPDATE appointments SET revoked_at = $3 WHERE person_id = $1 AND scope_id = $2', [
      personId,
      scopeId,
      d.world.services.clock.now(),
    ]);
  const givePost = (personId: string | null, scopeId: string) =>
    sql('UPDATE appointments SET revoked_at = NULL WHERE person_id = $1 AND scope_id = $2', [personId, scopeId]);

  it('tells nobody of a reply who left the network meanwhile', async () => {
    const setState = (state: string) =>
      sql('UPDATE memberships SET state = $3 WHERE person_id = $1 AND network_id = $2', [d.people.author, d.network.id, state]);
    const replied = async (title: string) => {
      const { threadId } = await d.ask(title);
      await d.answer(threadId, 'member');
    };
    await replied('While a member');
    expect(await mailsTo(d.people.author)).toEqual([expect.stringContaining('While a member')]);
    await replied('After leaving');
    await setState('LEFT');
    expect(await mailsTo(d.people.author)).toEqual([]);
    await setState('ACTIVE');
  });

  it.each(['SUSPENDED', 'DEACTIVATED'])('tells nobody of a decision on a post whose account is %s meanwhile', async (status) => {
    const decided = async (title: string) => {
      const { threadId } = await d.ask(title);
      const subjectId = await d.answer(threadId, 'member');
      await act(d.people.coordinator, 'decide', { subjectId, kind: 'HIDE', reason: 'It names a pupil', expectedSeq: 0 }, '');
      await sql('UPDATE graphile_worker._private_jobs SET run_at = now()');
    };
    await decided(`Kept ${status}`);
    expect(await mailsTo(d.people.member)).toEqual([expect.stringContaining(`Kept ${status}`)]);
    await decided(`Gone ${status}`);
    await sql('UPDATE people SET status = $2 WHERE id = $1', [d.people.member, status]);
    expect(await mailsTo(d.people.member)).toEqual([]);
    await sql(`UPDATE people SET status = 'ACTIVE' WHERE id = $1`, [d.people.member]);
  });

  it('tells nobody how an appeal was answered whose post ended after deciding first', async () => {
    const answered = async (title: string) => {
      const { threadId } = await d.ask(title);
      const subjectId = await d.answer(threadId, 'member');
      const { decision } = await act(
        d.people.coordinator,
        'decide',
        { subjectId, kind: 'HIDE', reason: 'It names a pupil', expectedSeq: 0 },
        'decision { id version: seq }',
      );
      const { appeal } = await act(
        d.people.member,
        'makeAppeal',
        { decisionId: decision?.id, statement: 'It names nobody' },
        'appeal { id version }',
      );
      await d.world.runJobs();
      const answer = { appealId: appeal?.id, answer: 'UPHOLD', reason: 'Looked at again', expectedVersion: 1 };
      await act(d.people.county, 'decideAppeal', answer, '');
    };
    await answered('While in office');
    expect(await mailsTo(d.people.coordinator)).toEqual([expect.stringContaining('While in office')]);
    await answered('After it');
    await endPost(d.people.coordinator, d.network.id);
    expect(await mailsTo(d.people.coordinator)).toEqual([]);
    await givePost(d.people.coordinator, d.network.id);
  });

  it('brings a request to whoever decides it now, not to a coordinator whose post ended', async () => {
    const ask = async () => {
      const person = await make.person();
      await act(person, 'joinNetwork', { networkId: toGlobalId('Network', d.network.id) }, '');
    };
    await sql('UPDATE networks SET promoted_at = created_at WHERE id = $1', [d.network.id]);
    await ask();
    expect(await mailsTo(d.people.coordinator)).toHaveLength(1);
    await ask();
    await endPost(d.people.coordinator, d.network.id);
    expect(await mailsTo(d.people.coordinator)).toEqual([]);
    await givePost(d.people.coordinator, d.network.id);
  });

  it('tells nobody of an appointment that was ended before the mail', async () => {
    const appointed = async () => {
      const personId = await make.person();
      const { appointment } = await act(
        d.people.county,
        'appoint',
        {
          role: 'NC',
          scopeId: toGlobalId('Network', await make.network({ countyId: d.network.countyId })),
          personId: toGlobalId('Person', personId),
          startsOn: '2026-11-24',
        },
        'appointment { id version }',
      );
      return { personId, appointment };
    };
    expect(await mailsTo((await appointed()).personId)).toEqual([expect.stringMatching(/^You are appointed/)]);
    const { personId, appointment } = await appointed();
    await act(d.people.county, 'endAppointment', { id: appointment?.id, expectedVersion: appointment?.version, reason: 'By mistake' }, '');
    expect(await mailsTo(personId)).toEqual([expect.not.stringMatching(/^You are appointed/)]);
  });

  describe('of a report', () => {
    type Shown = { id: string; version: number };
    let report: Shown;
    const step = async (who: DiscussionPersona, name: string, type: string, extra: Record<string, unknown> = {}) => {
      const answer = await d.world.as(d.people[who])<{ done: { report: Shown; userErrors: unknown[] } }>(
        `mutation($input: ${type}!) { done: ${name}(input: $input) { report { id version } userErrors { code path } } }`,
        { input: { id: report.id, expectedVersion: report.version, ...extra } },
      );
      expect([name, answer.errors ?? answer.data.done.userErrors]).toEqual([name, []]);
      report = answer.data.done.report;
    };
    beforeAll(async () => {
      const done = await act(
        d.people.coordinator,
        'openReport',
        { networkId: toGlobalId('Network', d.network.id), year: '2026/27' },
        'report { id version }',
      );
      report = done['report'] ?? { id: '', version: 0 };
      for (const key of ['HIGHLIGHTS', 'CONCLUSIONS', 'NEXT_YEAR'])
        await step('coordinator', 'writeNarrative', 'WriteNarrativeInput', { key, text: 'Words' });
      await step('coordinator', 'acceptFigures', 'AcceptFiguresInput');
    });

    it('that is presented, to members who left', async () => {
      await step('coordinator', 'presentReport', 'ReportActInput');
      await sql(`UPDATE memberships SET state = 'LEFT' WHERE person_id = $1`, [d.people.member]);
      expect(await mailsTo(d.people.author)).toHaveLength(1);
      expect(await mailsTo(d.people.member)).toEqual([]);
    });

    it('that waits for a decision, to a county coordinator whose post ended', async () => {
      await step('coordinator', 'submitReport', 'ReportActInput');
      await endPost(d.people.county, d.network.countyId);
      expect(await mailsTo(d.people.county)).toEqual([]);
      await givePost(d.people.county, d.network.countyId);
    });

    it('that came back, to a coordinator who has a successor', async () => {
      await step('county', 'returnReport', 'ReturnReportInput', { remarks: 'Say more' });
      await endPost(d.people.coordinator, d.network.id);
      await make.appointment({ personId: await make.person(), role: 'NC', scopeType: 'NETWORK', scopeId: d.network.id });
      expect(await mailsTo(d.people.coordinator)).toEqual([]);
    });
  });
});
