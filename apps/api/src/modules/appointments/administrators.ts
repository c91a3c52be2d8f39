import type { Sql, Tx } from '../../platform/database/database.js';
import { isCurrent } from './appointment-sql.js';

/** Whether somebody else is an administrator without end and can sign in; their appointments stay locked, so that two cannot go at once. */
export async function hasOtherAdministrator(tx: Tx, personId: string, today: string): Promise<boolean> {
  const others = await tx.rows<{ id: string }>(
    `SELECT a.id FROM appointments a JOIN people p ON p.id = a.person_id AND p.status = 'ACTIVE'
     WHERE a.role = 'AD' AND a.person_id <> $1 AND ${isCurrent('a', '$2')} AND a.ends_on IS NULL FOR UPDATE OF a`,
    [personId, today],
  );
  return others.length > 0;
}

/** Everybody who is an administrator on a day and can sign in. */
export async function administratorsOn(sql: Sql, today: string): Promise<string[]> {
  const rows = await sql.rows<{ person_id: string }>(
    `SELECT DISTINCT a.person_id FROM appointments a JOIN people p ON p.id = a.person_id AND p.status = 'ACTIVE'
     WHERE a.role = 'AD' AND ${isCurrent('a', '$1')} ORDER BY 1`,
    [today],
  );
  return rows.map(({ person_id: id }) => id);
}

/** Whether a person is the one administrator there is. */
export async function isOnlyAdministrator(tx: Tx, personId: string, today: string): Promise<boolean> {
  const own = await tx.row(`SELECT 1 AS found FROM appointments a WHERE a.person_id = $1 AND a.role = 'AD' AND ${isCurrent('a', '$2')}`, [
    personId,
    today,
  ]);
  return own !== null && !(await hasOtherAdministrator(tx, personId, today));
}
