import type { Specs } from '../operation.js';
import { aThread } from './discussions.spec.js';
import { gid } from './helpers.js';

const arranges = { act: 'moderation.decide', on: 'network', read: 'discussion.read', own: 'both' } as const;
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
