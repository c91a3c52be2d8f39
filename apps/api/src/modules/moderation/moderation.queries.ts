import type { DecisionKind, FlagReason } from '@stoa/domain';
import { reachOf, signedIn, withinReach } from '../../platform/authorize.js';
import type { Context, Loader } from '../../platform/context.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { toGlobalId } from '../../platform/ids.js';
import { toPerson } from '../accounts/index.js';
import { answerable } from './open-appeals.js';
import type { DecisionType, FlagType, ReviewItemType } from './moderation.types.js';

/** A subject by type and id, as a key of loaders. */
export type SubjectKey = `${string}:${string}`;

/** The key of a subject. */
export function subjectKey(type: string, id: string): SubjectKey {
  return `${type}:${id}`;
}

function keyParts(keys: readonly SubjectKey[]): [types: string[], ids: string[]] {
  return [keys.map((key) => key.slice(0, key.indexOf(':'))), keys.map((key) => key.slice(key.indexOf(':') + 1))];
}

/** The last decision on a subject. */
export interface LatestDecision {
  seq: number;
  kind: DecisionKind;
  reason: string;
}

/** The last decision of each subject, null where there is none. */
export const latestDecision: Loader<SubjectKey, LatestDecision | null> = async (ctx, keys) => {
  const rows = await ctx.db.rows<LatestDecision & { subject_type: string; subject_id: string }>(
    `SELECT DISTINCT ON (d.subject_type, d.subject_id) d.subject_type, d.subject_id, d.seq, d.kind, d.reason
     FROM unnest($1::text[], $2::uuid[]) AS k(type, id) JOIN moderation_decisions d ON d.subject_type = k.type AND d.subject_id = k.id
     ORDER BY d.subject_type, d.subject_id, d.seq DESC`,
    keyParts(keys),
  );
  const found = new Map(rows.map((row) => [subjectKey(row.subject_type, row.subject_id), row]));
  return keys.map((key) => found.get(key) ?? null);
};

interface FlagRow {
  id: string;
  subject_type: string;
  subject_id: string;
  reason: FlagReason;
  note: string;
  flagged_at: string;
}

/** Pending flags of each subject, oldest first; for moderators of its scope only. */
export const pendingFlags: Loader<SubjectKey, FlagType[]> = async (ctx, keys) => {
  const rows = await ctx.db.rows<FlagRow>(
    `SELECT f.id, f.subject_type, f.subject_id, f.reason, f.note, f.flagged_at
     FROM unnest($1::text[], $2::uuid[]) AS k(type, id) JOIN flags f ON f.subject_type = k.type AND f.subject_id = k.id
     WHERE f.resolved_by IS NULL ORDER BY f.flagged_at, f.id`,
    keyParts(keys),
  );
  const found = new Map<SubjectKey, FlagType[]>(keys.map((key) => [key, []]));
  for (const { id, subject_type, subject_id, reason, note, flagged_at } of rows) {
    found.get(subjectKey(subject_type, subject_id))?.push({ id: toGlobalId('Flag', id), reason, note, flaggedAt: flagged_at });
  }
  return keys.map((key) => found.get(key) ?? []);
};

/** Whether the viewer has reported each subject. */
export const flaggedByViewer: Loader<SubjectKey, boolean> = async (ctx, keys) => {
  const rows = await ctx.db.rows<{ subject_type: string; subject_id: string }>(
    `SELECT f.subject_type, f.subject_id FROM unnest($1::text[], $2::uuid[]) AS k(type, id)
     JOIN flags f ON f.subject_type = k.type AND f.subject_id = k.id AND f.flagged_by = $3`,
    [...keyParts(keys), ctx.viewer.personId],
  );
  const found = new Set(rows.map((row) => subjectKey(row.subject_type, row.subject_id)));
  return keys.map((key) => found.has(key));
};

interface DecisionRow {
  id: string;
  seq: number;
  kind: DecisionKind;
  reason: string;
  decided_at: string;
  reverses: string | null;
  reversed: boolean;
  until: string | null;
  seconds: number | null;
  by_id: string;
  by_handle: string;
  by_name: string;
}

/** The decision log of a subject, newest first; ask the right to read it before. */
export async function decisionsOf(ctx: Context, type: string, id: string): Promise<DecisionType[]> {
  const rows = await ctx.db.rows<DecisionRow>(
    `SELECT d.id, d.seq, d.kind, d.reason, d.decided_at, d.reverses, d.until, d.seconds, p.id AS by_id, p.handle AS by_handle, p.display_name AS by_name,
       EXISTS (SELECT 1 FROM moderation_decisions r WHERE r.reverses = d.id AND r.subject_type = d.subject_type AND r.subject_id = d.subject_id) AS reversed
     FROM moderation_decisions d JOIN people p ON p.id = d.decided_by
     WHERE d.subject_type = $1 AND d.subject_id = $2 ORDER BY d.seq DESC LIMIT 100`,
    [type, id],
  );
  return rows.map(toDecision);
}

