import { isCompleted, type CompletionRule, type StepStanding } from '@stoa/domain';
import type { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/database.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { STEP_GONE, stepDone } from './path.statement.js';

interface Standing extends StepStanding {
  path_id: string;
  rule: CompletionRule;
  needed: number | null;
  resource_id: string | null;
}

/**
 * Fixes as completed what somebody has completed of the paths they follow. What is completed stays so, whatever becomes of the path, its
 * steps, or of what was done.
 */
export async function completePaths(of: { clock: Clock }, tx: Tx, personId: string): Promise<void> {
  const rows = await tx.rows<Standing>(
    `SELECT s.path_id, l.rule, l.needed, s.resource_id, s.required, ${stepDone('e.person_id')} AS done, ${STEP_GONE} AS gone
     FROM path_enrolments e JOIN learning_paths l ON l.id = e.path_id AND l.state = 'PUBLISHED' JOIN path_steps s ON s.path_id = l.id
     WHERE e.person_id = $1 AND e.done_at IS NULL ORDER BY s.path_id, s.position`,
    [personId],
  );
  const now = of.clock.now();
  for (const pathId of new Set(rows.map((row) => row.path_id))) {
    const steps = rows.filter((row) => row.path_id === pathId);
    const [first] = steps;
    if (!first || !isCompleted(first.rule, first.needed, steps)) continue;
    const done = await tx.row(
      `UPDATE path_enrolments e SET done_at = $3, done_title = l.title, done_lang = l.lang, done_minutes = l.minutes, done_resource_ids = $4
       FROM learning_paths l WHERE e.person_id = $1 AND e.path_id = $2 AND l.id = e.path_id AND e.done_at IS NULL RETURNING 1`,
      [personId, pathId, now, [...new Set(steps.flatMap((each) => (each.done && each.resource_id !== null ? [each.resource_id] : [])))]],
    );
    if (done) await publish(tx, 'PathCompleted', { personId, pathId });
  }
}
