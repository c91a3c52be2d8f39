import type { RetentionName } from '@stoa/domain';
import type { Sql } from '../../../platform/database/database.js';
import { newId } from '../../../platform/ids.js';
import type { Services } from '../../../platform/services.js';
import { removeAbandonedUploads, removeOrphans } from '../../../platform/uploads/remove-uploads.js';
import { NO_LONGER_ATTACHED } from '../../discussions/index.js';
import { NO_LONGER_OF_RESOURCE } from '../../resources/index.js';
import { applyRules } from './retention.js';
import { retentionDays } from './rules.js';

/** Once that what was past its time went, or is going. */
export interface RetentionRun {
  id: string;
  /** Who asked for it; null for the nightly job and the operator. */
  asked_by: string | null;
  asked_at: string;
  finished_at: string | null;
  removed: Partial<Record<RetentionName, number>>;
}

/** A run that did not end within this time ended with its program; the next may begin. */
const ABANDONED_AFTER_MS = 3_600_000;

const COLUMNS = 'id, asked_by, asked_at, finished_at, removed';

/** Writes down that a run was asked for. @returns its id */
export async function beginRun(sql: Sql, askedBy: string | null, at: Date): Promise<string> {
  const id = newId();
  await sql.row('INSERT INTO retention_runs (id, asked_by, asked_at) VALUES ($1, $2, $3)', [id, askedBy, at]);
  return id;
}

/** The run that has not ended yet, if there is one. */
export function openRun(sql: Sql, now: Date): Promise<RetentionRun | null> {
  return sql.row<RetentionRun>(
    `SELECT ${COLUMNS} FROM retention_runs WHERE finished_at IS NULL AND asked_at > $1 ORDER BY asked_at DESC, id DESC LIMIT 1`,
    [new Date(now.getTime() - ABANDONED_AFTER_MS)],
  );
}

/** The latest run that ended, if there was one. */
export function lastRun(sql: Sql): Promise<RetentionRun | null> {
  return sql.row<RetentionRun>(
    `SELECT ${COLUMNS} FROM retention_runs WHERE finished_at IS NOT NULL ORDER BY asked_at DESC, id DESC LIMIT 1`,
  );
}

/** Does a run that was written down. One that was killed goes on and adds to what went before; one that ended does nothing. */
export async function doRun(services: Services, runId: string): Promise<void> {
  const { db, clock, log } = services;
  if (!(await db.row('SELECT 1 FROM retention_runs WHERE id = $1 AND finished_at IS NULL', [runId]))) return;
  await applyRules(services, async (name, rows) => {
    await db.row(
      `UPDATE retention_runs SET removed = removed || jsonb_build_object($2::text, coalesce((removed ->> $2)::int, 0) + $3::int) WHERE id = $1`,
      [runId, name, rows],
    );
  });
  // What was sent waits as long as the draft beside it.
  await removeAbandonedUploads(services, (await retentionDays(db)).drafts);
  await removeOrphans(services, NO_LONGER_ATTACHED);
  await removeOrphans(services, NO_LONGER_OF_RESOURCE);
  const ended = await db.row<RetentionRun>(`UPDATE retention_runs SET finished_at = $2 WHERE id = $1 RETURNING ${COLUMNS}`, [
    runId,
    clock.now(),
  ]);
  log.info({ gone: ended?.removed }, 'retention applied');
}

/** Applies the rules at once, without anybody who asked, and says what went. */
export async function applyRetention(services: Services): Promise<Record<string, number>> {
  const runId = await beginRun(services.db, null, services.clock.now());
  await doRun(services, runId);
  const run = await services.db.row<RetentionRun>(`SELECT ${COLUMNS} FROM retention_runs WHERE id = $1`, [runId]);
  return run?.removed ?? {};
}
