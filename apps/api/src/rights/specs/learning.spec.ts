import { newId } from '../../platform/ids.js';
import type { Owner, Spec, Specs } from '../operation.js';
import type { Kind } from '../table.js';
import { EDGES, gid, holds, next, sql } from './helpers.js';
import { aResource } from './resources.spec.js';

type Ground = Parameters<Spec['make']>[0];
type State = 'DRAFT' | 'SUBMITTED' | 'PUBLISHED' | 'WITHDRAWN';

export const PLACES = ['network', 'structure', 'centre', 'school', 'county'] as const satisfies readonly Kind[];
export type Place = (typeof PLACES)[number];
const AT = '2026-11-20T08:00:00Z';

/** Columns that say what something of the matrix belongs to. */
export const placeOf = ({ home }: Ground, place: Place) => ({
  territory_id: home.countyId,
  network_id: place === 'network' ? home.networkId : null,
  structure_id: place === 'structure' ? home.structureId : null,
  centre_id: place === 'centre' ? home.centreId : null,
  school_id: place === 'school' ? home.schoolId : null,
});

/** A path of a place in a state with one task, written by somebody. */
export async function aPath(ground: Ground, place: Place, state: State, proposedBy: string | null, visibility = 'PUBLIC'): Promise<string> {
  const id = await ground.make.insert('learning_paths', {
    id: newId(),
    slug: `path-${String(next())}`,
    ...placeOf(ground, place),
    state: state === 'SUBMITTED' ? 'DRAFT' : state,
    awaits_review: state === 'SUBMITTED',
    visibility,
    title: 'Talks in a circle',
    lang: 'en',
    rule: 'ALL_REQUIRED',
    proposed_by: proposedBy,
    created_at: AT,
    published_at: state === 'PUBLISHED' || state === 'WITHDRAWN' ? AT : null,
    changed_at: AT,
  });
  await aStep(ground, id);
  return id;
}

const aStep = ({ make }: Ground, pathId: string): Promise<string> =>
  make.insert('path_steps', { id: newId(), path_id: pathId, position: 0, kind: 'TASK', title: 'Lead a talk', required: true });

const CONTENT = {
  title: 'Talks in a circle',
  summary: '',
  outcome: '',
  lang: 'en',
  visibility: 'PUBLIC',
  rule: 'ALL_REQUIRED',
  needed: null,
  minutes: 60,
  certificate: true,
  steps: [{ kind: 'TASK', title: 'Lead a talk', text: '', required: true }],
};

const self = { act: 'resource.propose', on: 'none', own: 'always' } as const;

/** What a writer does with a path of their own. */
const ownPath = (state: State, more: object = {}): Spec => ({
  ...self,
  make: async (ground, { personId }) => ({
    input: { id: gid('LearningPath', await aPath(ground, 'county', state, personId)), expectedVersion: 1, ...more },
  }),
});

/** What reviewers of each place do. */
const reviews = (state: State, more: object = {}): Spec[] =>
  PLACES.map((place) => ({
    act: 'resource.review',
    on: place,
    read: 'resource.inside',
    own: 'both',
    make: async (ground, owner) => ({
      input: { id: gid('LearningPath', await aPath(ground, place, state, owner.personId)), expectedVersion: 1, ...more },
    }),
  }));

/** What everybody does with a resource that they may read. */
const studies = (more: object, prepare: (ground: Ground, id: string) => Promise<unknown> = () => Promise.resolve()): Spec[] => [
  {
    ...self,
    make: async (ground) => {
      const id = await aResource(ground, 'county', 'PUBLISHED', null);
      await prepare(ground, id);
      return { input: { resourceId: gid('Resource', id), ...more } };
    },
  },
  {
    act: 'resource.members',
    policy: 'resource.propose',
    on: 'network',
    make: async (ground) => {
      const id = await aResource(ground, 'network', 'PUBLISHED', null, 'MEMBERS');
      await prepare(ground, id);
      return { input: { resourceId: gid('Resource', id), ...more } };
    },
  },
];

const SURVEY = JSON.stringify({
  pages: [{ name: 'quiz', elements: [{ type: 'boolean', name: 'q1', title: 'Chairs help.', explanation: '', correctAnswer: true }] }],
});
const aQuiz = (ground: Ground, id: string) =>
  sql(ground, 'INSERT INTO resource_quizzes (resource_id, version_no, survey, pass_percent, changed_at) VALUES ($1, 1, $2, 50, $3)', [
    id,
    SURVEY,
    AT,
  ]);

async function follows(ground: Ground, { personId }: Owner): Promise<{ pathId: string; stepId: string }> {
  const pathId = await aPath(ground, 'county', 'PUBLISHED', null);
  await sql(ground, 'INSERT INTO path_enrolments (person_id, path_id, enrolled_at) VALUES ($1, $2, $3)', [personId, pathId, AT]);
  return { pathId: gid('LearningPath', pathId), stepId: gid('PathStep', await aStep(ground, pathId)) };
}

const sought = (page: Parameters<typeof holds>[0], { seek }: { seek?: unknown }) => holds(page, seek);

