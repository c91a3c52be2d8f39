import { NetworkCommandsResolver } from './network-commands.resolver.js';
import { NetworkFieldsResolver } from './network-fields.resolver.js';
import { NetworkResolver } from './network.resolver.js';

export { JoiningRuleEnum, MembershipStateEnum, NetworkKindEnum, NetworkYearStateEnum, ProfessionEnum, SchoolLevelEnum } from './enums.js';
export { networkJobs, networkSchedules } from './mails.js';
export { Membership } from './membership.entity.js';
export { NetworkYear } from './network-year.entity.js';
export { Network } from './network.entity.js';
export {
  authorizeNetwork,
  canReadNetwork,
  type NetworkFacts,
  type NetworkReach,
  networkReach,
  networkScopes,
  networksVisibleTo,
  networkTarget,
} from './network.policy.js';
export { lockNetwork, networkById, networkDay, networkIdOf, toNetwork } from './network.queries.js';
export { membershipReport } from './network.report.js';
export { networkInvitation } from './network.invitation.js';
export { networkScope } from './network-scope.js';
export { networkStatement, type NetworkRow } from './network.statement.js';
export { NetworkConnection, NetworkType, NetworkYearType } from './network.type.js';
export { networks, type NetworksQuery, networksStatement } from './networks.queries.js';

export const networkResolvers = [NetworkResolver, NetworkFieldsResolver, NetworkCommandsResolver] as const;
export { networksPlan } from './networks.plan.js';
