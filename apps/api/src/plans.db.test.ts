import { createApp, type App } from './app.js';
import { attachFiles } from './testing/attach-files.js';
import { DISCUSSION_PERSONAS, discussionWorld, type DiscussionPersona, type DiscussionWorld } from './testing/discussion-people.js';
import { countStatements } from './testing/statements.js';
import { openSession } from './modules/accounts/index.js';
import { noPlans } from './platform/graphql/plan/plans.js';

const THREAD_PAGE = `query ThreadPageQuery($network: String!, $no: Int!, $first: Int = 50, $after: String, $last: Int, $before: String, $around: Int) {
  thread(network: $network, no: $no) {
    ...Head posts(first: $first, after: $after, last: $last, before: $before, around: $around) {
      edges { cursor node { ...Post_post } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor __typename } totalCount } } }
  fragment Head on Thread { __typename id no slug title lang kind state locked pinned asker: author { id handle displayName } createdAt lastPostAt postsCount lastPostNo firstReplyAt
    acceptedPostNo acceptedAt lastReadNo lastReadAt unread lockedUntil pinnedUntil slowSeconds category { id name } stateReason decisionSeq version network { id slug name lang } viewerCan { reply replyRefusal accept moderate readLog summarise }
    summary { body html writtenAt version writtenBy { id handle displayName } } }
  fragment Post_post on Post { __typename id no state author { id handle displayName } authorProfession authorSchool lang body html createdAt editedAt accepted hiddenReason
    decisionSeq pendingFlags reportedByViewer saved reactions { thanks agree idea mine } attachments { __typename id title: name mime size alt width height url previewUrl } version viewerCan { edit withdraw report react accept moderate } }`;
