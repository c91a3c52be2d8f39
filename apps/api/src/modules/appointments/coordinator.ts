import type { Tx } from '../../platform/database/database.js';
import { isCurrent } from './appointment-sql.js';
import { scopeAdapter } from './scopes.js';

/** Tells the module of networks who coordinates one today, or that nobody does. Repeating it changes nothing. */
export async function refreshCoordinator(tx: Tx, networkId: string, today: string, at: Date): Promise<void> {
  const holder = await tx.row<{ person_id: string }>(
    `SELECT a.person_id FROM appointments a WHERE a.scope_id = $1 AND a.role = 'NC' AND ${isCurrent('a', '$2')} ORDER BY a.starts_on, a.id LIMIT 1`,
    [networkId, today],
  );
  await scopeAdapter('NETWORK').onCoordinatorChanged?.(tx, { scopeId: networkId, personId: holder?.person_id ?? null, at });
}
