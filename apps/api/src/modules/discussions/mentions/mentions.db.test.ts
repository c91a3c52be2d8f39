import { discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../../../testing/discussion-people.js';
import { factories } from '../../../testing/factories.js';

describe('mentions', () => {
  let d: DiscussionWorld;
  const handles = new Map<string, string>();
  beforeAll(async () => {
    d = await discussionWorld();
    const rows = await d.world.services.db.rows<{ id: string; handle: string }>('SELECT id, handle FROM people');
    for (const { id, handle } of rows) handles.set(id, handle);
  }, 60_000);
  afterAll(() => d.world.close());

  const at = (who: DiscussionPersona) => `@${handles.get(String(d.people[who])) ?? ''}`;
  const sql = (text: string, values: unknown[] = []) => d.world.services.db.rows<Record<string, unknown>>(text, values);
  /** Runs the jobs and gives who got a mail about a mention meanwhile. */
  const told = async (): Promise<string[]> => {
    const before = new Set((await d.world.services.mailer.kept()).map(({ id }) => id));
    await d.world.runJobs();
    const people = await sql('SELECT email, display_name FROM people');
    return (await d.world.services.mailer.kept())
      .filter(({ id, subject }) => !before.has(id) && subject.startsWith('You are mentioned'))
      .map(({ to }) => String(people.find(({ email }) => email === to)?.['display_name']))
      .sort();
  };
  const edit = (postId: string, body: string, expectedVersion: number) =>
    d.world.as(d.people.author)('mutation($input: EditPostInput!) { editPost(input: $input) { userErrors { code } } }', {
      input: { postId, body, expectedVersion },
    });

  it('tell members and the coordinator, once, and nobody else', async () => {
    const { threadId } = await d.ask();
    const body = `${at('member')} ${at('member')} ${at('coordinator')} ${at('author')} ${at('stranger')} ${at('left')} ${at('foreignMember')} @nobody`;
    const postId = await d.answer(threadId, 'author', body);
    expect(await told()).toEqual(['Coordinator', 'Member']);
    await edit(postId, `${body} ${at('suspended')}`, 1);
    expect(await told()).toEqual(['Suspended']);
    await edit(postId, body, 2);
    expect(await told()).toEqual([]);
  });

  it('carry no word of the post, and lead to it', async () => {
    const { threadId } = await d.ask('Where is the kit');
    await d.answer(threadId, 'author', `A secret word for ${at('member')}`);
    await told();
    const mail = (await d.world.services.mailer.kept()).find(({ subject }) => subject.includes('Where is the kit'));
    expect(mail?.text).not.toContain('secret');
    expect(mail?.text).toMatch(/\/en\/networks\/.+\/discussions\/\d+-where-is-the-kit#p2/u);
  });

  it('tell nobody who may not read the post when the mail is written, or does not want to know', async () => {
    const { threadId } = await d.ask();
    const mention = () => d.answer(threadId, 'author', `${at('member')}, please`);
    await mention();
    await sql("UPDATE memberships SET state = 'LEFT' WHERE person_id = $1", [d.people.member]);
    expect(await told()).toEqual([]);
    await sql("UPDATE memberships SET state = 'ACTIVE' WHERE person_id = $1", [d.people.member]);
    const postId = await mention();
    await sql("UPDATE posts SET visibility = 'HIDDEN' WHERE id = $1", [postId.slice(5)]);
    expect(await told()).toEqual([]);
    const choose = async (delivery: string | null) => {
      const answer = await d.world.as(d.people.member)(
        'mutation($input: ChooseNoticesInput!) { chooseNotices(input: $input) { userErrors { code } } }',
        { input: { kind: 'MENTION', delivery } },
      );
      expect(answer.data).toEqual({ chooseNotices: { userErrors: [] } });
    };
    await choose('APP');
    await mention();
    expect(await told()).toEqual([]);
    await choose(null);
    await mention();
    expect(await told()).toEqual(['Member']);
  });

  it('do no harm in thousands: ten people are told, and the text stays small', async () => {
    const make = factories(d.world.services.db);
    const many: string[] = [];
    for (let i = 0; i < 14; i += 1) {
      const personId = await make.person();
      await make.member({ networkId: d.network.id, countyId: d.network.countyId, personId });
      const [row] = await sql('SELECT handle FROM people WHERE id = $1', [personId]);
      many.push(`@${String(row?.['handle'])}`);
    }
    const { threadId } = await d.ask();
    const body = `${many.join(' ')} ${'@x1 @a '.repeat(2_500)}`.slice(0, 20_000);
    const postId = await d.answer(threadId, 'author', body);
    expect(await told()).toHaveLength(10);
    const [post] = await sql('SELECT body_html FROM posts WHERE id = $1', [postId.slice(5)]);
    expect(String(post?.['body_html']).length).toBeLessThan(body.length * 2);
    // What is written into it later brings no further mails.
    await edit(postId, `${at('member')} ${body.slice(0, 500)}`, 1);
    expect(await told()).toEqual([]);
  });
});
