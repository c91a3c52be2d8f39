import { createApp, type App } from '../../../app.js';
import { serve, type Served } from '../../../rights/serve.js';
import { discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../../../testing/discussion-people.js';
import { liveClient, type LiveClient } from '../../../testing/live-client.js';
import { countStatements } from '../../../testing/statements.js';
import type { ThreadChangeType } from './thread-change.types.js';
import { threadFeed } from './thread-feed.js';
import { openSession, sessionCookie } from '../../accounts/index.js';
import { endSessions } from '../../accounts/sessions.js';

interface Change {
  changeNo: number;
  thread: { state: string; postsCount: number; acceptedPostNo: number | null; viewerCan: { reply: boolean; replyRefusal: string | null } };
  posts: {
    post: { no: number; state: string; html: string | null; author: { displayName: string } | null; viewerCan: { edit: boolean } };
    poll: { voters: number; votes: number[] | null; closedAt: string | null; version: number } | null;
  }[];
  writing: { displayName: string }[];
}
const CHANGED = `subscription ThreadChanged($threadId: ID!, $after: Int!) { threadChanged(threadId: $threadId, after: $after) {
  changeNo thread { state postsCount acceptedPostNo viewerCan { reply replyRefusal } }
  posts { post { no state html author { displayName } viewerCan { edit } } poll { voters votes closedAt version } } writing { displayName } } }`;

describe('a thread, live', () => {
  let d: DiscussionWorld;
  let second: App;
  let nodes: Served[] = [];
  const clients: LiveClient[] = [];
  beforeAll(async () => {
    d = await discussionWorld();
    second = await createApp(d.world.services);
    nodes = [await serve(d.world), await serve({ ...d.world, app: second })];
    for (const { live } of [d.world.app, second]) live.start(d.world.databaseUrl);
    // Both nodes hear before anything happens.
    for (const { live } of [d.world.app, second]) while (!live.figures().isListening) await new Promise(setImmediate);
  }, 60_000);
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await Promise.all(nodes.map((node) => node.stop()));
    await second.live.stop();
    await second.graphql.stop();
    await d.world.close();
  });

  /** A browser of somebody, at one of the nodes. */
  const browser = async (who: DiscussionPersona, node = 0) => {
    const token = await openSession(d.world.services.db, String(d.people[who]), 'test');
    const client = liveClient(nodes[node]?.url ?? '', sessionCookie(d.world.services.config, token).split(';')[0] ?? '');
    clients.push(client);
    return Object.assign(client, {
      token,
      /** Reads a thread; its first news, which say that it has begun, are taken already. */
      async read(threadId: string, after = 0) {
        const stream = client.subscribe<{ threadChanged: Change }>(CHANGED, { threadId, after });
        const next = async () => (await stream.next()).threadChanged;
        return { first: await next(), next, stop: stream.stop };
      },
    });
  };
  const refusalOf = (outcome: Promise<unknown>) =>
    outcome.then(
      () => 'none',
      (error: { extensions?: { code?: string } }[] | { code?: number }) => (Array.isArray(error) ? error[0]?.extensions?.code : error.code),
    );
  const command = async (who: DiscussionPersona, name: string, type: string, input: object) => {
    const { data, errors } = await d.world.as(d.people[who])<Record<string, { userErrors: { code: string }[] }>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`,
      { input },
    );
    return errors?.[0]?.extensions?.code ?? data[name]?.userErrors[0]?.code ?? 'done';
  };

  it('tells readers at every node of new posts, edits and decisions, each once and in order', async () => {
    const { threadId } = await d.ask();
    const [member, coordinator] = [await browser('member', 0), await browser('coordinator', 1)];
    const here = await member.read(threadId);
    const there = await coordinator.read(threadId);
    expect(here.first).toMatchObject({ changeNo: 0, posts: [], thread: { postsCount: 1, viewerCan: { reply: true } } });
    const postId = await d.answer(threadId, 'author', 'First **answer**');
    const told = [await here.next(), await there.next()];
    for (const { changeNo, posts, thread } of told) {
      expect([changeNo, thread.postsCount]).toEqual([1, 2]);
      expect(posts).toMatchObject([{ post: { no: 2, state: 'VISIBLE', html: '<p>First <strong>answer</strong></p>\n' } }]);
    }
    expect(await command('author', 'editPost', 'EditPostInput', { postId, body: 'Said better', expectedVersion: 1 })).toBe('done');
    expect((await here.next()).posts).toMatchObject([{ post: { no: 2, html: '<p>Said better</p>\n' } }]);
    expect((await there.next()).changeNo).toBe(2);
    // What is hidden becomes a gap for those who may not read it, and stays readable for those who moderate.
    const hide = { subjectId: postId, kind: 'HIDE', reason: 'It names a pupil', expectedSeq: 0 };
    expect(await command('coordinator', 'decide', 'DecideInput', hide)).toBe('done');
    expect((await here.next()).posts).toMatchObject([{ post: { state: 'HIDDEN', html: null, author: null } }]);
    expect((await there.next()).posts).toMatchObject([
      { post: { state: 'HIDDEN', html: '<p>Said better</p>\n', author: { displayName: 'Author' } } },
    ]);
    const lock = { subjectId: threadId, kind: 'LOCK', reason: 'Answered', expectedSeq: 0 };
    expect(await command('coordinator', 'decide', 'DecideInput', lock)).toBe('done');
    expect((await here.next()).thread).toMatchObject({ state: 'LOCKED', viewerCan: { reply: false, replyRefusal: 'LOCKED' } });
    await there.next();
    // Somebody who was away is told what became of it all, not each step.
    member.sockets.at(-1)?.terminate();
    expect(await refusalOf(here.next())).toBe(1006);
    const back = await (await browser('member', 1)).read(threadId, 1);
    expect(back.first).toMatchObject({ changeNo: 4, thread: { state: 'LOCKED' } });
    expect(back.first.posts.map(({ post }) => [post.no, post.state])).toEqual([[2, 'HIDDEN']]);
    expect((await (await browser('member')).read(threadId, 999)).first).toMatchObject({ changeNo: 4, posts: [] });
  });

  it('tells of votes in a poll as they come, and of what was voted those alone who see results', async () => {
    const { threadId } = await d.ask();
    const [opening] = await d.world.services.db.rows<{ id: string }>('SELECT id FROM posts WHERE thread_id = $1', [threadId.slice(7)]);
    const postId = `Post_${opening?.id ?? ''}`;
    const poll = { question: 'Which day?', options: ['Monday', 'Friday'], multiple: false, results: 'AFTER_VOTE' };
    const [here, there] = [await (await browser('member', 0)).read(threadId), await (await browser('coordinator', 1)).read(threadId)];
    const told = async () => [(await here.next()).posts[0]?.poll, (await there.next()).posts[0]?.poll];
    expect(await command('author', 'savePoll', 'SavePollInput', { postId, expectedVersion: null, poll })).toBe('done');
    const none = { voters: 0, votes: null, closedAt: null, version: 1 };
    expect(await told()).toEqual([none, none]);
    const vote = { postId, options: [2], expectedVersion: 1 };
    expect(await command('member', 'voteInPoll', 'VoteInPollInput', vote)).toBe('done');
    expect(await told()).toEqual([
      { ...none, voters: 1, votes: [0, 1] },
      { ...none, voters: 1 },
    ]);
    // Said once more it is nothing new, and nobody is told.
    expect(await command('member', 'voteInPoll', 'VoteInPollInput', vote)).toBe('done');
    expect(await command('coordinator', 'closePoll', 'PollVersionInput', { postId, expectedVersion: 1 })).toBe('done');
    const closed = { voters: 1, votes: [0, 1], closedAt: expect.any(String), version: 2 };
    expect(await told()).toEqual([closed, closed]);
  });

  it('tells who is far behind in parts, and those further on in the same turn', async () => {
    const { threadId, no } = await d.ask();
    await d.world.services.db.row(
      `WITH t AS (UPDATE threads SET change_no = 250, last_post_no = 251 WHERE network_id = $1 AND no = $2 RETURNING *)
       INSERT INTO posts (id, county_id, network_id, thread_id, no, author_id, body, body_html, lang, created_at, change_no)
       SELECT gen_random_uuid(), county_id, network_id, id, g + 1, author_id, 'a', '<p>a</p>', 'en', created_at, g FROM t, generate_series(1, 250) g`,
      [d.network.id, no],
    );
    const viewer = await d.world.services.viewerOf(String(d.people.member));
    const readers = [0, 120, 249, 250].map((place) => {
      const sent: number[][] = [];
      const reader = {
        ...{ personId: '', viewer, place, missed: false, sent, more: false },
        send: (change: object) => sent.push((change as ThreadChangeType).posts.map(({ post }) => post.no)),
        continues: () => (reader.more = true),
        end: () => sent.push([]),
      };
      return reader;
    });
    await threadFeed.deliver({ id: threadId.slice(7), readers, told: [] }, d.world.services);
    expect(readers.map(({ sent }) => sent.map((nos) => [nos.length, nos[0], nos.at(-1)]))).toEqual([
      [[100, 2, 101]],
      [[100, 122, 221]],
      [[1, 251, 251]],
      [],
    ]);
    expect(readers.map(({ place, more }) => [place, more])).toEqual([
      [100, true],
      [220, true],
      [250, false],
      [250, false],
    ]);
    // Over a line it all comes, part by part.
    const reader = await (await browser('member')).read(threadId);
    const nos = reader.first.posts.map(({ post }) => post.no);
    while (nos.length < 250) nos.push(...(await reader.next()).posts.map(({ post }) => post.no));
    expect(nos).toEqual(Array.from({ length: 250 }, (_, at) => at + 2));
  });

  it('tells those who see the list of a network which threads have something new, and of hidden ones only who may read them', async () => {
    type Heard = {
      discussionsChanged: { missed: boolean; threads: { id: string; postsCount: number; lastPostNo: number; state: string }[] };
    };
    const LIST = `subscription($networkId: ID!) { discussionsChanged(networkId: $networkId) { missed threads { id postsCount lastPostNo state } } }`;
    const networkId = `Network_${d.network.id}`;
    const watch = async (who: DiscussionPersona, node: number) => {
      const stream = (await browser(who, node)).subscribe<Heard>(LIST, { networkId });
      expect(await stream.next()).toEqual({ discussionsChanged: { missed: true, threads: [] } });
      return async () => (await stream.next()).discussionsChanged;
    };
    const [member, coordinator] = [await watch('member', 0), await watch('coordinator', 1)];
    const { threadId } = await d.ask();
    const fresh = { missed: false, threads: [{ id: threadId, postsCount: 1, lastPostNo: 1, state: 'OPEN' }] };
    expect([await member(), await coordinator()]).toEqual([fresh, fresh]);
    await command('coordinator', 'decide', 'DecideInput', { subjectId: threadId, kind: 'HIDE', reason: 'Not here', expectedSeq: 0 });
    expect(await coordinator()).toMatchObject({ threads: [{ id: threadId, state: 'HIDDEN' }] });
    // Of the hidden one the member heard nothing: the next news are of another.
    const other = await d.ask('Another');
    expect((await member()).threads.map(({ id }) => id)).toEqual([other.threadId]);
    expect(await refusalOf((await browser('stranger')).subscribe(LIST, { networkId }).next())).toBe('NOT_FOUND');
  });

  it('tells who is writing to those who may read, and keeps it nowhere', async () => {
    const { threadId } = await d.ask();
    const reader = await (await browser('county', 1)).read(threadId);
    expect(await command('member', 'sayWriting', 'SayWritingInput', { threadId })).toBe('done');
    expect((await reader.next()).writing).toEqual([{ displayName: 'Member' }]);
    expect(await command('suspended', 'sayWriting', 'SayWritingInput', { threadId })).toBe('FORBIDDEN');
    expect(await command('stranger', 'sayWriting', 'SayWritingInput', { threadId })).toBe('NOT_FOUND');
  });

  it('ends for whoever loses the right, and for a session that has ended, before another word is told', async () => {
    const { db } = d.world.services;
    const { threadId } = await d.ask();
    const [leaving, leaver] = [await browser('suspended', 1), String(d.people['suspended'])];
    const stream = await leaving.read(threadId);
    expect(stream.first.thread.viewerCan).toEqual({ reply: false, replyRefusal: 'SUSPENDED' });
    await db.row("UPDATE memberships SET state = 'LEFT' WHERE person_id = $1", [leaver]);
    expect(await refusalOf(stream.next())).toBe('NOT_FOUND');
    await db.row("UPDATE memberships SET state = 'ACTIVE' WHERE person_id = $1", [leaver]);
    const again = await leaving.read(threadId);
    await endSessions(db, leaver);
    // By its subscription or by its connection, whichever is found first.
    expect(['UNAUTHENTICATED', 4401]).toContain(await refusalOf(again.next()));
    expect(await refusalOf((await browser('stranger')).read(threadId))).toBe('NOT_FOUND');
    expect(await refusalOf((await browser('member')).read('Thread_nothing'))).toBe('NOT_FOUND');
    // A hidden thread is gone for its readers at once.
    const reader = await (await browser('member')).read(threadId);
    await command('coordinator', 'decide', 'DecideInput', { subjectId: threadId, kind: 'HIDE', reason: 'Not here', expectedSeq: 0 });
    expect(await refusalOf(reader.next())).toBe('NOT_FOUND');
  });

  it('tells moderators where something waits for them, and nobody else', async () => {
    const { db } = d.world.services;
    const { threadId } = await d.ask();
    const postId = await d.answer(threadId, 'coordinator', 'Reported by somebody');
    const REVIEW = 'subscription { reviewChanged { queue appeals } }';
    const watch = async (who: DiscussionPersona, node: number) => {
      const stream = (await browser(who, node)).subscribe<{ reviewChanged: { queue: boolean; appeals: boolean } }>(REVIEW);
      expect(await stream.next()).toEqual({ reviewChanged: { queue: true, appeals: true } });
      return stream;
    };
    const county = await watch('county', 1);
    const others = await Promise.all((['coordinator', 'foreignCounty', 'member'] as const).map((who) => watch(who, 0)));
    expect(await command('member', 'reportPost', 'ReportPostInput', { postId, reason: 'SPAM', note: '' })).toBe('done');
    expect(await county.next()).toEqual({ reviewChanged: { queue: true, appeals: false } });
    expect(await command('region', 'claimReview', 'ClaimReviewInput', { subjectId: postId, release: false })).toBe('done');
    expect(await county.next()).toEqual({ reviewChanged: { queue: true, appeals: false } });
    // Nothing came to them between their beginning and the end of their sessions.
    for (const who of ['coordinator', 'foreignCounty', 'member'] as const) await endSessions(db, String(d.people[who]));
    for (const stream of others) expect(['UNAUTHENTICATED', 4401]).toContain(await refusalOf(stream.next()));
  });

  it('tells the pages of one person that their inbox has changed, at every node, until the session ends', async () => {
    const NOTICES = 'subscription { noticesChanged }';
    const watch = async (who: DiscussionPersona, node: number) => {
      const stream = (await browser(who, node)).subscribe<{ noticesChanged: boolean }>(NOTICES);
      expect(await stream.next()).toEqual({ noticesChanged: true });
      return stream;
    };
    const [here, there, other] = [await watch('member', 0), await watch('member', 1), await watch('county', 0)];
    const both = async () => [await here.next(), await there.next()];
    const { threadId } = await d.ask('Whose inbox', 'member');
    await d.answer(threadId, 'author');
    await d.world.runJobs();
    expect(await both()).toEqual([{ noticesChanged: true }, { noticesChanged: true }]);
    const until = d.world.services.clock.now().toISOString();
    expect(await command('member', 'readNotices', 'ReadNoticesInput', { until })).toBe('done');
    expect(await both()).toEqual([{ noticesChanged: true }, { noticesChanged: true }]);
    await endSessions(d.world.services.db, String(d.people.member));
    for (const stream of [here, there]) expect(['UNAUTHENTICATED', 4401]).toContain(await refusalOf(stream.next()));
    // What is another's was told to nobody else: nothing came before the end.
    await endSessions(d.world.services.db, String(d.people.county));
    expect(['UNAUTHENTICATED', 4401]).toContain(await refusalOf(other.next()));
  });

  it('asks the rights of all readers of a node in one statement, and makes their answer once', async () => {
    const { threadId } = await d.ask();
    const readers: { next(): Promise<Change> }[] = [];
    for (const who of ['member', 'member', 'author', 'coordinator', 'county', 'region'] as const)
      readers.push(await (await browser(who)).read(threadId));
    const { statements } = await countStatements(d.world.services.db, async () => {
      await d.answer(threadId, 'member', 'One for all');
      await Promise.all(readers.map((reader) => reader.next()));
    });
    expect(statements.filter((text) => text.includes('s.id = ANY($1)'))).toHaveLength(1);
    expect(statements.filter((text) => /p\.change_no > 0/u.test(text))).toHaveLength(1);
  });

  it('tells its readers while those who write hold every connection of the pool', async () => {
    const { threadId } = await d.ask();
    const reader = await (await browser('member')).read(threadId);
    const { pool } = d.world.services.db;
    const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
    await d.world.services.db.short.rows(
      'WITH thread AS (UPDATE threads SET change_no = change_no + 1 WHERE id = $1 RETURNING id) SELECT pg_notify($2, $3) FROM thread',
      [threadId.slice('Thread_'.length), 'stoa_live', JSON.stringify(['thread', threadId.slice('Thread_'.length)])],
    );
    expect((await reader.next()).changeNo).toBe(1);
    for (const client of held) client.release();
  });

  it('hears again where the connection to the database was cut, and tells what was missed', async () => {
    const { db } = d.world.services;
    const { threadId } = await d.ask();
    const reader = await (await browser('member', 1)).read(threadId);
    // Replying while nobody hears anything is what must not be lost.
    await db.row(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'stoa live' AND datname = current_database()",
    );
    await d.answer(threadId, 'author', 'Unheard');
    expect((await reader.next()).posts.map(({ post }) => post.no)).toEqual([2]);
  });

  it('refuses other sites, visitors, what is no subscription, what a payload does not hold, and those who talk too much', async () => {
    const { threadId } = await d.ask();
    const { url } = nodes[0] as Served;
    const evil = liveClient(url, '', { origin: 'https://evil.example' });
    expect(
      await evil
        .subscribe(CHANGED, { threadId, after: 0 })
        .next()
        .catch(({ message }: Error) => message),
    ).toContain('403');
    const visitor = liveClient(url, '');
    expect(await refusalOf(visitor.subscribe(CHANGED, { threadId, after: 0 }).next())).toBe(4401);
    const member = await browser('member');
    expect(await refusalOf(member.subscribe('{ viewer { id } }').next())).toBe('OPERATION_RESOLUTION_FAILURE');
    expect(await refusalOf(member.subscribe(CHANGED, { threadId, after: 'x' }).next())).toBe('BAD_USER_INPUT');
    const asking = 'subscription($threadId: ID!) { threadChanged(threadId: $threadId, after: 0) { posts { post { pendingFlags } } } }';
    const stream = member.subscribe(asking, { threadId });
    await stream.next();
    await d.answer(threadId, 'author');
    // Who began to read while the question was announced is told once more, of no post, before the answer.
    const told = await refusalOf(stream.next());
    expect(told === 'none' ? await refusalOf(stream.next()) : told).toBe('BAD_REQUEST');
    for (let message = 0; message < 200; message += 1) member.sockets.at(-1)?.send('{"type":"ping"}');
    expect(await refusalOf(stream.next())).toBe(4429);
    const silent = await browser('member');
    await silent.read(threadId);
    silent.sockets.at(-1)?.pause();
    const connections = () => nodes[0]?.live.connections() ?? 0;
    const open = connections();
    nodes[0]?.live.beat();
    nodes[0]?.live.beat();
    while (connections() >= open) await new Promise(setImmediate);
    silent.sockets.at(-1)?.terminate();
  });
});