function toDecision(row: DecisionRow): DecisionType {
  return {
    id: toGlobalId('ModerationDecision', row.id),
    seq: row.seq,
    kind: row.kind,
    reason: row.reason,
    decidedAt: row.decided_at,
    decidedBy: toPerson({ id: row.by_id, handle: row.by_handle, display_name: row.by_name }),
    reverses: row.reverses && toGlobalId('ModerationDecision', row.reverses),
    reversed: row.reversed,
    until: row.until,
    seconds: row.seconds,
  };
}

/** Hours within which a flag, and an appeal, is answered. */
export const TARGET_HOURS = 72;

/**
 * What waits: pending flags, hidden posts that their authors edited, and what the program holds (which stands in the log under its author),
 * until somebody decided on them again. A remark decides nothing.
 */
const WAITING = `(
    SELECT subject_type, subject_id, scope_id, county_id, author_id, flagged_at AS at FROM flags WHERE resolved_by IS NULL
    UNION ALL
    SELECT d.subject_type, d.subject_id, d.scope_id, d.county_id, d.author_id, d.decided_at FROM moderation_decisions d
    WHERE (d.kind = 'RESUBMIT' OR d.kind = 'HOLD' AND d.decided_by = d.author_id) AND NOT EXISTS (SELECT 1 FROM moderation_decisions e
      WHERE e.subject_type = d.subject_type AND e.subject_id = d.subject_id AND e.seq > d.seq AND e.kind <> 'WARN'))`;

/** A subject with pending flags, as the queue's row; content modules add the subject itself. */
export interface ReviewItem extends Omit<ReviewItemType, 'flags' | 'decisionSeq'> {
  subject: { type: string; id: string };
}

/** Subjects that wait where the viewer decides, those that wait longest first. What comes from the viewer is left to others. */
export async function reviewQueue(ctx: Context, args: { first: number; after?: string | null | undefined }): Promise<Page<ReviewItem>> {
  const me = signedIn(ctx.viewer);
  const first = pageSize(args.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [at, id] = args.after ? sealer.open(args.after) : [null, null];
  const reach = reachOf(ctx.viewer, 'moderation.decide');
  const rows = await ctx.db.rows<{ subject_type: string; subject_id: string; oldest: string; due: string; overdue: boolean }>(
    `SELECT w.subject_type, w.subject_id, min(w.at) AS oldest, min(w.at) + interval '${TARGET_HOURS} hours' AS due,
       min(w.at) + interval '${TARGET_HOURS} hours' < $8::timestamptz AS overdue
     FROM ${WAITING} w JOIN territories c ON c.id = w.county_id
     WHERE w.author_id <> $7 AND ${withinReach({ all: '$1', scopeIds: '$2', networkIds: '$3' }, 'w.scope_id', 'c.path')}
     GROUP BY w.subject_type, w.subject_id
     HAVING $4::timestamptz IS NULL OR (min(w.at), w.subject_id) > ($4::timestamptz, $5::uuid)
     ORDER BY min(w.at), w.subject_id LIMIT $6`,
    [reach.all, reach.scopeIds, reach.networkIds, at, id, first + 1, me, ctx.clock.now()],
  );
  return toPage(
    sealer,
    rows,
    first,
    (row) => [row.oldest, row.subject_id],
    (row) => ({
      subject: { type: row.subject_type, id: row.subject_id },
      subjectId: toGlobalId(row.subject_type, row.subject_id),
      oldestFlagAt: row.oldest,
      dueAt: row.due,
      overdue: row.overdue,
    }),
    args.after != null,
  );
}

/** Number of subjects and appeals that wait for the viewer's decision, counted up to 100; null for those who decide nowhere. */
export async function reviewCount(ctx: Context): Promise<number | null> {
  const reach = reachOf(ctx.viewer, 'moderation.decide');
  if (!reach.all && reach.scopeIds.length === 0) return null;
  const appeals = reachOf(ctx.viewer, 'appeal.decide');
  const row = await ctx.db.row<{ n: number }>(
    `SELECT count(*)::int AS n FROM (
       SELECT 1 FROM ${WAITING} w JOIN territories c ON c.id = w.county_id
       WHERE w.author_id <> $4 AND ${withinReach({ all: '$1', scopeIds: '$2', networkIds: '$3' }, 'w.scope_id', 'c.path')}
       GROUP BY w.subject_type, w.subject_id
       UNION ALL
       SELECT 1 FROM appeals a JOIN moderation_decisions d ON d.id = a.decision_id JOIN territories c ON c.id = a.county_id
       WHERE ${answerable({ all: '$5', scopeIds: '$6', networkIds: '$7', me: '$4' })}
       LIMIT 100) waiting`,
    [reach.all, reach.scopeIds, reach.networkIds, ctx.viewer.personId, appeals.all, appeals.scopeIds, appeals.networkIds],
  );
  return row?.n ?? 0;
}
