import { Logger as WorkerLogger, runMigrations, runOnce, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import type { Sql } from '../database/database.js';
import type { Services } from '../services.js';

/** Tells the rest of the program what happened; runs after commit, at least once. Payloads carry ids, never personal data. */
export type JobHandler = (payload: Record<string, unknown>, services: Services, signal?: AbortSignal) => Promise<void>;
/** Handlers by message name (past tense, `ThreadLocked`). */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** A job that runs by the clock, once however many nodes there are. `pattern` is a crontab line's five fields, in UTC. */
export interface Schedule {
  task: string;
  pattern: string;
}

const ATTEMPTS = 12;

/**
 * Publishes an outbox message: a job added in the transaction of the change, so it exists if and only if the change does.
 * @param options key: one pending job per key, a later one replaces an earlier; keepsTime: that runs when the earlier one would have
 */
export async function publish(
  tx: Sql,
  message: string,
  payload: Record<string, unknown>,
  options: { key?: string; runAt?: Date; keepsTime?: boolean } = {},
): Promise<void> {
  await tx.row(`SELECT 1 FROM graphile_worker.add_job($1, $2::json, NULL, $3::timestamptz, ${ATTEMPTS}, $4, job_key_mode => $5)`, [
    message,
    JSON.stringify(payload),
    options.runAt ?? null,
    options.key ?? null,
    options.keepsTime ? 'preserve_run_at' : 'replace',
  ]);
}

/** Merges the handlers of all modules; two modules may listen to one message. */
export function combineHandlers(parts: readonly JobHandlers[]): JobHandlers {
  const all = new Map<string, JobHandler[]>();
  for (const part of parts) for (const [name, handler] of Object.entries(part)) all.set(name, [...(all.get(name) ?? []), handler]);
  return Object.fromEntries(
    [...all].map(([name, handlers]) => [
      name,
      async (payload: Record<string, unknown>, services: Services, signal?: AbortSignal) => {
        for (const handler of handlers) await handler(payload, services, signal);
      },
    ]),
  );
}

/** Handlers as the worker calls them. */
export function tasks(handlers: JobHandlers, services: Services): TaskList {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      (payload: unknown, helpers) => handler((payload ?? {}) as Record<string, unknown>, services, helpers.abortSignal),
    ]),
  );
}

/** The worker's own lines: only what went wrong. */
export function quietLogger(services: Services): WorkerLogger {
  return new WorkerLogger(() => (level, message, meta) => {
    if (level === 'error' || level === 'warning')
      services.log.warn({ meta: { name: (meta as { job?: { task_identifier?: string } })?.job?.task_identifier } }, message);
  });
}

/** Runs every job that is due, then returns; for tests and operator's commands. */
export async function runDueJobs(pool: pg.Pool, handlers: JobHandlers, services: Services): Promise<void> {
  await runOnce({ pgPool: pool, taskList: tasks(handlers, services), noHandleSignals: true, logger: quietLogger(services) });
}

/** Brings the queue's own tables up to date. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool });
}

/** What the queue holds, by state, and how many seconds the oldest job that is due has waited. */
export async function queueFigures(sql: Sql): Promise<Record<'waiting' | 'running' | 'retrying' | 'later' | 'dead' | 'oldest', number>> {
  const row = await sql.row<Awaited<ReturnType<typeof queueFigures>>>(
    `SELECT count(*) FILTER (WHERE due)::int AS waiting, count(*) FILTER (WHERE locked_by IS NOT NULL)::int AS running,
       count(*) FILTER (WHERE pending AND attempts > 0 AND NOT due)::int AS retrying, count(*) FILTER (WHERE pending AND attempts = 0 AND NOT due)::int AS later,
       count(*) FILTER (WHERE dead)::int AS dead, coalesce(extract(epoch FROM clock_timestamp() - min(run_at) FILTER (WHERE due)), 0)::float8 AS oldest
     FROM (SELECT j.*, attempts >= max_attempts AND locked_by IS NULL AS dead, locked_by IS NULL AND attempts < max_attempts AS pending,
       locked_by IS NULL AND attempts < max_attempts AND run_at <= clock_timestamp() AS due FROM graphile_worker.jobs j) s`,
  );
  return row ?? { waiting: 0, running: 0, retrying: 0, later: 0, dead: 0, oldest: 0 };
}

/** Number of jobs that failed for good and wait for an operator. */
export async function deadLetters(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE attempts >= max_attempts');
  return rows[0]?.n ?? 0;
}
