import { newId } from '../../platform/ids.js';
import type { Owner, Spec, Specs } from '../operation.js';
import { EDGES, gid, holds, planned } from './helpers.js';

type Ground = Parameters<Spec['make']>[0];

/** A thread of a preparation. */
export interface Thread {
  threadId: string;
  no: number;
  openingId: string;
  replyId: string;
}

/** A question of the home network with a reply, both by one author. */
export async function aThread(ground: Ground, authorId: string, over: { visibility?: string } = {}): Promise<Thread> {
  const { make, home } = ground;
  const [threadId, openingId, replyId] = [newId(), newId(), newId()];
  const last = await ground.world.services.db.row<{ no: number }>('SELECT coalesce(max(no), 0) AS no FROM threads WHERE network_id = $1', [
    home.networkId,
  ]);
  const no = (last?.no ?? 0) + 1;
  const at = '2026-11-20T08:00:00Z';
  const place = { county_id: home.countyId, network_id: home.networkId };
  await make.insert('threads', {
    id: threadId,
    ...place,
    no,
    slug: 'a-question',
    title: 'A question',
    lang: 'en',
    kind: 'QUESTION',
    author_id: authorId,
    created_at: at,
    last_post_at: at,
    posts_count: 2,
    last_post_no: 2,
    visibility: over.visibility ?? 'VISIBLE',
    search: 'a question',
  });
  const text = { ...place, thread_id: threadId, author_id: authorId, body: 'Text', body_html: '<p>Text</p>', lang: 'en', created_at: at };
  await make.insert('posts', { id: openingId, no: 1, ...text });
  await make.insert('posts', { id: replyId, no: 2, ...text });
  return { threadId, no, openingId, replyId };
}

async function flagged(ground: Ground, authorId: string): Promise<Thread> {
  const thread = await aThread(ground, authorId);
  await ground.make.insert('flags', {
    id: newId(),
    county_id: ground.home.countyId,
    scope_id: ground.home.networkId,
    subject_type: 'Post',
    subject_id: thread.replyId,
    author_id: authorId,
    reason: 'SPAM',
    flagged_by: ground.somebody,
    flagged_at: '2000-01-01T00:00:00Z',
  });
  return thread;
}

const reads = { act: 'discussion.read', on: 'network' } as const;
const changes = { on: 'network', read: 'discussion.read', own: 'both' } as const;
const post = async (ground: Ground, { personId }: Owner) => (await aThread(ground, personId)).replyId;

/** Threads, posts, reports and decisions. */
export const discussions: Specs = {
  threadChanged: [
    { ...reads, make: async (ground, owner) => ({ threadId: gid('Thread', (await aThread(ground, owner.personId)).threadId), after: 0 }) },
    {
      act: 'moderation.readLog',
      policy: 'discussion.read',
      on: 'network',
      make: async (ground, owner) => ({
        threadId: gid('Thread', (await aThread(ground, owner.personId, { visibility: 'HIDDEN' })).threadId),
        after: 0,
      }),
    },
  ],
  discussionsChanged: { ...reads, make: (ground) => ({ networkId: gid('Network', ground.home.networkId) }) },
  sayWriting: {
    ...changes,
    act: 'discussion.write',
    make: async (ground, owner) => ({ input: { threadId: gid('Thread', (await aThread(ground, owner.personId)).threadId) } }),
  },
  thread: planned([
    { ...reads, make: async (ground, owner) => ({ network: ground.home.networkSlug, no: (await aThread(ground, owner.personId)).no }) },
    {
      // A hidden thread is for those who moderate.
      act: 'moderation.readLog',
      policy: 'discussion.read',
      on: 'network',
      make: async (ground, owner) => ({
        network: ground.home.networkSlug,
        no: (await aThread(ground, owner.personId, { visibility: 'HIDDEN' })).no,
      }),
    },
  ]),
  threads: {
    ...reads,
    fields: EDGES,
    make: async (ground, owner) => ({
      network: ground.home.networkSlug,
      first: 100,
      seek: gid('Thread', (await aThread(ground, owner.personId)).threadId),
    }),
    sees: (page: Parameters<typeof holds>[0], { seek }) => holds(page, seek),
  },
  post: { ...reads, make: async (ground, owner) => ({ id: gid('Post', await post(ground, owner)) }) },
  startThread: {
    act: 'discussion.write',
    on: 'network',
    read: 'discussion.read',
    make: (ground) => ({
      input: { network: ground.home.networkSlug, kind: 'QUESTION', title: 'Another question', body: 'What helps?', lang: 'en' },
    }),
  },
  reply: {
    act: 'discussion.write',
    on: 'network',
    read: 'discussion.read',
    make: async (ground, owner) => ({
      input: { threadId: gid('Thread', (await aThread(ground, owner.personId)).threadId), body: 'This helps', lang: 'en' },
    }),
  },
  markThreadRead: {
    ...reads,
    make: async (ground, owner) => ({ input: { threadId: gid('Thread', (await aThread(ground, owner.personId)).threadId), upTo: 1 } }),
  },
  editPost: {
    ...changes,
    act: 'post.editOwn',
    make: async (ground, owner) => ({ input: { postId: gid('Post', await post(ground, owner)), body: 'Better text', expectedVersion: 1 } }),
  },
  withdrawPost: {
    ...changes,
    act: 'post.editOwn',
    make: async (ground, owner) => ({ input: { postId: gid('Post', await post(ground, owner)), expectedVersion: 1 } }),
  },
  acceptAnswer: {
    ...changes,
    act: 'answer.accept',
    make: async (ground, owner) => {
      const { threadId, replyId } = await aThread(ground, owner.personId);
      return { input: { threadId: gid('Thread', threadId), postId: gid('Post', replyId), expectedVersion: 1 } };
    },
  },
  reportPost: {
    act: 'post.flag',
    on: 'network',
    read: 'discussion.read',
    make: async (ground, owner) => ({ input: { postId: gid('Post', await post(ground, owner)), reason: 'SPAM', note: '' } }),
  },
  decide: [
    {
      ...changes,
      act: 'moderation.decide',
      make: async (ground, owner) => ({
        input: { subjectId: gid('Post', await post(ground, owner)), kind: 'HIDE', reason: 'Names a pupil', expectedSeq: 0 },
      }),
    },
    {
      ...changes,
      act: 'moderation.decide',
      make: async (ground, owner) => ({
        input: {
          subjectId: gid('Thread', (await aThread(ground, owner.personId)).threadId),
          kind: 'LOCK',
          reason: 'The question is settled',
          expectedSeq: 0,
        },
      }),
    },
    {
      // Who may not see a hidden thread does not learn of it by deciding on it.
      act: 'moderation.decide',
      on: 'network',
      read: 'moderation.readLog',
      make: async (ground, owner) => ({
        input: {
          subjectId: gid('Post', (await aThread(ground, owner.personId, { visibility: 'HIDDEN' })).replyId),
          kind: 'HIDE',
          reason: 'Names a pupil',
          expectedSeq: 0,
        },
      }),
    },
  ],
  reviewQueue: {
    act: 'moderation.decide',
    on: 'network',
    own: 'both',
    fields: 'edges { node { subjectId } }',
    make: async (ground, owner) => ({ first: 100, seek: gid('Post', (await flagged(ground, owner.personId)).replyId) }),
    sees: (page: { edges: { node: { subjectId: string } }[] }, { seek }) => page.edges.some(({ node }) => node.subjectId === seek),
  },
};
