import type { Decision } from '@stoa/domain';
import type { Sql, Tx } from '../../platform/database/database.js';

/** A decision as the log has it. */
export interface LoggedDecision extends Decision {
  seq: number;
  decidedAt: string;
  decidedBy: string;
  /** What a MOVE, SPLIT or MERGE leads to. */
  targetId: string | null;
  /** Of a MOVE: the category from which. */
  originId: string | null;
}

/** What a decision is about. */
export interface DecidedSubject {
  type: string;
  id: string;
  countyId: string;
  scopeId: string;
  /** Whom the decision concerns: the author, or the member. */
  authorId: string;
}

/** Decisions on a subject, oldest first; whoever appends one has locked the subject. */
export function decisionLog(sql: Sql, type: string, id: string): Promise<LoggedDecision[]> {
  return sql.rows<LoggedDecision>(
    `SELECT id, seq, kind, reverses, until, seconds, target_id AS "targetId", origin_id AS "originId", decided_at AS "decidedAt", decided_by AS "decidedBy" FROM moderation_decisions
     WHERE subject_type = $1 AND subject_id = $2 ORDER BY seq`,
    [type, id],
  );
}

/** Appends a decision to a locked subject's log; `seq` is one more than the log is long. Only a `reasonPublic` stands in the network's log, too. */
export async function appendDecision(
  tx: Tx,
  subject: DecidedSubject,
  decision: Decision,
  more: { seq: number; reason: string; reasonPublic?: boolean; by: string; at: Date; targetId?: string | null; originId?: string | null },
): Promise<void> {
  await tx.row(
    `INSERT INTO moderation_decisions (id, county_id, scope_id, subject_type, subject_id, author_id, seq, kind, reason, reason_public, reverses, decided_by, decided_at, until, seconds,
       target_id, origin_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      decision.id,
      subject.countyId,
      subject.scopeId,
      subject.type,
      subject.id,
      subject.authorId,
      more.seq,
      decision.kind,
      more.reason,
      more.reasonPublic ?? false,
      decision.reverses,
      more.by,
      more.at,
      decision.until ?? null,
      decision.seconds ?? null,
      more.targetId ?? null,
      more.originId ?? null,
    ],
  );
}
