import { discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../../testing/discussion-people.js';
import { toGlobalId } from '../../platform/ids.js';
import { verifyStatuses } from './verify-status.js';

type Codes = { code: string; path?: string[] }[];
interface Answer {
  userErrors?: Codes;
  refusal?: Record<string, unknown>;
  decision?: { id: string };
  claim?: { mine: boolean; by: { displayName: string } } | null;
  template?: { id: string; title: string; version: number };
}

describe('tools of moderators', () => {
  let d: DiscussionWorld;
  beforeAll(async () => {
    d = await discussionWorld();
  }, 60_000);
  afterAll(() => d.world.close());

  const command = async (who: DiscussionPersona, name: string, type: string, input: Record<string, unknown>, fields: string) => {
    const { data, errors } = await d.world.as(d.people[who])<Record<string, Answer>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code path } } }`,
      { input },
    );
    return { ...data?.[name], refusal: errors?.[0]?.extensions } as Answer;
  };
  const read = async <Data>(who: DiscussionPersona, query: string) => {
    const { data, errors } = await d.world.as(d.people[who])<Data>(query, {});
    expect(errors).toBeUndefined();
    return data;
  };
  const decide = (
    who: DiscussionPersona,
    subjectId: string,
    kind: string,
    expectedSeq: number,
    reverses?: string,
    reasonPublic?: boolean,
  ) =>
    command(
      who,
      'decide',
      'DecideInput',
      { subjectId, kind, reason: 'It names a pupil', reasonPublic, expectedSeq, reverses },
      'decision { id }',
    );
  const edit = (postId: string, body: string, expectedVersion: number) =>
    command('member', 'editPost', 'EditPostInput', { postId, body, expectedVersion }, 'post { state }');
  const aPost = async () => d.answer((await d.ask()).threadId, 'member', 'What is meant');
  const stateOf = async (postId: string) =>
    (await d.world.services.db.row<{ visibility: string }>('SELECT visibility FROM posts WHERE id = $1', [postId.slice(5)]))?.visibility;
  const queue = async (who: DiscussionPersona) =>
    (
      await read<{
        reviewQueue: { edges: { node: { subjectId: string; flags: unknown[]; around: { no: number }[]; claim: Answer['claim'] } }[] };
      }>(who, '{ reviewQueue(first: 50) { edges { node { subjectId flags { id } around { no } claim { mine by { displayName } } } } } }')
    ).reviewQueue.edges.map(({ node }) => node);
  const log = async (who: DiscussionPersona) =>
    (
      await read<{ networkDecisions: { decisions: { edges: { node: Record<string, unknown> }[] } } | null }>(
        who,
        `{ networkDecisions(network: "${d.network.slug}") { decisions(first: 100) { edges { node { kind reason subjectType reversed } } } } }`,
      )
    ).networkDecisions?.decisions.edges.map(({ node }) => node);

  it('puts a hidden post that its author edits back into the queue, and one act shows it again', async () => {
    const postId = await aPost();
    await decide('coordinator', postId, 'HIDE', 0);
    expect((await queue('coordinator')).map(({ subjectId }) => subjectId)).not.toContain(postId);
    await edit(postId, 'What is meant, without names', 2);
    expect(await stateOf(postId)).toBe('HELD');
    const [item] = await queue('coordinator');
    expect(item).toMatchObject({ subjectId: postId, flags: [], around: [{ no: 1 }] });
    expect(await queue('member')).toEqual([]);
    expect(await queue('foreignCoordinator')).toEqual([]);
    await decide('coordinator', postId, 'WARN', 2);
    expect((await queue('coordinator')).map(({ subjectId }) => subjectId)).toContain(postId);
    expect(await decide('coordinator', postId, 'KEEP', 3)).toMatchObject({ userErrors: [] });
    expect(await stateOf(postId)).toBe('VISIBLE');
    expect(await queue('coordinator')).toEqual([]);
    // An edit that changes nothing, and one of a visible post, send nothing anywhere.
    await edit(postId, 'What is meant, without names', 5);
    expect(await queue('coordinator')).toEqual([]);
  });

  it('tells the author of a remark, and of being shown again', async () => {
    const postId = await aPost();
    await decide('coordinator', postId, 'HIDE', 0);
    await edit(postId, 'Better', 2);
    await decide('coordinator', postId, 'KEEP', 2);
    await decide('coordinator', postId, 'WARN', 3);
    await d.world.services.db.row('UPDATE graphile_worker._private_jobs SET run_at = now()');
    await d.world.runJobs();
    const subjects = (await d.world.services.mailer.kept()).map((mail) => mail.subject);
    expect(subjects.filter((subject) => subject.includes('visible again'))).toHaveLength(2);
    expect(subjects.filter((subject) => subject.includes('A coordinator wrote to you'))).toHaveLength(2);
    expect(await stateOf(postId)).toBe('VISIBLE');
  });

  it('leaves an edited post where it is while its appeal is open', async () => {
    const postId = await aPost();
    const { decision } = await decide('coordinator', postId, 'HIDE', 0);
    await command('member', 'makeAppeal', 'MakeAppealInput', { decisionId: decision?.id, statement: 'It names nobody' }, 'appeal { id }');
    await edit(postId, 'Other words', 2);
    expect(await stateOf(postId)).toBe('HIDDEN');
  });

  it('keeps an item for who opened it, shows that to others, and ends by itself', async () => {
    const postId = await aPost();
    await command('author', 'reportPost', 'ReportPostInput', { postId, reason: 'SPAM', note: '' }, 'post { id }');
    const claim = (who: DiscussionPersona, release = false) =>
      command(who, 'claimReview', 'ClaimReviewInput', { subjectId: postId, release }, 'claim { mine by { displayName } }');
    const [first, second] = await Promise.all([claim('coordinator'), claim('county')]);
    expect([first.claim?.mine, second.claim?.mine].filter(Boolean)).toHaveLength(1);
    const [holder, other]: DiscussionPersona[] = first.claim?.mine ? ['coordinator', 'county'] : ['county', 'coordinator'];
    if (!holder || !other) throw new Error('nobody');
    expect((await queue(other)).find(({ subjectId }) => subjectId === postId)?.claim?.mine).toBe(false);
    expect((await decide(other, postId, 'HIDE', 0)).userErrors).toMatchObject([{ code: 'CLAIMED' }]);
    await claim(other, true);
    expect((await decide(other, postId, 'HIDE', 0)).userErrors).toMatchObject([{ code: 'CLAIMED' }]);
    await claim(holder, true);
    expect((await claim(other)).claim).toMatchObject({ mine: true });
    await d.world.services.db.row("UPDATE review_claims SET claimed_until = clock_timestamp() - interval '1 second'");
    expect((await claim(holder)).claim).toMatchObject({ mine: true });
    expect((await decide(holder, postId, 'KEEP', 0)).userErrors).toEqual([]);
    expect(await d.world.services.db.rows('SELECT 1 FROM review_claims')).toEqual([]);
    expect((await claim('member')).refusal).toMatchObject({ code: 'FORBIDDEN' });
    expect((await claim('foreignCounty')).refusal).toEqual({ code: 'NOT_FOUND' });
  });

  it('shows the network its decisions without persons, but not what was undone at once', async () => {
    const before = (await log('member'))?.length ?? 0;
    const postId = await aPost();
    const { decision } = await decide('coordinator', postId, 'HIDE', 0, undefined, true);
    expect((await log('member'))?.[0]).toEqual({ kind: 'HIDE', reason: 'It names a pupil', subjectType: 'Post', reversed: false });
    await decide('coordinator', postId, 'REVERSE', 1, decision?.id);
    expect(await log('member')).toHaveLength(before);
    const kept = await aPost();
    const { decision: hidden } = await decide('coordinator', kept, 'HIDE', 0);
    // A reason of which nobody said that it names nobody is for its reader alone.
    expect((await log('member'))?.[0]).toMatchObject({ kind: 'HIDE', reason: null });
    await d.world.services.db.row("UPDATE moderation_decisions SET decided_at = decided_at - interval '1 hour' WHERE subject_id = $1", [
      kept.slice(5),
    ]);
    await decide('coordinator', kept, 'REVERSE', 1, hidden?.id);
    expect(await log('suspended')).toHaveLength(before + 2);
    expect((await log('region'))?.filter(({ kind, reversed }) => kind === 'HIDE' && reversed)).toHaveLength(1);
    for (const who of ['stranger', 'left', 'foreignCoordinator', 'head'] as const) expect(await log(who)).toBeUndefined();
  });

  it('keeps templates of reasons for each network', async () => {
    const networkId = toGlobalId('Network', d.network.id);
    const save = (who: DiscussionPersona, more: Record<string, unknown> = {}) =>
      command(
        who,
        'saveReasonTemplate',
        'SaveReasonTemplateInput',
        { networkId, lang: 'pl', title: 'Uczniowie', body: 'Tekst wskazuje ucznia.', ...more },
        'template { id title version }',
      );
    const templates = async (who: DiscussionPersona) =>
      (
        await read<{ reasonTemplates: { templates: { id: string; lang: string; body: string }[] } | null }>(
          who,
          `{ reasonTemplates(network: "${d.network.slug}") { templates { id lang body } } }`,
        )
      ).reasonTemplates?.templates;
    const { template } = await save('coordinator');
    expect(template).toMatchObject({ title: 'Uczniowie', version: 1 });
    expect((await save('coordinator', { title: 'x' })).userErrors).toEqual([{ code: 'TOO_SHORT', path: ['title'] }]);
    expect(await save('county', { id: template?.id, title: 'Uczeń', expectedVersion: 1 })).toMatchObject({
      template: { title: 'Uczeń', version: 2 },
    });
    expect((await save('coordinator', { id: template?.id, expectedVersion: 1 })).refusal).toMatchObject({ code: 'CONFLICT' });
    expect((await save('member')).refusal).toMatchObject({ code: 'FORBIDDEN' });
    expect((await save('foreignCoordinator')).refusal).toEqual({ code: 'NOT_FOUND' });
    expect(
      (await save('foreignCounty', { networkId: toGlobalId('Network', d.foreignNetwork.id), id: template?.id, expectedVersion: 2 }))
        .refusal,
    ).toEqual({
      code: 'NOT_FOUND',
    });
    expect(await templates('coordinator')).toMatchObject([{ lang: 'pl', body: 'Tekst wskazuje ucznia.' }]);
    expect(await templates('member')).toBeUndefined();
    const remove = (who: DiscussionPersona, expectedVersion: number) =>
      command(who, 'deleteReasonTemplate', 'DeleteReasonTemplateInput', { id: template?.id, expectedVersion }, 'template { id }');
    expect((await remove('coordinator', 1)).refusal).toMatchObject({ code: 'CONFLICT' });
    expect(await remove('coordinator', 2)).toMatchObject({ userErrors: [] });
    expect(await templates('coordinator')).toEqual([]);
    await d.world.services.db.row(
      `INSERT INTO reason_templates (id, county_id, network_id, lang, title, body, changed_by)
       SELECT gen_random_uuid(), $1, $2, 'en', 'One of many', 'Words', $3 FROM generate_series(1, 50)`,
      [d.network.countyId, d.network.id, d.people.coordinator],
    );
    expect((await save('coordinator')).userErrors).toMatchObject([{ code: 'TOO_MANY_TEMPLATES' }]);
  });

  it('leaves every status as its log says', async () => {
    expect(await verifyStatuses(d.world.services)).toEqual([]);
  });
});
