import { JOINING_RULES, MEMBERSHIP_STATES, NETWORK_KINDS, NETWORK_YEAR_STATES } from '@stoa/domain';
import { registerEnumType } from 'type-graphql';

/** Values as GraphQL wants them, an object whose values are its keys, registered under a name. */
function enumOf<Value extends string>(name: string, values: readonly Value[], description?: string): { [V in Value]: V } {
  const object = Object.fromEntries(values.map((value) => [value, value])) as { [V in Value]: V };
  registerEnumType(object, { name, ...(description ? { description } : {}) });
  return object;
}

export const NetworkKindEnum = enumOf('NetworkKind', NETWORK_KINDS);
export const JoiningRuleEnum = enumOf(
  'JoiningRule',
  JOINING_RULES,
  'OPEN admits persons with a confirmed affiliation in the audience; all others become a request',
);
export const NetworkYearStateEnum = enumOf('NetworkYearState', NETWORK_YEAR_STATES);
export const NetworkYearActEnum = enumOf('NetworkYearAct', ['RECRUIT', 'START', 'CONCLUDE']);
export const MembershipStateEnum = enumOf('MembershipState', MEMBERSHIP_STATES);
export { ProfessionEnum, SchoolLevelEnum } from '../schools/index.js';
