import type { Tx } from '../../platform/database/database.js';

/** Deletes what a person was writing for the library and had sent to nobody, for who is erased. */
export async function dropDraftResources(tx: Tx, personId: string): Promise<void> {
  await tx.row("DELETE FROM resources WHERE proposed_by = $1 AND state = 'DRAFT' AND NOT awaits_review", [personId]);
  await tx.row("DELETE FROM resource_versions WHERE created_by = $1 AND state = 'DRAFT'", [personId]);
}
