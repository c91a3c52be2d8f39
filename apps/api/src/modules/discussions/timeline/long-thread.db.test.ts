import { discussionWorld, type DiscussionWorld } from '../../../testing/discussion-people.js';
import { countStatements } from '../../../testing/statements.js';
import { openSession } from '../../accounts/index.js';

const PAGE = `query($network: String!, $no: Int!, $first: Int, $after: String, $last: Int, $before: String, $around: Int) {
  thread(network: $network, no: $no) { id lastPostNo posts(first: $first, after: $after, last: $last, before: $before, around: $around) {
    edges { node { id no html } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } } }`;
const TIMELINE = 'query($network: String!, $no: Int!) { thread(network: $network, no: $no) { timeline { no at } } }';
const POSTS = 10_000;

interface Page {
  edges: { node: { no: number; html: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  totalCount: number;
}

describe('a thread of 10,000 posts', () => {
  let d: DiscussionWorld;
  let token: string;
  let no = 0;
  beforeAll(async () => {
    d = await discussionWorld();
    const asked = await d.ask('Long');
    no = asked.no;
    const { db } = d.world.services;
    token = await openSession(db, String(d.people.member), 'test');
    const id = asked.threadId.slice(7);
    await db.row(
      `INSERT INTO posts (id, county_id, network_id, thread_id, no, author_id, body, body_html, lang, created_at)
       SELECT gen_random_uuid(), county_id, network_id, id, n, $2, 'Post ' || n, '<p>Post ' || n || '</p>', 'en', created_at + n * interval '1 hour'
       FROM threads, generate_series(2, $3::int) n WHERE id = $1`,
      [id, d.people.member, POSTS],
    );
    await db.row('UPDATE threads SET last_post_no = $2, posts_count = $2 WHERE id = $1', [id, POSTS]);
  }, 60_000);
  afterAll(() => d.world.close());

  const run = async <Data>(query: string, args: Record<string, unknown>) => {
    const { result, statements } = await countStatements(d.world.services.db, () =>
      d.world.app.graphql.execute(d.world.app.contextForSession(token, ''), { query, variables: { network: d.network.slug, no, ...args } }),
    );
    return { data: (JSON.parse(JSON.stringify(result)) as { data: { thread: Data } }).data.thread, statements: statements.length };
  };
  const page = async (args: Record<string, unknown>) => {
    const { data, statements } = await run<{ posts: Page }>(PAGE, args);
    return { ...data.posts, nos: data.posts.edges.map(({ node }) => node.no), statements };
  };
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

  it('costs one statement wherever it is opened, and on the way back', async () => {
    const first = await page({ first: 50 });
    const far = await page({ first: 50, around: 7_431 });
    const before = await page({ last: 50, before: far.pageInfo.startCursor });
    const after = await page({ first: 50, after: far.pageInfo.endCursor });
    const end = await page({ last: 50 });
    const top = await page({ last: 50, before: (await page({ first: 50, around: 60 })).pageInfo.startCursor });
    expect([first, far, before, after, end, top].map(({ statements }) => statements)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(first.nos).toEqual(range(1, 50));
    expect(far.nos).toEqual(range(7_407, 7_456));
    expect(before.nos).toEqual(range(7_357, 7_406));
    expect(after.nos).toEqual(range(7_457, 7_506));
    expect(end.nos).toEqual(range(9_951, 10_000));
    expect(top.nos).toEqual(range(1, 35));
    const sides = [first, far, before, after, end, top].map(({ pageInfo }) => [pageInfo.hasPreviousPage, pageInfo.hasNextPage]);
    expect(sides).toEqual([
      [false, true],
      [true, true],
      [true, true],
      [true, true],
      [true, false],
      [false, true],
    ]);
    expect(far.edges[24]?.node.html).toBe('<p>Post 7431</p>');
    expect(new Set([first, far, end].map(({ totalCount }) => totalCount))).toEqual(new Set([POSTS]));
  });

  it('is marked from its first to its last post, in a constant number of statements', async () => {
    const { data, statements } = await run<{ timeline: { no: number; at: string }[] }>(TIMELINE, {});
    expect(data.timeline).toHaveLength(25);
    expect([data.timeline[0]?.no, data.timeline[12]?.no, data.timeline.at(-1)?.no]).toEqual([1, 5_000, POSTS]);
    const times = data.timeline.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    expect(statements).toBeLessThanOrEqual(3);
  });
});
