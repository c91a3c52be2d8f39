import type { Transitions } from '../transition.js';

/** States of a network's school year. */
export const NETWORK_YEAR_STATES = ['PROPOSED', 'RECRUITING', 'ACTIVE', 'CONCLUDED'] as const;
export type NetworkYearState = (typeof NETWORK_YEAR_STATES)[number];
export type NetworkYearAct = 'RECRUIT' | 'START' | 'CONCLUDE';

/** A year goes forward only; the next one is opened by a command of its own. */
export const NETWORK_YEAR: Transitions<NetworkYearState, NetworkYearAct> = {
  PROPOSED: { RECRUIT: 'RECRUITING' },
  RECRUITING: { START: 'ACTIVE' },
  ACTIVE: { CONCLUDE: 'CONCLUDED' },
  CONCLUDED: {},
};
