import { DISCUSSION_PERSONAS, discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../../../testing/discussion-people.js';
import { countStatements } from '../../../testing/statements.js';

const REPLY =
  'mutation($input: ReplyInput!) { reply(input: $input) { post { id no html body authorSchool authorProfession lang viewerCan { edit } } userErrors { code path } } }';
interface Replied {
  reply: {
    post: {
      id: string;
      no: number;
      html: string;
      body: string;
      authorSchool: string | null;
      authorProfession: string | null;
      lang: string;
    } | null;
    userErrors: { code: string; path: string[] }[];
  };
}

describe('reply', () => {
  let d: DiscussionWorld;
  beforeAll(async () => {
    d = await discussionWorld();
  }, 60_000);
  afterAll(() => d.world.close());

  const reply = (who: DiscussionPersona, input: Record<string, unknown>) =>
    d.world.as(d.people[who])<Replied>(REPLY, { input: { lang: 'en', body: 'Text', ...input } });
  const counters = (threadId: string) =>
    d.world.services.db.row<Record<string, number | boolean>>(
      `SELECT t.posts_count, t.last_post_no, t.first_reply_at IS NOT NULL AS replied, n.posts_count AS network_posts, n.threads_count,
         (SELECT count(*)::int FROM posts) AS posts, (SELECT count(*)::int FROM audit_log WHERE act = 'reply') AS audited
       FROM threads t JOIN networks n ON n.id = t.network_id WHERE t.id = $1`,
      [threadId.slice(7)],
    );

  it('lets members, the coordinator and the county write, and nobody else', async () => {
    const { threadId } = await d.ask();
    const outcome: Record<string, string> = {};
    for (const who of DISCUSSION_PERSONAS) {
      const { data, errors } = await reply(who, { threadId });
      outcome[who] = errors?.[0]?.extensions?.code ?? (data.reply.post ? 'written' : 'refused');
    }
    expect(outcome).toEqual({
      visitor: 'UNAUTHENTICATED',
      stranger: 'NOT_FOUND',
      author: 'written',
      member: 'written',
      suspended: 'FORBIDDEN',
      left: 'NOT_FOUND',
      requested: 'NOT_FOUND',
      foreignMember: 'NOT_FOUND',
      coordinator: 'written',
      endedCoordinator: 'NOT_FOUND',
      foreignCoordinator: 'NOT_FOUND',
      county: 'written',
      foreignCounty: 'NOT_FOUND',
      region: 'FORBIDDEN',
      foreignRegion: 'NOT_FOUND',
      administrator: 'FORBIDDEN',
      head: 'NOT_FOUND',
      principal: 'NOT_FOUND',
      suspendedCoordinator: 'FORBIDDEN',
    });
    const { errors } = await reply('suspended', { threadId });
    expect(errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', reason: 'SUSPENDED' });
  });

  it('keeps counters, number, school and language', async () => {
    const { threadId } = await d.ask();
    const first = await reply('author', { threadId, body: 'Again *me*', lang: 'el' });
    expect(first.data.reply.post).toMatchObject({
      no: 2,
      html: '<p>Again <em>me</em></p>\n',
      body: 'Again *me*',
      lang: 'el',
      authorSchool: 'Harbour Primary 7',
      authorProfession: 'TEACHER',
    });
    expect(await counters(threadId)).toMatchObject({ posts_count: 2, last_post_no: 2, replied: false });
    await reply('member', { threadId });
    const after = await counters(threadId);
    expect(after).toMatchObject({ posts_count: 3, last_post_no: 3, replied: true });
    expect(after?.['network_posts']).toBe(after?.['posts']);
  });

  it('answers with post and thread as whoever asks next finds them', async () => {
    const { threadId } = await d.ask();
    const shape = `{ id no state lang body html createdAt editedAt accepted hasPoll version authorProfession authorSchool author { id handle displayName }
      viewerCan { edit withdraw report react accept moderate }
      thread { id no slug title kind state locked pinned slowSeconds createdAt lastPostAt postsCount lastPostNo changeNo firstReplyAt acceptedPostNo
        lastReadNo lastReadAt unread version author { id } network { id slug name } viewerCan { reply moderate } } }`;
    type Shown = { id: string; thread: { lastReadNo: number; firstReplyAt: string | null } };
    const written = async (who: DiscussionPersona) => {
      const as = d.world.as(d.people[who]);
      const { data } = await as<{ reply: { post: Shown } }>(`mutation($input: ReplyInput!) { reply(input: $input) { post ${shape} } }`, {
        input: { threadId, lang: 'pl', body: 'As *written*' },
      });
      const asked = await as<{ post: Shown }>(`query($id: ID!) { post(id: $id) ${shape} }`, { id: data.reply.post.id });
      expect(data.reply.post).toEqual(asked.data.post);
      return data.reply.post.thread;
    };
    expect(await written('author')).toMatchObject({ lastReadNo: 2, firstReplyAt: null });
    expect(await written('member')).toMatchObject({ lastReadNo: 3, firstReplyAt: expect.any(String) as string });
    // Who has not read all before has not read the own post either.
    expect(await written('author')).toMatchObject({ lastReadNo: 2 });
    expect(await written('coordinator')).toMatchObject({ lastReadNo: 5 });
  });

  it('says where its author worked when writing, wherever that is now', async () => {
    const { threadId, no } = await d.ask();
    await reply('author', { threadId });
    await d.world.services.db.row("UPDATE schools SET name = 'Harbour High' WHERE name = 'Harbour Primary 7'");
    await reply('author', { threadId });
    const query =
      'query($network: String!, $no: Int!) { thread(network: $network, no: $no) { posts(first: 9) { edges { node { authorSchool authorProfession } } } } }';
    const { data } = await d.world.as(d.people.member)<{ thread: { posts: { edges: { node: object }[] } } }>(query, {
      network: d.network.slug,
      no,
    });
    await d.world.services.db.row("UPDATE schools SET name = 'Harbour Primary 7' WHERE name = 'Harbour High'");
    expect(data.thread.posts.edges.map(({ node }) => node)).toEqual([
      { authorSchool: 'Harbour Primary 7', authorProfession: 'TEACHER' },
      { authorSchool: 'Harbour Primary 7', authorProfession: 'TEACHER' },
      { authorSchool: 'Harbour High', authorProfession: 'TEACHER' },
    ]);
  });

  it('writes once for one key, sent again or twice at once, and refuses the key for another text', async () => {
    const { threadId } = await d.ask();
    const input = { threadId, body: 'Only once', clientMutationId: 'key-1' };
    const sent = await Promise.all([reply('member', input), reply('member', input), reply('member', input)]);
    const again = await reply('member', input);
    expect(new Set([...sent, again].map((each) => each.data.reply.post?.id)).size).toBe(1);
    expect(await counters(threadId)).toMatchObject({ posts_count: 2, last_post_no: 2 });
    const other = await reply('member', { ...input, body: 'Something else' });
    expect(other.errors?.[0]?.extensions?.code).toBe('IDEMPOTENCY_MISMATCH');
    expect((await reply('author', input)).data.reply.post?.no).toBe(3);
  });

  it('numbers posts that come at once without a gap', async () => {
    const { threadId } = await d.ask();
    const all = await Promise.all((['author', 'member', 'coordinator', 'county'] as const).map((who) => reply(who, { threadId })));
    expect(all.map((each) => each.data.reply.post?.no).sort()).toEqual([2, 3, 4, 5]);
  });

  it('names what a person can mend', async () => {
    const { threadId } = await d.ask();
    const codes = async (input: Record<string, unknown>) => (await reply('member', { threadId, ...input })).data.reply.userErrors;
    expect(await codes({ body: '  ' })).toEqual([{ code: 'REQUIRED', path: ['body'] }]);
    expect(await codes({ body: 'a\u0000b' })).toEqual([{ code: 'NUL_CHARACTER', path: ['body'] }]);
    expect(await codes({ body: 'x'.repeat(20_001) })).toEqual([{ code: 'TOO_LONG', path: ['body'] }]);
    expect(await codes({ lang: 'xx' })).toEqual([{ code: 'INVALID_LANGUAGE', path: ['lang'] }]);
    expect((await reply('member', { threadId: 'Thread_forged' })).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('refuses a locked and a hidden thread', async () => {
    const locked = await d.ask();
    const hidden = await d.ask();
    const decide = (subjectId: string, kind: string) =>
      d.world.as(d.people.coordinator)('mutation($input: DecideInput!) { decide(input: $input) { userErrors { code } } }', {
        input: { subjectId, kind, reason: 'A reason', expectedSeq: 0 },
      });
    await decide(locked.threadId, 'LOCK');
    await decide(hidden.threadId, 'HIDE');
    expect((await reply('member', locked)).errors).toBeDefined();
    expect((await reply('member', { threadId: locked.threadId })).data.reply.userErrors).toEqual([{ code: 'THREAD_LOCKED', path: [] }]);
    expect((await reply('author', { threadId: hidden.threadId })).data.reply.userErrors).toEqual([{ code: 'THREAD_HIDDEN', path: [] }]);
    expect((await reply('member', { threadId: hidden.threadId })).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('takes at most eight statements, BEGIN and COMMIT included', async () => {
    const { threadId } = await d.ask();
    const { statements } = await countStatements(d.world.services.db, () => reply('member', { threadId, clientMutationId: 'counted' }));
    // The persona's own session and viewer, which a request reads in one statement, come on top in tests.
    expect(statements.filter((text) => !/sessions/u.test(text)).length).toBeLessThanOrEqual(7);
  });

  it('stops a new member after ten posts in ten minutes, and nobody who has long belonged', async () => {
    await d.world.services.db.row("UPDATE memberships SET joined_at = '2026-11-20T08:00:00Z' WHERE person_id = $1", [d.people.member]);
    await d.world.services.db.row('DELETE FROM rate_limits');
    const { threadId } = await d.ask();
    for (let i = 0; i < 10; i += 1) expect((await reply('member', { threadId })).errors).toBeUndefined();
    expect((await reply('member', { threadId })).errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', limit: 'firstPosts' });
    for (let i = 0; i < 11; i += 1) expect((await reply('author', { threadId })).errors).toBeUndefined();
  });

  it('mails the author the first reply, without a word of it', async () => {
    const { threadId } = await d.ask('A question of its own');
    const sent = async () => (await d.world.services.mailer.kept()).filter((mail) => mail.subject.includes('A question of its own'));
    await reply('author', { threadId });
    await reply('member', { threadId, body: 'A secret word' });
    await reply('county', { threadId });
    await d.world.runJobs();
    const mails = await sent();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).not.toContain('secret');
    expect(mails[0]?.text).toMatch(/\/en\/networks\/.+\/discussions\/\d+-a-question-of-its-own#p3/u);
  });
});
