import type { Role } from '@stoa/domain';
import { dateIn } from '../../platform/clock.js';
import type { Loader } from '../../platform/context.js';
import type { Sql } from '../../platform/database/database.js';
import { isCurrent } from './appointment-sql.js';

/** Who holds a role for a scope today. */
export interface Holder {
  appointmentId: string;
  personId: string;
  startsOn: string;
  /** The last day; null where the term is open. */
  endsOn: string | null;
}

interface HolderRow {
  id: string;
  person_id: string;
  scope_id: string;
  role: Role;
  starts_on: string;
  ends_on: string | null;
}

const toHolder = (row: HolderRow): Holder => ({
  appointmentId: row.id,
  personId: row.person_id,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
});

/** The key of `holdersOf`. */
export function holdersKey(role: Role, scopeId: string): string {
  return `${role}:${scopeId}`;
}

/** Today's holders of a role for a scope, the longest in office first; keys by `holdersKey`. One statement for all keys of a tick. */
export const holdersOf: Loader<string, Holder[]> = async (ctx, keys) => {
  const asked = keys.map((key) => key.split(':') as [Role, string]);
  const rows = await ctx.db.rows<HolderRow>(
    `SELECT a.id, a.person_id, a.scope_id, a.role, a.starts_on, a.ends_on FROM appointments a JOIN people p ON p.id = a.person_id
     WHERE a.scope_id = ANY($1) AND a.role = ANY($2) AND ${isCurrent('a', '$3')} AND p.status <> 'DEACTIVATED' ORDER BY a.starts_on, a.id`,
    [[...new Set(asked.map(([, id]) => id))], [...new Set(asked.map(([role]) => role))], dateIn(ctx.clock.now(), ctx.config.timeZone)],
  );
  return asked.map(([role, scopeId]) => rows.filter((row) => row.role === role && row.scope_id === scopeId).map(toHolder));
};

/**
 * The coordinator of a network whose post ended last, where nobody holds it on `today`; null otherwise. That person keeps the
 * right to the year's report (`Target.lastCoordinatorId`).
 */
export async function lastCoordinatorId(sql: Sql, networkId: string, today: string): Promise<string | null> {
  const row = await sql.row<{ person_id: string; current: boolean }>(
    `SELECT a.person_id, ${isCurrent('a', '$2')} AS current FROM appointments a
     WHERE a.scope_id = $1 AND a.role = 'NC' AND a.starts_on <= $2
     ORDER BY current DESC, coalesce(a.revoked_at, a.ends_on::timestamptz) DESC NULLS LAST, a.id DESC LIMIT 1`,
    [networkId, today],
  );
  return row && !row.current ? row.person_id : null;
}
