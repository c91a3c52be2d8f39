import { setTimeout as wait } from 'node:timers/promises';
import { MigrationExecutor } from 'typeorm';
import type { Database } from './database.js';

/** A migration that waits for a lock makes everybody behind it wait too; it gives up soon and tries again. */
const LOCK_TIMEOUT = '2s';
const LOCK_NOT_AVAILABLE = '55P03';
const ATTEMPTS = 30;

/**
 * Runs what is missing of the migrations while others read and write. One that does not get its lock at once is undone and tried again.
 * @param pause waits before the next attempt; tests let the others go on here
 * @returns how many were run
 */
export async function runMigrations(db: Database, pause: () => Promise<unknown> = () => wait(1_000)): Promise<number> {
  let done = 0;
  for (let attempt = 1; ; attempt++) {
    const runner = db.dataSource.createQueryRunner('master');
    try {
      await runner.query(`SET lock_timeout = '${LOCK_TIMEOUT}'`);
      const executor = new MigrationExecutor(db.dataSource, runner);
      executor.transaction = 'each';
      const before = (await executor.getExecutedMigrations()).length;
      try {
        await executor.executePendingMigrations();
      } finally {
        done += (await executor.getExecutedMigrations()).length - before;
      }
      return done;
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE || attempt >= ATTEMPTS) throw error;
    } finally {
      await runner.query('RESET lock_timeout').catch(() => undefined);
      await runner.release();
    }
    await pause();
  }
}
