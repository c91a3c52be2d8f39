import { Logger as WorkerLogger, run, runMigrations, runOnce, parseCronItems, type ParsedCronItem, type TaskList } from 'graphile-worker';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { Sql } from '../database/database.js';
import type { Services } from '../services.js';
import { patientPool } from './patient-pool.js';

/** Tells the rest of the program what happened; runs after commit, at least once. Payloads carry ids, never personal data. */
export type JobHandler = (payload: Record<string, unknown>, services: Services, signal?: AbortSignal) => Promise<void>;
/** Handlers by message name (past tense, `ThreadLocked`). */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** A job that runs by the clock. `pattern` is a crontab line's five fields, in UTC. */
export interface Schedule {
  task: string;
  pattern: string;
}

const ATTEMPTS = 12;

/**
 * Publishes an outbox message: a job added in the transaction of the change, so it exists if and only if the change does.
 * @param key one pending job per key: a later one replaces an earlier
 */
export async function publish(
  tx: Sql,
  message: string,
  payload: Record<string, unknown>,
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  await tx.row(`SELECT 1 FROM graphile_worker.add_job($1, $2::json, NULL, $3::timestamptz, ${ATTEMPTS}, $4)`, [
    message,
    JSON.stringify(payload),
    options.runAt ?? null,
    options.key ?? null,
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

function tasks(handlers: JobHandlers, services: Services): TaskList {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      (payload: unknown, helpers) => handler((payload ?? {}) as Record<string, unknown>, services, helpers.abortSignal),
    ]),
  );
}

function cronItems(schedules: readonly Schedule[]): ParsedCronItem[] {
  return parseCronItems(schedules.map(({ task, pattern }) => ({ task, match: pattern, options: { backfillPeriod: 0 } })));
}

/** The worker's own lines: only what went wrong. */
function quietLogger(services: Services): WorkerLogger {
  return new WorkerLogger(() => (level, message, meta) => {
    if (level === 'error' || level === 'warning')
      services.log.warn({ meta: { name: (meta as { job?: { task_identifier?: string } })?.job?.task_identifier } }, message);
  });
}

/** A running worker of this process. */
export interface JobRunner {
  /** Stops taking jobs and waits for those that run. */
  stop(): Promise<void>;
}

/** How the connections of runners call themselves. */
const RUNNER = 'stoa jobs';

/** Jobs that a killed program had taken would wait hours for it: where no other runner is connected, nobody works on them. */
async function freeJobsOfTheDead(pool: pg.Pool): Promise<void> {
  await pool.query(
    `SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by)) FROM graphile_worker.jobs
     WHERE locked_by IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1 AND pid <> pg_backend_pid())
     HAVING count(*) > 0`,
    [RUNNER],
  );
}

/** Starts working on jobs and schedules. @param url a direct connection: jobs LISTEN */
export async function startJobs(
  url: string,
  handlers: JobHandlers,
  schedules: readonly Schedule[],
  services: Services,
): Promise<JobRunner> {
  const pgPool = patientPool({ connectionString: url, max: 8, application_name: RUNNER });
  const begin = () =>
    run({
      pgPool,
      concurrency: 4,
      noHandleSignals: true,
      pollInterval: 2_000,
      taskList: tasks(handlers, services),
      parsedCronItems: cronItems(schedules),
      logger: quietLogger(services),
    });
  await freeJobsOfTheDead(pgPool);
  const stopping = new AbortController();
  let runner = await begin();
  /** The runner gives up when the database is away for long: begin again until it is back. */
  const keepRunning = async () => {
    while (!stopping.signal.aborted) {
      try {
        await runner.promise;
        if (!stopping.signal.aborted) services.log.error('job runner ended; beginning again');
      } catch (error) {
        services.log.error({ err: error }, 'job runner failed; beginning again');
      }
      await wait(2_000, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (!stopping.signal.aborted) runner = await begin().catch(() => runner);
    }
  };
  const kept = keepRunning();
  const stop = async () => {
    stopping.abort();
    await runner.stop().catch((error: unknown) => services.log.warn({ err: error }, 'job runner did not stop cleanly'));
    await kept;
    await pgPool.end();
  };
  return { stop };
}

/** Runs every job that is due, then returns; for tests and operator's commands. */
export async function runDueJobs(pool: pg.Pool, handlers: JobHandlers, services: Services): Promise<void> {
  await runOnce({ pgPool: pool, taskList: tasks(handlers, services), noHandleSignals: true, logger: quietLogger(services) });
}

/** Brings the queue's own tables up to date. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool });
}

/** Number of jobs that failed for good and wait for an operator. */
export async function deadLetters(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE attempts >= max_attempts');
  return rows[0]?.n ?? 0;
}
