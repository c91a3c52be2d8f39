import { termsOverlap, type Role } from '@stoa/domain';
import type { Sql, Tx } from '../../platform/database/database.js';
import { publish } from '../../platform/outbox/outbox.js';
import { refreshCoordinator } from './coordinator.js';
import type { ScopeFacts } from './scopes.js';

/** Roles of which a scope has one holder at a time. */
const SINGLE: ReadonlySet<Role> = new Set<Role>(['NC']);

/** From when to when a post is given, and what is to be said of it. */
export interface Term {
  startsOn: string;
  endsOn: string | null;
  note: string;
}

/** Who holds or will hold a post. */
export interface Holder {
  scopeId: string;
  personId: string;
  startsOn: string;
  endsOn: string | null;
}

/** Whoever has a role for one of the scopes today or later. */
export function holdersOf(sql: Sql, role: Role, scopeIds: readonly string[], today: string): Promise<Holder[]> {
  return sql.rows<Holder>(
    `SELECT scope_id AS "scopeId", person_id AS "personId", starts_on AS "startsOn", ends_on AS "endsOn" FROM appointments
     WHERE scope_id = ANY($1) AND role = $2 AND revoked_at IS NULL AND (ends_on IS NULL OR ends_on >= $3::date)`,
    [scopeIds, role, today],
  );
}

/** Nobody holds a role twice at a time, and a network has one coordinator. @returns which of both it would be, or null */
export function overlaps(
  holders: readonly Holder[],
  { role, scopeId, personId, term }: { role: Role; scopeId: string; personId: string; term: Pick<Term, 'startsOn' | 'endsOn'> },
): 'ALREADY_APPOINTED' | 'POST_TAKEN' | null {
  const overlapping = holders.filter(
    (other) =>
      other.scopeId === scopeId && termsOverlap({ from: term.startsOn, to: term.endsOn }, { from: other.startsOn, to: other.endsOn }),
  );
  if (overlapping.some((other) => other.personId === personId)) return 'ALREADY_APPOINTED';
  return SINGLE.has(role) && overlapping.length > 0 ? 'POST_TAKEN' : null;
}

/** Writes an appointment that was found right, tells its network, and lets letter and mail follow. */
export async function giveAppointment(
  tx: Tx,
  given: {
    id: string;
    personId: string;
    role: Role;
    scope: ScopeFacts;
    term: Term;
    /** Null where the operator gave it at the command line. */
    appointedBy: string | null;
    today: string;
    now: Date;
  },
): Promise<void> {
  const { id, personId, role, scope, term, appointedBy, today, now } = given;
  await tx.row(
    `INSERT INTO appointments (id, person_id, role, scope_type, scope_id, county_id, territory_id, parent_scope_id, starts_on, ends_on, appointed_by, appointed_at, note, begun_noticed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      id,
      personId,
      role,
      scope.kind,
      scope.id,
      scope.countyId,
      scope.territoryId,
      scope.parentId,
      term.startsOn,
      term.endsOn,
      appointedBy,
      now,
      term.note,
      term.startsOn <= today ? now : null,
    ],
  );
  if (role === 'NC') await refreshCoordinator(tx, scope.id, today, now);
  await publish(tx, 'PersonAppointed', { appointmentId: id });
}
