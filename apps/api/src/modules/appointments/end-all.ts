import type { ScopeKind } from '@stoa/domain';
import type { Tx } from '../../platform/database/database.js';
import { stateSql } from './appointment-sql.js';
import { refreshCoordinator } from './coordinator.js';
import { scopeAdapter } from './scopes.js';

/** Ends every appointment of a person who goes for good, those to come too. Nobody is told by mail: the person goes by their own wish. */
export async function endAllAppointments(tx: Tx, personId: string, { today, at }: { today: string; at: Date }): Promise<void> {
  const open = await tx.rows<{ id: string; role: string; scope_type: ScopeKind; scope_id: string }>(
    `SELECT a.id, a.role, a.scope_type, a.scope_id FROM appointments a WHERE a.person_id = $1 AND ${stateSql('a', '$2')} <> 'ENDED' ORDER BY a.scope_id, a.id`,
    [personId, today],
  );
  for (const { id, role, scope_type: kind, scope_id: scopeId } of open) {
    await scopeAdapter(kind).lock(tx, scopeId);
    await tx.row('UPDATE appointments SET revoked_at = $2, ended_noticed_at = $2, version = version + 1 WHERE id = $1', [id, at]);
    if (role === 'NC') await refreshCoordinator(tx, scopeId, today, at);
  }
}
