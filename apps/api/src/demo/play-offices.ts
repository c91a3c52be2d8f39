import { offices, type DemoOffice } from '@stoa/demo';
import { appoint } from '../modules/appointments/commands/appoint.js';
import { toGlobalId } from '../platform/ids.js';
import { done, idOf, type Stage } from './stage.js';

const TYPES = { REGION: 'Territory', COUNTY: 'Territory', CENTRE: 'Centre', STRUCTURE: 'Structure', SCHOOL: 'School' } as const;

/** The appointments of a new beginning, from the administrators down to the schools. */
export async function playOffices(stage: Stage, startsOn: string): Promise<void> {
  for (const office of offices) await playOffice(stage, office, startsOn);
}

async function playOffice(stage: Stage, { role, person, scope, code, by }: DemoOffice, startsOn: string): Promise<void> {
  const scopeId = scope === 'EVERYTHING' ? null : toGlobalId(TYPES[scope], idOf(stage.places, code));
  await done(
    `${person} as ${role} of ${code}`,
    appoint(await stage.as(by), { personId: toGlobalId('Person', idOf(stage.people, person)), role, scopeId, startsOn }),
  );
  stage.rightsChanged();
}
