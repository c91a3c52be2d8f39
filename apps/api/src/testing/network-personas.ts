import type { Role } from '@stoa/domain';
import { countyTree, factories } from './factories.js';
import type { World } from './world.js';

/** Everybody who can stand to a network in a different way, by name; `visitor` has no person. */
export const NETWORK_PERSONAS = [
  'visitor',
  'person',
  'member',
  'suspended',
  'requested',
  'invited',
  'coordinator',
  'otherCoordinator',
  'endedCoordinator',
  'plannedCoordinator',
  'county',
  'foreignCounty',
  'endedCounty',
  'region',
  'foreignRegion',
  'head',
  'principal',
  'administrator',
] as const;
export type NetworkPersona = (typeof NETWORK_PERSONAS)[number];

/** A network and the people around it. */
export interface NetworkPeople {
  countyId: string;
  regionId: string;
  networkId: string;
  ids: Readonly<Record<NetworkPersona, string | null>>;
}

/** Makes a network that is not promoted, with everybody around it. Another network of the county has a coordinator too. */
export async function networkPeople(
  world: World,
  over: Parameters<ReturnType<typeof factories>['network']>[0] | Record<string, never> = {},
): Promise<NetworkPeople> {
  const make = factories(world.services.db);
  const { countyId, regionId, countryId } = await countyTree(world.services.db);
  const foreign = await countyTree(world.services.db);
  const networkId = await make.network({ promoted: false, ...over, countyId });
  const otherId = await make.network({ countyId });
  const appointed = async (
    role: Role,
    scopeType: string,
    scopeId: string,
    term: { startsOn?: string; endsOn?: string } = {},
  ): Promise<string> => {
    const personId = await make.person();
    await make.appointment({ personId, role, scopeType, scopeId, ...term });
    return personId;
  };
  const member = async (state: string, suspendedUntil: string | null = null): Promise<string> => {
    const personId = await make.person();
    await make.member({ networkId, countyId, personId, state, suspendedUntil });
    return personId;
  };
  const ids: Record<NetworkPersona, string | null> = {
    visitor: null,
    person: await make.person(),
    member: await member('ACTIVE'),
    suspended: await member('ACTIVE', '2026-12-24T08:00:00Z'),
    requested: await member('REQUESTED'),
    invited: await member('INVITED'),
    coordinator: await appointed('NC', 'NETWORK', networkId),
    otherCoordinator: await appointed('NC', 'NETWORK', otherId),
    endedCoordinator: await appointed('NC', 'NETWORK', networkId, { startsOn: '2025-09-01', endsOn: '2026-08-31' }),
    plannedCoordinator: await appointed('NC', 'NETWORK', networkId, { startsOn: '2026-12-01' }),
    county: await appointed('CC', 'COUNTY', countyId),
    foreignCounty: await appointed('CC', 'COUNTY', foreign.countyId),
    endedCounty: await appointed('CC', 'COUNTY', countyId, { startsOn: '2025-09-01', endsOn: '2026-11-23' }),
    region: await appointed('RC', 'REGION', regionId),
    foreignRegion: await appointed('RC', 'REGION', foreign.regionId),
    head: await appointed('CH', 'CENTRE', await make.centre({ territoryId: countyId })),
    principal: await appointed('SP', 'SCHOOL', await make.school({ countyId })),
    administrator: await appointed('AD', 'EVERYTHING', countryId),
  };
  return { countyId, regionId, networkId, ids };
}
