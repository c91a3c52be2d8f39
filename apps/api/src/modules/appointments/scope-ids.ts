import type { Role, ScopeKind } from '@stoa/domain';
import { ROLE_RULES } from '@stoa/domain';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import type { AppointmentScope } from './appointment.type.js';
import type { ScopeFacts } from './scopes.js';
import { EVERYTHING_ID } from './territory-scopes.js';

/** The GraphQL type whose records are scopes of a kind. */
const TYPES: Readonly<Record<ScopeKind, string>> = {
  NETWORK: 'Network',
  STRUCTURE: 'Structure',
  CENTRE: 'Centre',
  SCHOOL: 'School',
  COUNTY: 'Territory',
  REGION: 'Territory',
  EVERYTHING: 'Everything',
};

/** The UUID of the scope of a role from its global id; null where the id is of another type than the role's. */
export function scopeIdFor(role: Role, globalId: string | null | undefined): string | null {
  const kind = ROLE_RULES[role].scope;
  if (kind === 'EVERYTHING') return EVERYTHING_ID;
  return globalId ? (fromGlobalId(globalId, TYPES[kind])?.id ?? null) : null;
}

/** The UUID of any scope's global id; null where it is none. */
export function anyScopeId(globalId: string): string | null {
  const parts = fromGlobalId(globalId);
  return parts && Object.values(TYPES).includes(parts.type) ? parts.id : null;
}

/** A scope as GraphQL shows it. */
export function toScope(facts: ScopeFacts): AppointmentScope {
  return { kind: facts.kind, id: toGlobalId(TYPES[facts.kind], facts.id), name: facts.name, path: facts.path };
}
