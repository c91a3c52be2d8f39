import { newId } from '../../platform/ids.js';
import type { Owner, Spec, Specs } from '../operation.js';
import { aThread } from './discussions.spec.js';
import { EDGES, gid, holds, idOf, next, sql } from './helpers.js';

type Ground = Parameters<Spec['make']>[0];

const reads = { act: 'discussion.read', on: 'network' } as const;
const writes = { act: 'discussion.write', on: 'network', read: 'discussion.read' } as const;
const post = async (ground: Ground, { personId }: Owner) => gid('Post', (await aThread(ground, personId)).replyId);
const thread = async (ground: Ground, { personId }: Owner) => gid('Thread', (await aThread(ground, personId)).threadId);
const standing = new WeakMap<Ground, ReturnType<typeof aThread>>();
/** One thread for all who ask for what is their own: they do so at once, and a thread's number is the next one. */
const oneThread = (ground: Ground) => {
  const known = standing.get(ground) ?? aThread(ground, ground.somebody);
  standing.set(ground, known);
  return known;
};
const kept = new WeakMap<Ground, Map<string, Promise<string>>>();
/** A row that a person has once, however often it is asked for. */
const once = (ground: Ground, table: string, row: Record<string, unknown> & { person_id: string }): Promise<string> => {
  const rows = kept.get(ground) ?? new Map<string, Promise<string>>();
  kept.set(ground, rows);
  const key = `${table} ${row.person_id}`;
  const known = rows.get(key) ?? ground.make.insert(table, row);
  rows.set(key, known);
  return known;
};
/** The opening post of a thread of somebody with a poll in which nobody has voted. */
async function madePoll(ground: Ground, { personId }: Owner): Promise<string> {
  const { openingId } = await aThread(ground, personId);
  const written = { question: 'Which day?', options: JSON.stringify(['Monday', 'Tuesday']), multiple: false, results: 'ALWAYS' };
  await ground.make.insert('polls', {
    post_id: openingId,
    county_id: ground.home.countyId,
    created_at: '2026-11-20T08:00:00Z',
    ...written,
  });
  await sql(ground, 'UPDATE posts SET has_poll = true WHERE id = $1', [openingId]);
  return gid('Post', openingId);
}
const turns = new WeakMap<Ground, Promise<string>>();
/** One after another: those who ask for what is their own do so at once, and a thread's number is the next one. */
const aPoll = (ground: Ground, owner: Owner): Promise<string> => {
  const made = (turns.get(ground) ?? Promise.resolve('')).then(() => madePoll(ground, owner));
  turns.set(ground, made);
  return made;
};
const ownPost = { act: 'post.editOwn', on: 'network', read: 'discussion.read', own: 'both' } as const;
const draft = { title: '', body: 'Not ready', lang: 'en' };

const holdsSought = (page: Parameters<typeof holds>[0], { seek }: Record<string, unknown>) => holds(page, seek);
/** A reply that is found by a word of its own. */
async function sought(ground: Ground, { personId }: Owner, visibility = 'VISIBLE') {
  const { replyId } = await aThread(ground, personId);
  const query = `quillwort${String(next())}`;
  await sql(ground, 'UPDATE posts SET visibility = $2 WHERE id = $1', [replyId, visibility]);
  await sql(
    ground,
    'INSERT INTO post_words (post_id, written_at, words) SELECT id, created_at, array_to_tsvector(ARRAY[$2]) FROM posts WHERE id = $1',
    [replyId, query],
  );
  return { search: { query }, first: 100, seek: gid('Post', replyId) };
}

