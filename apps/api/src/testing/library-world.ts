import { LICENCES, RESOURCE_KINDS, type Role, SCHOOL_LEVELS, SUBJECTS } from '@stoa/domain';
import { takeInResources } from '../modules/library/index.js';
import { type ResourceRow, resourceStatement } from '../modules/resources/index.js';
import { newId } from '../platform/ids.js';
import { countyTree, factories } from './factories.js';
import { startWorld, type World } from './world.js';

const LANGS = ['en', 'el', 'pl', 'ru', 'de'] as const;

/** A resource with the slugs of what it belongs to and of its topics. */
export type PlayedResource = ResourceRow & { topic_ids: string[]; network_slug: string | null; centre_slug: string | null };

/** A world with resources of every owner, state and visibility, and somebody in every office. */
export interface LibraryWorld {
  world: World;
  make: ReturnType<typeof factories>;
  networkId: string;
  countyId: string;
  /** Ids by what they are; of a visitor null. */
  people: Record<string, string | null>;
  rows: PlayedResource[];
}

/** Starts such a world. The caller closes it. */
export async function libraryWorld(): Promise<LibraryWorld> {
  const people: Record<string, string | null> = { visitor: null };
  const world = await startWorld();
  const { db } = world.services;
  const make = factories(db);
  const place = await countyTree(db);
  const { countyId } = place;
  const other = await countyTree(db);
  const centreId = await make.centre({ territoryId: countyId });
  const structureId = await make.structure({ centreId });
  const schoolId = await make.school({ countyId });
  const networkId = await make.network({ countyId, promoted: true });
  const foreignId = await make.network({ countyId: other.countyId });
  const appoint = async (who: string, role: Role, scopeType: string, scopeId: string, county: string | null) => {
    people[who] = await make.person({ name: who });
    await make.appointment({ personId: people[who], role, scopeType, scopeId, countyId: county });
  };
  for (const who of ['teacher', 'member']) people[who] = await make.person({ name: who });
  await make.member({ networkId, countyId, personId: people['member'] ?? '' });
  await appoint('coordinator', 'NC', 'NETWORK', networkId, countyId);
  await appoint('structureHead', 'SH', 'STRUCTURE', structureId, countyId);
  await appoint('centreHead', 'CH', 'CENTRE', centreId, countyId);
  await appoint('council', 'CM', 'CENTRE', centreId, countyId);
  await appoint('principal', 'SP', 'SCHOOL', schoolId, countyId);
  await appoint('county', 'CC', 'COUNTY', countyId, countyId);
  await appoint('foreignCounty', 'CC', 'COUNTY', other.countyId, other.countyId);
  await appoint('region', 'RC', 'REGION', place.regionId, null);
  await appoint('admin', 'AD', 'EVERYTHING', '00000000-0000-0000-0000-000000000000', null);
  const parent = await make.insert('topics', { id: newId(), slug: 'garden', names: '{"en": "Garden", "pl": "Ogród"}', search: 'garden' });
  const topic = await make.insert('topics', {
    id: newId(),
    slug: 'hives',
    names: '{"en": "Beehives", "el": "Κυψέλες"}',
    synonyms: '{"en": ["apiary"]}',
    search: 'beehives',
    parent_id: parent,
  });
  const owners = [{ networkId }, { networkId: foreignId, territoryId: other.countyId }, { structureId }, { centreId }, { schoolId }, {}];
  let n = 0;
  for (const owner of owners)
    for (const state of ['DRAFT', 'PUBLISHED', 'OUTDATED', 'WITHDRAWN'] as const)
      for (const visibility of ['PUBLIC', 'MEMBERS'] as const)
        for (const proposedBy of [null, people['teacher']])
          for (let copy = 0; copy < 5; copy++)
            if (visibility === 'PUBLIC' || 'networkId' in owner) {
              n++;
              await make.resource({
                territoryId: countyId,
                ...owner,
                ...{ state, visibility, proposedBy },
                title: n % 2 ? `Planting trees ${n}` : `Keeping bees ${n}`,
                summary: n % 3 ? 'A garden behind the school.' : 'A roof.',
                at: `2026-0${1 + (n % 8)}-11T08:00:00Z`,
                kind: RESOURCE_KINDS[n % 4] ?? 'GUIDE',
                lang: LANGS[n % 5] ?? 'en',
                minutes: n % 7 ? n : null,
                licence: LICENCES[n % 3] ?? null,
                subjects: SUBJECTS.filter((_, index) => (n + index) % 9 === 0),
                levels: SCHOOL_LEVELS.filter((_, index) => (n * 3 + index) % 4 === 0),
                topicIds: n % 4 === 0 ? [topic] : n % 4 === 1 ? [parent] : [],
              });
            }
  await takeInResources(world.services);
  const rows =
    await db.rows<PlayedResource>(`SELECT x.*, ARRAY(SELECT t.slug FROM resource_topics rt JOIN topics t ON t.id = rt.topic_id WHERE rt.resource_id = x.id UNION
      SELECT 'garden' FROM resource_topics rt WHERE rt.resource_id = x.id) AS topic_ids,
    (SELECT slug FROM networks WHERE id = x.network_id) AS network_slug, (SELECT slug FROM centres WHERE id = coalesce(x.centre_id, x.structure_centre_id)) AS centre_slug
    FROM (${resourceStatement('true')}) x`);
  return { world, make, networkId, countyId, people, rows };
}
