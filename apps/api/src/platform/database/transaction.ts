import type pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';

/** PostgreSQL's codes of a serialisation failure and a deadlock. */
const RETRIED = new Set(['40001', '40P01']);
const ATTEMPTS = 5;
/** What PostgreSQL says of a statement that was prepared on a connection before a migration changed the columns it gives: there it fails for ever. */
export const STALE = '0A000';

/** Runs the closure in one transaction on a connection of its own; the whole closure again on a serialisation failure, a deadlock or a stale statement. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect();
    let isBroken = false;
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      // What cannot even be rolled back is not given to anybody else.
      await client.query('ROLLBACK').catch(() => (isBroken = true));
      const code = (error as { code?: string }).code ?? '';
      isBroken ||= code === STALE;
      if (!(RETRIED.has(code) || code === STALE) || attempt >= ATTEMPTS) throw error;
    } finally {
      client.release(isBroken);
    }
  }
}

/** TypeORM's way to a connection on which a transaction is open. */
class OpenTransaction extends PostgresQueryRunner {
  constructor(driver: PostgresDriver, client: pg.ClientBase) {
    super(driver, 'master');
    this.databaseConnection = client;
    this.isTransactionActive = true;
  }
}

/** An entity manager that works on a connection within its open transaction. */
export function managerOn(dataSource: DataSource, client: pg.ClientBase): EntityManager {
  return dataSource.createEntityManager(new OpenTransaction(dataSource.driver as PostgresDriver, client));
}
