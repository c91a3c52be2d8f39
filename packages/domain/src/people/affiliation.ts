import type { Transitions } from '../transition.js';

/** States of an affiliation: claimed by the person, confirmed by a principal, the county or an invitation, ended. */
export const AFFILIATION_STATES = ['CLAIMED', 'CONFIRMED', 'ENDED'] as const;
export type AffiliationState = (typeof AFFILIATION_STATES)[number];
export type AffiliationAct = 'CONFIRM' | 'END';

export const AFFILIATION: Transitions<AffiliationState, AffiliationAct> = {
  CLAIMED: { CONFIRM: 'CONFIRMED', END: 'ENDED' },
  CONFIRMED: { END: 'ENDED' },
  ENDED: {},
};
