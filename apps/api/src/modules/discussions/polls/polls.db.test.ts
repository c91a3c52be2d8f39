import { CROWD } from '../../../testing/database.js';
import { DISCUSSION_PERSONAS, discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../../../testing/discussion-people.js';
import { newId } from '../../../platform/ids.js';
import { countStatements } from '../../../testing/statements.js';
import { takeInPosts } from '../finding/take-in-posts.js';

interface PollSeen {
  question: string;
  options: { no: number; label: string; votes: number | null; mine: boolean }[];
  voters: number;
  closesAt: string | null;
  closedAt: string | null;
  viewerCan: { vote: boolean; voteRefusal: string | null; edit: boolean; close: boolean };
  version: number;
}
const POLL = 'question options { no label votes mine } voters closesAt closedAt viewerCan { vote voteRefusal edit close } version';
const PLAIN = { question: 'Which day suits the workshop?', options: ['Monday', 'Tuesday', 'Friday'], multiple: false, results: 'ALWAYS' };

describe('polls', () => {
  let d: DiscussionWorld;
  beforeAll(async () => {
    d = await discussionWorld({ connections: CROWD });
  }, 60_000);
  afterAll(() => d.world.close());

  const sql = (text: string, values: unknown[]) => d.world.services.db.row(text, values);
  /** Begins a thread with a poll and gives the ids of thread and opening post. */
  const ask = async (poll: object | null = PLAIN, title = 'A workshop in December') => {
    const { data } = await d.world.as(d.people.author)<{
      startThread: {
        thread: { id: string; no: number; posts: { edges: { node: { id: string } }[] } } | null;
        userErrors: { code: string; path: string[] }[];
      };
    }>(
      'mutation($input: StartThreadInput!) { startThread(input: $input) { thread { id no posts(first: 1) { edges { node { id } } } } userErrors { code path } } }',
      { input: { network: d.network.slug, kind: 'DISCUSSION', title, body: 'Please choose.', lang: 'en', poll } },
    );
    const { thread, userErrors } = data.startThread;
    return { threadId: thread?.id ?? '', no: thread?.no ?? 0, postId: thread?.posts.edges[0]?.node.id ?? '', userErrors };
  };
  const see = async (who: DiscussionPersona, postId: string) =>
    (
      await d.world.as(d.people[who])<{ poll: PollSeen | null } | null>(`query($postId: ID!) { poll(postId: $postId) { ${POLL} } }`, {
        postId,
      })
    ).data?.poll;
  const command = async (who: DiscussionPersona, name: string, input: object) => {
    const { data, errors } = await d.world.as(d.people[who])<Record<
      string,
      { poll: PollSeen | null; userErrors: { code: string; path: string[] }[] }
    > | null>(
      `mutation($input: ${name === 'savePoll' ? 'SavePollInput' : name === 'voteInPoll' ? 'VoteInPollInput' : 'PollVersionInput'}!) {
        ${name}(input: $input) { poll { ${POLL} } userErrors { code path } } }`,
      { input },
    );
    const done = data?.[name];
    return {
      poll: done?.poll,
      said: errors?.[0]?.extensions?.code ?? done?.userErrors[0]?.code ?? 'done',
      path: done?.userErrors[0]?.path,
    };
  };
  const vote = (who: DiscussionPersona, postId: string, options: readonly number[], expectedVersion = 1) =>
    command(who, 'voteInPoll', { postId, options, expectedVersion });
  const votes = (poll: PollSeen | null | undefined) => poll?.options.map((option) => option.votes);
  const decide = (subjectId: string, kind: string, expectedSeq = 0) =>
    d.world.as(d.people.coordinator)('mutation($input: DecideInput!) { decide(input: $input) { userErrors { code } } }', {
      input: { subjectId, kind, reason: 'It is settled', expectedSeq },
    });

  it('lets whoever may write vote once, change the vote and take it back', async () => {
    const { postId } = await ask();
    const outcome: Record<string, unknown> = {};
    for (const who of DISCUSSION_PERSONAS) outcome[who] = (await vote(who, postId, [1])).said;
    expect(outcome).toMatchObject({
      visitor: 'UNAUTHENTICATED',
      stranger: 'NOT_FOUND',
      author: 'done',
      member: 'done',
      suspended: 'FORBIDDEN',
      coordinator: 'done',
      county: 'done',
      region: 'FORBIDDEN',
      administrator: 'FORBIDDEN',
    });
    const changed = await vote('member', postId, [3]);
    expect(votes(changed.poll)).toEqual([3, 0, 1]);
    expect(changed.poll).toMatchObject({ voters: 4, version: 1, viewerCan: { vote: true, edit: false, close: false } });
    expect(changed.poll?.options.map(({ mine }) => mine)).toEqual([false, false, true]);
    expect((await vote('member', postId, [])).poll).toMatchObject({
      voters: 3,
      options: [{ votes: 3 }, { votes: 0 }, { votes: 0, mine: false }],
    });
    expect(await vote('member', postId, [1, 2])).toMatchObject({ said: 'POLL_ONE_CHOICE', path: ['options'] });
    expect(await vote('member', postId, [4])).toMatchObject({ said: 'INVALID_CHOICE', path: ['options'] });
    expect(await see('stranger', postId)).toBeNull();
    // What was said is in no log of acts.
    expect(await d.world.services.db.rows("SELECT 1 FROM audit_log WHERE act ILIKE '%vote%'")).toEqual([]);
  });

  it('counts one vote of a person, however often it is sent at the same moment', async () => {
    const { postId } = await ask({ ...PLAIN, multiple: true });
    const sent = [[1], [2], [1, 2], [3], [1, 2, 3], [1]].flatMap((options) => [
      vote('member', postId, options),
      vote('author', postId, options),
    ]);
    expect((await Promise.all(sent)).map(({ said }) => said)).toEqual(sent.map(() => 'done'));
    await vote('author', postId, [1, 1, 2]);
    expect((await vote('member', postId, [2, 3])).poll).toMatchObject({ voters: 2, options: [{ votes: 1 }, { votes: 2 }, { votes: 1 }] });
  });

  it('shows results after one’s own vote where its author wished so, and to all when it has ended', async () => {
    const { postId } = await ask({ ...PLAIN, results: 'AFTER_VOTE', closesOn: '2026-11-26' });
    await vote('member', postId, [2]);
    expect(votes(await see('member', postId))).toEqual([0, 1, 0]);
    for (const who of ['author', 'coordinator', 'region'] as const) {
      const poll = await see(who, postId);
      expect([votes(poll), poll?.voters]).toEqual([[null, null, null], 1]);
    }
    const { clock } = d.world.services;
    const before = clock.now();
    // The end of the day in the time zone of the place.
    expect((await see('author', postId))?.closesAt).toBe('2026-11-26T22:00:00Z');
    try {
      d.world.services.clock.moveTo(new Date('2026-11-26T22:00:00Z'));
      expect((await vote('author', postId, [1])).said).toBe('POLL_CLOSED');
      const poll = await see('author', postId);
      expect([votes(poll), poll?.closedAt, poll?.viewerCan.voteRefusal]).toEqual([[0, 1, 0], '2026-11-26T22:00:00Z', 'CLOSED']);
    } finally {
      d.world.services.clock.moveTo(before);
    }
  });

  it('is added and changed by its author while nobody has voted, and refuses votes on what it was', async () => {
    const { postId, threadId } = await ask(null);
    const save = (who: DiscussionPersona, over: object, expectedVersion: number | null, id = postId) =>
      command(who, 'savePoll', { postId: id, expectedVersion, poll: { ...PLAIN, ...over } });
    expect(await see('member', postId)).toBeNull();
    expect((await save('member', {}, null)).said).toBe('FORBIDDEN');
    expect((await save('stranger', {}, null)).said).toBe('NOT_FOUND');
    expect(await save('author', { options: ['Monday', 'monday'] }, null)).toMatchObject({
      said: 'DUPLICATE',
      path: ['poll', 'options', '1'],
    });
    expect(await save('author', { closesOn: '2026-11-23' }, null)).toMatchObject({ said: 'DATE_PAST', path: ['poll', 'closesOn'] });
    expect((await save('author', {}, null)).poll).toMatchObject({ version: 1, viewerCan: { edit: true, close: true } });
    expect((await save('author', {}, null)).said).toBe('CONFLICT');
    expect((await save('author', { options: ['Spring', 'Autumn'] }, 1)).poll).toMatchObject({
      version: 2,
      options: [{ label: 'Spring' }, { label: 'Autumn' }],
    });
    expect((await vote('member', postId, [1], 1)).said).toBe('CONFLICT');
    expect((await vote('member', postId, [1], 2)).said).toBe('done');
    expect((await save('author', {}, 2)).said).toBe('POLL_VOTED');
    expect((await command('author', 'removePoll', { postId, expectedVersion: 2 })).said).toBe('POLL_VOTED');
    await vote('member', postId, [], 2);
    expect(await command('author', 'removePoll', { postId, expectedVersion: 2 })).toMatchObject({ said: 'done', poll: null });
    const reply = await d.answer(threadId, 'author');
    expect((await save('author', {}, null, reply)).said).toBe('POLL_NOT_OPENING');
    expect((await ask({ ...PLAIN, options: ['Only one'] })).userErrors).toEqual([{ code: 'TOO_FEW', path: ['poll', 'options'] }]);
  });

  it('is ended by its author or who moderates, once, and by nobody else', async () => {
    const { postId } = await ask();
    await vote('member', postId, [1]);
    const close = (who: DiscussionPersona) => command(who, 'closePoll', { postId, expectedVersion: 1 });
    for (const who of ['member', 'suspended'] as const) expect((await close(who)).said).toBe('FORBIDDEN');
    expect((await close('stranger')).said).toBe('NOT_FOUND');
    const done = await close('coordinator');
    expect([votes(done.poll), done.poll?.version, done.poll?.closedAt]).toEqual([[1, 0, 0], 2, expect.any(String)]);
    expect((await close('author')).said).toBe('done');
    expect((await see('author', postId))?.version).toBe(2);
    expect((await vote('member', postId, [2], 2)).said).toBe('POLL_CLOSED');
    const own = (await ask()).postId;
    expect((await command('author', 'closePoll', { postId: own, expectedVersion: 1 })).poll?.closedAt).toEqual(expect.any(String));
  });

  it('follows the state of its post and thread, and stays with its post where that goes', async () => {
    const [one, two] = [await ask(), await ask(null, 'Another talk')];
    await vote('member', one.postId, [2]);
    await decide(one.threadId, 'LOCK');
    expect((await vote('author', one.postId, [1])).said).toBe('THREAD_LOCKED');
    expect((await see('member', one.postId))?.viewerCan).toMatchObject({ vote: false, voteRefusal: 'LOCKED' });
    await decide(one.threadId, 'UNLOCK', 1);
    await decide(one.postId, 'HIDE');
    expect(await see('member', one.postId)).toBeNull();
    expect((await see('author', one.postId))?.viewerCan.voteRefusal).toBe('HIDDEN');
    expect([(await vote('member', one.postId, [1])).said, (await vote('author', one.postId, [1])).said]).toEqual([
      'NOT_FOUND',
      'NOT_VISIBLE',
    ]);
    await decide(one.postId, 'UNHIDE', 1);
    const merged = await d.world.as(d.people.coordinator)<{ mergeThreads: { userErrors: unknown[] } }>(
      'mutation($input: MergeThreadsInput!) { mergeThreads(input: $input) { userErrors { code } } }',
      { input: { threadId: one.threadId, into: two.threadId, reason: 'The same', expectedSeq: 2 } },
    );
    expect(merged.data.mergeThreads.userErrors).toEqual([]);
    expect((await vote('author', one.postId, [2])).poll).toMatchObject({ voters: 2, options: [{}, { votes: 2 }, {}] });
    const moved = await d.world.services.db.rows(
      'SELECT p.thread_id, q.county_id FROM polls q JOIN posts p ON p.id = q.post_id WHERE p.id = $1',
      [one.postId.slice(5)],
    );
    expect(moved).toEqual([{ thread_id: two.threadId.slice(7), county_id: d.network.countyId }]);
  });

  it('is found by the words of its question until that changes', async () => {
    const { postId } = await ask({ ...PLAIN, question: 'Which sphalerite suits?' });
    const found = async (query: string) => {
      await takeInPosts(d.world.services);
      const answer = await d.world.as(d.people.member)<{
        searchPosts: { edges: { node: { id: string; excerpt: { text: string; found: boolean }[] } }[] };
      }>('query($query: String!) { searchPosts(search: { query: $query }, first: 5) { edges { node { id excerpt { text found } } } } }', {
        query,
      });
      return answer.data.searchPosts.edges.map(({ node }) => [node.id, node.excerpt.find((part) => part.found)?.text]);
    };
    expect(await found('sphalerite')).toEqual([[postId, 'sphalerite']]);
    await command('author', 'savePoll', { postId, expectedVersion: 1, poll: { ...PLAIN, question: 'Which galenite suits?' } });
    expect([await found('sphalerite'), await found('galenite')]).toEqual([[], [[postId, 'galenite']]]);
  });

  it('is asked for in as many statements with many votes as with one', async () => {
    const { postId } = await ask();
    await vote('member', postId, [1]);
    const few = await countStatements(d.world.services.db, () => see('member', postId));
    for (let n = 0; n < 30; n += 1) {
      const id = newId();
      await sql(
        "INSERT INTO people (id, handle, display_name, status, lang, search, created_at) VALUES ($1::uuid, $1::uuid::text, 'Voter', 'ACTIVE', 'en', 'voter', now())",
        [id],
      );
      await sql('INSERT INTO poll_votes (post_id, person_id, option_no, county_id, voted_at) VALUES ($1, $2, 3, $3, now())', [
        postId.slice(5),
        id,
        d.network.countyId,
      ]);
    }
    const many = await countStatements(d.world.services.db, () => see('member', postId));
    expect([many.statements.length, votes(many.result)]).toEqual([few.statements.length, [1, 0, 30]]);
  });
});
