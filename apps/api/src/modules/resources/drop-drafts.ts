import type { Tx } from '../../platform/database/database.js';
import { recountUses } from './uses/tell-use.js';

/** Deletes what a person told of resources, for who withdraws what they wrote. */
export async function withdrawUses(tx: Tx, personId: string): Promise<void> {
  const told = await tx.rows<{ resource_id: string }>('DELETE FROM resource_uses WHERE person_id = $1 RETURNING resource_id', [personId]);
  for (const { resource_id: id } of told) await recountUses(tx, id);
}

/** Deletes what a person was writing for the library and had sent to nobody, for who is erased. */
export async function dropDraftResources(tx: Tx, personId: string): Promise<void> {
  await tx.row("DELETE FROM resources WHERE proposed_by = $1 AND state = 'DRAFT' AND NOT awaits_review", [personId]);
  await tx.row("DELETE FROM resource_versions WHERE created_by = $1 AND state = 'DRAFT'", [personId]);
}
