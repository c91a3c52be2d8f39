import { newId } from '../../platform/ids.js';
import type { Spec, Specs } from '../operation.js';
import { aThread } from './discussions.spec.js';
import { gid, sql } from './helpers.js';

type Ground = Parameters<Spec['make']>[0];

/** A hidden reply of the home network, decided by somebody without a role now. */
async function hiddenPost(
  ground: Ground,
  authorId: string,
): Promise<{ postId: string; decisionId: string; about: Record<string, unknown> }> {
  const { make, home } = ground;
  const { replyId: postId } = await aThread(ground, authorId);
  const decisionId = newId();
  const about = { county_id: home.countyId, scope_id: home.networkId, subject_type: 'Post', subject_id: postId, author_id: authorId };
  await make.insert('moderation_decisions', {
    id: decisionId,
    ...about,
    seq: 1,
    kind: 'HIDE',
    reason: 'Names a pupil',
    decided_by: await make.person(),
    decided_at: '2026-11-20T08:00:00Z',
  });
  await sql(ground, "UPDATE posts SET visibility = 'HIDDEN' WHERE id = $1", [postId]);
  return { postId, decisionId, about };
}

/** An open appeal against hiding a reply. */
async function anAppeal(ground: Ground, authorId: string): Promise<string> {
  const { decisionId, about } = await hiddenPost(ground, authorId);
  const id = newId();
  await ground.make.insert('appeals', {
    id,
    ...about,
    decision_id: decisionId,
    statement: 'It names nobody',
    made_at: '2000-01-01T00:00:00Z',
  });
  return id;
}

const onAppeal = { on: 'network', own: 'both' } as const;

async function aTemplate(ground: Ground): Promise<string> {
  return ground.make.insert('reason_templates', {
    id: newId(),
    county_id: ground.home.countyId,
    network_id: ground.home.networkId,
    lang: 'en',
    title: 'Pupils',
    body: 'It names a pupil',
    changed_by: ground.somebody,
  });
}

const configures = { act: 'moderation.configure', on: 'network', read: 'discussion.read' } as const;

/** Appeals, claims, templates of reasons and the public log. */
export const moderation: Specs = {
  // What of it is told to whom, the test of the live queue says.
  reviewChanged: { act: 'profile.own', on: 'none', own: 'always', make: () => ({}) },
  decisionsOnViewer: { act: 'appeal.make', on: 'none', own: 'always', fields: 'edges { cursor }', make: () => ({ first: 20 }) },
  makeAppeal: {
    ...onAppeal,
    act: 'appeal.make',
    read: 'moderation.readLog',
    make: async (ground, owner) => ({
      input: { decisionId: gid('ModerationDecision', (await hiddenPost(ground, owner.personId)).decisionId), statement: 'It names nobody' },
    }),
  },
  appeals: {
    ...onAppeal,
    act: 'appeal.decide',
    fields: 'edges { node { appeal { id } html around { id } } }',
    make: async (ground, owner) => ({ first: 100, seek: gid('Appeal', await anAppeal(ground, owner.personId)) }),
    sees: (page: { edges: { node: { appeal: { id: string } } }[] }, { seek }) => page.edges.some(({ node }) => node.appeal.id === seek),
  },
  decideAppeal: {
    ...onAppeal,
    act: 'appeal.decide',
    read: 'moderation.readLog',
    make: async (ground, owner) => ({
      input: { appealId: gid('Appeal', await anAppeal(ground, owner.personId)), answer: 'UPHOLD', reason: 'It does', expectedVersion: 1 },
    }),
  },
  networkDecisions: {
    act: 'moderation.readPublicLog',
    on: 'network',
    fields: 'decisions(first: 5) { edges { node { id } } }',
    make: (ground) => ({ network: ground.home.networkSlug }),
  },
  claimReview: {
    ...onAppeal,
    act: 'moderation.decide',
    read: 'discussion.read',
    make: async (ground, owner) => ({ input: { subjectId: gid('Post', (await aThread(ground, owner.personId)).replyId) } }),
  },
  reasonTemplates: {
    act: 'moderation.configure',
    on: 'network',
    fields: 'networkId',
    make: (ground) => ({ network: ground.home.networkSlug }),
  },
  saveReasonTemplate: {
    ...configures,
    make: (ground) => ({
      input: { networkId: gid('Network', ground.home.networkId), lang: 'en', title: 'Pupils', body: 'It names a pupil' },
    }),
  },
  deleteReasonTemplate: {
    ...configures,
    make: async (ground) => ({ input: { id: gid('ReasonTemplate', await aTemplate(ground)), expectedVersion: 1 } }),
  },
};
