export {
  type Applicant,
  isSuspendedAt,
  JOINING_RULES,
  type JoiningRule,
  joiningState,
  MEMBERSHIP,
  MEMBERSHIP_STATES,
  type MembershipAct,
  type MembershipState,
} from './membership.js';
export {
  decisionReason,
  joinRequest,
  memberInvitation,
  networkPage,
  type NetworkPage,
  newNetwork,
  type NewNetwork,
  openableYear,
  suspension,
  welcomeText,
} from './network-rules.js';
export { NETWORK_YEAR, NETWORK_YEAR_STATES, type NetworkYearAct, type NetworkYearState } from './network-year.js';
