import { newId } from '../../platform/ids.js';
import type { Spec, Specs } from '../operation.js';
import { aThread } from './discussions.spec.js';
import { gid, next } from './helpers.js';

type Ground = Parameters<Spec['make']>[0];

const arranges = { act: 'moderation.decide', on: 'network', read: 'discussion.read', own: 'both' } as const;
const configures = { act: 'moderation.configure', on: 'network', read: 'discussion.read' } as const;
const category = { name: 'Lessons', description: 'What went well', startBy: 'MEMBERS', closed: false };

async function aCategory({ make, home }: Ground): Promise<string> {
  const row = { id: newId(), county_id: home.countyId, network_id: home.networkId, name: 'Lessons', position: next() };
  return gid('ThreadCategory', await make.insert('thread_categories', row));
}

const decided = { reason: 'It belongs together', expectedSeq: 0 };

/** Threads that are put elsewhere, and the way to where they are. */
export const arranging: Specs = {
  movedThread: {
    act: 'discussion.read',
    on: 'network',
    fields: 'no',
    make: async (ground, owner) => ({ network: ground.home.networkSlug, no: (await aThread(ground, owner.personId)).no, post: 2 }),
  },
  // To where it is already: that is said after the right was asked. What is asked of another network stands in arranging.db.test.ts.
  moveThread: {
    ...arranges,
    passes: ['NO_CHANGE'],
    make: async (ground, owner) => ({
      input: { threadId: gid('Thread', (await aThread(ground, owner.personId)).threadId), network: ground.home.networkSlug, ...decided },
    }),
  },
  threadCategories: {
    act: 'discussion.read',
    on: 'network',
    fields: 'networkId',
    make: (ground) => ({ network: ground.home.networkSlug }),
  },
  saveThreadCategory: [
    {
      ...configures,
      passes: ['TOO_MANY_CATEGORIES'],
      make: ({ home }) => ({ input: { networkId: gid('Network', home.networkId), ...category } }),
    },
    {
      ...configures,
      make: async (ground) => ({
        input: { networkId: gid('Network', ground.home.networkId), id: await aCategory(ground), ...category, expectedVersion: 1 },
      }),
    },
  ],
  // Others make categories at the same time.
  orderThreadCategories: {
    ...configures,
    passes: ['CATEGORIES_CHANGED'],
    make: async (ground) => ({ input: { networkId: gid('Network', ground.home.networkId), ids: [await aCategory(ground)] } }),
  },
  categoriseThread: {
    ...arranges,
    make: async (ground, owner) => ({
      input: { threadId: gid('Thread', (await aThread(ground, owner.personId)).threadId), categoryId: await aCategory(ground), ...decided },
    }),
  },
  splitThread: {
    ...arranges,
    make: async (ground, owner) => {
      const { threadId, replyId } = await aThread(ground, owner.personId);
      return {
        input: { threadId: gid('Thread', threadId), postIds: [gid('Post', replyId)], title: 'Its own', kind: 'QUESTION', ...decided },
      };
    },
  },
  mergeThreads: {
    ...arranges,
    make: async (ground, owner) => {
      const { threadId } = await aThread(ground, owner.personId);
      const into = (await aThread(ground, ground.somebody)).threadId;
      return { input: { threadId: gid('Thread', threadId), into: gid('Thread', into), ...decided } };
    },
  },
};
