export {
  type Applicant, isSuspendedAt, JOINING_RULES, type JoiningRule, joiningState, MEMBERSHIP, MEMBERSHIP_STATES,
  type MembershipAct, type MembershipState,
} from './membership.js';
export { NETWORK_YEAR, NETWORK_YEAR_STATES, type NetworkYearAct, type NetworkYearState } from './network-year.js';
