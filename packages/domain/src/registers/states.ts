import type { IsoDate } from '../school-year/dates.js';
import type { Transitions } from '../transition.js';

/** States of a centre. */
export const CENTRE_STATES = ['PLANNED', 'ACTIVE', 'MERGED', 'CLOSED'] as const;
export type CentreState = (typeof CENTRE_STATES)[number];
export type CentreAct = 'OPEN' | 'MERGE' | 'CLOSE';

export const CENTRE: Transitions<CentreState, CentreAct> = {
  PLANNED: { OPEN: 'ACTIVE', CLOSE: 'CLOSED' },
  ACTIVE: { MERGE: 'MERGED', CLOSE: 'CLOSED' },
  MERGED: {},
  CLOSED: {},
};

/** States of structures and of schools; MERGED points to a successor. */
export const UNIT_STATES = ['ACTIVE', 'MERGED', 'CLOSED'] as const;
export type UnitState = (typeof UNIT_STATES)[number];
export type UnitAct = 'MERGE' | 'CLOSE';

const UNIT: Transitions<UnitState, UnitAct> = {
  ACTIVE: { MERGE: 'MERGED', CLOSE: 'CLOSED' },
  MERGED: {},
  CLOSED: {},
};
export const STRUCTURE = UNIT;
export const SCHOOL = UNIT;

/** States of a territory, by its dates of validity. */
export const TERRITORY_STATES = ['CURRENT', 'ENDED'] as const;
export type TerritoryState = (typeof TERRITORY_STATES)[number];

/** The state of a territory on a day; `validTo` is its last day, null where it has none. */
export function territoryState(validTo: IsoDate | null, today: IsoDate): TerritoryState {
  return validTo !== null && validTo < today ? 'ENDED' : 'CURRENT';
}

/** States of a topic. */
export const TOPIC_STATES = ['CURRENT', 'RETIRED'] as const;
export type TopicState = (typeof TOPIC_STATES)[number];
