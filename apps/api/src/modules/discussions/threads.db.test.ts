import { DISCUSSION_PERSONAS, discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../../testing/discussion-people.js';
import { personaOf } from '../../testing/personas.js';
import { countStatements } from '../../testing/statements.js';
import { verifyStatuses } from '../moderation/index.js';
import { verifyCounters } from './counters.js';
import { canReadThread } from './discussions.policy.js';
import { threadRowById } from './threads.queries.js';

const LIST = `query($network: String!, $first: Int!, $after: String, $kind: ThreadKind, $unanswered: Boolean, $unread: Boolean) {
  threads(network: $network, first: $first, after: $after, kind: $kind, unanswered: $unanswered, unread: $unread) {
    edges { node { id no title unread pinned author { displayName } } } pageInfo { hasNextPage endCursor } } }`;
const PAGE = `query($network: String!, $no: Int!, $first: Int, $after: String, $last: Int, $before: String, $around: Int) {
  thread(network: $network, no: $no) {
    id no title state stateReason acceptedPostNo lastReadNo unread decisionSeq version network { slug name } viewerCan { reply replyRefusal accept moderate readLog }
    posts(first: $first, after: $after, last: $last, before: $before, around: $around) {
      edges { cursor node { id no state html body hiddenReason author { displayName } flags { reason note } reportedByViewer accepted version decisionSeq revisions { body }
        authorRecord { posts hidden } viewerCan { edit withdraw report accept moderate } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } } }`;
interface PostNode {
  id: string;
  no: number;
  state: string;
  html: string | null;
  body: string | null;
  hiddenReason: string | null;
  author: { displayName: string } | null;
  flags: { reason: string; note: string }[];
  reportedByViewer: boolean;
  accepted: boolean;
  version: number;
  decisionSeq: number;
  revisions: { body: string }[];
  authorRecord: { posts: number; hidden: number } | null;
  viewerCan: { edit: boolean; withdraw: boolean; report: boolean; accept: boolean; moderate: boolean };
}
interface ThreadNode {
  id: string;
  no: number;
  state: string;
  stateReason: string | null;
  acceptedPostNo: number | null;
  lastReadNo: number;
  unread: boolean;
  decisionSeq: number;
  version: number;
  viewerCan: { reply: boolean; replyRefusal: string | null; accept: boolean; moderate: boolean; readLog: boolean };
  posts: {
    edges: { cursor: string; node: PostNode }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
    totalCount: number;
  };
}
interface Listed {
  threads: {
    edges: { node: { id: string; no: number; unread: boolean; pinned: boolean } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
type Codes = { code: string; path?: string[] }[];

describe('threads', () => {
  let d: DiscussionWorld;
  beforeAll(async () => {
    d = await discussionWorld();
  }, 60_000);
  afterAll(() => d.world.close());

  const run = <Data>(who: DiscussionPersona, query: string, variables: Record<string, unknown>) =>
    d.world.as(d.people[who])<Data>(query, variables);
  const page = async (who: DiscussionPersona, no: number, args: Record<string, unknown> = { first: 50 }) => {
    const { data, errors } = await run<{ thread: ThreadNode | null }>(who, PAGE, { network: d.network.slug, no, ...args });
    expect(errors).toBeUndefined();
    return data.thread;
  };
  const postOf = async (who: DiscussionPersona, no: number, postNo: number) =>
    (await page(who, no))?.posts.edges.find(({ node }) => node.no === postNo)?.node;
  const decide = async (
    who: DiscussionPersona,
    subjectId: string,
    kind: string,
    expectedSeq: number,
    more: Record<string, unknown> = {},
  ) => {
    const { data, errors } = await run<{ decide: { decision: { id: string; seq: number } | null; userErrors: Codes } }>(
      who,
      'mutation($input: DecideInput!) { decide(input: $input) { decision { id seq } post { state version } thread { state pinned } userErrors { code path } } }',
      { input: { subjectId, kind, reason: 'It names a pupil', expectedSeq, ...more } },
    );
    return { decided: data?.decide, refusal: errors?.[0]?.extensions };
  };
  const command = async (who: DiscussionPersona, name: string, inputType: string, input: Record<string, unknown>, fields: string) => {
    const { data, errors } = await run<Record<string, { userErrors: Codes; post?: PostNode; thread?: ThreadNode }>>(
      who,
      `mutation($input: ${inputType}!) { ${name}(input: $input) { ${fields} userErrors { code path } } }`,
      { input },
    );
    return { ...data?.[name], refusal: errors?.[0]?.extensions };
  };

  it('lists to everybody exactly what the page shows and the policy allows, hidden threads included', async () => {
    const open = await d.ask('Open');
    const hidden = await d.ask('Hidden');
    await decide('coordinator', hidden.threadId, 'HIDE', 0);
    const seen: Record<string, string> = {};
    for (const who of DISCUSSION_PERSONAS) {
      const { data, errors } = await run<Listed>(who, LIST, { network: d.network.slug, first: 50 });
      if (who === 'visitor') {
        expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
        continue;
      }
      const viewer = await personaOf(d.world.services, String(d.people[who]));
      const ctx = d.world.app.contextFor({ viewer });
      const listed = data.threads.edges.map(({ node }) => node.id);
      for (const { threadId, no } of [open, hidden]) {
        const row = await ctx.load(threadRowById, threadId.slice(7));
        const allowed = row !== null && canReadThread(viewer, row);
        expect([who, no, listed.includes(threadId), (await page(who, no)) !== null]).toEqual([who, no, allowed, allowed]);
        seen[who] = (seen[who] ?? '') + (allowed ? '1' : '0');
      }
    }
    expect(seen).toEqual({
      stranger: '00',
      author: '11',
      member: '10',
      suspended: '10',
      left: '00',
      requested: '00',
      foreignMember: '00',
      coordinator: '11',
      endedCoordinator: '00',
      foreignCoordinator: '00',
      county: '11',
      foreignCounty: '00',
      region: '11',
      foreignRegion: '00',
      administrator: '11',
      head: '00',
      principal: '00',
      suspendedCoordinator: '11',
    });
    expect(await page('author', hidden.no)).toMatchObject({
      state: 'HIDDEN',
      stateReason: 'It names a pupil',
      viewerCan: { reply: false, replyRefusal: 'HIDDEN' },
    });
  });

  it('gives each persona the buttons of the rights table', async () => {
    const { threadId, no } = await d.ask();
    await d.answer(threadId, 'member');
    const can: Record<string, string> = {};
    for (const who of [
      'author',
      'member',
      'suspended',
      'coordinator',
      'county',
      'region',
      'administrator',
      'suspendedCoordinator',
    ] as const) {
      const thread = await page(who, no);
      const [first, second] = thread?.posts.edges.map(({ node }) => node.viewerCan) ?? [];
      const names = (abilities: object | undefined) =>
        Object.entries(abilities ?? {})
          .filter(([, yes]) => yes === true)
          .map(([name]) => name)
          .join(' ');
      can[who] = [names(thread?.viewerCan), thread?.viewerCan.replyRefusal ?? '', names(first), names(second)].join(' | ');
    }
    expect(can).toEqual({
      author: 'reply accept |  | edit | report accept',
      member: 'reply |  | report | edit withdraw',
      suspended: ' | SUSPENDED |  | ',
      coordinator: 'reply accept moderate readLog |  | report moderate | report accept moderate',
      county: 'reply accept moderate readLog |  | report moderate | report accept moderate',
      region: 'moderate readLog | NOT_MEMBER | moderate | moderate',
      administrator: 'moderate readLog | NOT_MEMBER | moderate | moderate',
      suspendedCoordinator: 'moderate readLog | SUSPENDED | moderate | moderate',
    });
  });

  it('hides a post with its text from lists, counts and pages, and shows author and moderators why', async () => {
    const { threadId, no } = await d.ask();
    const postId = await d.answer(threadId, 'member', 'A boy of class 6B');
    await decide('coordinator', postId, 'HIDE', 0);
    for (const who of ['author', 'suspended'] as const) {
      const post = await postOf(who, no, 2);
      expect(post).toMatchObject({
        state: 'HIDDEN',
        html: null,
        body: null,
        author: null,
        hiddenReason: null,
        flags: [],
        revisions: [],
        authorRecord: null,
      });
    }
    expect(await postOf('member', no, 2)).toMatchObject({
      state: 'HIDDEN',
      body: 'A boy of class 6B',
      hiddenReason: 'It names a pupil',
      authorRecord: null,
      viewerCan: { edit: true },
    });
    expect(await postOf('county', no, 2)).toMatchObject({
      state: 'HIDDEN',
      body: 'A boy of class 6B',
      hiddenReason: 'It names a pupil',
      authorRecord: { hidden: 1 },
    });
    expect((await page('author', no))?.posts.totalCount).toBe(1);
    await decide('coordinator', postId, 'UNHIDE', 1);
    expect(await postOf('author', no, 2)).toMatchObject({ state: 'VISIBLE', body: 'A boy of class 6B' });
    await decide('county', postId, 'REMOVE', 2);
    expect(await postOf('county', no, 2)).toMatchObject({ state: 'REMOVED', body: null, hiddenReason: 'It names a pupil' });
    expect(await postOf('member', no, 2)).toMatchObject({
      state: 'REMOVED',
      body: null,
      hiddenReason: 'It names a pupil',
      viewerCan: { edit: false },
    });
  });

  it('lets one of two moderators win and tells the other what changed', async () => {
    const { threadId } = await d.ask();
    const [first, second] = await Promise.all([decide('coordinator', threadId, 'LOCK', 0), decide('county', threadId, 'PIN', 0)]);
    const won = first.decided?.decision ? first : second;
    const lost = won === first ? second : first;
    expect(won.decided?.decision?.seq).toBe(1);
    expect(lost.refusal).toMatchObject({ code: 'CONFLICT', seq: 1, kind: won === first ? 'LOCK' : 'PIN' });
    const again = await decide('county', threadId, won === first ? 'LOCK' : 'PIN', 1);
    expect(again.decided?.userErrors).toEqual([{ code: 'NO_CHANGE', path: ['kind'] }]);
  });

  it('lets decide whoever moderates here, and nobody on their own words', async () => {
    const { threadId } = await d.ask();
    const outcome: Record<string, unknown> = {};
    for (const who of DISCUSSION_PERSONAS) {
      const postId = await d.answer(threadId, 'member');
      const { decided, refusal } = await decide(who, postId, 'HIDE', 0);
      outcome[who] = decided?.decision ? 'decided' : (refusal?.['reason' as never] ?? refusal?.code);
    }
    expect(outcome).toEqual({
      visitor: 'UNAUTHENTICATED',
      stranger: 'NOT_FOUND',
      author: 'NO_ROLE',
      member: 'NO_ROLE',
      suspended: 'NO_ROLE',
      left: 'NOT_FOUND',
      requested: 'NOT_FOUND',
      foreignMember: 'NOT_FOUND',
      coordinator: 'decided',
      endedCoordinator: 'NOT_FOUND',
      foreignCoordinator: 'NOT_FOUND',
      county: 'decided',
      foreignCounty: 'NOT_FOUND',
      region: 'decided',
      foreignRegion: 'NOT_FOUND',
      administrator: 'decided',
      head: 'NOT_FOUND',
      principal: 'NOT_FOUND',
      suspendedCoordinator: 'decided',
    });
    const own = await d.answer(threadId, 'coordinator');
    expect((await decide('coordinator', own, 'HIDE', 0)).refusal).toEqual({ code: 'FORBIDDEN', reason: 'CONCERNS_YOU' });
  });

  it('answers reports with a decision, and takes both back with a reversal', async () => {
    const { threadId, no } = await d.ask();
    const postId = await d.answer(threadId, 'member');
    const report = (who: DiscussionPersona, input: Record<string, unknown> = {}) =>
      command(
        who,
        'reportPost',
        'ReportPostInput',
        { postId, reason: 'PERSONAL_DATA', note: 'A pupil', ...input },
        'post { reportedByViewer }',
      );
    expect(await report('author')).toMatchObject({ post: { reportedByViewer: true }, userErrors: [] });
    expect((await report('author')).userErrors).toMatchObject([{ code: 'ALREADY_REPORTED' }]);
    expect((await report('author', { clientMutationId: 'twice' })).userErrors).toMatchObject([{ code: 'ALREADY_REPORTED' }]);
    expect((await report('member')).userErrors).toMatchObject([{ code: 'OWN_POST' }]);
    expect((await report('county', { reason: 'OTHER', note: ' ' })).userErrors).toMatchObject([{ code: 'REQUIRED', path: ['note'] }]);
    expect((await report('suspended')).refusal).toEqual({ code: 'FORBIDDEN', reason: 'SUSPENDED' });
    expect((await report('foreignMember')).refusal).toEqual({ code: 'NOT_FOUND' });
    const queue = async (who: DiscussionPersona) => {
      const { data } = await run<{
        reviewQueue: {
          edges: {
            node: {
              subjectId: string;
              dueAt: string;
              decisionSeq: number;
              flags: { reason: string }[];
              post: { body: string; thread: { no: number } };
            };
          }[];
        };
      }>(
        who,
        '{ reviewQueue(first: 20) { edges { node { subjectId dueAt decisionSeq flags { reason } post { body thread { no } } } } } }',
        {},
      );
      return data.reviewQueue.edges.map(({ node }) => node).filter((node) => node.subjectId === postId);
    };
    expect(await queue('coordinator')).toEqual([
      {
        subjectId: postId,
        dueAt: '2026-11-27T07:00:00Z',
        decisionSeq: 0,
        flags: [{ reason: 'PERSONAL_DATA' }],
        post: { body: 'Three cards', thread: { no } },
      },
    ]);
    for (const who of ['member', 'author', 'foreignCounty', 'foreignCoordinator', 'endedCoordinator'] as const)
      expect(await queue(who)).toEqual([]);
    expect(await postOf('coordinator', no, 2)).toMatchObject({ flags: [{ reason: 'PERSONAL_DATA', note: 'A pupil' }] });
    const hide = await decide('coordinator', postId, 'HIDE', 0);
    expect(await queue('county')).toEqual([]);
    await decide('coordinator', postId, 'REVERSE', 1, { reverses: hide.decided?.decision?.id });
    expect(await queue('county')).toHaveLength(1);
    expect(await postOf('member', no, 2)).toMatchObject({ state: 'VISIBLE', hiddenReason: null });
    expect((await decide('county', postId, 'KEEP', 2)).decided?.userErrors).toEqual([]);
    expect(await queue('county')).toEqual([]);
  });

  it('writes to the author of what was decided, unless it was taken back at once', async () => {
    const { threadId } = await d.ask('Mailed about');
    const kept = await d.answer(threadId, 'member', 'The text itself');
    const undone = await d.answer(threadId, 'member');
    await d.world.services.db.row("UPDATE people SET lang = 'pl' WHERE id = $1", [d.people.member]);
    await decide('coordinator', kept, 'HIDE', 0);
    const hide = await decide('coordinator', undone, 'HIDE', 0);
    await decide('coordinator', undone, 'REVERSE', 1, { reverses: hide.decided?.decision?.id });
    // What waits for its moment waits on, however slow the machine is.
    await d.world.services.db.row(
      "UPDATE graphile_worker._private_jobs SET run_at = run_at + interval '1 day' WHERE run_at >= created_at + interval '10 seconds'",
    );
    await d.world.runJobs();
    const mails = async () =>
      (await d.world.services.mailer.kept()).filter((mail) => mail.subject.includes('Ukryto') && mail.subject.includes('Mailed about'));
    expect(await mails()).toEqual([]);
    await d.world.services.db.row('UPDATE graphile_worker._private_jobs SET run_at = now()');
    await d.world.runJobs();
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Ukryto Twoją wypowiedź w dyskusji „Mailed about”');
    expect(mail?.text).toContain('It names a pupil');
    expect(mail?.text).not.toContain('The text itself');
    await d.world.services.db.row("UPDATE people SET lang = 'en' WHERE id = $1", [d.people.member]);
  });

  it('keeps what an edited post said, and refuses a stale version, other people and a locked thread', async () => {
    const { threadId, no } = await d.ask();
    const postId = await d.answer(threadId, 'member', 'First');
    const edit = (who: DiscussionPersona, expectedVersion: number, body = 'Second') =>
      command(who, 'editPost', 'EditPostInput', { postId, expectedVersion, body }, 'post { body version editedAt revisions { body } }');
    expect(await edit('member', 1)).toMatchObject({ post: { body: 'Second', version: 2, revisions: [{ body: 'First' }] } });
    expect((await edit('member', 1)).refusal).toEqual({ code: 'CONFLICT', version: 2 });
    expect((await edit('author', 2)).refusal).toEqual({ code: 'FORBIDDEN', reason: 'NOT_OWN' });
    expect((await edit('administrator', 2)).refusal).toEqual({ code: 'FORBIDDEN', reason: 'NOT_OWN' });
    expect((await edit('stranger', 2)).refusal).toEqual({ code: 'NOT_FOUND' });
    expect((await edit('member', 2, '')).userErrors).toEqual([{ code: 'REQUIRED', path: ['body'] }]);
    expect((await postOf('suspended', no, 2))?.revisions).toEqual([{ body: 'First' }]);
    await decide('coordinator', threadId, 'LOCK', 0);
    expect((await edit('member', 2)).userErrors).toEqual([{ code: 'THREAD_LOCKED', path: [] }]);
  });

  it('lets authors withdraw replies but not what others hang on', async () => {
    const { threadId, no } = await d.ask();
    const opening = await postOf('author', no, 1);
    const postId = await d.answer(threadId, 'member', 'A mistake');
    const withdraw = (who: DiscussionPersona, id: string, expectedVersion = 1) =>
      command(who, 'withdrawPost', 'PostVersionInput', { postId: id, expectedVersion }, 'post { state body }');
    expect((await withdraw('author', String(opening?.id))).userErrors).toMatchObject([{ code: 'OPENING_POST' }]);
    expect((await withdraw('author', postId)).refusal).toMatchObject({ code: 'FORBIDDEN' });
    expect(await withdraw('member', postId)).toMatchObject({ post: { state: 'WITHDRAWN', body: 'A mistake' } });
    expect(await postOf('author', no, 2)).toMatchObject({ state: 'WITHDRAWN', body: null, author: null });
    expect(await postOf('coordinator', no, 2)).toMatchObject({ state: 'WITHDRAWN', body: 'A mistake' });
  });

  it('lets the asker and the coordinator accept an answer, and takes that back', async () => {
    const { threadId, no } = await d.ask();
    const postId = await d.answer(threadId, 'member');
    const accept = (who: DiscussionPersona, expectedVersion: number, id: string | null = postId) =>
      command(who, 'acceptAnswer', 'AcceptAnswerInput', { threadId, expectedVersion, postId: id }, 'thread { acceptedPostNo version }');
    expect((await accept('member', 1)).refusal).toMatchObject({ code: 'FORBIDDEN' });
    expect((await accept('region', 1)).refusal).toMatchObject({ code: 'FORBIDDEN' });
    expect((await accept('foreignCounty', 1)).refusal).toMatchObject({ code: 'NOT_FOUND' });
    expect(await accept('author', 1)).toMatchObject({ thread: { acceptedPostNo: 2, version: 2 } });
    expect((await accept('coordinator', 1)).refusal).toMatchObject({ code: 'CONFLICT' });
    expect(await postOf('member', no, 2)).toMatchObject({ accepted: true });
    expect(await accept('coordinator', 2, null)).toMatchObject({ thread: { acceptedPostNo: null } });
    const opening = await postOf('author', no, 1);
    expect((await accept('author', 3, String(opening?.id))).userErrors).toMatchObject([{ code: 'OPENING_POST' }]);
    await accept('author', 3);
    await decide('coordinator', postId, 'HIDE', 0);
    expect(await page('author', no)).toMatchObject({ acceptedPostNo: null });
  });

  it('remembers how far somebody read and never goes back', async () => {
    const { threadId, no } = await d.ask();
    for (let i = 0; i < 3; i += 1) await d.answer(threadId, 'author');
    const read = (who: DiscussionPersona, upTo: number) =>
      command(who, 'markThreadRead', 'MarkThreadReadInput', { threadId, upTo }, 'thread { lastReadNo unread }');
    expect(await page('member', no)).toMatchObject({ lastReadNo: 0, unread: true });
    expect(await read('member', 3)).toMatchObject({ thread: { lastReadNo: 3, unread: true } });
    expect(await read('member', 99)).toMatchObject({ thread: { lastReadNo: 4, unread: false } });
    expect(await read('member', 1)).toMatchObject({ thread: { lastReadNo: 4 } });
    expect(await read('suspended', 4)).toMatchObject({ thread: { unread: false } });
    expect((await read('foreignMember', 4)).refusal).toEqual({ code: 'NOT_FOUND' });
    expect((await page('author', no))?.unread).toBe(false);
  });

  it('pages by number both ways and around a number, in a constant number of statements', async () => {
    const { threadId, no } = await d.ask();
    for (let i = 0; i < 11; i += 1) await d.answer(threadId, i % 2 ? 'member' : 'author');
    const numbers = async (args: Record<string, unknown>) => {
      const posts = (await page('member', no, args))?.posts;
      return {
        nos: posts?.edges.map(({ node }) => node.no),
        next: posts?.pageInfo.hasNextPage,
        previous: posts?.pageInfo.hasPreviousPage,
        end: posts?.pageInfo.endCursor,
        start: posts?.pageInfo.startCursor,
      };
    };
    const first = await numbers({ first: 5 });
    expect(first).toMatchObject({ nos: [1, 2, 3, 4, 5], next: true, previous: false });
    expect(await numbers({ first: 5, after: first.end })).toMatchObject({ nos: [6, 7, 8, 9, 10], next: true, previous: true });
    const last = await numbers({ last: 4 });
    expect(last).toMatchObject({ nos: [9, 10, 11, 12], next: false, previous: true });
    expect(await numbers({ last: 20, before: last.start })).toMatchObject({ nos: [1, 2, 3, 4, 5, 6, 7, 8], next: true, previous: false });
    expect(await numbers({ first: 4, around: 8 })).toMatchObject({ nos: [7, 8, 9, 10], next: true, previous: true });
    const few = await countStatements(d.world.services.db, () => page('coordinator', no, { first: 2 }));
    const many = await countStatements(d.world.services.db, () => page('coordinator', no, { first: 50 }));
    expect(many.statements.length).toBe(few.statements.length);
    const bad = await run('member', PAGE, { network: d.network.slug, no, first: 5, after: 'forged.cursor' });
    expect(bad.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST', limit: 'cursor' });
    expect((await run('member', PAGE, { network: d.network.slug, no, first: 101 })).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_REQUEST',
      limit: 'first',
    });
    expect((await run('member', PAGE, { network: d.network.slug, no })).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_REQUEST',
      limit: 'first',
    });
  });

  it('puts pinned threads first and filters by kind, answer and reading', async () => {
    const titles = async (filters: Record<string, unknown>) => {
      const all: number[] = [];
      for (let after: string | null = null; ;) {
        const { data }: { data: Listed } = await run<Listed>('foreignMember', LIST, {
          network: d.foreignNetwork.slug,
          first: 2,
          after,
          ...filters,
        });
        all.push(...data.threads.edges.map(({ node }) => node.no));
        after = data.threads.pageInfo.endCursor;
        if (!data.threads.pageInfo.hasNextPage) return all;
      }
    };
    const start = (kind: string) =>
      command(
        'foreignMember',
        'startThread',
        'StartThreadInput',
        { network: d.foreignNetwork.slug, kind, title: 'Title', body: 'Body', lang: 'ru' },
        'thread { id no }',
      );
    const threads = [];
    for (const kind of ['QUESTION', 'DISCUSSION', 'QUESTION', 'DISCUSSION', 'QUESTION']) threads.push((await start(kind)).thread);
    await command('foreignCoordinator', 'reply', 'ReplyInput', { threadId: threads[0]?.id, body: 'Yes', lang: 'en' }, 'post { id }');
    await decide('foreignCounty', String(threads[1]?.id), 'PIN', 0);
    expect((await titles({}))[0]).toBe(2);
    expect((await titles({})).sort()).toEqual([1, 2, 3, 4, 5]);
    expect((await titles({ kind: 'DISCUSSION' })).sort()).toEqual([2, 4]);
    expect((await titles({ unanswered: true })).sort()).toEqual([1, 3, 5]);
    expect(await titles({ unread: true })).toEqual([1]);
  });

  it('opens a thread once for one key, and names what can be mended', async () => {
    const input = {
      network: d.network.slug,
      kind: 'QUESTION',
      title: 'Πώς οργανώνουμε δειγματική διδασκαλία;',
      body: 'Text',
      lang: 'el',
      clientMutationId: 'start-1',
    };
    const start = (who: DiscussionPersona, more: Record<string, unknown> = {}) =>
      command(who, 'startThread', 'StartThreadInput', { ...input, ...more }, 'thread { id no slug lang }');
    const [first, second] = await Promise.all([start('member'), start('member')]);
    expect(first.thread?.id).toBe(second.thread?.id);
    expect(first.thread).toMatchObject({ slug: 'pos-organonoume-deigmatiki-didaskalia', lang: 'el' });
    expect((await start('member', { clientMutationId: null, title: 'ab' })).userErrors).toEqual([{ code: 'TOO_SHORT', path: ['title'] }]);
    expect((await start('stranger')).refusal).toEqual({ code: 'NOT_FOUND' });
    expect((await start('suspended')).refusal).toEqual({ code: 'FORBIDDEN', reason: 'SUSPENDED' });
    expect((await start('region')).refusal).toMatchObject({ code: 'FORBIDDEN' });
    expect((await start('member', { network: 'nowhere', clientMutationId: null })).refusal).toEqual({ code: 'NOT_FOUND' });
  });

  it('proves status columns and counters by night, and says where they differ', async () => {
    const { services } = d.world;
    expect(await verifyStatuses(services)).toEqual([]);
    expect(await verifyCounters(services)).toEqual([]);
    const { threadId } = await d.ask();
    await decide('coordinator', threadId, 'LOCK', 0);
    await services.db.row('UPDATE threads SET locked = false, posts_count = 7 WHERE id = $1', [threadId.slice(7)]);
    expect(await verifyStatuses(services)).toEqual([`Thread ${threadId.slice(7)}`]);
    expect(await verifyCounters(services)).toEqual([`Thread ${threadId.slice(7)}`, `Network ${d.network.id}`]);
  });
});
