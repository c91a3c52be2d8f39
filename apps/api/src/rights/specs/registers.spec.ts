import { newId } from '../../platform/ids.js';
import type { Spec, Specs } from '../operation.js';
import type { Kind } from '../table.js';
import { EDGES, gid, holds, next, sql, version } from './helpers.js';

const NAMES = [{ lang: 'en', text: 'A name' }];
const NO_CONTACTS = { address: null, email: null, phone: null, website: null };
const NO_HOURS = { weekly: [], exceptions: [] };
const ADDRESS = { street: 'Harbour Street', number: '7', postalCode: '12345', postOffice: '', city: 'Harbour' };

/** What everybody reads. */
const open = (make: Spec['make'], more: Partial<Spec> = {}): Spec => ({ act: 'public.read', on: 'none', isPublic: true, make, ...more });
/** A page that exists and a list that is not empty. */
const list = { fields: EDGES, sees: (page: { edges: unknown[] }) => page.edges.length > 0 } as const;
/** A change of a public record, which refuses without hiding it. */
const change = (act: string, on: Kind, make: Spec['make']): Spec => ({ act, on, isPublic: true, read: 'public.read', make });

/** What administrators alone see and do. */
const administers = (make: Spec['make']): Spec => ({ act: 'register.change', on: 'none', make });

/** Territories, topics, centres, structures, schools, school groups, imports. */
export const registers: Specs = {
  territory: open((ground) => ({ id: gid('Territory', ground.home.countyId) })),
  territories: open(() => ({ first: 5 }), list),
  topic: open(async (ground) => ({ id: gid('Topic', await aTopic(ground)) })),
  topics: open(() => ({ first: 5 }), list),
  centre: open((ground) => ({ id: gid('Centre', ground.home.centreId) })),
  centres: open(() => ({ first: 5 }), list),
  structure: open((ground) => ({ id: gid('Structure', ground.home.structureId) })),
  structures: open(() => ({ first: 5 }), list),
  school: open((ground) => ({ id: gid('School', ground.home.schoolId) })),
  schools: open(() => ({ first: 5 }), list),
  schoolGroup: open(async (ground) => ({ id: gid('SchoolGroup', await aGroup(ground)) })),
  schoolGroups: open(async (ground) => (await aGroup(ground), { first: 5 }), list),
  place: open((ground) => ({ key: ground.home.countySlug })),
  places: open(() => ({ first: 5, search: '' }), { fields: 'pageInfo { hasNextPage }', sees: () => true }),
  helpAnswers: open(() => ({ first: 5 }), { fields: 'pageInfo { hasNextPage }', sees: () => true }),
  importRun: administers((ground) => anImport(ground, 'CHECKED').then((id) => ({ id }))),
  importRuns: {
    ...administers(async (ground) => ({ first: 100, seek: await anImport(ground, 'CHECKED') })),
    fields: EDGES,
    sees: (page: Parameters<typeof holds>[0], { seek }) => holds(page, seek),
  },
  changeImport: administers(async (ground) => ({ input: { id: await anImport(ground, 'CHECKED'), columns: [], values: [] } })),
  confirmImport: administers(async (ground) => ({ input: { id: await anImport(ground, 'CHECKED') } })),
  cancelImport: administers(async (ground) => ({ input: { id: await anImport(ground, 'CHECKED') } })),
  createTopic: change('topic.edit', 'none', () => ({ input: { names: [{ lang: 'en', text: `Topic ${String(next())}` }], synonyms: [] } })),
  editTopic: change('topic.edit', 'none', async (ground) => {
    const id = await aTopic(ground);
    return { input: { id: gid('Topic', id), names: NAMES, synonyms: [], expectedVersion: await version(ground, 'topics', id) } };
  }),
  retireTopic: change('topic.edit', 'none', async (ground) => {
    const id = await aTopic(ground);
    return { input: { id: gid('Topic', id), retired: false, expectedVersion: await version(ground, 'topics', id) } };
  }),
  createCentre: change('register.change', 'none', (ground) => ({
    input: { kind: 'COUNTY', lang: 'en', names: NAMES, territory: gid('Territory', ground.home.countyId) },
  })),
  editCentre: change('centre.edit', 'centre', async (ground) => ({
    input: {
      id: gid('Centre', ground.home.centreId),
      names: NAMES,
      missions: [],
      contacts: NO_CONTACTS,
      hours: NO_HOURS,
      languages: ['en'],
      expectedVersion: await version(ground, 'centres', ground.home.centreId),
    },
  })),
  changeCentreState: change('register.change', 'centre', async (ground) => ({
    input: { id: gid('Centre', await ground.make.centre({ territoryId: ground.home.countyId })), act: 'CLOSE', expectedVersion: 1 },
  })),
  createStructure: change('register.change', 'none', (ground) => ({
    input: { kind: 'ICT_CENTRE', lang: 'en', names: NAMES, centre: gid('Centre', ground.home.centreId) },
  })),
  editStructure: change('structure.edit', 'structure', async (ground) => ({
    input: {
      id: gid('Structure', ground.home.structureId),
      names: NAMES,
      descriptions: [],
      functions: [],
      topics: [],
      audiences: ['TEACHERS'],
      contacts: NO_CONTACTS,
      hours: NO_HOURS,
      languages: ['en'],
      expectedVersion: await version(ground, 'structures', ground.home.structureId),
    },
  })),
  changeStructureState: change('register.change', 'structure', async (ground) => ({
    input: { id: gid('Structure', await ground.make.structure({ centreId: ground.home.centreId })), act: 'CLOSE', expectedVersion: 1 },
  })),
  createSchool: change('register.change', 'none', (ground) => ({
    input: {
      name: `School ${String(next())}`,
      lang: 'en',
      level: 'PRIMARY',
      county: gid('Territory', ground.home.countyId),
      address: { ...ADDRESS, number: String(next()) },
    },
  })),
  editSchool: change('school.edit', 'school', async (ground) => ({
    input: {
      id: gid('School', ground.home.schoolId),
      name: 'Harbour Primary 7',
      level: 'PRIMARY',
      address: ADDRESS,
      contacts: NO_CONTACTS,
      expectedVersion: await version(ground, 'schools', ground.home.schoolId),
    },
  })),
  changeSchoolState: change('register.change', 'school', async (ground) => ({
    input: { id: gid('School', await ground.make.school({ countyId: ground.home.countyId })), act: 'CLOSE', expectedVersion: 1 },
  })),
  createSchoolGroup: change('register.change', 'none', (ground) => ({
    input: {
      name: `Group ${String(next())}`,
      lang: 'en',
      county: gid('Territory', ground.home.countyId),
      schools: [gid('School', ground.home.schoolId)],
    },
  })),
  editSchoolGroup: change('register.change', 'none', async (ground) => {
    const id = await aGroup(ground);
    return {
      input: {
        id: gid('SchoolGroup', id),
        name: 'A group',
        schools: [gid('School', ground.home.schoolId)],
        expectedVersion: await version(ground, 'school_groups', id),
      },
    };
  }),
  affiliations: [
    {
      act: 'affiliation.read',
      on: 'school',
      own: 'both',
      fields: EDGES,
      make: async (ground, { own, personId }) => ({
        first: 100,
        school: gid('School', ground.home.schoolId),
        seek: await anAffiliation(ground, own ? personId : null, 'CONFIRMED'),
      }),
      sees: (page: Parameters<typeof holds>[0], { seek }) => holds(page, gid('Affiliation', String(seek))),
    },
  ],
  claimAffiliation: {
    act: 'profile.own',
    on: 'none',
    own: 'always',
    make: async (ground) => ({
      input: { profession: 'TEACHER', school: gid('School', await ground.make.school({ countyId: ground.home.countyId })) },
    }),
  },
  confirmAffiliation: {
    act: 'affiliation.confirm',
    on: 'school',
    own: 'both',
    read: 'affiliation.read',
    make: async (ground, { own, personId }) => ({
      input: { id: gid('Affiliation', await anAffiliation(ground, own ? personId : null, 'CLAIMED')), expectedVersion: 1 },
    }),
  },
  endAffiliation: {
    act: 'affiliation.end',
    policy: 'profile.own',
    on: 'school',
    own: 'both',
    read: 'affiliation.read',
    make: async (ground, { own, personId }) => ({
      input: { id: gid('Affiliation', await anAffiliation(ground, own ? personId : null, 'CONFIRMED')), expectedVersion: 1 },
    }),
  },
  inviteToSchool: change('affiliation.confirm', 'school', (ground) => ({
    input: {
      school: gid('School', ground.home.schoolId),
      email: `teacher${String(next())}@example.org`,
      name: 'A Teacher',
      profession: 'TEACHER',
      lang: 'en',
    },
  })),
};

