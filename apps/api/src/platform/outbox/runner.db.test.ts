import pg from 'pg';
import { cloneDatabase, CROWD } from '../../testing/database.js';
import { createLogger } from '../logger.js';
import type { Services } from '../services.js';
import type { JobHandlers, Schedule } from './outbox.js';
import { startJobs, type JobRunner } from './runner.js';
import { freeJobsOfTheDead } from './sign-of-life.js';

describe('a runner of jobs', () => {
  let db: Awaited<ReturnType<typeof cloneDatabase>>;
  let pool: pg.Pool;

  beforeAll(async () => {
    db = await cloneDatabase({ connections: CROWD });
    pool = new pg.Pool({ connectionString: db.url });
  });
  afterAll(async () => {
    await pool.end();
    await db.drop();
  });

  const start = (handlers: JobHandlers, schedules: readonly Schedule[] = []): Promise<JobRunner> => {
    const services = { db, config: { stopWithinMs: 1 }, log: createLogger('silent') } as unknown as Services;
    return startJobs(db.url, handlers, schedules, services);
  };
  const add = (): Promise<unknown> => pool.query("SELECT graphile_worker.add_job('Slow', '{}'::json, max_attempts => 12)");
  const taken = async (): Promise<(string | null)[]> => {
    const { rows } = await pool.query<{ locked_by: string | null }>('SELECT locked_by FROM graphile_worker.jobs');
    return rows.map((row) => row.locked_by);
  };

  it('keeps what it works on, and takes what the dead had taken', async () => {
    let finish = (): void => undefined;
    let begun = (): void => undefined;
    const works = new Promise<void>((resolve) => (begun = resolve));
    const runner = await start({
      Slow: () => {
        begun();
        return new Promise((resolve) => (finish = resolve));
      },
    });
    expect(runner.isRunning()).toBe(true);
    await add();
    await works;
    await pool.query("UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 hour'");
    await freeJobsOfTheDead(pool);
    expect(await taken()).toEqual([expect.stringMatching(/./)]);
    // Its lock is what shows that it lives: without one, the job would have been freed.
    const { rows } = await pool.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted");
    expect(rows.length).toBeGreaterThan(0);
    finish();
    await runner.stop();
    expect(await taken()).toEqual([]);
    expect(runner.isRunning()).toBe(false);

    await add();
    await pool.query("UPDATE graphile_worker._private_jobs SET locked_by = 'somebody killed', locked_at = now() - interval '1 minute'");
    await freeJobsOfTheDead(pool);
    expect(await taken()).toEqual([null]);
    await pool.query('SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))');
  });

  it('tells a job that takes too long to end, and hands it back where it does not', async () => {
    let begun = (): void => undefined;
    const works = new Promise<void>((resolve) => (begun = resolve));
    let told = false;
    const runner = await start({
      Slow: (_payload, _services, signal) => {
        signal?.addEventListener('abort', () => (told = true));
        begun();
        return new Promise(() => undefined);
      },
    });
    await add();
    await works;
    await runner.stop();
    expect(told).toBe(true);
    expect(await taken()).toEqual([null]);
  });

  it('does what a schedule asks for once, with another node beside it, and makes up for what was missed', async () => {
    const daily = (task: string, hoursAgo: number): Schedule => {
      const at = new Date(Date.now() - hoursAgo * 3_600_000);
      return { task, pattern: `${String(at.getUTCMinutes())} ${String(at.getUTCHours())} * * *` };
    };
    const hourly: Schedule = { task: 'Hourly', pattern: `${String(new Date(Date.now() - 1_800_000).getUTCMinutes())} * * * *` };
    const done: string[] = [];
    const nodes = ['One', 'Two'].map((own) => {
      let reached = (): void => undefined;
      const hasScheduled = new Promise<void>((resolve) => (reached = resolve));
      const note = (task: string) => () => Promise.resolve(void done.push(task));
      // Each node has a schedule of its own that is due last: where that ran, the node has gone through all that both have.
      const handlers: JobHandlers = { Nightly: note('Nightly'), Hourly: note('Hourly'), [own]: () => Promise.resolve(reached()) };
      return { handlers, schedules: [daily('Nightly', 12), hourly, daily(own, 0.1)], hasScheduled };
    });
    await pool.query(
      `INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
       SELECT name, now() - interval '9 days', now() - interval '2 days' FROM unnest($1::text[]) AS name`,
      [['Nightly', 'Hourly', 'One', 'Two']],
    );
    const runners = await Promise.all(nodes.map(({ handlers, schedules }) => start(handlers, schedules)));
    await Promise.all(nodes.map(({ hasScheduled }) => hasScheduled));
    await Promise.all(runners.map((runner) => runner.stop()));
    expect(done).toEqual(['Nightly']);
  });
});
