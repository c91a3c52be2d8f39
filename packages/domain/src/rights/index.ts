export {
  type Act,
  ACTS,
  DECIDED_ABOVE_WHEN_VACANT,
  DECISIONS,
  grantsOf,
  KEPT_BY_LAST_COORDINATOR,
  MEMBER_WRITES,
  NEEDS_READ,
  RIGHTS,
} from './acts.js';
export {
  allows,
  appointableRoles,
  explain,
  type Explanation,
  mayAppoint,
  type Reason,
  REASONS,
  rolesWith,
  type Target,
  type Viewer,
} from './allows.js';
export { type Grant, GRANTS } from './grants.js';
export {
  type Column,
  COLUMNS,
  type Role,
  ROLE_OFFICES,
  ROLE_RULES,
  ROLES,
  rolesAppointedBy,
  SCOPE_KINDS,
  type ScopeKind,
} from './roles.js';
