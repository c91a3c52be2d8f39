/** The short names of the roles that are appointments. */
export const ROLES = ['NC', 'SS', 'SH', 'CM', 'CS', 'CH', 'SO', 'SP', 'CC', 'RC', 'AD'] as const;
export type Role = (typeof ROLES)[number];

/** Columns of the rights table: a visitor, every signed-in person, and the roles. */
export const COLUMNS = ['V', 'M', ...ROLES] as const;
export type Column = (typeof COLUMNS)[number];

/** What an appointment can be for. */
export const SCOPE_KINDS = ['NETWORK', 'STRUCTURE', 'CENTRE', 'SCHOOL', 'COUNTY', 'REGION', 'EVERYTHING'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

interface RoleRule {
  scope: ScopeKind;
  /** Who appoints to the role and ends it, inside their own scope. */
  appointedBy: readonly Role[];
}

/** Scope and appointing roles of each role. */
export const ROLE_RULES: Readonly<Record<Role, RoleRule>> = {
  NC: { scope: 'NETWORK', appointedBy: ['CC', 'RC', 'AD'] },
  SS: { scope: 'STRUCTURE', appointedBy: ['SH', 'CH', 'AD'] },
  SH: { scope: 'STRUCTURE', appointedBy: ['CH', 'AD'] },
  CM: { scope: 'CENTRE', appointedBy: ['CH', 'AD'] },
  CS: { scope: 'CENTRE', appointedBy: ['CH', 'AD'] },
  CH: { scope: 'CENTRE', appointedBy: ['RC', 'AD'] },
  SO: { scope: 'SCHOOL', appointedBy: ['CC', 'RC', 'AD'] },
  SP: { scope: 'SCHOOL', appointedBy: ['CC', 'RC', 'AD'] },
  CC: { scope: 'COUNTY', appointedBy: ['RC', 'AD'] },
  RC: { scope: 'REGION', appointedBy: ['AD'] },
  AD: { scope: 'EVERYTHING', appointedBy: ['AD'] },
};

/** Offices within a role: a centre has one head and deputies, a council one president and one vice-president. */
export const ROLE_OFFICES = {
  CM: ['PRESIDENT', 'VICE_PRESIDENT', 'MEMBER'],
  CH: ['HEAD', 'DEPUTY'],
  SP: ['PRINCIPAL', 'DEPUTY'],
} as const satisfies Partial<Record<Role, readonly string[]>>;

/** The roles that a holder of `role` may give and take inside the scope of the appointment. */
export function rolesAppointedBy(role: Role): Role[] {
  return ROLES.filter((given) => ROLE_RULES[given].appointedBy.includes(role));
}
