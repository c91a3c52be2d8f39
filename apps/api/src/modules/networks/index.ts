import { GreetingResolver } from './greeting.resolver.js';
import { NetworkCommandsResolver } from './network-commands.resolver.js';
import { NetworkFieldsResolver } from './network-fields.resolver.js';
import { NetworkResolver } from './network.resolver.js';

export { NetworkYearStateEnum } from './enums.js';
export { networkJobs, networkSchedules } from './mails.js';
export { NetworkLetter } from './letters/network-letter.entity.js';
export { NetworkWelcome } from './welcome/network-welcome.entity.js';
export { Membership } from './membership.entity.js';
export { NetworkYear } from './network-year.entity.js';
export { Network } from './network.entity.js';
export {
  authorizeNetwork,
  canReadNetwork,
  type NetworkFacts,
  type NetworkReach,
  networkReach,
  networksVisibleTo,
  networkTarget,
} from './network.policy.js';
export { lockNetwork, networkById, networkIdOf, toNetwork } from './network.queries.js';
export { allMembers } from './membership.queries.js';
export { leaveAllNetworks } from './membership.store.js';
export { membershipReport } from './network.report.js';
export { networkInvitation } from './network.invitation.js';
export { registerSuspensionLog, type SuspensionLog } from './suspension-log.js';
export { networkScope } from './network-scope.js';
export { type NetworkRow } from './network.statement.js';
export { NetworkType } from './network.type.js';

export const networkResolvers = [NetworkResolver, NetworkFieldsResolver, NetworkCommandsResolver, GreetingResolver] as const;
export { networksPlan } from './networks.plan.js';
