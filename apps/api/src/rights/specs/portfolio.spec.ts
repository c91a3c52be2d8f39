import { createHash } from 'node:crypto';
import { newId } from '../../platform/ids.js';
import type { Owner, Spec, Specs } from '../operation.js';
import { EDGES, gid, holds, next, sql } from './helpers.js';
import { aPath, type Place, placeOf, PLACES } from './learning.spec.js';
import { aResource } from './resources.spec.js';

type Ground = Parameters<Spec['make']>[0];

const AT = '2026-11-20T08:00:00Z';
const self = { act: 'resource.propose', on: 'none', own: 'always' } as const;
const profile = { act: 'profile.own', on: 'none', own: 'always' } as const;
const sought = (page: Parameters<typeof holds>[0], { seek }: { seek?: unknown }) => holds(page, seek);

async function aCollection(ground: Ground, ownerId: string, state: 'DRAFT' | 'PUBLISHED' = 'DRAFT'): Promise<string> {
  return ground.make.insert('collections', {
    id: newId(),
    slug: `collection-${String(next())}`,
    owner_id: ownerId,
    state,
    title: 'Circles',
    lang: 'en',
    created_at: AT,
    // The last changed come first.
    changed_at: `2026-11-23T08:00:00.${String(next() % 1000).padStart(3, '0')}Z`,
  });
}
/** What an owner does with a collection. */
const mine = (more: object = {}): Spec => ({
  ...self,
  make: async (ground, { personId }) => ({
    input: { id: gid('Collection', await aCollection(ground, personId)), expectedVersion: 1, ...more },
  }),
});

async function aCertificate(ground: Ground, place: Place, pathOf: string | null, personId: string): Promise<{ id: string; code: string }> {
  const id = newId();
  const code = `0000-0000-${String(next()).padStart(4, '0')}`;
  await ground.make.insert('certificates', {
    id,
    code,
    person_id: personId,
    subject_type: 'LearningPath',
    subject_id: await aPath(ground, place, 'PUBLISHED', pathOf),
    ...placeOf(ground, place),
    state: 'ISSUED',
    person_name: 'Anna Maj',
    title: 'Talks in a circle',
    lang: 'en',
    issuer: 'Circle',
    minutes: 60,
    completed_at: AT,
    issued_at: AT,
  });
  return { id: gid('Certificate', id), code };
}

async function aLink(ground: Ground, personId: string): Promise<{ id: string; token: string }> {
  const id = newId();
  const token = id.replaceAll('-', '').padEnd(43, '0');
  await ground.make.insert('portfolio_links', {
    id,
    person_id: personId,
    token_hash: createHash('sha256').update(token).digest('base64url'),
    label: 'Head',
    parts: ['HOURS'],
    created_at: AT,
    ended_at: null,
  });
  return { id: gid('PortfolioLink', id), token };
}

async function slugOf(ground: Ground, id: string): Promise<string> {
  const row = await ground.world.services.db.row<{ slug: string }>('SELECT slug FROM collections WHERE id = $1', [id]);
  return row?.slug ?? '';
}

/** Collections, certificates and the portfolio. */
export const portfolios: Specs = {
  collection: [
    {
      act: 'public.read',
      on: 'none',
      isPublic: true,
      make: async (ground) => ({ slug: await slugOf(ground, await aCollection(ground, ground.somebody, 'PUBLISHED')) }),
    },
    {
      act: 'resource.propose',
      policy: 'public.read',
      on: 'none',
      own: 'both',
      make: async (ground, { personId }) => ({ slug: await slugOf(ground, await aCollection(ground, personId)) }),
    },
  ],
  collections: {
    act: 'public.read',
    on: 'none',
    isPublic: true,
    fields: EDGES,
    make: async (ground) => ({ first: 100, seek: gid('Collection', await aCollection(ground, ground.somebody, 'PUBLISHED')) }),
    sees: sought,
  },
  ownCollections: {
    ...self,
    fields: EDGES,
    make: async (ground, { personId }) => ({ first: 100, seek: gid('Collection', await aCollection(ground, personId)) }),
    sees: sought,
  },
  createCollection: { ...self, make: () => ({ input: { title: 'Circles', summary: '', lang: 'en', items: [] } }) },
  saveCollection: mine({ title: 'Circles', summary: '', lang: 'en', items: [] }),
  showCollection: mine({ isPublic: true }),
  deleteCollection: mine(),
  copyCollection: {
    ...self,
    make: async (ground) => ({ input: { id: gid('Collection', await aCollection(ground, ground.somebody, 'PUBLISHED')) } }),
  },
  collectResource: {
    ...self,
    make: async (ground, { personId }) => ({
      input: {
        collectionId: gid('Collection', await aCollection(ground, personId)),
        resourceId: gid('Resource', await aResource(ground, 'county', 'PUBLISHED', null)),
        collected: true,
      },
    }),
  },
  certificate: {
    act: 'public.read',
    on: 'none',
    isPublic: true,
    // The code's check characters must fit: one whose are known.
    make: async (ground) => {
      await sql(ground, 'DELETE FROM certificates WHERE code = $1', ['0000-0000-0000']);
      const { code } = await aCertificate(ground, 'county', null, ground.somebody);
      await sql(ground, 'UPDATE certificates SET code = $2 WHERE code = $1', [code, '0000-0000-0000']);
      return { code: '0000-0000-0000' };
    },
  },
  ownCertificates: {
    ...profile,
    fields: EDGES,
    make: async (ground, { personId }) => ({ first: 100, seek: (await aCertificate(ground, 'county', null, personId)).id }),
    sees: sought,
  },
  revokeCertificate: PLACES.map((place) => ({
    act: 'certificate.issue',
    on: place,
    own: 'both',
    make: async (ground: Ground, owner: Owner) => {
      const { id } = await aCertificate(ground, place, owner.personId, await ground.make.person());
      return { input: { id, expectedVersion: 1, reason: 'By mistake' } };
    },
  })),
  portfolio: { ...profile, make: () => ({}), fields: 'minutes' },
  sharedPortfolio: {
    act: 'public.read',
    on: 'none',
    isPublic: true,
    make: async (ground) => ({ token: await aLink(ground, await ground.make.person()).then(({ token }) => token) }),
    fields: 'minutes',
  },
  portfolioLinks: { ...profile, make: () => ({}), fields: 'id' },
  createPortfolioLink: { ...profile, make: () => ({ input: { label: 'Head', parts: ['HOURS'] } }) },
  endPortfolioLink: {
    ...profile,
    make: async (ground, { personId }) => ({ input: { id: (await aLink(ground, personId)).id } }),
  },
};
