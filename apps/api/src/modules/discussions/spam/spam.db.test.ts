import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runDueJobs } from '../../../platform/outbox/outbox.js';
import { OUTSIDE, type OutsideWorld } from '../../../platform/outside/outside-request.js';
import { jobHandlers } from '../../../jobs.js';
import { discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../../../testing/discussion-people.js';
import { takeInPosts } from '../finding/take-in-posts.js';
import { fetchPreviews, forgetPreviews } from '../links/fetch-previews.js';
import { linksIn } from '../links/links.js';
import { pageFacts } from '../links/page-facts.js';
import { withoutPeople } from './classifier.js';
import { judgePost } from './judge-post.js';

const PREVIEWS = 'query($postIds: [ID!]!) { linkPreviews(postIds: $postIds) { postId previews { url title description site } } }';

/** What becomes of links in posts: repeated ones of new members are held, and their pages are looked at. */
describe('links in posts', () => {
  let d: DiscussionWorld;
  let server: Server;
  let world: OutsideWorld;
  let threadId: string;
  const told: { headers: IncomingMessage['headers']; body: string }[] = [];
  let verdict: () => string;

  beforeAll(async () => {
    d = await discussionWorld();
    ({ threadId } = await d.ask());
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (request.method === 'POST') {
          told.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
          return response.writeHead(200, { 'content-type': 'application/json' }).end(verdict());
        }
        return response
          .writeHead(200, { 'content-type': 'text/html; charset=windows-1253' })
          .end(
            Buffer.concat([
              Buffer.from('<head><title>'),
              Buffer.from([0xc1, 0xe2, 0xe3]),
              Buffer.from(
                ' &amp; &lt;b&gt;</title><meta name="description" content="What it is"><meta property="og:site_name" content="A site"></head>',
              ),
            ]),
          );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = String((server.address() as AddressInfo).port);
    world = { ...OUTSIDE, ports: [port], isInside: () => false, resolve: () => Promise.resolve(['127.0.0.1']) };
    // Whoever writes as much as this test is stopped elsewhere.
    Object.assign(d.world.services.config.spam, { newMemberPosts: 0 });
    link = (path: string) => `http://www.site.example:${port}/${path}`;
    await joined('member', '2026-11-20T08:00:00Z');
  });
  afterAll(async () => {
    await d.world.close();
    await new Promise((resolve) => server.close(resolve));
  });

  let link: (path: string) => string;
  const joined = (who: DiscussionPersona, at: string) =>
    d.world.services.db.row('UPDATE memberships SET joined_at = $2 WHERE person_id = $1', [d.people[who], at]);
  const state = async (id: string) =>
    (await d.world.services.db.row<{ visibility: string }>('SELECT visibility FROM posts WHERE id = $1', [id.slice(5)]))?.visibility;
  const write = async (who: DiscussionPersona, body: string) => {
    const id = await d.answer(threadId, who, body);
    await runDueJobs(d.world.services.db.pool, jobHandlers, d.world.services);
    return id;
  };

  it('holds the third post of a new member with the same link, for those who moderate, and one of somebody who joined in', async () => {
    const posts = [
      await write('member', `Look: ${link('x#a')}`),
      await write('member', `[here](${link('x#b')})`),
      await write('member', `Again ${link('x')}`),
    ];
    expect(await Promise.all(posts.map(state))).toEqual(['VISIBLE', 'VISIBLE', 'HELD']);
    const queue = await d.world.as(d.people.coordinator)<{
      reviewQueue: { edges: { node: { post: { id: string; hiddenReason: string } } }[] };
    }>('{ reviewQueue(first: 9) { edges { node { post { id hiddenReason } } } } }');
    expect(queue.data.reviewQueue.edges.map(({ node }) => node.post)).toEqual([
      { id: posts[2], hiddenReason: expect.stringContaining('same link') },
    ]);
    const seen = await d.world.as(d.people.author)<{ searchPosts: { edges: unknown[] } }>(
      '{ searchPosts(search: { query: "again" }, first: 9) { edges { node { id } } } }',
    );
    expect(seen.data.searchPosts.edges).toEqual([]);
    // Somebody decides, and the program does not ask again.
    const kept = await d.world.as(d.people.coordinator)<{ decide: { userErrors: unknown[] } }>(
      'mutation($input: DecideInput!) { decide(input: $input) { userErrors { code } } }',
      { input: { subjectId: posts[2], kind: 'KEEP', reason: 'It helps', expectedSeq: 1 } },
    );
    expect(kept.data.decide.userErrors).toEqual([]);
    await judgePost(d.world.services, posts[2]?.slice(5) ?? '');
    expect(await state(posts[2] ?? '')).toBe('VISIBLE');
    expect(await d.world.services.db.rows("SELECT 1 FROM audit_log WHERE act = 'holdForReview' AND actor_id IS NULL")).toHaveLength(1);
  });

  it('lets those write who have long belonged, and other links', async () => {
    for (const path of ['x', 'x', 'x']) expect(await state(await write('author', `Long known: ${link(path)}`))).toBe('VISIBLE');
    for (const path of ['a', 'b', 'c']) expect(await state(await write('member', link(path)))).toBe('VISIBLE');
    Object.assign(d.world.services.config.spam, { repeatedLinks: 0 });
    expect(await state(await write('member', link('x')))).toBe('VISIBLE');
    Object.assign(d.world.services.config.spam, { repeatedLinks: 3 });
  });

  it('asks a classifier about texts of new members, without names and addresses, and takes silence for no', async () => {
    Object.assign(d.world.services.config.spam, { classifierUrl: link('check'), classifierToken: 'a-token' });
    const judged = async (body: string) => {
      const id = await d.answer(threadId, 'member', body);
      await judgePost(d.world.services, id.slice(5), world);
      return state(id);
    };
    verdict = () => '{"spam": true}';
    expect(await judged('Buy now, @anna, or write to seller@shop.example')).toBe('HELD');
    expect(JSON.parse(told[0]?.body ?? '')).toEqual({ text: 'Buy now, @, or write to @', lang: 'en', links: [] });
    expect(told[0]?.headers['authorization']).toBe('Bearer a-token');
    expect(JSON.stringify(told)).not.toContain(d.people.member);
    for (const answer of ['{"spam": false}', '{"spam": "yes"}', 'null', 'nonsense']) {
      verdict = () => answer;
      expect([answer, await judged('Something else')]).toEqual([answer, 'VISIBLE']);
    }
    // Inner addresses are refused as silence is.
    const id = await d.answer(threadId, 'member', 'And more');
    Object.assign(d.world.services.config.spam, { classifierUrl: 'https://127.0.0.1/check' });
    await judgePost(d.world.services, id.slice(5));
    expect(await state(id)).toBe('VISIBLE');
    Object.assign(d.world.services.config.spam, { classifierUrl: null });
    expect(withoutPeople('Anna <anna.n@x.org>, @Ζωή!')).toBe('Anna <@>, @!');
  });

  it('shows what stands where links lead, to those who may read the post, and nothing of what was changed', async () => {
    const { db } = d.world.services;
    Object.assign(d.world.services.config, { linkPreviews: true });
    const id = await d.answer(threadId, 'author', `Read ${link('page?a=1&b=2')} and ${link('page?a=1&b=2')}`);
    // The job itself asks the real outside, where this server is not.
    await db.row('DELETE FROM link_previews');
    await takeInPosts(d.world.services);
    await db.row(
      "DELETE FROM graphile_worker._private_jobs WHERE task_id IN (SELECT id FROM graphile_worker._private_tasks WHERE identifier = 'LinksFound')",
    );
    await fetchPreviews(d.world.services, world);
    const previews = async (who: DiscussionPersona) =>
      (await d.world.as(d.people[who])<{ linkPreviews: { postId: string; previews: unknown[] }[] }>(PREVIEWS, { postIds: [id] })).data
        .linkPreviews;
    expect(await previews('member')).toEqual([
      {
        postId: id,
        previews: [{ url: link('page?a=1&b=2'), title: 'Αβγ & <b>', description: 'What it is', site: 'A site · site.example' }],
      },
    ]);
    expect(await previews('stranger')).toEqual([]);
    await db.row("UPDATE posts SET visibility = 'HIDDEN' WHERE id = $1", [id.slice(5)]);
    expect([await previews('member'), (await previews('author')).length]).toEqual([[], 1]);
    await db.row("UPDATE posts SET visibility = 'VISIBLE', body = 'No link', body_html = '<p>No link</p>' WHERE id = $1", [id.slice(5)]);
    expect(await previews('member')).toEqual([]);
    await forgetPreviews(d.world.services);
    expect(await db.rows('SELECT 1 FROM link_previews')).toEqual([]);
  });

  it('reads addresses as readers follow them, and of a page nothing but short words', () => {
    const html =
      '<p><a href="/people/a">@a</a> <a href="https://x.example/a?b=1&amp;c#d">x</a> <a href="https://stoa.example/y">own</a> <a href="https://x.example/a?b=1&amp;c">x</a></p>';
    expect(linksIn(html, 'https://stoa.example')).toEqual(['https://x.example/a?b=1&c']);
    const page = (body: string) => pageFacts({ url: new URL('https://www.x.example/'), type: 'text/html', body: Buffer.from(body) });
    expect(page('<p>No title')).toBeNull();
    expect(page(`<title>${'word '.repeat(100)}</title>`)?.title.length).toBeLessThanOrEqual(162);
    expect(page('<meta content="Og &#x3C;i&#x3E; \u202Eevil" property="og:title"><title>t</title>')).toEqual({
      title: 'Og <i> evil',
      description: null,
      site: 'x.example',
    });
  });
});
