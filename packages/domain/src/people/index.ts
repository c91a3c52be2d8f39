export { AFFILIATION, AFFILIATION_STATES, type AffiliationAct, type AffiliationState } from './affiliation.js';
