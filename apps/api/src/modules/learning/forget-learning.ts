import type { Tx } from '../../platform/database/database.js';

/** Takes an erased person's completions out of the numbers that resources show, and deletes the paths that they had shown to nobody. */
export async function forgetLearning(tx: Tx, personId: string): Promise<void> {
  await tx.row(
    `UPDATE resources r SET completions_count = completions_count - 1 FROM resource_studies s
     WHERE s.person_id = $1 AND s.resource_id = r.id AND s.done_at IS NOT NULL`,
    [personId],
  );
  await tx.row("DELETE FROM learning_paths WHERE proposed_by = $1 AND state = 'DRAFT' AND NOT awaits_review", [personId]);
}

/** Takes the paths that a person proposed out of sight, for who withdraws what they wrote. What others finished of them stays theirs. */
export async function withdrawPaths(tx: Tx, personId: string): Promise<void> {
  await tx.row("UPDATE learning_paths SET state = 'WITHDRAWN', slug = 'withdrawn-' || id WHERE proposed_by = $1 AND state = 'PUBLISHED'", [
    personId,
  ]);
}
