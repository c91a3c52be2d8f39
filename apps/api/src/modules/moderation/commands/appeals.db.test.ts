import { discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../../../testing/discussion-people.js';
import type { QueryRunner } from 'typeorm';
import { LogEarlierSuspensions1764001200001 } from '../../../migrations/1764001200001-log-earlier-suspensions.js';
import { newId } from '../../../platform/ids.js';
import { verifyStatuses } from '../verify-status.js';

interface Own {
  decisionId: string;
  kind: string;
  reason: string;
  title: string;
  path: string;
  networkSlug: string;
  reversed: boolean;
  canAppeal: boolean;
  appeal: { id: string; state: string; answer: string; version: number } | null;
}
interface Item {
  appeal: { id: string; state: string; statement: string; version: number };
  kind: string;
  html: string | null;
  overdue: boolean;
  author: { displayName: string };
  decidedBy: { displayName: string };
  around: { no: number; html: string | null }[];
}
type Codes = { code: string; path?: string[] }[];

const OWN = `{ decisionsOnViewer(first: 20) { edges { node { decisionId kind reason title path networkSlug reversed canAppeal appeal { id state answer version } } } } }`;
const QUEUE = `{ appeals(first: 20) { edges { node { appeal { id state statement version } kind html overdue author { displayName } decidedBy { displayName } around { no html } } } } viewer { toReview } }`;

describe('appeals', () => {
  let d: DiscussionWorld;
  beforeAll(async () => {
    d = await discussionWorld();
  }, 60_000);
  afterAll(() => d.world.close());

  const command = async (who: DiscussionPersona, name: string, type: string, input: Record<string, unknown>, fields: string) => {
    const { data, errors } = await d.world.as(d.people[who])<Record<string, Record<string, unknown> & { userErrors: Codes }>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code path } } }`,
      { input },
    );
    return { ...data?.[name], refusal: errors?.[0]?.extensions } as {
      userErrors?: Codes;
      refusal?: Record<string, unknown>;
      decision?: { id: string };
      appeal?: { id: string; state: string; version: number };
    };
  };
  const decide = (who: DiscussionPersona, subjectId: string, kind: string, expectedSeq: number, reverses?: string) =>
    command(who, 'decide', 'DecideInput', { subjectId, kind, reason: 'It names a pupil', expectedSeq, reverses }, 'decision { id }');
  const appeal = (who: DiscussionPersona, decisionId: string, statement = 'It names nobody') =>
    command(who, 'makeAppeal', 'MakeAppealInput', { decisionId, statement }, 'appeal { id state version }');
  const answer = (who: DiscussionPersona, appealId: string, word: string, expectedVersion = 1) =>
    command(
      who,
      'decideAppeal',
      'DecideAppealInput',
      { appealId, answer: word, reason: 'Looked at again', expectedVersion },
      'appeal { id state version }',
    );
  const own = async (who: DiscussionPersona) => {
    const { data } = await d.world.as(d.people[who])<{ decisionsOnViewer: { edges: { node: Own }[] } }>(OWN, {});
    return data.decisionsOnViewer.edges.map(({ node }) => node);
  };
  const queue = async (who: DiscussionPersona) => {
    const { data, errors } = await d.world.as(d.people[who])<{ appeals: { edges: { node: Item }[] } }>(QUEUE, {});
    expect(errors).toBeUndefined();
    return data.appeals.edges.map(({ node }) => node);
  };
  const stateOf = async (postId: string) =>
    (await d.world.services.db.row<{ visibility: string }>('SELECT visibility FROM posts WHERE id = $1', [postId.slice(5)]))?.visibility;
  const mailsTo = async (who: DiscussionPersona, part: string) => {
    await d.world.services.db.row('UPDATE graphile_worker._private_jobs SET run_at = now()');
    await d.world.runJobs();
    const person = await d.world.services.db.row<{ email: string }>('SELECT email FROM people WHERE id = $1', [d.people[who]]);
    return (await d.world.services.mailer.kept()).filter((mail) => mail.to === person?.email && mail.subject.includes(part));
  };
  /** A reply of the member among others, hidden or removed by the coordinator. */
  const takenAway = async (kind = 'HIDE', by: DiscussionPersona = 'coordinator', title = 'Cards') => {
    const { threadId } = await d.ask(title);
    await d.answer(threadId, 'author', 'Before');
    const postId = await d.answer(threadId, 'member', 'What is meant');
    await d.answer(threadId, 'author', 'After');
    const { decision } = await decide(by, postId, kind, 0);
    return { threadId, postId, decisionId: String(decision?.id) };
  };

  it('lets the author read the reason, appeal once, and see what became of it', async () => {
    const { postId, decisionId } = await takenAway('REMOVE', 'coordinator', 'Removed here');
    const [row] = await own('member');
    expect(row).toMatchObject({
      decisionId,
      kind: 'REMOVE',
      reason: 'It names a pupil',
      title: 'Removed here',
      canAppeal: true,
      appeal: null,
    });
    expect(row?.path).toContain(`/networks/${d.network.slug}/discussions/`);
    expect((await appeal('member', decisionId, ' ')).userErrors).toEqual([{ code: 'REQUIRED', path: ['statement'] }]);
    expect((await appeal('author', decisionId)).refusal).toEqual({ code: 'NOT_FOUND' });
    expect((await appeal('coordinator', decisionId)).refusal).toMatchObject({ code: 'FORBIDDEN' });
    expect((await appeal('foreignCounty', decisionId)).refusal).toEqual({ code: 'NOT_FOUND' });
    const made = await appeal('member', decisionId);
    expect(made).toMatchObject({ appeal: { state: 'OPEN', version: 1 }, userErrors: [] });
    expect((await appeal('member', decisionId)).userErrors).toMatchObject([{ code: 'ALREADY_APPEALED' }]);
    expect((await own('member'))[0]).toMatchObject({ canAppeal: false, appeal: { state: 'OPEN' } });
    // The county sees it with what stood around it, also what was removed; the network's coordinator and other counties do not.
    const [item] = await queue('county');
    expect(item).toMatchObject({
      kind: 'REMOVE',
      overdue: false,
      author: { displayName: 'Member' },
      decidedBy: { displayName: 'Coordinator' },
    });
    expect(item?.html).toContain('What is meant');
    expect(item?.around.map(({ no }) => no)).toEqual([1, 2, 4]);
    for (const who of ['coordinator', 'foreignCounty', 'foreignRegion', 'member', 'author'] as const) expect(await queue(who)).toEqual([]);
    const [waits, ...more] = await mailsTo('county', 'An appeal waits');
    expect(waits?.text).toContain('/en/review/appeals');
    expect(more).toEqual([]);
    expect(await mailsTo('coordinator', 'An appeal waits')).toHaveLength(0);
    // Who decided first never answers; nobody answers twice.
    const id = String(made.appeal?.id);
    expect((await answer('coordinator', id, 'UPHOLD')).refusal).toMatchObject({ code: 'FORBIDDEN' });
    expect((await answer('foreignCounty', id, 'UPHOLD')).refusal).toEqual({ code: 'NOT_FOUND' });
    expect((await answer('member', id, 'REVERSE')).refusal).toEqual({ code: 'NOT_FOUND' });
    expect((await answer('county', id, 'REVERSE', 2)).refusal).toMatchObject({ code: 'CONFLICT' });
    expect(await answer('county', id, 'REVERSE')).toMatchObject({ appeal: { state: 'DECISION_REVERSED', version: 2 } });
    expect((await answer('region', id, 'UPHOLD', 2)).refusal).toMatchObject({ code: 'CONFLICT' });
    expect(await stateOf(postId)).toBe('VISIBLE');
    expect((await own('member'))[0]).toMatchObject({ reversed: true, appeal: { state: 'DECISION_REVERSED', answer: 'Looked at again' } });
    expect(await mailsTo('member', 'was granted')).toHaveLength(1);
    expect(await mailsTo('coordinator', 'was granted')).toHaveLength(1);
  });

  it('keeps a decision on appeal in the log, and takes no second appeal', async () => {
    const { postId, decisionId } = await takenAway();
    const { appeal: made } = await appeal('member', decisionId);
    expect((await decide('coordinator', postId, 'REMOVE', 1)).userErrors).toMatchObject([{ code: 'APPEAL_OPEN' }]);
    expect((await decide('coordinator', postId, 'UPHOLD', 1, decisionId)).userErrors).toMatchObject([{ code: 'NOT_FOR_SUBJECT' }]);
    await answer('region', String(made?.id), 'UPHOLD');
    expect(await stateOf(postId)).toBe('HIDDEN');
    const log = await d.world.services.db.rows('SELECT kind FROM moderation_decisions WHERE subject_id = $1 ORDER BY seq', [
      postId.slice(5),
    ]);
    expect(log).toEqual([{ kind: 'HIDE' }, { kind: 'UPHOLD' }]);
    expect((await appeal('member', decisionId)).userErrors).toMatchObject([{ code: 'ALREADY_APPEALED' }]);
    expect(await mailsTo('member', 'the decision stands')).toHaveLength(1);
    expect(await mailsTo('coordinator', 'your decision stands')).toHaveLength(1);
  });

  it('goes to the region where the county decided first', async () => {
    const { decisionId } = await takenAway('HIDE', 'county', 'Decided by the county');
    const { appeal: made } = await appeal('member', decisionId);
    expect(await queue('county')).toEqual([]);
    expect((await answer('county', String(made?.id), 'UPHOLD')).refusal).toEqual({ code: 'FORBIDDEN', reason: 'CONCERNS_YOU' });
    expect(await queue('region')).toHaveLength(1);
    expect(await mailsTo('region', 'Decided by the county')).toHaveLength(1);
    expect(await answer('administrator', String(made?.id), 'UPHOLD')).toMatchObject({ appeal: { state: 'DECISION_KEPT' } });
  });

  it('lets one of two win who answer at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { postId, decisionId } = await takenAway();
      const { appeal: made } = await appeal('member', decisionId);
      const id = String(made?.id);
      const both = await Promise.all([answer('county', id, 'REVERSE'), answer('region', id, 'UPHOLD')]);
      const [winner, ...more] = both.filter(({ refusal }) => !refusal);
      expect(more).toEqual([]);
      expect(both.find(({ refusal }) => refusal)?.refusal).toMatchObject({ code: 'CONFLICT' });
      expect(await stateOf(postId)).toBe(winner?.appeal?.state === 'DECISION_REVERSED' ? 'VISIBLE' : 'HIDDEN');
    }
    expect(await verifyStatuses(d.world.services)).toEqual([]);
  });

  it('ends in the author’s favour where the moderator gives in', async () => {
    const { postId, decisionId } = await takenAway('HIDE', 'coordinator', 'Given in');
    const { appeal: made } = await appeal('member', decisionId);
    await decide('coordinator', postId, 'UNHIDE', 1);
    expect((await own('member'))[0]?.appeal).toMatchObject({ state: 'DECISION_REVERSED' });
    expect((await answer('county', String(made?.id), 'UPHOLD')).refusal).toMatchObject({ code: 'CONFLICT' });
    expect((await appeal('member', decisionId)).userErrors).toMatchObject([{ code: 'ALREADY_APPEALED' }]);
    const second = await takenAway();
    await decide('coordinator', second.postId, 'UNHIDE', 1);
    expect((await appeal('member', second.decisionId)).userErrors).toMatchObject([{ code: 'NOTHING_TO_APPEAL' }]);
  });

  it('serves threads and suspended members alike', async () => {
    const { threadId } = await d.ask('A hidden thread', 'member');
    const { decision } = await decide('coordinator', threadId, 'HIDE', 0);
    const { appeal: made } = await appeal('member', String(decision?.id));
    expect((await queue('county')).map((item) => item.html)).toEqual(['<p>What <strong>works</strong>?</p>\n']);
    await answer('county', String(made?.id), 'REVERSE');
    expect((await own('member'))[0]).toMatchObject({ title: 'A hidden thread', reversed: true });

    const personId = await d.world.services.db.row<{ id: string; version: number }>(
      "SELECT id, version FROM memberships WHERE person_id = $1 AND state = 'ACTIVE'",
      [d.people.member],
    );
    const membership = `Membership_${String(personId?.id)}`;
    const suspend = (expectedVersion: number) =>
      command(
        'coordinator',
        'suspendMember',
        'SuspendMemberInput',
        { id: membership, until: '2026-12-20', reason: 'Three warnings', expectedVersion },
        'membership { id }',
      );
    expect(await suspend(Number(personId?.version))).toMatchObject({ userErrors: [] });
    expect((await own('member'))[0]).toMatchObject({ kind: 'SUSPEND', reason: 'Three warnings' });
    const [mail] = await mailsTo('member', 'is suspended');
    expect(mail?.text).toContain('/en/me/decisions');
    // Suspensions from before the log: the migration that enters them may run again and again.
    await d.world.services.db.row("DELETE FROM moderation_decisions WHERE subject_type = 'Membership'");
    const fill = new LogEarlierSuspensions1764001200001();
    const runner = { query: (sql: string) => d.world.services.db.pool.query(sql) } as unknown as QueryRunner;
    for (let round = 0; round < 2; round += 1) await fill.up(runner);
    const [row, ...more] = (await own('member')).filter(({ kind }) => kind === 'SUSPEND');
    expect(more).toEqual([]);
    expect(row).toMatchObject({ kind: 'SUSPEND', reason: 'Three warnings', canAppeal: true, path: `/networks/${d.network.slug}` });
    const again = await appeal('member', String(row?.decisionId));
    expect((await suspend(Number(personId?.version) + 1)).userErrors).toMatchObject([{ code: 'APPEAL_OPEN' }]);
    expect((await queue('county'))[0]).toMatchObject({ kind: 'SUSPEND', html: null, around: [] });
    await answer('county', String(again.appeal?.id), 'REVERSE');
    const after = await d.world.services.db.row('SELECT suspended_until FROM memberships WHERE id = $1', [personId?.id]);
    expect(after).toEqual({ suspended_until: null });
    expect(await verifyStatuses(d.world.services)).toEqual([]);
  });

  it('knows nothing of what is not there', async () => {
    expect((await appeal('member', `ModerationDecision_${newId()}`)).refusal).toEqual({ code: 'NOT_FOUND' });
    expect((await appeal('member', 'nothing')).refusal).toEqual({ code: 'NOT_FOUND' });
    expect((await answer('county', `Appeal_${newId()}`, 'UPHOLD')).refusal).toEqual({ code: 'NOT_FOUND' });
  });
});
