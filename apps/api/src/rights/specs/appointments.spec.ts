import { newId } from '../../platform/ids.js';
import type { Spec, Specs } from '../operation.js';
import { ROLE_COLUMNS, type Kind, type RoleColumn } from '../table.js';
import { EDGES, gid, holds, sql } from './helpers.js';

type Ground = Parameters<Spec['make']>[0];

/** What each role is appointed for: kind of place, its type in global ids, its id at home. */
const PLACE: Readonly<Record<RoleColumn, [on: Kind, scopeType: string, type: string, id: (ground: Ground) => string]>> = {
  NC: ['network', 'NETWORK', 'Network', ({ home }) => home.networkId],
  SS: ['structure', 'STRUCTURE', 'Structure', ({ home }) => home.structureId],
  SH: ['structure', 'STRUCTURE', 'Structure', ({ home }) => home.structureId],
  CM: ['centre', 'CENTRE', 'Centre', ({ home }) => home.centreId],
  CS: ['centre', 'CENTRE', 'Centre', ({ home }) => home.centreId],
  CH: ['centre', 'CENTRE', 'Centre', ({ home }) => home.centreId],
  SO: ['school', 'SCHOOL', 'School', ({ home }) => home.schoolId],
  SP: ['school', 'SCHOOL', 'School', ({ home }) => home.schoolId],
  CC: ['county', 'COUNTY', 'Territory', ({ home }) => home.countyId],
  RC: ['region', 'REGION', 'Territory', ({ home }) => home.regionId],
  AD: ['none', 'EVERYTHING', 'Everything', () => '00000000-0000-0000-0000-000000000000'],
};

/** An appointment at home; one that is over gives its holder no rights. */
async function anAppointment(ground: Ground, role: RoleColumn, personId: string, endsOn: string): Promise<string> {
  const [, scopeType, , idAt] = PLACE[role];
  const { home } = ground;
  const wide = scopeType === 'REGION' || scopeType === 'EVERYTHING';
  return ground.make.insert('appointments', {
    id: newId(),
    person_id: personId,
    role,
    scope_type: scopeType,
    scope_id: idAt(ground),
    county_id: wide ? null : home.countyId,
    territory_id: scopeType === 'EVERYTHING' ? null : scopeType === 'REGION' ? home.regionId : home.countyId,
    parent_scope_id: scopeType === 'STRUCTURE' ? home.centreId : null,
    starts_on: '2026-09-02',
    ends_on: endsOn,
    appointed_at: '2026-09-01T08:00:00Z',
  });
}

const read = (role: RoleColumn): Spec => ({
  act: 'appointment.read',
  on: PLACE[role][0],
  own: 'both',
  fields: EDGES,
  make: async (ground, { own, personId }) => {
    const appointee = own ? personId : await ground.make.person();
    return { first: 100, filter: { personId: gid('Person', appointee) }, seek: await anAppointment(ground, role, appointee, '2026-11-01') };
  },
  sees: (page: Parameters<typeof holds>[0], { seek }) => holds(page, gid('Appointment', String(seek))),
});

const give = (role: RoleColumn): Spec => ({
  act: 'appointment.make',
  on: PLACE[role][0],
  gives: role,
  read: 'appointment.read',
  make: async (ground) => {
    // A network has one coordinator at a time: whoever was appointed for this day leaves again.
    await sql(ground, `UPDATE appointments SET revoked_at = now() WHERE starts_on = '2030-09-01'`);
    return {
      input: {
        role,
        scopeId: gid(PLACE[role][2], PLACE[role][3](ground)),
        personId: gid('Person', await ground.make.person()),
        startsOn: '2030-09-01',
      },
    };
  },
  ...(role === 'NC' && { passes: ['POST_TAKEN'] }),
});

const end = (role: RoleColumn): Spec => ({
  act: 'appointment.end',
  on: PLACE[role][0],
  gives: role,
  own: 'both',
  read: 'appointment.read',
  make: async (ground, { own, personId }) => ({
    input: {
      id: gid('Appointment', await anAppointment(ground, role, own ? personId : await ground.make.person(), '2026-12-31')),
      expectedVersion: 1,
      reason: 'The post is given to somebody else',
    },
  }),
  ...(role === 'AD' && { passes: ['LAST_ADMINISTRATOR'] }),
});

/** Appointments: who reads, gives and ends which. */
export const appointments: Specs = {
  appointments: ROLE_COLUMNS.map(read),
  appoint: ROLE_COLUMNS.map(give),
  // The roles that somebody may give anywhere: for most, none.
  appointmentForm: { act: 'signed-in', policy: 'appointment.make', on: 'none', make: () => ({}), fields: 'roles' },
  vacantPosts: {
    act: 'appointment.make',
    on: 'vacant',
    gives: 'NC',
    fields: 'role scope { id }',
    make: (ground) => ({ territoryId: gid('Territory', ground.home.countyId), first: 100, seek: gid('Network', ground.vacant.id) }),
    sees: (posts: { role: string; scope: { id: string } }[], { seek }) =>
      posts.some(({ role, scope }) => role === 'NC' && scope.id === seek),
  },
  appointableScopes: ROLE_COLUMNS.filter((role) => role !== 'AD').map((role): Spec => ({
    act: 'appointment.make',
    on: PLACE[role][0],
    gives: role,
    fields: 'id',
    make: async (ground) => {
      await sql(ground, `UPDATE networks SET search = 'a first network' WHERE id = $1`, [ground.home.networkId]);
      return { role, territoryId: gid('Territory', ground.home.regionId), first: 100, seek: gid(PLACE[role][2], PLACE[role][3](ground)) };
    },
    sees: (scopes: { id: string }[], { seek }) => scopes.some(({ id }) => id === seek),
  })),
};

/** Ending, for which the personas hold further appointments. */
export const ending: Specs = { endAppointment: ROLE_COLUMNS.map(end) };