type Ground = Parameters<Spec['make']>[0];

async function aTopic({ world }: Ground): Promise<string> {
  return (await world.services.db.row<{ id: string }>('SELECT id FROM topics ORDER BY id LIMIT 1'))?.id ?? '';
}

let group: { ground: Ground; id: string } | null = null;

async function aGroup(ground: Ground): Promise<string> {
  if (group?.ground !== ground) {
    const input = {
      name: 'First group',
      lang: 'en',
      county: gid('Territory', ground.home.countyId),
      schools: [gid('School', ground.home.schoolId)],
    };
    const admin = ground.personas.find(({ name }) => name === 'AD home')?.personId ?? null;
    const answer = await ground.world.as(admin)<{ createSchoolGroup: { schoolGroup: { id: string } } }>(
      'mutation($input: CreateSchoolGroupInput!) { createSchoolGroup(input: $input) { schoolGroup { id } } }',
      { input },
    );
    group = { ground, id: answer.data.createSchoolGroup.schoolGroup.id.slice('SchoolGroup_'.length) };
  }
  return group.id;
}

/** An affiliation with the home school: of a new person, or in place of those that the owner has. */
async function anAffiliation(ground: Ground, ownerId: string | null, state: string): Promise<string> {
  const personId = ownerId ?? (await ground.make.person());
  await sql(ground, 'DELETE FROM affiliations WHERE person_id = $1', [personId]);
  const id = newId();
  return ground.make.insert('affiliations', {
    id,
    person_id: personId,
    school_id: ground.home.schoolId,
    county_id: ground.home.countyId,
    profession: 'TEACHER',
    state,
    starts_on: '2026-11-20',
  });
}

/** The global id of an import that was looked through. */
async function anImport(ground: Ground, state: string): Promise<string> {
  const [id, fileId] = [newId(), newId()];
  const at = '2026-11-20T08:00:00Z';
  await ground.make.insert('files', {
    id: fileId,
    storage_key: 'none',
    name: 'schools.csv',
    mime: 'text/csv',
    size: 1,
    sha256: '',
    subject_type: 'ImportRun',
    subject_id: id,
    created_at: at,
  });
  await ground.make.insert('import_runs', {
    id,
    kind: 'SCHOOLS',
    state,
    file_id: fileId,
    encoding: 'utf-8',
    separator: ',',
    headers: '{}',
    summary: JSON.stringify({ read: 0, created: 0, updated: 0, skipped: 0, rejected: 0, errorsByKind: [] }),
    requested_by: ground.somebody,
    requested_at: at,
  });
  return gid('ImportRun', id);
}
