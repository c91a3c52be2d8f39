import { discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../../../testing/discussion-people.js';
import { factories } from '../../../testing/factories.js';
import { verifyStatuses } from '../../moderation/index.js';
import { verifyCounters } from '../counters.js';
import { endTimed } from '../end-timed.js';
import { takeInPosts } from '../finding/take-in-posts.js';
import { OF_POSTS, OF_THREAD } from './relocate.js';

const THREAD = `query($network: String!, $no: Int!) { thread(network: $network, no: $no) { id no title decisionSeq postsCount lastPostNo lockedUntil pinnedUntil slowSeconds
  acceptedPostNo viewerCan { reply } network { slug } decisions { id kind until seconds reason decidedBy { displayName } } posts(first: 50) { edges { node { id no body } } } } }`;
const MOVED =
  'query($network: String!, $no: Int!, $post: Int) { movedThread(network: $network, no: $no, post: $post) { network no post } }';

interface ThreadSeen {
  id: string;
  no: number;
  decisionSeq: number;
  postsCount: number;
  lastPostNo: number;
  lockedUntil: string | null;
  pinnedUntil: string | null;
  slowSeconds: number;
  acceptedPostNo: number | null;
  network: { slug: string };
  decisions: { id: string; kind: string; until: string | null; seconds: number | null; decidedBy: { displayName: string } }[];
  posts: { edges: { node: { id: string; no: number; body: string } }[] };
}
interface Done {
  thread: { id: string; no: number; network: { slug: string } } | null;
  decision: { id: string; seq: number } | null;
  userErrors: { code: string; path: string[] }[];
}

describe('acts of moderation on threads', () => {
  let d: DiscussionWorld;
  beforeAll(async () => {
    d = await discussionWorld();
  }, 60_000);
  afterAll(() => d.world.close());

  /** What the night would find: every column follows from the log, every counter from what it counts. */
  const faults = async () => [...(await verifyStatuses(d.world.services)), ...(await verifyCounters(d.world.services))];
  const see = async (who: DiscussionPersona, no: number, network = d.network.slug) =>
    (await d.world.as(d.people[who])<{ thread: ThreadSeen | null }>(THREAD, { network, no })).data.thread;
  const bodies = async (who: DiscussionPersona, no: number) =>
    (await see(who, no))?.posts.edges.map(({ node }) => `${String(node.no)} ${node.body}`);
  const moved = async (who: DiscussionPersona, no: number, post: number | null = null, network = d.network.slug) =>
    (
      await d.world.as(d.people[who])<{ movedThread: { network: string; no: number; post: number | null } | null }>(MOVED, {
        network,
        no,
        post,
      })
    ).data.movedThread;
  const act = async (who: DiscussionPersona, name: string, input: Record<string, unknown>) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await d.world.as(d.people[who])<Record<string, Done> | null>(
      `mutation($input: ${type}!) { ${name}(input: $input) { thread { id no network { slug } } decision { id seq } userErrors { code path } } }`,
      { input: { reason: 'It belongs there', expectedSeq: 0, ...input } },
    );
    const done = data?.[name];
    return { ...done, said: errors?.[0]?.extensions?.code ?? done?.userErrors[0]?.code ?? 'done', extensions: errors?.[0]?.extensions };
  };
  const reply = async (who: DiscussionPersona, threadId: string, body: string) => {
    const { data, errors } = await d.world.as(d.people[who])<{ reply: { post: { no: number; thread: { no: number } } | null } } | null>(
      'mutation($input: ReplyInput!) { reply(input: $input) { post { no thread { no } } userErrors { code } } }',
      { input: { threadId, body, lang: 'en' } },
    );
    return { post: data?.reply.post, refusal: errors?.[0]?.extensions as { code?: string; limit?: string; until?: string } | undefined };
  };

  it('ends a lock and a pin on the day that was named, in the name of who named it', async () => {
    const { threadId, no } = await d.ask('Until');
    expect((await act('coordinator', 'decide', { subjectId: threadId, kind: 'LOCK', until: '2026-11-23' })).said).toBe('DATE_PAST');
    await act('coordinator', 'decide', { subjectId: threadId, kind: 'LOCK', until: '2026-11-24' });
    expect((await act('coordinator', 'decide', { subjectId: threadId, kind: 'LOCK', until: '2026-11-24', expectedSeq: 1 })).said).toBe(
      'NO_CHANGE',
    );
    await act('coordinator', 'decide', { subjectId: threadId, kind: 'LOCK', until: '2026-11-25', expectedSeq: 1 });
    await act('county', 'decide', { subjectId: threadId, kind: 'PIN', until: '2026-11-24', expectedSeq: 2 });
    expect(await see('member', no)).toMatchObject({ lockedUntil: '2026-11-25T22:00:00Z', pinnedUntil: '2026-11-24T22:00:00Z' });
    await endTimed(d.world.services);
    expect((await see('member', no))?.pinnedUntil).toBe('2026-11-24T22:00:00Z');
    d.world.services.clock.moveTo(new Date('2026-11-25T00:00:01+02:00'));
    await endTimed(d.world.services);
    expect(await see('coordinator', no)).toMatchObject({
      pinnedUntil: null,
      lockedUntil: '2026-11-25T22:00:00Z',
      viewerCan: { reply: false },
    });
    d.world.services.clock.moveTo(new Date('2026-11-26T00:00:01+02:00'));
    await endTimed(d.world.services);
    await endTimed(d.world.services);
    const seen = await see('coordinator', no);
    expect(seen).toMatchObject({ lockedUntil: null, viewerCan: { reply: true } });
    expect(seen?.decisions.map(({ kind, decidedBy }) => `${kind} ${decidedBy.displayName}`)).toEqual([
      'UNLOCK Coordinator',
      'UNPIN County',
      'PIN County',
      'LOCK Coordinator',
      'LOCK Coordinator',
    ]);
    expect(await faults()).toEqual([]);
  });

  it('lets members wait in a slow thread, says until when, and lets those who moderate write', async () => {
    const { threadId, no } = await d.ask('Slow');
    expect((await act('coordinator', 'decide', { subjectId: threadId, kind: 'SLOW' })).said).toBe('REQUIRED');
    await act('coordinator', 'decide', { subjectId: threadId, kind: 'SLOW', seconds: 300 });
    expect((await see('member', no))?.slowSeconds).toBe(300);
    expect((await reply('member', threadId, 'One')).post?.no).toBe(2);
    const at = d.world.services.clock.now().getTime();
    const { refusal } = await reply('member', threadId, 'Two');
    expect([refusal?.code, refusal?.limit, Date.parse(String(refusal?.until))]).toEqual(['RATE_LIMITED', 'slowMode', at + 300_000]);
    expect((await reply('coordinator', threadId, 'A')).post?.no).toBe(3);
    expect((await reply('coordinator', threadId, 'B')).post?.no).toBe(4);
    d.world.services.clock.moveTo(new Date(at + 300_000));
    expect((await reply('member', threadId, 'Two')).post?.no).toBe(5);
    await act('coordinator', 'decide', { subjectId: threadId, kind: 'UNSLOW', expectedSeq: 1 });
    expect((await reply('member', threadId, 'Three')).post?.no).toBe(6);
    expect(await faults()).toEqual([]);
  });

  it('merges a thread: its links and what is being written lead on, and it comes back whole', async () => {
    const from = await d.ask('From');
    const into = await d.ask('Into', 'member');
    await d.answer(from.threadId, 'member', 'First');
    await d.answer(into.threadId, 'author', 'There already');
    await d.world.as(d.people.member)('mutation($input: SaveDraftInput!) { saveDraft(input: $input) { userErrors { code } } }', {
      input: { placeId: from.threadId, title: '', body: 'Half', lang: 'en' },
    });
    expect((await act('author', 'mergeThreads', { threadId: from.threadId, into: into.threadId })).said).toBe('FORBIDDEN');
    expect((await act('foreignCoordinator', 'mergeThreads', { threadId: from.threadId, into: into.threadId })).said).toBe('NOT_FOUND');
    expect((await act('coordinator', 'mergeThreads', { threadId: from.threadId, into: from.threadId })).said).toBe('SAME_THREAD');
    const done = await act('coordinator', 'mergeThreads', { threadId: from.threadId, into: into.threadId });
    expect([done.said, done.thread?.id]).toEqual(['done', into.threadId]);
    expect(await see('author', from.no)).toBeNull();
    expect(await bodies('author', into.no)).toEqual(['1 What **works**?', '2 There already', '3 What **works**?', '4 First']);
    expect(await moved('author', from.no)).toEqual({ network: d.network.slug, no: into.no, post: null });
    expect(await moved('author', from.no, 2)).toEqual({ network: d.network.slug, no: into.no, post: 4 });
    expect(await moved('stranger', from.no, 2)).toBeNull();
    const late = await reply('member', from.threadId, 'Written meanwhile');
    expect(late.post).toEqual({ no: 5, thread: { no: into.no } });
    const draft = await d.world.as(d.people.member)<{ draft: unknown }>('query($id: ID!) { draft(placeId: $id) { id } }', {
      id: from.threadId,
    });
    expect(draft.data.draft).toBeNull();
    expect((await act('coordinator', 'decide', { subjectId: from.threadId, kind: 'LOCK', expectedSeq: 1 })).said).toBe('MERGED');
    const back = await act('coordinator', 'decide', {
      subjectId: from.threadId,
      kind: 'REVERSE',
      reverses: done.decision?.id,
      expectedSeq: 1,
    });
    expect(back.said).toBe('done');
    expect(await bodies('author', from.no)).toEqual(['1 What **works**?', '2 First']);
    expect(await bodies('author', into.no)).toEqual(['1 What **works**?', '2 There already', '5 Written meanwhile']);
    expect(await moved('author', into.no, 4)).toEqual({ network: d.network.slug, no: from.no, post: 2 });
    expect(await faults()).toEqual([]);
  });

  it('splits posts off, and puts them back with what was written there', async () => {
    const { threadId, no } = await d.ask('Two things');
    const [two, three] = [await d.answer(threadId, 'member', 'Another thing'), await d.answer(threadId, 'author', 'To it')];
    await d.answer(threadId, 'member', 'To the first');
    await d.world.as(d.people.author)('mutation($input: AcceptAnswerInput!) { acceptAnswer(input: $input) { userErrors { code } } }', {
      input: { threadId, postId: three, expectedVersion: 1 },
    });
    const opening = (await see('author', no))?.posts.edges[0]?.node.id;
    const split = { threadId, title: 'Another thing', kind: 'DISCUSSION' };
    expect((await act('coordinator', 'splitThread', { ...split, postIds: [opening, two] })).said).toBe('OPENING_POST');
    expect((await act('coordinator', 'splitThread', { ...split, postIds: [] })).said).toBe('REQUIRED');
    const other = await d.ask('Elsewhere');
    const foreign = await d.answer(other.threadId, 'member');
    expect((await act('coordinator', 'splitThread', { ...split, postIds: [two, foreign] })).said).toBe('NOT_FOUND');
    const opens = async (word: string) => {
      await takeInPosts(d.world.services);
      const rows = await d.world.services.db.rows<{ no: number }>(
        'SELECT p.no FROM post_words w JOIN posts p ON p.id = w.post_id WHERE p.id = $1 AND w.words @@ $2::tsquery',
        [two.slice(5), word],
      );
      return rows.map((row) => row.no);
    };
    const done = await act('coordinator', 'splitThread', { ...split, title: 'Cerulean', postIds: [three, two] });
    expect(await opens('cerulean')).toEqual([1]);
    const made = done.thread?.no ?? 0;
    expect(await bodies('member', made)).toEqual(['1 Another thing', '2 To it']);
    expect(await bodies('member', no)).toEqual(['1 What **works**?', '4 To the first']);
    expect((await see('member', no))?.acceptedPostNo).toBeNull();
    expect(await moved('member', no, 3)).toEqual({ network: d.network.slug, no: made, post: 2 });
    await reply('member', String(done.thread?.id), 'More of it');
    await act('coordinator', 'decide', { subjectId: threadId, kind: 'REVERSE', reverses: done.decision?.id, expectedSeq: 1 });
    expect(await bodies('member', no)).toEqual(['1 What **works**?', '2 Another thing', '3 To it', '4 To the first', '5 More of it']);
    expect((await see('member', no))?.acceptedPostNo).toBe(3);
    expect(await moved('member', made, 3)).toEqual({ network: d.network.slug, no, post: 5 });
    expect(await see('member', made)).toBeNull();
    expect([await opens('cerulean'), await opens('another')]).toEqual([[], [2]]);
    expect(await faults()).toEqual([]);
  });

  it('knows every table that goes along when a thread changes its county', async () => {
    const rows = await d.world.services.db.rows<{ name: string }>(
      `SELECT DISTINCT c.table_name AS name FROM information_schema.columns c JOIN information_schema.columns o USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND c.column_name IN ('thread_id', 'post_id') AND o.column_name = 'county_id'`,
    );
    // An address that was left, and a notice, belong to the network where they arose; posts go with a statement of their own.
    const names = rows.map(({ name }) => name).filter((name) => !['thread_moves', 'notices', 'posts'].includes(name));
    expect(names.sort()).toEqual([...OF_POSTS, ...OF_THREAD].sort());
  });

  it('moves a thread only where the moderator decides on both sides, and back', async () => {
    const { services } = d.world;
    const make = factories(services.db);
    const near = await make.network({ countyId: d.network.countyId, promoted: false });
    const slugs = await services.db.rows<{ slug: string }>('SELECT slug FROM networks WHERE id = $1', [near]);
    const network = String(slugs[0]?.slug);
    const { threadId, no } = await d.ask('Elsewhere better');
    const post = await d.answer(threadId, 'member', 'Yes');
    expect((await act('coordinator', 'moveThread', { threadId, network })).said).toBe('NOT_FOUND');
    expect((await act('county', 'moveThread', { threadId, network: d.foreignNetwork.slug })).said).toBe('NOT_FOUND');
    expect((await act('county', 'moveThread', { threadId, network: d.network.slug })).said).toBe('NO_CHANGE');
    await d.world.as(d.people.author)('mutation($input: ReportPostInput!) { reportPost(input: $input) { userErrors { code } } }', {
      input: { postId: post, reason: 'SPAM', note: '' },
    });
    expect((await act('county', 'moveThread', { threadId, network })).said).toBe('WAITS_FOR_REVIEW');
    await act('county', 'decide', { subjectId: post, kind: 'KEEP' });
    const done = await act('county', 'moveThread', { threadId, network });
    expect(done.thread).toEqual({ id: threadId, no: 1, network: { slug: network } });
    expect([await see('author', no), await moved('author', no, 2)]).toEqual([null, null]);
    expect(await moved('county', no, 2)).toEqual({ network, no: 1, post: 2 });
    const next = await d.ask('The next number is another');
    expect(next.no).toBe(no + 1);
    const back = await act('county', 'decide', { subjectId: threadId, kind: 'REVERSE', reverses: done.decision?.id, expectedSeq: 1 });
    expect(back.said).toBe('done');
    expect((await see('author', no))?.posts.edges).toHaveLength(2);
    expect(await moved('author', 1, 2, network)).toEqual({ network: d.network.slug, no, post: 2 });
    expect(await faults()).toEqual([]);
  });

  it('lets what is written while a thread is merged land in the other one', async () => {
    const into = await d.ask('Where all goes', 'member');
    for (let round = 0; round < 5; round += 1) {
      const from = await d.ask('While somebody writes');
      const [, written] = await Promise.all([
        act('coordinator', 'mergeThreads', { threadId: from.threadId, into: into.threadId }),
        reply('member', from.threadId, `Round ${String(round)}`),
      ]);
      expect(written.post).toBeTruthy();
      expect(await bodies('member', into.no)).toContainEqual(expect.stringContaining(`Round ${String(round)}`));
    }
    expect(await faults()).toEqual([]);
  });

  it('keeps categories with their rules, and moves threads between them', async () => {
    const networkId = `Network_${d.network.id}`;
    const save = async (who: DiscussionPersona, input: Record<string, unknown>) => {
      const { data, errors } = await d.world.as(d.people[who])<{
        saveThreadCategory: { category: { id: string; version: number; viewerCanStart: boolean } | null; userErrors: { code: string }[] };
      } | null>(
        'mutation($input: SaveThreadCategoryInput!) { saveThreadCategory(input: $input) { category { id version viewerCanStart } userErrors { code } } }',
        {
          input: { networkId, name: 'Lessons', description: '', startBy: 'MEMBERS', closed: false, ...input },
        },
      );
      return { ...data?.saveThreadCategory.category, said: errors?.[0]?.extensions?.code ?? data?.saveThreadCategory.userErrors[0]?.code };
    };
    const start = async (who: DiscussionPersona, categoryId: string) => {
      const { data } = await d.world.as(d.people[who])<{
        startThread: { thread: { id: string; no: number; category: { name: string } | null } | null; userErrors: { code: string }[] };
      }>('mutation($input: StartThreadInput!) { startThread(input: $input) { thread { id no category { name } } userErrors { code } } }', {
        input: { network: d.network.slug, categoryId, kind: 'QUESTION', title: 'In a category', body: 'Yes', lang: 'en' },
      });
      return { ...data.startThread.thread, said: data.startThread.userErrors[0]?.code };
    };
    const list = async (filter: Record<string, unknown>) =>
      (
        await d.world.as(d.people.member)<{ threads: { edges: { node: { no: number } }[] } }>(
          'query($network: String!, $category: ID, $answered: Boolean) { threads(network: $network, first: 50, category: $category, answered: $answered) { edges { node { no } } } }',
          { network: d.network.slug, ...filter },
        )
      ).data.threads.edges.map(({ node }) => node.no);
    expect((await save('member', {})).said).toBe('FORBIDDEN');
    expect((await save('coordinator', { name: '' })).said).toBe('REQUIRED');
    const lessons = await save('coordinator', { defaultKind: 'QUESTION' });
    const news = await save('county', { name: 'News', startBy: 'COORDINATORS' });
    const [open, notices] = [String(lessons.id), String(news.id)];
    const thread = await start('member', open);
    expect(thread.category).toEqual({ name: 'Lessons' });
    expect((await start('member', notices)).said).toBe('CATEGORY_COORDINATORS');
    const notice = await start('coordinator', notices);
    expect([await list({ category: open }), await list({ category: notices })]).toEqual([[thread.no], [notice.no]]);
    expect(await list({ answered: true })).not.toContain(thread.no);
    expect((await save('coordinator', { id: open, closed: true, expectedVersion: 7 })).said).toBe('CONFLICT');
    expect(await save('coordinator', { id: open, closed: true, expectedVersion: 1 })).toMatchObject({ version: 2, viewerCanStart: false });
    expect((await start('coordinator', open)).said).toBe('CATEGORY_CLOSED');
    const seen = await d.world.as(d.people.member)<{
      threadCategories: { viewerCanConfigure: boolean; categories: { name: string; viewerCanStart: boolean; closed: boolean }[] };
    }>(
      'query($network: String!) { threadCategories(network: $network) { viewerCanConfigure categories { name viewerCanStart closed } } }',
      {
        network: d.network.slug,
      },
    );
    expect(seen.data.threadCategories).toEqual({
      viewerCanConfigure: false,
      categories: [
        { name: 'Lessons', viewerCanStart: false, closed: true },
        { name: 'News', viewerCanStart: false, closed: false },
      ],
    });
    const order = await d.world.as(d.people.coordinator)<{ orderThreadCategories: { categories: { name: string }[] } }>(
      'mutation($input: OrderThreadCategoriesInput!) { orderThreadCategories(input: $input) { categories { name } userErrors { code } } }',
      { input: { networkId, ids: [notices, open] } },
    );
    expect(order.data.orderThreadCategories.categories.map(({ name }) => name)).toEqual(['News', 'Lessons']);
    const into = await act('coordinator', 'categoriseThread', { threadId: thread.id, categoryId: notices });
    expect((await act('coordinator', 'categoriseThread', { threadId: thread.id, categoryId: notices, expectedSeq: 1 })).said).toBe(
      'NO_CHANGE',
    );
    expect(await list({ category: open })).toEqual([]);
    await act('coordinator', 'decide', { subjectId: thread.id, kind: 'REVERSE', reverses: into.decision?.id, expectedSeq: 1 });
    expect(await list({ category: open })).toEqual([thread.no]);
    expect(await faults()).toEqual([]);
  });
});
