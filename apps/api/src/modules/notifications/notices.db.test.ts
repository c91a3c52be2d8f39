import { countStatements } from '../../testing/statements.js';
import { dateIn } from '../../platform/clock.js';
import { toGlobalId } from '../../platform/ids.js';
import { DISCUSSION_PERSONAS, discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../../testing/discussion-people.js';
import { factories } from '../../testing/factories.js';
import { canReadThread } from '../discussions/index.js';
import { mayDo } from './holders.js';

interface Group {
  id: string;
  at: string;
  count: number;
  unread: number;
  title: string | null;
  newest: { event: string; unread: boolean; actorName: string | null; path: string }[];
}

const GROUPS = 'id at count unread title newest { event unread actorName path }';
const INBOX = `query($first: Int!, $after: String, $unread: Boolean) { inbox(first: $first, after: $after, unread: $unread) {
  edges { node { ${GROUPS} } } pageInfo { hasNextPage endCursor } } viewer { unreadNotices } }`;

describe('notices', () => {
  let d: DiscussionWorld;
  beforeAll(async () => {
    d = await discussionWorld();
  }, 60_000);
  afterAll(() => d.world.close());

  const sql = (text: string, values: unknown[] = []) => d.world.services.db.rows<Record<string, unknown>>(text, values);
  const inbox = async (who: DiscussionPersona, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await d.world.as(d.people[who])<{
      inbox: { edges: { node: Group }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      viewer: { unreadNotices: number };
    }>(INBOX, { first: 50, ...variables });
    expect(errors).toBeUndefined();
    return { groups: data.inbox.edges.map(({ node }) => node), page: data.inbox.pageInfo, unread: data.viewer.unreadNotices };
  };
  const events = async (who: DiscussionPersona, title?: string) =>
    (await inbox(who)).groups.filter((group) => !title || group.title === title).flatMap(({ newest }) => newest.map(({ event }) => event));
  const act = async (who: DiscussionPersona, name: string, input: Record<string, unknown>, shows = '') => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await d.world.as(d.people[who])<{ done: Record<string, never> & { userErrors: unknown[] } }>(
      `mutation($input: ${type}!) { done: ${name}(input: $input) { ${shows} userErrors { code path } } }`,
      { input },
    );
    return errors?.[0]?.extensions?.code ?? (data.done.userErrors.length > 0 ? data.done.userErrors : data.done);
  };
  const subjects = async (who: DiscussionPersona, since: ReadonlySet<string>) => {
    const [row] = await sql('SELECT email FROM people WHERE id = $1', [d.people[who]]);
    return (await d.world.services.mailer.kept())
      .filter(({ id, to }) => !since.has(id) && to === row?.['email'])
      .map(({ subject }) => subject);
  };
  const known = async () => new Set((await d.world.services.mailer.kept()).map(({ id }) => id));
  const run = async () => {
    await sql('UPDATE graphile_worker._private_jobs SET run_at = now()');
    await d.world.runJobs();
  };

  it('ask the same right as threads do, of many persons at once', async () => {
    const { threadId } = await d.ask('Who may read');
    const { services } = d.world;
    const [thread] = await sql(
      'SELECT t.*, c.path AS county_path FROM threads t JOIN territories c ON c.id = t.county_id WHERE t.id = $1',
      [threadId.slice(7)],
    );
    const rows = await sql(
      `SELECT p.id, ${mayDo('discussion.read', { person: 'p.id', network: '$1::uuid', path: '$2::uuid[]', today: '$3' })} AS may FROM people p`,
      [d.network.id, thread?.['county_path'], dateIn(services.clock.now(), services.config.timeZone)],
    );
    for (const who of DISCUSSION_PERSONAS.filter((persona) => persona !== 'visitor'))
      expect([who, rows.find(({ id }) => id === d.people[who])?.['may']]).toEqual([
        who,
        canReadThread(await services.viewerOf(String(d.people[who])), thread as unknown as Parameters<typeof canReadThread>[1]),
      ]);
  });

  it('go to whoever takes part or watches, by thread, the newest first, once however often a job runs', async () => {
    const first = await d.ask('Cards');
    const other = await d.ask('Chalk');
    const later = () => d.world.services.clock.moveTo(new Date(d.world.services.clock.now().getTime() + 1_000));
    await d.answer(first.threadId, 'member');
    later();
    await d.answer(first.threadId, 'coordinator');
    later();
    await d.answer(other.threadId, 'county');
    await sql(`INSERT INTO post_mentions SELECT p.id, $2, p.county_id, p.created_at FROM posts p WHERE p.thread_id = $1 AND p.no = 3`, [
      first.threadId.slice(7),
      d.people.suspended,
    ]);
    await sql(
      `SELECT graphile_worker.add_job('MemberMentioned', json_build_object('postId', p.id, 'personId', $2::uuid)) FROM posts p WHERE p.thread_id = $1 AND p.no = 3`,
      [first.threadId.slice(7), d.people.suspended],
    );
    await run();
    await sql(`SELECT graphile_worker.add_job('PostCreated', json_build_object('postId', id)) FROM posts WHERE thread_id = $1`, [
      first.threadId.slice(7),
    ]);
    await run();
    const { groups, unread } = await inbox('author');
    expect(groups.map(({ title, count, newest }) => [title, count, newest.map(({ event }) => event)])).toEqual([
      ['Chalk', 1, ['FIRST_REPLIED']],
      ['Cards', 2, ['REPLIED', 'FIRST_REPLIED']],
    ]);
    expect(unread).toBe(2);
    expect(await events('member')).toEqual(['REPLIED']);
    expect(await events('suspended')).toEqual(['MENTIONED']);
    for (const who of ['stranger', 'left', 'foreignMember', 'administrator', 'county'] as const)
      expect([who, await events(who)]).toEqual([who, []]);
    const page = await inbox('author', { first: 1 });
    const rest = await inbox('author', { first: 1, after: page.page.endCursor });
    expect([page.page.hasNextPage, rest.page.hasNextPage, new Set([...page.groups, ...rest.groups].map(({ id }) => id)).size]).toEqual([
      true,
      false,
      2,
    ]);
    expect(groups[0]?.newest[0]?.path).toMatch(/^\/networks\/.+\/discussions\/\d+-chalk#p2$/u);
  });

  it('are gone while what they are about may not be read, and whatever cost one page costs a longer one', async () => {
    const { threadId } = await d.ask('Hidden later');
    const postId = (await d.answer(threadId, 'member')).slice(5);
    await run();
    expect(await events('author', 'Hidden later')).toEqual(['FIRST_REPLIED']);
    const visible = (visibility: string) => sql('UPDATE posts SET visibility = $2 WHERE id = $1', [postId, visibility]);
    await visible('HIDDEN');
    expect(await events('author', 'Hidden later')).toEqual([]);
    await visible('VISIBLE');
    const member = (state: string) => sql('UPDATE memberships SET state = $2 WHERE person_id = $1', [d.people.author, state]);
    await member('LEFT');
    expect(await inbox('author')).toMatchObject({ groups: [], unread: 0 });
    await member('ACTIVE');
    const cost = async (first: number) => (await countStatements(d.world.services.db, () => inbox('author', { first }))).statements.length;
    expect(await cost(1)).toBe(await cost(100));
  });

  it('are read with the thread, one by one, or all, but nothing that came later', async () => {
    const { groups, unread } = await inbox('author');
    expect(unread).toBe(groups.length);
    const [one, two] = groups;
    await act('author', 'markThreadRead', { threadId: one?.id, upTo: 9 });
    expect((await inbox('author')).unread).toBe(unread - 1);
    expect(await act('author', 'readNotices', { ids: [two?.id], until: two?.at }, 'unread')).toEqual({
      unread: unread - 2,
      userErrors: [],
    });
    expect(await act('author', 'readNotices', { until: '2026-11-01T08:00:00Z' }, 'unread')).toEqual({ unread: unread - 2, userErrors: [] });
    expect(await act('author', 'readNotices', { until: d.world.services.clock.now().toISOString() }, 'unread')).toEqual({
      unread: 0,
      userErrors: [],
    });
    expect(await act('author', 'readNotices', { until: 'soon' })).toEqual([{ code: 'INVALID', path: ['until'] }]);
    expect((await inbox('author', { unread: true })).groups).toEqual([]);
    expect((await inbox('member')).unread).toBeGreaterThan(0);
  });

  it('follow the level of watching and the choices of a person, everywhere and in a network', async () => {
    const network = toGlobalId('Network', d.network.id);
    const { threadId } = await d.ask('Levels');
    await d.answer(threadId, 'member');
    const next = async () => {
      const before = await known();
      await d.answer(threadId, 'coordinator');
      await run();
      return subjects('member', before);
    };
    const heard = async () => (await inbox('member')).groups.find(({ title }) => title === 'Levels')?.count ?? 0;
    expect([await next(), await heard()]).toEqual([[], 1]);
    expect(await act('member', 'watch', { subjectId: threadId, level: 'WATCH' }, 'level')).toMatchObject({ level: 'WATCH' });
    expect([await next(), await heard()]).toEqual([['New post in “Levels”'], 2]);
    await act('member', 'watch', { subjectId: threadId, level: 'MUTE' });
    expect([await next(), await heard()]).toEqual([[], 2]);
    expect(await act('member', 'watch', { subjectId: threadId, level: 'NORMAL' }, 'level')).toMatchObject({ level: 'FOLLOW' });
    await act('member', 'watch', { subjectId: network, level: 'MUTE' });
    expect([await next(), await heard()]).toEqual([[], 2]);
    await act('member', 'watch', { subjectId: network, level: 'NORMAL' });
    await act('member', 'chooseNotices', { kind: 'REPLY', delivery: 'OFF' });
    expect([await next(), await heard()]).toEqual([[], 2]);
    await act('member', 'chooseNotices', { kind: 'REPLY', delivery: 'NOW', networkId: network });
    expect([await next(), await heard()]).toEqual([['New post in “Levels”'], 3]);
    await act('member', 'chooseNotices', { kind: 'REPLY', networkId: network });
    await act('member', 'chooseNotices', { kind: 'REPLY' });
    expect(await act('member', 'chooseNotices', { kind: 'DECISION', delivery: 'OFF' })).toEqual([
      { code: 'INVALID_CHOICE', path: ['delivery'] },
    ]);
    expect(await act('member', 'watch', { subjectId: network, level: 'FOLLOW' })).toEqual([{ code: 'INVALID_CHOICE', path: ['level'] }]);
    expect(await act('stranger', 'watch', { subjectId: network, level: 'WATCH' })).toBe('NOT_FOUND');
    expect(await act('stranger', 'chooseNotices', { kind: 'REPLY', delivery: 'APP', networkId: network })).toBe('NOT_FOUND');
    const { data } = await d.world.as(d.people.member)<{
      noticeSettings: { choices: { kind: string; delivery: string }[]; networks: { level: string }[] };
    }>('{ noticeSettings { choices { kind chosen delivery } networks { network { slug } level choices { kind } } } }');
    expect(data.noticeSettings.choices.find(({ kind }) => kind === 'REPLY')).toEqual({ kind: 'REPLY', chosen: null, delivery: 'DAILY' });
    expect(data.noticeSettings.networks.map(({ level }) => level)).toEqual(['NORMAL']);
  });

  it('tell watchers of a network of new threads, and writers that an answer is accepted', async () => {
    await act('suspended', 'watch', { subjectId: toGlobalId('Network', d.network.id), level: 'WATCH' });
    const { threadId } = await d.ask('Brand new');
    const postId = await d.answer(threadId, 'member');
    await act('author', 'acceptAnswer', { threadId, postId, expectedVersion: 1 });
    await run();
    expect(await events('suspended', 'Brand new')).toEqual(['THREAD_STARTED']);
    expect(await events('member', 'Brand new')).toEqual(['ANSWER_ACCEPTED']);
    await sql('UPDATE threads SET accepted_post_id = NULL, accepted_at = NULL WHERE id = $1', [threadId.slice(7)]);
    expect(await events('member', 'Brand new')).toEqual([]);
  });

  it('bring what waits to who decides, however appointed, and to the level above where that is who is concerned', async () => {
    const make = factories(d.world.services.db);
    const { threadId } = await d.ask('Reported here');
    const postId = await d.answer(threadId, 'member');
    const own = await d.answer(threadId, 'coordinator');
    const before = await known();
    const deputy = await make.person({ name: 'Deputy' });
    await make.appointment({ personId: deputy, role: 'NC', scopeType: 'NETWORK', scopeId: d.network.id });
    d.people.requested = deputy;
    await act('author', 'reportPost', { postId, reason: 'SPAM', note: '' });
    await run();
    for (const who of ['coordinator', 'requested'] as const) {
      expect(await events(who, 'Reported here')).toContain('FLAGGED');
      expect(await subjects(who, before)).toEqual(['Reported: “Reported here”']);
    }
    for (const who of ['county', 'administrator', 'foreignCoordinator', 'endedCoordinator', 'member'] as const)
      expect([who, (await events(who)).includes('FLAGGED')]).toEqual([who, false]);
    const [flag] = await sql(`SELECT newest FROM (SELECT subject_id AS newest FROM notices WHERE event = 'FLAGGED') s`);
    expect(flag?.['newest']).toBe(postId.slice(5));
    await act('coordinator', 'decide', { subjectId: postId, kind: 'HIDE', reason: 'An advertisement', expectedSeq: 0 });
    await run();
    expect(await events('coordinator', 'Reported here')).not.toContain('FLAGGED');
    expect(await events('member', 'Reported here')).toEqual(expect.arrayContaining(['DECIDED']));
    await sql('UPDATE appointments SET revoked_at = starts_on WHERE person_id = ANY($1)', [[deputy, d.people.suspendedCoordinator]]);
    await act('author', 'reportPost', { postId: own, reason: 'SPAM', note: '' });
    await run();
    expect(await events('county', 'Reported here')).toEqual(['FLAGGED']);
    expect(await events('coordinator', 'Reported here')).not.toContain('FLAGGED');
  });

  it('tell the authors of posts that became a discussion of their own, and who may not read it any more nothing', async () => {
    const { threadId } = await d.ask('Two matters');
    const ids = [await d.answer(threadId, 'member'), await d.answer(threadId, 'county'), await d.answer(threadId, 'coordinator')];
    // Written by somebody who has left the network since.
    await sql('UPDATE posts SET author_id = $2 WHERE id = $1', [ids[1]?.slice(5), d.people.left]);
    const second = await d.answer(threadId, 'member');
    const before = await known();
    const split = {
      threadId,
      postIds: [...ids, second],
      title: 'The other matter',
      kind: 'DISCUSSION',
      reason: 'It is another',
      expectedSeq: 0,
    };
    await act('coordinator', 'splitThread', split);
    await run();
    const [group] = (await inbox('member')).groups.filter(({ title }) => title === 'The other matter');
    expect(group?.newest.filter(({ event }) => event === 'SPLIT_OFF').map(({ path }) => path)).toEqual([
      expect.stringMatching(/\/discussions\/\d+-the-other-matter$/u),
    ]);
    const letter = 'Your post is now in the discussion “The other matter”';
    expect((await subjects('member', before)).filter((subject) => subject === letter)).toHaveLength(1);
    for (const who of ['coordinator', 'author', 'left'] as const) {
      expect([who, await events(who, 'The other matter')]).toEqual([who, expect.not.arrayContaining(['SPLIT_OFF'])]);
      expect([who, await subjects(who, before)]).toEqual([who, expect.not.arrayContaining([letter])]);
    }
    const mail = (await d.world.services.mailer.kept()).find(({ subject }) => subject === letter);
    expect(mail?.text).toContain('No more such mails from this network');
  });

  it('tell of memberships and reports what its reader may know', async () => {
    const { as } = d.world;
    await sql('UPDATE networks SET promoted_at = created_at WHERE id = $1', [d.network.id]);
    await as(d.people.stranger)('mutation($input: JoinNetworkInput!) { joinNetwork(input: $input) { userErrors { code } } }', {
      input: { networkId: toGlobalId('Network', d.network.id), message: 'Please' },
    });
    await run();
    expect((await inbox('coordinator')).groups.flatMap(({ newest }) => newest).find(({ event }) => event === 'REQUESTED')?.actorName).toBe(
      'Stranger',
    );
    const [membership] = await sql(`SELECT id FROM memberships WHERE person_id = $1 AND state = 'REQUESTED'`, [d.people.stranger]);
    await act('coordinator', 'admitMembers', { ids: [toGlobalId('Membership', String(membership?.['id']))] });
    await run();
    expect(await events('coordinator')).not.toContain('REQUESTED');
    expect(await events('stranger')).toEqual(['ADMITTED']);
  });
});
