import { CROWD } from '../../../testing/database.js';
import { DISCUSSION_PERSONAS, discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../../../testing/discussion-people.js';
import { verifyCounters } from '../counters.js';

interface Reacted {
  react: {
    post: { version: number; reactions: { thanks: number; agree: number; idea: number; mine: string[] } } | null;
    userErrors: { code: string }[];
  };
}

describe('react', () => {
  let d: DiscussionWorld;
  beforeAll(async () => {
    d = await discussionWorld({ connections: CROWD });
  }, 60_000);
  afterAll(() => d.world.close());

  const react = async (who: DiscussionPersona, postId: string, kind = 'THANKS', on = true) => {
    const { data, errors } = await d.world.as(d.people[who])<Reacted>(
      'mutation($input: ReactInput!) { react(input: $input) { post { version reactions { thanks agree idea mine } } userErrors { code } } }',
      { input: { postId, kind, on } },
    );
    return { ...data?.react, refusal: errors?.[0]?.extensions?.code };
  };

  it('lets whoever may write say it once of each kind, and take it back', async () => {
    const { threadId } = await d.ask();
    const postId = await d.answer(threadId, 'author');
    const outcome: Record<string, unknown> = {};
    for (const who of DISCUSSION_PERSONAS) {
      const { refusal, userErrors } = await react(who, postId);
      outcome[who] = refusal ?? userErrors?.[0]?.code ?? 'said';
    }
    expect(outcome).toMatchObject({
      visitor: 'UNAUTHENTICATED',
      stranger: 'NOT_FOUND',
      author: 'OWN_POST',
      member: 'said',
      suspended: 'FORBIDDEN',
      coordinator: 'said',
      county: 'said',
      region: 'FORBIDDEN',
      administrator: 'FORBIDDEN',
    });
    await react('member', postId);
    expect((await react('member', postId, 'IDEA')).post?.reactions).toEqual({ thanks: 3, agree: 0, idea: 1, mine: ['IDEA', 'THANKS'] });
    await react('member', postId, 'THANKS', false);
    const { post } = await react('member', postId, 'THANKS', false);
    // Nobody's edit is in conflict with thanks.
    expect(post).toEqual({ version: 1, reactions: { thanks: 2, agree: 0, idea: 1, mine: ['IDEA'] } });
    expect(await verifyCounters(d.world.services)).toEqual([]);
  });

  it('counts what is said twice at the same moment once', async () => {
    const { threadId } = await d.ask();
    const postId = await d.answer(threadId, 'author');
    await Promise.all(Array.from({ length: 10 }, () => react('member', postId)));
    await Promise.all([react('coordinator', postId), react('county', postId), react('member', postId, 'AGREE')]);
    const { post } = await react('member', postId);
    expect(post?.reactions).toMatchObject({ thanks: 3, agree: 1 });
    expect(await verifyCounters(d.world.services)).toEqual([]);
    await d.world.services.db.row('UPDATE posts SET thanks_count = 9 WHERE id = $1', [postId.slice(5)]);
    expect(await verifyCounters(d.world.services)).toEqual([`Post ${postId.slice(5)}`]);
  });

  it('says who reacted to those who may read the post, and takes nothing of what is gone', async () => {
    const { threadId } = await d.ask();
    const postId = await d.answer(threadId, 'author');
    await react('member', postId);
    const reactors = async (who: DiscussionPersona) =>
      (
        await d.world.as(d.people[who])<{ post: { reactors: { kind: string; person: { displayName: string } }[] } | null }>(
          'query($id: ID!) { post(id: $id) { reactors { kind person { displayName } } } }',
          { id: postId },
        )
      ).data.post?.reactors.map(({ kind, person }) => `${kind} ${person.displayName}`);
    expect([await reactors('coordinator'), await reactors('stranger')]).toEqual([['THANKS Member'], undefined]);
    await d.world.services.db.row("UPDATE posts SET visibility = 'HIDDEN' WHERE id = $1", [postId.slice(5)]);
    expect([await reactors('coordinator'), await reactors('member')]).toEqual([['THANKS Member'], []]);
    expect((await react('member', postId, 'AGREE')).userErrors).toEqual([{ code: 'NOT_VISIBLE' }]);
    expect((await react('member', postId, 'THANKS', false)).post?.reactions).toEqual({ thanks: 0, agree: 0, idea: 0, mine: [] });
  });
});