/** Self-study: what one does oneself, and paths. */
export const learning: Specs = {
  ownStudies: {
    ...self,
    fields: EDGES,
    make: async (ground, { personId }) => {
      const id = await aResource(ground, 'county', 'PUBLISHED', null);
      await sql(
        ground,
        'INSERT INTO resource_studies (person_id, resource_id, started_at, last_at) VALUES ($1, $2, $3, $3) ON CONFLICT DO NOTHING',
        [personId, id, AT],
      );
      return { done: false, first: 100, seek: gid('ResourceStudy', id) };
    },
    sees: sought,
  },
  startResource: studies({ share: 10 }),
  markDone: studies({ done: true }),
  saveNote: studies({ body: 'Ask Anna.' }),
  submitQuiz: studies({ answers: '{"q1":true}' }, aQuiz),
  saveQuiz: {
    ...self,
    make: async (ground, { personId }) => ({
      input: {
        id: gid('Resource', await aResource(ground, 'county', 'DRAFT', personId)),
        expectedVersion: 1,
        survey: SURVEY,
        passPercent: 60,
      },
    }),
  },
  learningPath: [
    ...PLACES.map((place): Spec => ({
      act: 'public.read',
      on: 'none',
      isPublic: true,
      make: async (ground) => ({ id: gid('LearningPath', await aPath(ground, place, 'PUBLISHED', null)) }),
    })),
    {
      act: 'resource.members',
      policy: 'public.read',
      on: 'network',
      make: async (ground) => ({ id: gid('LearningPath', await aPath(ground, 'network', 'PUBLISHED', null, 'MEMBERS')) }),
    },
    ...PLACES.flatMap((place) =>
      (['SUBMITTED', 'WITHDRAWN'] as const).map((state): Spec => ({
        act: 'resource.review',
        policy: 'public.read',
        on: place,
        make: async (ground) => ({ id: gid('LearningPath', await aPath(ground, place, state, null)) }),
      })),
    ),
    {
      act: 'resource.propose',
      policy: 'public.read',
      on: 'none',
      own: 'both',
      make: async (ground, { personId }) => ({ id: gid('LearningPath', await aPath(ground, 'network', 'DRAFT', personId)) }),
    },
  ],
  learningPaths: [
    {
      act: 'public.read',
      on: 'none',
      isPublic: true,
      fields: EDGES,
      make: async (ground) => newestPath(ground, 'PUBLIC'),
      sees: sought,
    },
    {
      act: 'resource.members',
      policy: 'public.read',
      on: 'network',
      fields: EDGES,
      make: async (ground) => newestPath(ground, 'MEMBERS'),
      sees: sought,
    },
  ],
  ownPaths: {
    ...self,
    fields: EDGES,
    make: async (ground, { personId }) => ({ first: 5, seek: gid('LearningPath', await aPath(ground, 'county', 'DRAFT', personId)) }),
    sees: sought,
  },
  followedPaths: {
    ...self,
    fields: EDGES,
    make: async (ground, owner) => ({ first: 100, seek: (await follows(ground, owner)).pathId }),
    sees: sought,
  },
  pathsToReview: PLACES.map((place) => ({
    act: 'resource.review',
    on: place,
    own: 'both' as const,
    fields: EDGES,
    make: async (ground: Ground, owner: Owner) => {
      const id = await aPath(ground, place, 'SUBMITTED', owner.personId);
      // The longest waiting comes first.
      await sql(ground, `UPDATE learning_paths SET changed_at = '2000-01-01'::timestamptz - $2 * interval '1 second' WHERE id = $1`, [
        id,
        next(),
      ]);
      return { first: 100, seek: gid('LearningPath', id) };
    },
    sees: sought,
  })),
  createPath: {
    ...self,
    make: (ground) => ({ input: { ownerType: 'COUNTY', ownerId: gid('Territory', ground.home.countyId), title: 'Talks', lang: 'en' } }),
  },
  savePath: [
    ownPath('DRAFT', { content: CONTENT }),
    ...PLACES.map((place): Spec => ({
      act: 'resource.review',
      policy: 'resource.propose',
      on: place,
      read: 'public.read',
      isPublic: true,
      make: async (ground) => ({
        input: { id: gid('LearningPath', await aPath(ground, place, 'PUBLISHED', null)), expectedVersion: 1, content: CONTENT },
      }),
    })),
  ],
  submitPath: ownPath('DRAFT'),
  takeBackPath: ownPath('SUBMITTED'),
  withdrawPath: ownPath('PUBLISHED'),
  discardPath: ownPath('DRAFT'),
  returnPath: reviews('SUBMITTED', { remarks: 'Name the class.' }),
  publishPath: [...reviews('SUBMITTED'), ...reviews('WITHDRAWN')],
  followPath: {
    ...self,
    make: async (ground) => ({ input: { pathId: gid('LearningPath', await aPath(ground, 'county', 'PUBLISHED', null)), follows: true } }),
  },
  showOnPath: { ...self, make: async (ground, owner) => ({ input: { pathId: (await follows(ground, owner)).pathId, shows: true } }) },
  markStep: { ...self, make: async (ground, owner) => ({ input: { stepId: (await follows(ground, owner)).stepId, done: true } }) },
};

async function newestPath(ground: Ground, visibility: string): Promise<{ first: number; seek: string }> {
  const id = await aPath(ground, 'network', 'PUBLISHED', null, visibility);
  await sql(ground, `UPDATE learning_paths SET published_at = '2030-01-01'::timestamptz + $2 * interval '1 second' WHERE id = $1`, [
    id,
    next(),
  ]);
  return { first: 100, seek: gid('LearningPath', id) };
}
