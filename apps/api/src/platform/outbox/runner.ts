import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { parseCronItems, run, type ParsedCronItem, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import { connectionTo } from '../database/connection.js';
import type { Services } from '../services.js';
import { quietLogger, tasks, type JobHandlers, type Schedule } from './outbox.js';
import { patientPool } from './patient-pool.js';
import { freeJobsOfTheDead, keepSignOfLife } from './sign-of-life.js';

/** A running worker of this process. */
export interface JobRunner {
  /** Whether it takes jobs now; false while the database is away. */
  isRunning(): boolean;
  /** Stops taking jobs and waits for those that run; those that take too long are told to end, then handed back for another node. */
  stop(): Promise<void>;
}

/** How often jobs are looked for that a program took and cannot finish any more. */
const SWEEP_MS = 10_000;
/** What a job that is told to end may still need. */
const LAST_MS = 2_000;

/** Daily work that was due while nothing ran is made up for: an office that shuts its machine down at night has it done in the morning. */
const MADE_UP_MS = 86_400_000;

/** What is due every hour comes again soon enough. */
function cronItems(schedules: readonly Schedule[]): ParsedCronItem[] {
  return parseCronItems(
    schedules.map(({ task, pattern }) => {
      const isHourly = pattern.split(' ')[1] === '*';
      return { task, match: pattern, options: { backfillPeriod: isHourly ? 0 : MADE_UP_MS } };
    }),
  );
}

/** Starts working on jobs and schedules. @param url a direct connection: jobs LISTEN */
export async function startJobs(
  url: string,
  handlers: JobHandlers,
  schedules: readonly Schedule[],
  services: Services,
): Promise<JobRunner> {
  const { Client, url: connectionString } = connectionTo(url);
  const pgPool = patientPool({ connectionString, Client, max: 8, application_name: 'stoa jobs' } as pg.PoolConfig);
  const life = await keepSignOfLife(url);
  await freeJobsOfTheDead(pgPool);
  const sweep = setInterval(() => void freeJobsOfTheDead(pgPool).catch(() => undefined), SWEEP_MS).unref();
  const begin = () => {
    const events = new EventEmitter() as WorkerEvents;
    // A job is taken in the name of the pool of workers.
    events.on('pool:create', ({ workerPool }) => life.announce(workerPool.id));
    return run({
      pgPool,
      concurrency: 4,
      noHandleSignals: true,
      pollInterval: 2_000,
      gracefulShutdownAbortTimeout: services.config.stopWithinMs,
      taskList: tasks(handlers, services),
      parsedCronItems: cronItems(schedules),
      logger: quietLogger(services),
      events,
    });
  };
  const stopping = new AbortController();
  let runner = await begin();
  let running = true;
  /** The runner gives up when the database is away for long: begin again until it is back. */
  const keepRunning = async () => {
    while (!stopping.signal.aborted) {
      try {
        await runner.promise;
        if (!stopping.signal.aborted) services.log.error('job runner ended; beginning again');
      } catch (error) {
        services.log.error({ err: error }, 'job runner failed; beginning again');
      }
      running = false;
      await wait(2_000, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      await begin().then(
        (begun) => {
          runner = begun;
          running = true;
        },
        () => undefined,
      );
    }
  };
  const kept = keepRunning();
  const stop = async () => {
    stopping.abort();
    clearInterval(sweep);
    running = false;
    const late = (ms: number) => wait(ms, 'late', { ref: false });
    const stopped = runner.stop().then(
      () => kept,
      (error: unknown) => services.log.warn({ err: error }, 'job runner did not stop cleanly'),
    );
    const how = await Promise.race([stopped, late(services.config.stopWithinMs + LAST_MS)]);
    if (how === 'late') await life.handBack(pgPool);
    await life.end();
    await Promise.race([pgPool.end(), late(LAST_MS)]);
  };
  return { isRunning: () => running, stop };
}
