import { appealableDecision, type Decision, type DecisionKind } from '@stoa/domain';
import { withinReach } from '../../platform/authorize.js';
import type { Sql, Tx } from '../../platform/database/database.js';
import { reject } from '../../platform/errors.js';
import { publish } from '../../platform/outbox/outbox.js';

interface OpenAppeal {
  id: string;
  decision_id: string;
}

/** The open appeal about a subject, locked; null where there is none. */
function openAppeal(tx: Tx, type: string, id: string): Promise<OpenAppeal | null> {
  return tx.row<OpenAppeal>(
    "SELECT id, decision_id FROM appeals WHERE subject_type = $1 AND subject_id = $2 AND state = 'OPEN' FOR UPDATE",
    [type, id],
  );
}

/** Whether an appeal about a subject waits for its answer. */
export async function isUnderAppeal(sql: Sql, type: string, id: string): Promise<boolean> {
  return (await sql.row("SELECT 1 FROM appeals WHERE subject_type = $1 AND subject_id = $2 AND state = 'OPEN'", [type, id])) !== null;
}

/** Refuses what would take more away while an appeal is open: what is appealed against stays as it is judged. @throws UserErrors APPEAL_OPEN */
export async function rejectWhileOpen(tx: Tx, type: string, id: string, kind: DecisionKind): Promise<void> {
  if (!['HIDE', 'REMOVE', 'HOLD'].includes(kind)) return;
  if (await openAppeal(tx, type, id)) reject('APPEAL_OPEN', 'kind');
}

/** Closes an open appeal in its author's favour where a moderator gave in before it was answered. */
export async function closeGranted(
  tx: Tx,
  type: string,
  id: string,
  { log, by, at }: { log: readonly Decision[]; by: string; at: Date },
): Promise<void> {
  const appeal = await openAppeal(tx, type, id);
  if (!appeal || appealableDecision(log)?.id === appeal.decision_id) return;
  await tx.row("UPDATE appeals SET state = 'DECISION_REVERSED', decided_by = $2, decided_at = $3, version = version + 1 WHERE id = $1", [
    appeal.id,
    by,
    at,
  ]);
  await publish(tx, 'AppealDecided', { appealId: appeal.id });
}

/** The condition on open `appeals a` with their decision `d` and county `c` that a viewer may answer: neither their own nor about what they decided. */
export function answerable($: { all: string; scopeIds: string; networkIds: string; me: string }): string {
  return `a.state = 'OPEN' AND a.author_id <> ${$.me} AND d.decided_by <> ${$.me} AND ${withinReach($, 'a.scope_id', 'c.path')}`;
}
