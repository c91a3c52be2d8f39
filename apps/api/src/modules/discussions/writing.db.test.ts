import { DISCUSSION_PERSONAS, discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../../testing/discussion-people.js';
import { countStatements } from '../../testing/statements.js';
import { toGlobalId } from '../../platform/ids.js';
import { applyRetention } from '../privacy/index.js';

type Answer = { userErrors: { code: string }[] } & Record<string, unknown>;

describe('writing', () => {
  let d: DiscussionWorld;
  beforeAll(async () => {
    d = await discussionWorld();
  }, 60_000);
  afterAll(() => d.world.close());

  const ask = <Data>(who: DiscussionPersona, query: string, variables: Record<string, unknown> = {}) =>
    d.world.as(d.people[who])<Data>(query, variables);
  const act = async (who: DiscussionPersona, name: string, input: Record<string, unknown>, fields = '') => {
    const type = name === 'withdrawPost' ? 'PostVersionInput' : `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await ask<Record<string, Answer>>(
      who,
      `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code } } }`,
      { input },
    );
    return { ...data?.[name], refusal: errors?.[0]?.extensions?.code };
  };
  const draftOf = async (who: DiscussionPersona, placeId: string) =>
    (
      await ask<{ draft: { title: string; body: string; lang: string } | null }>(
        who,
        'query($placeId: ID!) { draft(placeId: $placeId) { title body lang } }',
        { placeId },
      )
    ).data.draft;
  const sql = (text: string, values: unknown[] = []) => d.world.services.db.rows<Record<string, unknown>>(text, values);

  describe('drafts', () => {
    it('are kept for their person alone, and by whoever may write there', async () => {
      const { threadId } = await d.ask();
      const outcome: Record<string, unknown> = {};
      for (const who of DISCUSSION_PERSONAS) {
        const { refusal } = await act(who, 'saveDraft', { placeId: threadId, body: `By ${who}`, lang: 'en' });
        outcome[who] = refusal ?? (await draftOf(who, threadId))?.body;
      }
      expect(outcome).toMatchObject({
        visitor: 'UNAUTHENTICATED',
        stranger: 'NOT_FOUND',
        author: 'By author',
        member: 'By member',
        suspended: 'FORBIDDEN',
        foreignMember: 'NOT_FOUND',
        coordinator: 'By coordinator',
        region: 'FORBIDDEN',
      });
    });

    it('go with the reply, thread or edit that they became, and when they are emptied', async () => {
      const { threadId } = await d.ask();
      const networkId = toGlobalId('Network', d.network.id);
      const postId = await d.answer(threadId, 'member');
      for (const placeId of [threadId, networkId, postId])
        await act('member', 'saveDraft', { placeId, title: 'Half a ti', body: 'Half a', lang: 'el' });
      expect(await draftOf('member', networkId)).toEqual({ title: 'Half a ti', body: 'Half a', lang: 'el' });
      await d.answer(threadId, 'author');
      expect(await draftOf('member', threadId)).not.toBeNull();
      await d.answer(threadId, 'member');
      expect(await draftOf('member', threadId)).toBeNull();
      await act('member', 'editPost', { postId, expectedVersion: 1, body: 'A whole text' });
      expect(await draftOf('member', postId)).toBeNull();
      await d.ask('A whole title', 'member');
      expect(await draftOf('member', networkId)).toBeNull();
      await act('member', 'saveDraft', { placeId: threadId, body: 'Again', lang: 'en' });
      expect(await act('member', 'saveDraft', { placeId: threadId, body: ' ', lang: 'en' }, 'draft { id }')).toMatchObject({ draft: null });
      expect(await draftOf('member', threadId)).toBeNull();
    });

    it('go 90 days after they were last written on', async () => {
      const [old, young] = [await d.ask(), await d.ask()];
      for (const { threadId } of [old, young]) await act('member', 'saveDraft', { placeId: threadId, body: 'Half', lang: 'en' });
      await sql("UPDATE drafts SET saved_at = saved_at - interval '91 days' WHERE place_id = $1", [old.threadId.slice(7)]);
      expect(await applyRetention(d.world.services)).toMatchObject({ drafts: 1 });
      expect([await draftOf('member', old.threadId), (await draftOf('member', young.threadId))?.body]).toEqual([null, 'Half']);
    });

    it('hold nothing that no post could hold', async () => {
      const { threadId } = await d.ask();
      expect(await act('member', 'saveDraft', { placeId: threadId, body: 'x'.repeat(20_001), lang: 'en' })).toMatchObject({
        userErrors: [{ code: 'TOO_LONG' }],
      });
      expect((await act('member', 'saveDraft', { placeId: toGlobalId('Person', d.network.id), body: 'x', lang: 'en' })).refusal).toBe(
        'NOT_FOUND',
      );
    });
  });

  describe('the preview', () => {
    const preview = async (who: DiscussionPersona, text: string) =>
      (
        await ask<{ postPreview: string }>(
          who,
          'query($network: String!, $text: String!) { postPreview(network: $network, text: $text) }',
          { network: d.network.slug, text },
        )
      ).data?.postPreview;

    it('is what the post will be', async () => {
      const [{ handle } = { handle: '' }] = await sql('SELECT handle FROM people WHERE id = $1', [d.people.author]);
      const text = `> **Author** #p1\n>\n> quoted\n\nSee #3, @${String(handle)} and @nobody-here. <b>no</b> [x](https://example.org/#p4)`;
      const { threadId } = await d.ask();
      const answer = await ask<{ reply: { post: { html: string } } }>(
        'member',
        'mutation($input: ReplyInput!) { reply(input: $input) { post { html } userErrors { code } } }',
        { input: { threadId, body: text, lang: 'en' } },
      );
      const shown = await preview('member', text);
      expect(shown).toBe(answer.data.reply.post.html);
      expect(shown).toContain('<a href="#p1">#1</a>');
      expect(shown).toContain(`<a href="/people/${String(handle)}">@${String(handle)}</a> and @nobody-here.`);
      expect(await preview('stranger', `@${String(handle)}`)).toBe(`<p>@${String(handle)}</p>\n`);
      expect(await preview('visitor', text)).toBeUndefined();
    });
  });

  describe('similar threads', () => {
    const similar = async (who: DiscussionPersona, title: string) =>
      (
        await ask<{ similarThreads: { title: string }[] } | null>(
          who,
          'query($network: String!, $title: String!) { similarThreads(network: $network, title: $title) { title } }',
          { network: d.network.slug, title },
        )
      ).data?.similarThreads.map((thread) => thread.title);

    it('have words in common in whatever form, and may be read', async () => {
      for (const title of ['Jak prowadzić kółko robotyki w szkole', 'Robotyka dla klas trzecich', 'Zebranie rodziców']) await d.ask(title);
      expect(await similar('member', 'Robotyce i rodzicom')).toEqual(expect.arrayContaining(['Robotyka dla klas trzecich']));
      expect(await similar('member', 'Kółko robotyczne: jak prowadzić zajęcia')).toEqual(['Jak prowadzić kółko robotyki w szkole']);
      expect(await similar('member', 'a i w')).toEqual([]);
      expect(await similar('stranger', 'Robotyka')).toEqual([]);
      const [{ id } = { id: '' }] = await sql("SELECT id FROM threads WHERE title = 'Zebranie rodziców'");
      await sql("UPDATE threads SET visibility = 'HIDDEN' WHERE id = $1", [id]);
      expect(await similar('member', 'Zebranie')).toEqual([]);
      expect(await similar('coordinator', 'Zebranie')).toEqual(['Zebranie rodziców']);
    });
  });

  describe('summaries', () => {
    const summaryOf = async (no: number) =>
      (
        await ask<{ thread: { summary: { html: string; version: number; writtenBy: { displayName: string } } | null } }>(
          'member',
          'query($network: String!, $no: Int!) { thread(network: $network, no: $no) { summary { html version writtenBy { displayName } } } }',
          { network: d.network.slug, no },
        )
      ).data.thread.summary;

    it('are set, changed and taken away by moderators, each with a trace', async () => {
      const { threadId, no } = await d.ask();
      expect((await act('member', 'summariseThread', { threadId, body: 'Mine', seenVersion: null })).refusal).toBe('FORBIDDEN');
      expect(await act('coordinator', 'summariseThread', { threadId, body: 'It **works**: #p1', seenVersion: null })).toMatchObject({
        userErrors: [],
      });
      expect(await summaryOf(no)).toEqual({
        html: '<p>It <strong>works</strong>: <a href="#p1">#1</a></p>\n',
        version: 1,
        writtenBy: { displayName: 'Coordinator' },
      });
      expect((await act('county', 'summariseThread', { threadId, body: 'Other', seenVersion: null })).refusal).toBe('CONFLICT');
      await act('county', 'summariseThread', { threadId, body: 'Other', seenVersion: 1 });
      expect(await summaryOf(no)).toMatchObject({ html: '<p>Other</p>\n', version: 2, writtenBy: { displayName: 'County' } });
      await act('county', 'summariseThread', { threadId, body: '', seenVersion: 2 });
      expect(await summaryOf(no)).toBeNull();
      const trace = await sql('SELECT act FROM audit_log WHERE subject_id = $1 ORDER BY at, id', [threadId.slice(7)]);
      expect(trace.map((row) => row['act'])).toEqual(['startThread', 'summariseThread', 'summariseThread', 'removeThreadSummary']);
    });
  });

  describe('saved posts', () => {
    const SAVED = `query($first: Int!, $after: String) { savedPosts(first: $first, after: $after) {
      edges { node { id saved thread { title network { name } } } } pageInfo { hasNextPage endCursor } } }`;
    const saved = async (who: DiscussionPersona, first = 50, after: string | null = null) =>
      (
        await ask<{
          savedPosts: { edges: { node: { id: string; saved: boolean } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
        }>(who, SAVED, { first, after })
      ).data.savedPosts;

    it('come page by page, in as many statements for one as for many, and only while they may be read', async () => {
      const { threadId } = await d.ask();
      const posts: string[] = [];
      for (let i = 0; i < 5; i += 1) {
        posts.push(await d.answer(threadId, 'author'));
        expect((await act('member', 'savePost', { postId: posts[i], saved: true })).userErrors).toEqual([]);
        expect((await act('member', 'savePost', { postId: posts[i], saved: true })).userErrors).toEqual([]);
        await sql("UPDATE saved_posts SET saved_at = saved_at + $2 * interval '1 minute' WHERE post_id = $1", [posts[i]?.slice(5), i]);
      }
      const latest = [...posts].reverse();
      const page = await saved('member', 2);
      const next = await saved('member', 2, page.pageInfo.endCursor);
      expect([...page.edges, ...next.edges].map(({ node }) => node.id)).toEqual(latest.slice(0, 4));
      expect([page.pageInfo.hasNextPage, page.edges[0]?.node.saved]).toEqual([true, true]);
      const count = async (first: number) => (await countStatements(d.world.services.db, () => saved('member', first))).statements.length;
      expect(await count(5)).toBe(await count(1));
      await act('author', 'withdrawPost', { postId: posts[4], expectedVersion: 1 });
      await act('member', 'savePost', { postId: posts[3], saved: false });
      expect((await saved('member')).edges.map(({ node }) => node.id)).toEqual(latest.slice(2));
      expect((await saved('author')).edges).toEqual([]);
      await sql("UPDATE memberships SET state = 'LEFT' WHERE person_id = $1", [d.people.member]);
      expect((await saved('member')).edges).toEqual([]);
      expect((await act('member', 'savePost', { postId: posts[0], saved: true })).refusal).toBe('NOT_FOUND');
      await sql("UPDATE memberships SET state = 'ACTIVE' WHERE person_id = $1", [d.people.member]);
    });
  });
});