const NETWORK_LIST = `query($first: Int!, $after: String) { networks(first: $first, after: $after) { edges { cursor node { id slug name lang kind professions levels joiningRule purpose promotedAt
  coordinator { id handle displayName } vacant vacantSince membersCount threadsCount lastActivityAt createdAt year { id year state version } county { id slug name { lang text } } membership { id state version } version } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
const SLIM = '{ networks(first: 3) { edges { node { slug } } } }';

/** An operation with what a request would send. */
interface Asked {
  query: string;
  variables?: Record<string, unknown>;
}

describe('plans', () => {
  let d: DiscussionWorld;
  let resolvers: App;
  const tokens = new Map<DiscussionPersona, string | null>();
  const threads: number[] = [];

  beforeAll(async () => {
    d = await discussionWorld();
    resolvers = await createApp(d.world.services, {}, noPlans);
    for (const who of DISCUSSION_PERSONAS) {
      const personId = d.people[who];
      tokens.set(who, personId === null ? null : await openSession(d.world.services.db, personId, 'test'));
    }
    await generate();
  }, 60_000);
  afterAll(async () => {
    await resolvers.graphql.stop();
    await d.world.close();
  });

  const decide = async (subjectId: string, kind: string) => {
    const answer = await d.world.as(d.people.county)('mutation($input: DecideInput!) { decide(input: $input) { userErrors { code } } }', {
      input: { subjectId, kind, reason: 'Λόγος "με εισαγωγικά" \\ и ещё\nстрока', expectedSeq: 0 },
    });
    expect(answer.errors).toBeUndefined();
  };

  /** Reactions to posts that stay and that go, one of them saved, and a summary. */
  async function say(threadId: string, posts: readonly string[], index: number): Promise<void> {
    const run = (who: DiscussionPersona, name: string, input: unknown) =>
      d.world.as(d.people[who])(
        `mutation($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { userErrors { code } } }`,
        { input },
      );
    for (const [who, at, kind] of [
      ['author', 0, 'THANKS'],
      ['author', 4, 'THANKS'],
      ['author', 4, 'IDEA'],
      ['coordinator', 4, 'THANKS'],
      ['county', 2, 'AGREE'],
    ] as const)
      await run(who, 'react', { postId: posts[at], kind, on: true });
    await run('member', 'savePost', { postId: posts[index % 9], saved: true });
    for (const [at, count] of [
      [0, 2],
      [4, 1],
      [5, 3],
      [8, 1],
    ] as const)
      await attachFiles(d, posts[at] ?? '', count);
    if (index % 2 === 0) await run('coordinator', 'summariseThread', { threadId, body: '**Δείτε** "#p3" \\ @person', seenVersion: null });
  }

  /** Threads with posts by all who may write, in every state, with odd characters. */
  async function generate(): Promise<void> {
    const bodies = [
      'Plain',
      'Ελληνικά «κείμενα» \u2028 και "εισαγωγικά" \\',
      '<script>alert(1)</script> & **bold**',
      'emoji 👩‍🏫 \t tab',
      'Русский\n\nтекст',
    ];
    for (const [index, fate] of ['none', 'LOCK', 'HIDE', 'PIN', 'none'].entries()) {
      const { threadId, no } = await d.ask(`Thread "${index}" \\ <b>`, index % 2 ? 'member' : 'author');
      threads.push(no);
      const posts: string[] = [];
      const run = (who: DiscussionPersona, query: string, input: unknown) => d.world.as(d.people[who])(query, { input });
      for (let i = 0; i < 9; i += 1)
        posts.push(
          await d.answer(threadId, (['member', 'author', 'coordinator', 'county'] as const)[i % 4] ?? 'member', bodies[i % bodies.length]),
        );
      await say(threadId, posts, index);
      for (const [at, kind] of [
        [0, 'HIDE'],
        [1, 'REMOVE'],
        [2, 'HOLD'],
      ] as const)
        await decide(String(posts[at]), kind);
      await run('county', 'mutation($input: ReportPostInput!) { reportPost(input: $input) { userErrors { code } } }', {
        postId: posts[4],
        reason: 'SPAM',
        note: '',
      });
      await run('member', 'mutation($input: PostVersionInput!) { withdrawPost(input: $input) { userErrors { code } } }', {
        postId: posts[8],
        expectedVersion: 1,
      });
      await run('author', 'mutation($input: EditPostInput!) { editPost(input: $input) { userErrors { code } } }', {
        postId: posts[5],
        expectedVersion: 1,
        body: 'Edited',
      });
      if (index === 0)
        await run('author', 'mutation($input: AcceptAnswerInput!) { acceptAnswer(input: $input) { userErrors { code } } }', {
          threadId,
          expectedVersion: 1,
          postId: posts[6],
        });
      await run('member', 'mutation($input: MarkThreadReadInput!) { markThreadRead(input: $input) { userErrors { code } } }', {
        threadId,
        upTo: 4,
      });
      if (fate !== 'none') await decide(threadId, fate);
    }
    await d.world.services.db.row("UPDATE networks SET promoted_at = '2026-09-02T08:00:00Z', name = 'Δίκτυο \"Α\"' WHERE id = $1", [
      d.foreignNetwork.id,
    ]);
  }

  /** The answer's text and the statements it took, from one of the two apps. */
  async function answer(app: App, who: DiscussionPersona, asked: Asked, lang = ''): Promise<{ text: string; statements: string[] }> {
    const { result, statements } = await countStatements(d.world.services.db, () =>
      app.graphql.execute(app.contextForSession(tokens.get(who) ?? null, lang), { variables: {}, ...asked }),
    );
    return { text: JSON.stringify(result), statements };
  }

  async function both(who: DiscussionPersona, asked: Asked, lang?: string): Promise<{ text: string; planned: number }> {
    const planned = await answer(d.world.app, who, asked, lang);
    const resolved = await answer(resolvers, who, asked, lang);
    expect([who, asked.variables, planned.text]).toEqual([who, asked.variables, resolved.text]);
    return { text: planned.text, planned: planned.statements.length };
  }

  it('gives every persona the same bytes for the thread page as the resolvers, in one statement', async () => {
    const written: string[] = [];
    for (const who of DISCUSSION_PERSONAS) {
      for (const no of [...threads, 999]) {
        const { text, planned } = await both(who, { query: THREAD_PAGE, variables: { network: d.network.slug, no } });
        if (text.includes('"title"')) written.push(who);
        if (who !== 'visitor') expect(planned).toBe(1);
      }
      await both(who, { query: THREAD_PAGE, variables: { network: 'nowhere', no: 1 } });
    }
    expect(new Set(written)).toEqual(
      new Set(['author', 'member', 'suspended', 'coordinator', 'county', 'region', 'administrator', 'suspendedCoordinator']),
    );
  });

  it('gives the same pages and cursors', async () => {
    const page = { query: THREAD_PAGE, variables: { network: d.network.slug, no: threads[0], first: 4 } };
    const { text } = await both('member', page);
    const { endCursor } = (JSON.parse(text) as { data: { thread: { posts: { pageInfo: { endCursor: string } } } } }).data.thread.posts
      .pageInfo;
    expect((await both('member', { ...page, variables: { ...page.variables, after: endCursor } })).planned).toBe(1);
    expect((await both('member', { ...page, variables: { ...page.variables, around: 8 } })).planned).toBe(1);
    for (const back of [{ last: 3, before: endCursor }, { last: 50, before: endCursor }, { last: 4 }, { last: 20 }])
      expect((await both('member', { ...page, variables: { ...page.variables, first: null, ...back } })).planned).toBe(1);
    for (const bad of [
      { first: 3, last: 3 },
      { first: null },
      { first: null, last: 3, before: 'forged.cursor' },
      { after: 'forged.cursor' },
      { first: 0 },
      { first: 101 },
      { first: 'two' },
      { no: 1.5 },
      { network: null },
    ]) {
      await both('member', { ...page, variables: { ...page.variables, ...bad } });
    }
  });

  it('gives every persona and language the same list of networks, in one statement', async () => {
    for (const who of DISCUSSION_PERSONAS) {
      for (const lang of ['', 'el', 'pl'])
        expect((await both(who, { query: NETWORK_LIST, variables: { first: 50 } }, lang)).planned).toBe(1);
      expect((await both(who, { query: SLIM })).planned).toBe(1);
    }
    const { text } = await both('administrator', { query: NETWORK_LIST, variables: { first: 1 } });
    const { endCursor } = (JSON.parse(text) as { data: { networks: { pageInfo: { endCursor: string } } } }).data.networks.pageInfo;
    expect((await both('administrator', { query: NETWORK_LIST, variables: { first: 1, after: endCursor } })).planned).toBe(1);
  });

  it('leaves to the resolvers what it does not express', async () => {
    const one = `thread(network: "${d.network.slug}", no: ${threads[0]})`;
    for (const query of [
      `{ ${one} { title posts(first: 3, last: 3) { edges { node { no } } } } }`,
      `query($yes: Boolean!) { ${one} { title no @include(if: $yes) } }`,
      `{ ${one} { title decisions { kind } } }`,
      `{ ${one} { a: posts(first: 1) { edges { node { no } } } b: posts(first: 2) { edges { node { no } } } } }`,
      `{ ${one} { title } viewer { email } }`,
      `{ ${one} { ... on Node { id } } }`,
      `query($unused: Int!) { ${one} { title } }`,
      '{ networks(first: 5, kind: SUBJECT) { edges { node { slug } } } }',
      '{ networks(first: 5, mine: true) { edges { node { slug } } } }',
      '{ networks { edges { node { slug } } } }',
    ]) {
      await both('coordinator', { query, variables: { yes: true } });
    }
    expect((await both('coordinator', { query: `{ ${one} { title posts(first: 2) { edges { node { no } } } } }` })).planned).toBe(1);
  });

  it('forgets a right and a session the moment they end', async () => {
    const page = { query: THREAD_PAGE, variables: { network: d.network.slug, no: threads[0] } };
    expect((await both('coordinator', page)).text).toContain('"title"');
    await d.world.services.db.row("UPDATE appointments SET revoked_at = '2026-11-24T08:00:00Z' WHERE person_id = $1", [
      d.people.coordinator,
    ]);
    expect((await both('coordinator', page)).text).toBe('{"data":{"thread":null}}');
    await d.world.services.db.row('UPDATE sessions SET revoked_at = now() WHERE person_id = $1', [d.people.county]);
    expect((await both('county', page)).text).toContain('UNAUTHENTICATED');
  });
});
