import { openSession } from '../modules/accounts/index.js';
import type { Viewer } from '../platform/authorize.js';
import { newId } from '../platform/ids.js';
import { factories } from '../testing/factories.js';
import type { Clone } from '../testing/database.js';
import { startWorld, type World } from '../testing/world.js';
import { loadViewer } from '../viewer.js';
import { ROLE_COLUMNS, type Asker, type RoleColumn } from './table.js';

/** One of everything that an appointment can be for. */
export interface Places {
  countryId: string;
  regionId: string;
  countyId: string;
  countySlug: string;
  centreId: string;
  structureId: string;
  schoolId: string;
  networkId: string;
  networkSlug: string;
}

/** How an appointment stands to the place that operations act on. */
export const RELATIONS = ['home', 'sibling', 'foreign', 'ended', 'revoked', 'planned', 'suspended account', 'deactivated account'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Somebody who asks. */
export interface Persona {
  name: string;
  personId: string | null;
  viewer: Viewer;
  /** The token of a session of theirs; null for a visitor. */
  token: string | null;
  asker: Asker;
  /** Whether the matrix also runs operations on records of the persona's own. */
  owns: boolean;
}

/** The world of the matrix: a home, places beside and far from it, and everybody who may ask. */
export interface Ground {
  world: World;
  make: ReturnType<typeof factories>;
  home: Places;
  /** Another network of the home county, whose coordinator's post is vacant. */
  vacant: { id: string; slug: string };
  /** A public network of the home county that admits. */
  promoted: { id: string; slug: string };
  /** Somebody without any role, the owner of what is nobody's own. */
  somebody: string;
  personas: Persona[];
}

const NOW = '2026-10-01T08:00:00Z';

/** A network that is not public, so that its page too is a matter of rights. */
async function places(make: Ground['make'], world: World, under: Partial<Places> = {}): Promise<Places> {
  const { db } = world.services;
  const countryId = under.countryId ?? (await make.territory({ kind: 'COUNTRY' }));
  const regionId = under.regionId ?? (await make.territory({ kind: 'REGION', parentId: countryId }));
  const countyId = under.countyId ?? (await make.territory({ kind: 'COUNTY', parentId: regionId }));
  const centreId = under.centreId ?? (await make.centre({ territoryId: countyId }));
  const structureId = await make.structure({ centreId });
  const schoolId = await make.school({ countyId });
  const networkId = await make.network({ countyId, promoted: false });
  const slug = async (table: string, id: string) =>
    (await db.row<{ slug: string }>(`SELECT slug FROM ${table} WHERE id = $1`, [id]))?.slug ?? '';
  return {
    countryId,
    regionId,
    countyId,
    countySlug: await slug('territories', countyId),
    centreId,
    structureId,
    schoolId,
    networkId,
    networkSlug: await slug('networks', networkId),
  };
}

const SCOPE: Readonly<Record<RoleColumn, [type: string, place: keyof Places | null]>> = {
  NC: ['NETWORK', 'networkId'],
  SS: ['STRUCTURE', 'structureId'],
  SH: ['STRUCTURE', 'structureId'],
  CM: ['CENTRE', 'centreId'],
  CS: ['CENTRE', 'centreId'],
  CH: ['CENTRE', 'centreId'],
  SO: ['SCHOOL', 'schoolId'],
  SP: ['SCHOOL', 'schoolId'],
  CC: ['COUNTY', 'countyId'],
  RC: ['REGION', 'regionId'],
  AD: ['EVERYTHING', null],
};

const EVERYTHING = '00000000-0000-0000-0000-000000000000';
const DEAD: Partial<Record<Relation, string>> = { 'suspended account': 'SUSPENDED', 'deactivated account': 'DEACTIVATED' };
const TERMS: Partial<Record<Relation, { startsOn?: string; endsOn?: string; revokedAt?: string }>> = {
  ended: { endsOn: '2026-11-23' },
  revoked: { revokedAt: '2026-11-24T06:00:00Z' },
  planned: { startsOn: '2026-11-25' },
};

class Cast {
  readonly personas: Persona[] = [];

  constructor(
    private readonly world: World,
    private readonly make: Ground['make'],
  ) {}

  /** Gives an appointment with the columns that the command itself would write. */
  async appoint(
    personId: string,
    role: RoleColumn,
    at: Places,
    term: { startsOn?: string; endsOn?: string; revokedAt?: string } = {},
  ): Promise<void> {
    const [scopeType, place] = SCOPE[role];
    const territory =
      { COUNTY: at.countyId, REGION: at.regionId, EVERYTHING: null }[scopeType] ?? (scopeType === 'EVERYTHING' ? null : at.countyId);
    await this.make.insert('appointments', {
      id: newId(),
      person_id: personId,
      role,
      scope_type: scopeType,
      scope_id: place ? at[place] : EVERYTHING,
      county_id: scopeType === 'REGION' || scopeType === 'EVERYTHING' ? null : at.countyId,
      territory_id: territory,
      parent_scope_id: scopeType === 'STRUCTURE' ? at.centreId : null,
      starts_on: term.startsOn ?? '2026-09-01',
      ends_on: term.endsOn ?? null,
      revoked_at: term.revokedAt ?? null,
      appointed_at: NOW,
    });
  }

  /** Adds a persona whose rights are read as a request reads them: through a session. */
  async add(name: string, personId: string | null, asker: Partial<Asker>, owns = false): Promise<void> {
    const { services } = this.world;
    const token = personId ? await openSession(services.db, personId, 'test') : null;
    const { viewer } = await loadViewer(services, token);
    this.personas.push({
      name,
      personId: viewer.personId,
      viewer,
      token,
      owns,
      asker: { column: 'M', atHome: false, member: null, lastCoordinator: false, ...asker },
    });
  }
}

/** Starts the world of the matrix and lets everybody take their place. @param clone its database */
export async function startGround(clone: Clone = {}): Promise<Ground> {
  const world = await startWorld({ STOA_DEMO: 'on' }, clone);
  const { db } = world.services;
  const make = factories(db);
  const home = await places(make, world);
  const vacantId = await make.network({ countyId: home.countyId, promoted: false });
  const promotedId = await make.network({ countyId: home.countyId, joiningRule: 'REQUEST', state: 'RECRUITING' });
  const slugs = await db.rows<{ id: string; slug: string }>('SELECT id, slug FROM networks');
  const known = (id: string) => ({ id, slug: slugs.find((row) => row.id === id)?.slug ?? '' });
  // Beside the home: another network, structure, school; another centre and county; another region.
  const beside = await places(make, world, { countryId: home.countryId, regionId: home.regionId, countyId: home.countyId });
  const inCentre = await make.structure({ centreId: home.centreId });
  const nextCounty = await places(make, world, { countryId: home.countryId, regionId: home.regionId });
  const nextRegion = await places(make, world, { countryId: home.countryId });
  const far = await places(make, world);
  const siblingOf = (role: RoleColumn): Places => {
    if (role === 'CC') return nextCounty;
    if (role === 'RC') return nextRegion;
    return role === 'SS' || role === 'SH' ? { ...home, structureId: inCentre } : beside;
  };
  const cast = new Cast(world, make);
  await cast.add('V', null, { column: 'V' });
  await cast.add('M', await make.person(), {}, true);
  for (const role of ROLE_COLUMNS) {
    for (const relation of RELATIONS) {
      if (role === 'AD' && (relation === 'sibling' || relation === 'foreign')) continue;
      const personId = await make.person(DEAD[relation] ? { status: DEAD[relation] } : {});
      const at = relation === 'foreign' ? far : relation === 'sibling' ? siblingOf(role) : home;
      await cast.appoint(personId, role, at, TERMS[relation]);
      const holds = relation === 'home' || relation === 'sibling' || relation === 'foreign';
      await cast.add(
        `${role} ${relation}`,
        personId,
        { column: DEAD[relation] ? 'V' : holds ? role : 'M', atHome: relation === 'home' },
        relation === 'home' || relation === 'foreign',
      );
    }
  }
  await addMembers(cast, make, home, far);
  const former = await make.person();
  await cast.appoint(former, 'NC', { ...home, networkId: vacantId }, { endsOn: '2026-11-20' });
  await cast.add('last coordinator', former, { lastCoordinator: true }, true);
  // Whoever was called off before the first day never coordinated, and keeps nothing.
  const neverBegun = await make.person();
  await cast.appoint(neverBegun, 'NC', { ...home, networkId: vacantId }, { startsOn: '2026-12-01', revokedAt: '2026-11-23T08:00:00Z' });
  await cast.add('coordinator called off before the first day', neverBegun, {}, true);
  const somebody = await make.person();
  await make.member({ networkId: home.networkId, countyId: home.countyId, personId: somebody });
  return { world, make, home, vacant: known(vacantId), promoted: known(promotedId), somebody, personas: cast.personas };
}

async function addMembers(cast: Cast, make: Ground['make'], home: Places, far: Places): Promise<void> {
  const member = async (
    name: string,
    at: Places,
    over: { state?: string; suspendedUntil?: string },
    asker: Partial<Asker>,
    role?: RoleColumn,
  ) => {
    const personId = await make.person();
    await make.member({ networkId: at.networkId, countyId: at.countyId, personId, ...over });
    if (role) await cast.appoint(personId, role, at);
    await cast.add(name, personId, asker, true);
  };
  await member('member', home, {}, { member: 'member' });
  await member('suspended member', home, { suspendedUntil: '2026-12-24T08:00:00Z' }, { member: 'suspended' });
  await member('member whose suspension is over', home, { suspendedUntil: '2026-11-24T06:00:00Z' }, { member: 'member' });
  await member('who asked to join', home, { state: 'REQUESTED' }, { member: 'invited' });
  await member('who is invited', home, { state: 'INVITED' }, { member: 'invited' });
  await member('member who left', home, { state: 'LEFT' }, {});
  await member('who was refused', home, { state: 'REFUSED' }, {});
  await member('foreign member', far, {}, {});
  await member(
    'coordinator suspended as member',
    home,
    { suspendedUntil: '2026-12-24T08:00:00Z' },
    { column: 'NC', atHome: true, member: 'suspended' },
    'NC',
  );
  await member(
    'county coordinator suspended as member',
    home,
    { suspendedUntil: '2026-12-24T08:00:00Z' },
    { column: 'CC', atHome: true, member: 'suspended' },
    'CC',
  );
}