/** What helps to write, and what readers say of posts without words. */
export const writing: Specs = {
  postPreview: { act: 'profile.own', on: 'none', own: 'always', make: (ground) => ({ network: ground.home.networkSlug, text: '**a**' }) },
  similarThreads: {
    ...reads,
    fields: 'id',
    make: async (ground, owner) => ({ network: ground.home.networkSlug, title: 'A question', seek: await thread(ground, owner) }),
    sees: (found: { id: string }[]) => found.length > 0,
  },
  searchPosts: [
    { ...reads, fields: EDGES, make: (ground, owner) => sought(ground, owner), sees: holdsSought },
    {
      act: 'moderation.readLog',
      policy: 'discussion.read',
      on: 'network',
      fields: EDGES,
      make: (ground, owner) => sought(ground, owner, 'HIDDEN'),
      sees: holdsSought,
    },
  ],
  linkPreviews: {
    ...reads,
    fields: 'postId',
    make: async (ground, owner) => {
      const { replyId } = await aThread(ground, owner.personId);
      const url = `https://site.example/${String(next())}`;
      await ground.make.insert('link_previews', { url, title: 'A page', site: 'site.example' });
      await ground.make.insert('post_links', { post_id: replyId, place: 1, url });
      return { postIds: [gid('Post', replyId)] };
    },
    sees: (found: unknown[]) => found.length > 0,
  },
  draft: {
    act: 'profile.own',
    on: 'none',
    own: 'always',
    make: async (ground, _owner, persona) => {
      const { threadId } = await oneThread(ground);
      if (persona.personId)
        await once(ground, 'drafts', {
          person_id: persona.personId,
          place: 'REPLY',
          place_id: threadId,
          county_id: ground.home.countyId,
          saved_at: '2026-11-20T08:00:00Z',
          ...draft,
        });
      return { placeId: gid('Thread', threadId) };
    },
  },
  postUploads: {
    act: 'profile.own',
    on: 'none',
    own: 'always',
    fields: 'most uploads { id }',
    make: async (ground, _owner, persona) => {
      const { threadId } = await oneThread(ground);
      const upload = {
        purpose: 'post',
        place: 'REPLY',
        place_id: threadId,
        name: 'a.txt',
        size: 3,
        received: 3,
        touched_at: '2026-11-20T08:00:00Z',
      };
      if (persona.personId) await once(ground, 'uploads', { id: newId(), person_id: persona.personId, ...upload });
      return { placeId: gid('Thread', threadId) };
    },
    sees: ({ uploads }: { uploads: unknown[] }) => uploads.length === 1,
  },
  saveDraft: [
    { ...writes, make: async (ground, owner) => ({ input: { placeId: await thread(ground, owner), ...draft } }) },
    { ...writes, make: (ground) => ({ input: { placeId: gid('Network', ground.home.networkId), ...draft } }) },
    {
      act: 'post.editOwn',
      policy: 'discussion.write',
      on: 'network',
      read: 'discussion.read',
      own: 'both',
      make: async (ground, owner) => ({ input: { placeId: await post(ground, owner), ...draft } }),
    },
  ],
  poll: { ...reads, make: async (ground, owner) => ({ postId: await aPoll(ground, owner) }) },
  voteInPoll: {
    ...writes,
    make: async (ground, owner) => ({ input: { postId: await aPoll(ground, owner), options: [1], expectedVersion: 1 } }),
  },
  savePoll: {
    ...ownPost,
    make: async (ground, owner) => ({
      input: {
        postId: await aPoll(ground, owner),
        expectedVersion: 1,
        poll: { question: 'Which month?', options: ['May', 'June'], multiple: true, results: 'AFTER_VOTE', closesOn: '2026-12-24' },
      },
    }),
  },
  removePoll: { ...ownPost, make: async (ground, owner) => ({ input: { postId: await aPoll(ground, owner), expectedVersion: 1 } }) },
  closePoll: [
    {
      ...writes,
      act: 'moderation.decide',
      make: async (ground, owner) => ({ input: { postId: await aPoll(ground, owner), expectedVersion: 1 } }),
    },
    {
      ...ownPost,
      policy: 'moderation.decide',
      own: 'always',
      make: async (ground, owner) => ({ input: { postId: await aPoll(ground, owner), expectedVersion: 1 } }),
    },
  ],
  react: { ...writes, make: async (ground, owner) => ({ input: { postId: await post(ground, owner), kind: 'THANKS', on: true } }) },
  savePost: { ...reads, make: async (ground, owner) => ({ input: { postId: await post(ground, owner), saved: true } }) },
  savedPosts: {
    ...reads,
    own: 'always',
    fields: EDGES,
    make: async (ground, _owner, persona) => {
      const { replyId } = await oneThread(ground);
      if (persona.personId)
        await once(ground, 'saved_posts', {
          person_id: idOf(persona),
          post_id: replyId,
          county_id: ground.home.countyId,
          saved_at: '2026-11-20T08:00:00Z',
        });
      return { first: 100, seek: gid('Post', replyId) };
    },
    sees: (page: Parameters<typeof holds>[0], { seek }) => holds(page, seek),
  },
  summariseThread: {
    act: 'thread.summarise',
    on: 'network',
    read: 'discussion.read',
    own: 'both',
    make: async (ground, owner) => ({ input: { threadId: await thread(ground, owner), body: 'What it came to', seenVersion: null } }),
  },
};
