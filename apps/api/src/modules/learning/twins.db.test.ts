import type { Role } from '@stoa/domain';
import { ANONYMOUS } from '../../platform/authorize.js';
import { newId } from '../../platform/ids.js';
import { countyTree, factories } from '../../testing/factories.js';
import { personaOf } from '../../testing/personas.js';
import { startWorld, type World } from '../../testing/world.js';
import { canReadCollection, collectionById, collectionsVisibleTo } from './collections/collection.queries.js';
import { canReadPath } from './paths/path.policy.js';
import { readablePaths } from './paths/path.queries.js';
import { pathStatement, type PathRow } from './paths/path.statement.js';

describe('lists of paths and collections', () => {
  let world: World;
  const people: Record<string, string | null> = { visitor: null };

  beforeAll(async () => {
    world = await startWorld();
    const make = factories(world.services.db);
    const place = await countyTree(world.services.db);
    const { countyId } = place;
    const centreId = await make.centre({ territoryId: countyId });
    const structureId = await make.structure({ centreId });
    const schoolId = await make.school({ countyId });
    const networkId = await make.network({ countyId, promoted: false });
    for (const who of ['teacher', 'member', 'stranger']) people[who] = await make.person({ name: who });
    await make.member({ networkId, countyId, personId: people['member'] ?? '' });
    const appoint = async (who: string, role: Role, scopeType: string, scopeId: string, county: string | null = countyId) => {
      people[who] = await make.person({ name: who });
      await make.appointment({ personId: people[who], role, scopeType, scopeId, countyId: county });
    };
    await appoint('coordinator', 'NC', 'NETWORK', networkId);
    await appoint('structureHead', 'SH', 'STRUCTURE', structureId);
    await appoint('centreHead', 'CH', 'CENTRE', centreId);
    await appoint('principal', 'SP', 'SCHOOL', schoolId);
    await appoint('county', 'CC', 'COUNTY', countyId);
    await appoint('region', 'RC', 'REGION', place.regionId, null);
    await appoint('admin', 'AD', 'EVERYTHING', '00000000-0000-0000-0000-000000000000', null);
    const at = '2026-11-20T08:00:00Z';
    let serial = 0;
    for (const owner of [{ network_id: networkId }, { structure_id: structureId }, { centre_id: centreId }, { school_id: schoolId }, {}])
      for (const [state, awaits] of [
        ['DRAFT', false],
        ['DRAFT', true],
        ['PUBLISHED', false],
        ['WITHDRAWN', false],
      ] as const)
        for (const visibility of 'network_id' in owner ? ['PUBLIC', 'MEMBERS'] : ['PUBLIC'])
          for (const proposedBy of [null, people['teacher']])
            await make.insert('learning_paths', {
              ...{
                id: newId(),
                slug: `path-${String((serial += 1))}`,
                territory_id: countyId,
                ...owner,
                state,
                awaits_review: awaits,
                visibility,
              },
              ...{ title: 'Talks', lang: 'en', rule: 'ALL_REQUIRED', proposed_by: proposedBy, created_at: at, changed_at: at },
            });
    for (const state of ['DRAFT', 'PUBLISHED', 'WITHDRAWN'])
      for (const who of ['teacher', 'member'])
        await make.insert('collections', {
          ...{ id: newId(), slug: `collection-${String((serial += 1))}`, owner_id: people[who], state, title: 'Talks', lang: 'en' },
          ...{ created_at: at, changed_at: at },
        });
  });
  afterAll(() => world.close());

  it('hold exactly what each viewer may read on a page', async () => {
    const { db } = world.services;
    const paths = await db.rows<PathRow>(pathStatement('true'));
    const collections = await db.rows<{ id: string }>('SELECT id FROM collections');
    const seen = new Set<number>();
    for (const [who, personId] of Object.entries(people)) {
      const viewer = personId === null ? ANONYMOUS : await personaOf(world.services, personId);
      const ctx = world.app.contextFor({ viewer });
      const listed = await readablePaths(
        ctx,
        paths.map(({ id }) => id),
      );
      const pages = paths.filter((row) => canReadPath(viewer, row)).map(({ id }) => id);
      expect([who, [...listed].toSorted()]).toEqual([who, pages.toSorted()]);
      seen.add(pages.length);
      const inList = await db.rows<{ id: string }>(`SELECT c.id FROM collections c WHERE ${collectionsVisibleTo('$1')} ORDER BY c.id`, [
        personId,
      ]);
      const rows = await ctx.loadMany(
        collectionById,
        collections.map(({ id }) => id),
      );
      const open = rows.flatMap((row) => (row && canReadCollection(viewer, row) ? [row.id] : []));
      expect([who, inList.map(({ id }) => id)]).toEqual([who, open.toSorted()]);
    }
    expect(seen.size).toBeGreaterThan(5);
  });
});
