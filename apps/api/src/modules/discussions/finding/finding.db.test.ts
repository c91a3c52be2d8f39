import { DISCUSSION_PERSONAS, discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../../../testing/discussion-people.js';
import { factories } from '../../../testing/factories.js';
import { personaOf } from '../../../testing/personas.js';
import { ANONYMOUS } from '../../../platform/authorize.js';
import { newId, toGlobalId } from '../../../platform/ids.js';
import { countStatements } from '../../../testing/statements.js';
import { canReadText, canReadThread, type PostFacts, type ThreadFacts } from '../discussions.policy.js';
import { excerptOf, plainText } from './excerpt.js';
import { takeInPosts } from './take-in-posts.js';

const SEARCH = `query($search: PostSearchInput!, $first: Int!, $after: String) { searchPosts(search: $search, first: $first, after: $after) {
  edges { node { id no state title titleParts { text found } answered accepted path author { displayName } excerpt { text found } } } pageInfo { hasNextPage endCursor } } }`;

interface Found {
  searchPosts: {
    edges: {
      node: {
        id: string;
        state: string;
        title: string;
        titleParts: { text: string; found: boolean }[];
        answered: boolean;
        accepted: boolean;
        path: string;
        author: { displayName: string };
        excerpt: { text: string; found: boolean }[];
      };
    }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

describe('search in discussions', () => {
  let d: DiscussionWorld;
  let threadId: string;

  beforeAll(async () => {
    d = await discussionWorld();
    ({ threadId } = await d.ask('Σχολική βία και διαμεσολάβηση'));
  });
  afterAll(() => d.world.close());

  const search = async (
    query: string,
    as: DiscussionPersona = 'member',
    over: Record<string, unknown> = {},
    page: Record<string, unknown> = {},
  ) => {
    await takeInPosts(d.world.services);
    const answer = await d.world.as(d.people[as])<Found>(SEARCH, { search: { query, ...over }, first: 50, ...page });
    expect(answer.errors).toBeUndefined();
    return answer.data.searchPosts;
  };
  const marked = (found: Found['searchPosts']) =>
    found.edges.map(({ node }) =>
      node.excerpt
        .filter((part) => part.found)
        .map(({ text }) => text)
        .join(' '),
    );
  const sql = (text: string, values: unknown[]) => d.world.services.db.row(text, values);

  it('finds words of four languages in other forms, without accents and in Latin letters, and marks them', async () => {
    await d.answer(threadId, 'member', 'Οι μαθητές μιλούν για την συνεργασία.');
    await d.answer(threadId, 'member', 'Szkolenia dla nauczycieli w Łodzi');
    await d.answer(threadId, 'member', 'Ещё одно совещание учителей');
    await d.answer(threadId, 'member', 'We held **workshops** on `a < b` & <script>alert(1)</script>');
    for (const [query, words] of [
      ['ΣΥΝΕΡΓΑΣΙΑ', 'συνεργασία'],
      ['synergasia', 'συνεργασία'],
      ['szkoleniach lodz', 'Szkolenia Łodzi'],
      ['еще совещания', 'Ещё совещание'],
      ['workshop', 'workshops'],
    ] as const)
      expect([query, marked(await search(query))]).toEqual([query, [words]]);
    const [script] = (await search('alert')).edges;
    expect(script?.node.excerpt.map(({ text }) => text).join('')).toBe('We held workshops on a < b & <script>alert(1)</script>');
    const [opening] = (await search('διαμεσολαβηση')).edges;
    expect(opening?.node).toMatchObject({ title: 'Σχολική βία και διαμεσολάβηση', path: expect.stringMatching(/#p1$/) });
    expect(opening?.node.titleParts).toEqual([
      { text: 'Σχολική βία και ', found: false },
      { text: 'διαμεσολάβηση', found: true },
    ]);
    expect((await search("' | & ! :* \\")).edges).toEqual([]);
    expect((await search('workshop missing')).edges).toEqual([]);
  });

  it('finds for everybody what they may read now, and no more', async () => {
    const { db } = d.world.services;
    const make = factories(db);
    for (const visibility of ['VISIBLE', 'HELD', 'HIDDEN', 'REMOVED'])
      await sql('UPDATE posts SET visibility = $2 WHERE id = $1', [
        (await d.answer(threadId, 'author', 'tourmaline')).slice(5),
        visibility,
      ]);
    await sql('UPDATE posts SET withdrawn_at = now() WHERE id = $1', [(await d.answer(threadId, 'author', 'tourmaline')).slice(5)]);
    const hidden = await d.ask('Tourmaline in hiding');
    await sql("UPDATE threads SET visibility = 'HIDDEN' WHERE id = $1", [hidden.threadId.slice(7)]);
    const far = newId();
    const place = { county_id: d.foreignNetwork.countyId, network_id: d.foreignNetwork.id };
    const written = { author_id: d.people.foreignMember, lang: 'en', created_at: '2026-11-20T08:00:00Z' };
    await make.insert('threads', {
      id: far,
      ...place,
      ...written,
      no: 1,
      slug: 'x',
      title: 'Tourmaline',
      kind: 'DISCUSSION',
      last_post_at: '2026-11-20T08:00:00Z',
      search: 'tourmaline',
    });
    await make.insert('posts', { id: newId(), ...place, ...written, thread_id: far, no: 1, body: 'x', body_html: '<p>x</p>' });
    await takeInPosts(d.world.services);
    const posts = await db.rows<PostFacts & { id: string; thread: ThreadFacts }>(
      `SELECT p.id, p.no, p.author_id, p.visibility, p.withdrawn_at IS NOT NULL AS withdrawn,
         json_build_object('network_id', t.network_id, 'county_path', c.path, 'author_id', t.author_id, 'kind', t.kind, 'visibility', t.visibility, 'locked', t.locked,
           'merged_into', t.merged_into) AS thread
       FROM posts p JOIN post_words w ON w.post_id = p.id JOIN threads t ON t.id = p.thread_id JOIN territories c ON c.id = t.county_id WHERE w.words @@ 'tourmaline:*'`,
    );
    expect(posts).toHaveLength(7);
    for (const as of DISCUSSION_PERSONAS) {
      const personId = d.people[as];
      const viewer = personId ? await personaOf(d.world.services, personId) : ANONYMOUS;
      if (!personId) {
        const answer = await d.world.as(null)(SEARCH, { search: { query: 'tourmaline' }, first: 9 });
        expect(answer.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
        continue;
      }
      const readable = posts.filter((post) => canReadThread(viewer, post.thread) && canReadText(viewer, post.thread, post));
      const found = (await search('tourmaline', as)).edges.map(({ node }) => node.id);
      expect([as, found.sort()]).toEqual([as, readable.map(({ id }) => toGlobalId('Post', id)).sort()]);
    }
    expect((await search('tourmaline', 'stranger')).edges).toEqual([]);
    expect((await search('tourmaline', 'member')).edges).toHaveLength(1);
    expect((await search('tourmaline', 'author')).edges.map(({ node }) => node.state).sort()).toEqual([
      'HELD',
      'HIDDEN',
      'VISIBLE',
      'VISIBLE',
      'WITHDRAWN',
    ]);
  });

  it('takes old words out of the search with the text itself', async () => {
    const id = (await d.answer(threadId, 'member', 'chalcedony')).slice(5);
    expect((await search('chalcedony')).edges).toHaveLength(1);
    await sql("UPDATE posts SET body = 'obsidian', body_html = '<p>obsidian</p>' WHERE id = $1", [id]);
    const stale = await d.world.as(d.people.member)<Found>(SEARCH, { search: { query: 'chalcedony' }, first: 9 });
    expect(stale.data.searchPosts.edges).toEqual([]);
    expect((await search('obsidian')).edges).toHaveLength(1);
    await sql("UPDATE threads SET title = 'Malachite' WHERE id = $1", [threadId.slice(7)]);
    expect((await search('malachite')).edges.map(({ node }) => node.path)).toEqual([expect.stringMatching(/#p1$/)]);
    expect((await search('διαμεσολαβηση')).edges).toEqual([]);
  });

  it('filters by author, network, kind, answer and days, and goes through the pages without a gap or a double', async () => {
    const { no } = await d.ask('Beryl one');
    const post = await d.answer(threadId, 'member', 'beryl');
    await d.answer(threadId, 'coordinator', 'beryl');
    await sql('UPDATE threads SET accepted_post_id = $2 WHERE id = $1', [threadId.slice(7), post.slice(5)]);
    await sql("UPDATE post_words SET written_at = '2026-09-01T20:59:59Z' WHERE post_id = $1", [post.slice(5)]);
    await takeInPosts(d.world.services);
    await sql("UPDATE post_words SET written_at = '2026-09-01T20:59:59Z' WHERE post_id = $1", [post.slice(5)]);
    const count = async (over: Record<string, unknown>) => (await search('beryl', 'member', over)).edges.length;
    expect(await count({})).toBe(3);
    expect(await count({ author: 'coord' })).toBe(1);
    expect(await count({ network: d.network.slug })).toBe(3);
    expect(await count({ network: d.foreignNetwork.slug })).toBe(0);
    expect(await count({ kind: 'DISCUSSION' })).toBe(0);
    const category = newId();
    await factories(d.world.services.db).insert('thread_categories', {
      id: category,
      county_id: d.network.countyId,
      network_id: d.network.id,
      name: 'Stones',
      position: 1,
    });
    await sql('UPDATE threads SET category_id = $2 WHERE id = $1', [threadId.slice(7), category]);
    expect([await count({ category: toGlobalId('ThreadCategory', category) }), await count({ category: 'nothing' })]).toEqual([2, 0]);
    expect((await search('beryl', 'stranger', { category: toGlobalId('ThreadCategory', category) })).edges).toEqual([]);
    expect(await count({ answered: true })).toBe(2);
    expect((await search('beryl', 'member', { answered: false })).edges[0]?.node.path).toContain(`/${String(no)}-`);
    expect(await count({ from: '2026-09-02' })).toBe(2);
    expect(await count({ from: '2026-09-01', to: '2026-09-01' })).toBe(1);
    expect((await search('beryl', 'member', { answered: true })).edges.map(({ node }) => node.accepted)).toEqual([false, true]);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Found['searchPosts'] = await search('beryl', 'member', {}, { first: 1, after });
      seen.push(...page.edges.map(({ node }) => node.id));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(new Set(seen).size).toBe(3);
    expect(seen).toHaveLength(3);
    for (const [over, limit] of [
      [{ query: 'beryl', from: 'tomorrow' }, 'search.day'],
      [{ query: 'b'.repeat(201) }, 'search'],
    ] as const) {
      const refused = await d.world.as(d.people.member)(SEARCH, { search: over, first: 9 });
      expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST', limit });
    }
  });

  it('asks one statement by the index, however many posts there are', async () => {
    const { db } = d.world.services;
    await db.row(
      `INSERT INTO posts (id, county_id, network_id, thread_id, no, author_id, body, body_html, lang, created_at)
       SELECT gen_random_uuid(), t.county_id, t.network_id, t.id, 1000 + g, t.author_id, 'word' || g || ' lapis', '<p>word' || g || ' lapis</p>', 'en', t.created_at + g * interval '1 second'
       FROM threads t, generate_series(1, 3000) g WHERE t.id = $1`,
      [threadId.slice(7)],
    );
    await takeInPosts(d.world.services);
    await db.row('ANALYZE post_words, posts, threads');
    const many = await countStatements(d.world.services.db, () => search('lapis'));
    const one = await countStatements(d.world.services.db, () => search('word2999'));
    expect(many.statements.length).toBe(one.statements.length);
    expect(marked(one.result)).toEqual(['word2999']);
    const plan = await db.rows<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT post_id FROM post_words w WHERE w.words @@ '''word2999'':*'::tsquery`,
    );
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('post_words_words');
  });

  it('makes an excerpt around the first word that was found, of what readers see', () => {
    const long = `${'before '.repeat(40)}amber ${'after '.repeat(80)}`;
    const parts = excerptOf(plainText(`<p>${long}</p>`), ['amber']);
    expect(parts[0]).toEqual({ text: '… ', found: false });
    expect(parts.filter(({ found }) => found)).toEqual([{ text: 'amber', found: true }]);
    expect(parts.map(({ text }) => text).join('').length).toBeLessThan(250);
    expect(plainText('<p><a href="https://x.example/?a=1&amp;b">here</a>&amp;lt;</p>')).toBe('here &lt;');
  });
});
