import { EMPTY_RESOURCE } from '@stoa/domain';
import { newId } from '../../platform/ids.js';
import type { Spec, Specs } from '../operation.js';
import type { Kind } from '../table.js';
import { EDGES, gid, holds, next, sql, version } from './helpers.js';
import { aResourceFile } from './resource-file.js';

export type Ground = Parameters<Spec['make']>[0];
type State = 'DRAFT' | 'SUBMITTED' | 'PUBLISHED' | 'OUTDATED' | 'WITHDRAWN';

const PLACES = ['network', 'structure', 'centre', 'school', 'county'] as const satisfies readonly Kind[];
export type Place = (typeof PLACES)[number];

/** A resource that could be submitted as it is. */
const CONTENT = {
  ...EMPTY_RESOURCE,
  kind: 'GUIDE' as const,
  title: 'Chairs in a circle',
  lang: 'en' as const,
  outcome: 'You can lead a talk.',
  summary: 'How to lead a talk.',
  body: 'Sit down.',
  licence: 'CC_BY' as const,
  authors: ['Anna Maj'],
  subjects: ['CLASS_TEACHING' as const],
};

/** A resource of a place in a state, proposed by somebody. */
export async function aResource(
  ground: Ground,
  place: Place,
  state: State,
  proposedBy: string | null,
  visibility: 'PUBLIC' | 'MEMBERS' = 'PUBLIC',
): Promise<string> {
  const { home } = ground;
  return ground.make.resource({
    ...CONTENT,
    visibility,
    territoryId: home.countyId,
    networkId: place === 'network' ? home.networkId : null,
    structureId: place === 'structure' ? home.structureId : null,
    centreId: place === 'centre' ? home.centreId : null,
    schoolId: place === 'school' ? home.schoolId : null,
    state: state === 'SUBMITTED' ? 'DRAFT' : state,
    submitted: state === 'SUBMITTED',
    proposedBy,
  });
}

/** What a proposer does with a resource of their own; others, reviewers among them, are not asked here. */
const own = (state: State, more: (ground: Ground, id: string) => Promise<object> = () => Promise.resolve({})): Spec => ({
  act: 'resource.propose',
  on: 'none',
  own: 'always',
  make: async (ground, { personId }) => {
    const id = await aResource(ground, 'county', state, personId);
    return {
      input: { id: gid('Resource', id), expectedVersion: await version(ground, 'resources', id), ...(await more(ground, id)) },
    };
  },
});

/** What reviewers of each place do. */
export const reviews = (state: State, more: object = {}, seen = 'resource.inside'): Spec[] =>
  PLACES.map((place) => ({
    act: 'resource.review',
    on: place,
    read: seen,
    isPublic: seen === 'public.read',
    own: 'both',
    make: async (ground, owner) => {
      const id = await aResource(ground, place, state, owner.personId);
      return { input: { id: gid('Resource', id), expectedVersion: 1, ...more } };
    },
  }));

/** The page of what belongs to a place, on which a resource that is the newest stands first. */
async function ownedBy(ground: Ground, place: Exclude<Place, 'county'>, id: string): Promise<Record<string, unknown>> {
  const { home } = ground;
  await sql(ground, `UPDATE resources SET published_at = '2099-01-01'::timestamptz + $2 * interval '1 second' WHERE id = $1`, [id, next()]);
  const owner = {
    network: gid('Network', home.networkId),
    structure: gid('Structure', home.structureId),
    centre: gid('Centre', home.centreId),
    school: gid('School', home.schoolId),
  }[place];
  return { ownerId: owner, first: 5, seek: gid('Resource', id) };
}

/** What everybody does who is signed in and reads a public resource. */
const reads = (input: (id: string) => object): Spec => ({
  act: 'signed-in',
  policy: 'resource.propose',
  on: 'none',
  make: async (ground) => ({ input: input(gid('Resource', await aResource(ground, 'county', 'PUBLISHED', null))) }),
});

function aUse(ground: Ground, resourceId: string, personId: string): Promise<string> {
  return ground.make.insert('resource_uses', {
    id: newId(),
    resource_id: resourceId,
    person_id: personId,
    result: 'WORKED',
    account: 'We did it with two classes.',
    lang: 'en',
    told_at: '2026-11-01T08:00:00Z',
  });
}

/** An open report by a visitor, older than all before it. */
function aReport(ground: Ground, resourceId: string): Promise<string> {
  return ground.make.insert('resource_reports', {
    id: newId(),
    resource_id: resourceId,
    reason: 'COPYRIGHT',
    text: 'The second picture is mine.',
    reporter_email: 'reader@example.org',
    lang: 'en',
    reported_at: new Date(Date.parse('2000-01-01T00:00:00Z') - next() * 1_000).toISOString(),
  });
}

async function countyName({ world, home }: Ground): Promise<string> {
  return (await world.services.db.row<{ search: string }>('SELECT search FROM territories WHERE id = $1', [home.countyId]))?.search ?? '';
}

const save = async (): Promise<object> => Promise.resolve({ changes: '', content: CONTENT });

/** Resources: reading, proposing, reviewing. */
export const resources: Specs = {
  resource: [
    ...PLACES.map((place): Spec => ({
      act: 'public.read',
      on: 'none',
      isPublic: true,
      make: async (ground) => ({ id: gid('Resource', await aResource(ground, place, 'PUBLISHED', null)) }),
    })),
    {
      act: 'resource.members',
      policy: 'public.read',
      on: 'network',
      make: async (ground) => ({ id: gid('Resource', await aResource(ground, 'network', 'PUBLISHED', null, 'MEMBERS')) }),
    },
    ...PLACES.flatMap((place) =>
      (['SUBMITTED', 'WITHDRAWN'] as const).map((state): Spec => ({
        act: 'resource.review',
        policy: 'public.read',
        on: place,
        make: async (ground) => ({ id: gid('Resource', await aResource(ground, place, state, null)) }),
      })),
    ),
    {
      act: 'resource.propose',
      policy: 'public.read',
      on: 'none',
      own: 'both',
      make: async (ground, { personId }) => ({ id: gid('Resource', await aResource(ground, 'network', 'DRAFT', personId)) }),
    },
  ],
  ownResources: {
    act: 'resource.propose',
    on: 'none',
    own: 'always',
    fields: EDGES,
    make: async (ground, { personId }) => ({ first: 5, seek: gid('Resource', await aResource(ground, 'county', 'DRAFT', personId)) }),
    sees: (page, { seek }) => holds(page, seek),
  },
  resourcesToReview: PLACES.map((place) => ({
    act: 'resource.review',
    on: place,
    own: 'both' as const,
    fields: EDGES,
    make: async (ground: Ground, owner: { personId: string }) => {
      const id = await aResource(ground, place, 'SUBMITTED', owner.personId);
      // The longest waiting comes first.
      await ground.world.services.db.row(
        `UPDATE resources SET changed_at = '2000-01-01'::timestamptz - $2 * interval '1 second' WHERE id = $1`,
        [id, next()],
      );
      return { first: 100, seek: gid('Resource', id) };
    },
    sees: (page: Parameters<typeof holds>[0], { seek }: { seek?: unknown }) => holds(page, seek),
  })),
  ownerResources: [
    ...(['network', 'structure', 'centre', 'school'] as const).map((place): Spec => ({
      act: 'public.read',
      on: 'none',
      isPublic: true,
      fields: EDGES,
      make: async (ground) => ownedBy(ground, place, await aResource(ground, place, 'PUBLISHED', null)),
      sees: (page, { seek }) => holds(page, seek),
    })),
    {
      act: 'resource.members',
      policy: 'public.read',
      on: 'network',
      fields: EDGES,
      make: async (ground) => ownedBy(ground, 'network', await aResource(ground, 'network', 'PUBLISHED', null, 'MEMBERS')),
      sees: (page, { seek }) => holds(page, seek),
    },
  ],
  // What is public is given to everybody who is signed in.
  resourceOwners: {
    act: 'signed-in',
    policy: 'resource.propose',
    on: 'none',
    fields: 'id',
    make: async (ground) => ({ first: 5, search: await countyName(ground), seek: gid('Territory', ground.home.countyId) }),
    sees: (owners: { id: string }[], { seek }) => owners.some(({ id }) => id === seek),
  },
  createResource: {
    act: 'resource.propose',
    on: 'none',
    own: 'always',
    make: (ground) => ({
      input: { ownerType: 'COUNTY', ownerId: gid('Territory', ground.home.countyId), kind: 'GUIDE', title: 'Chairs', lang: 'en' },
    }),
  },
  saveResource: own('DRAFT', save),
  resourceUploads: {
    act: 'resource.propose',
    on: 'none',
    own: 'always',
    make: async (ground, { personId }) => ({ id: gid('Resource', await aResource(ground, 'county', 'DRAFT', personId)) }),
  },
  addResourceFiles: {
    act: 'resource.propose',
    on: 'none',
    own: 'always',
    make: async (ground, { personId }) => ({
      input: { id: gid('Resource', await aResource(ground, 'county', 'DRAFT', personId)), uploadIds: [] },
    }),
  },
  removeResourceFile: {
    act: 'resource.propose',
    on: 'none',
    own: 'always',
    make: async (ground, { personId }) => {
      const { id } = await aResourceFile(ground, await aResource(ground, 'county', 'DRAFT', personId));
      return { input: { id: gid('ResourceFile', id) } };
    },
  },
  submitResource: own('DRAFT'),
  takeBackResource: own('SUBMITTED'),
  discardDraft: own('DRAFT'),
  markOutdated: own('PUBLISHED'),
  withdrawResource: own('PUBLISHED'),
  markUseful: reads((id) => ({ id, useful: true })),
  tellUse: reads((id) => ({ id, result: 'WORKED', account: 'We did it with two classes.', lang: 'en' })),
  takeBackUse: {
    act: 'resource.propose',
    on: 'none',
    own: 'always',
    make: async (ground, { personId }) => {
      const id = await aResource(ground, 'county', 'PUBLISHED', null);
      await aUse(ground, id, personId);
      return { input: { id: gid('Resource', id) } };
    },
  },
  reportResource: {
    act: 'public.read',
    on: 'none',
    isPublic: true,
    make: async (ground) => ({
      input: {
        id: gid('Resource', await aResource(ground, 'county', 'PUBLISHED', null)),
        reason: 'COPYRIGHT',
        text: 'The second picture is mine.',
        email: 'reader@example.org',
      },
    }),
  },
  resourceReports: PLACES.map((place) => ({
    act: 'resource.review',
    on: place,
    own: 'both' as const,
    fields: EDGES,
    make: async (ground: Ground, owner: { personId: string }) => {
      const id = await aReport(ground, await aResource(ground, place, 'PUBLISHED', owner.personId));
      return { first: 100, seek: gid('ResourceReport', id) };
    },
    sees: (page: Parameters<typeof holds>[0], { seek }: { seek?: unknown }) => holds(page, seek),
  })),
  decideReport: PLACES.map((place) => ({
    act: 'resource.review',
    on: place,
    read: 'resource.inside',
    own: 'both' as const,
    make: async (ground: Ground, owner: { personId: string }) => {
      const id = await aReport(ground, await aResource(ground, place, 'PUBLISHED', owner.personId));
      return { input: { id: gid('ResourceReport', id), expectedVersion: 1, outcome: 'KEPT', answer: 'It stays.' } };
    },
  })),
  returnResource: reviews('SUBMITTED', { remarks: [{ field: 'title', text: 'Name the class.' }] }),
  publishResource: reviews('SUBMITTED'),
  confirmCurrent: reviews('OUTDATED', {}, 'public.read'),
  restoreResource: reviews('WITHDRAWN'),
};
