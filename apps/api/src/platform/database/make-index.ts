import type { QueryRunner } from 'typeorm';

/**
 * Makes an index while others read and write, for a migration with `transaction = false`; within a transaction (a restore, where the
 * tables are nobody else's) in the plain way. What an attempt that was cut off left behind is dropped first.
 * @param on table and columns, such as `posts (author_id)`
 */
export async function makeIndex(runner: QueryRunner, name: string, on: string, { unique = false } = {}): Promise<void> {
  const kind = unique ? 'UNIQUE INDEX' : 'INDEX';
  await dropIndex(runner, name);
  if (runner.isTransactionActive) await runner.query(`CREATE ${kind} ${name} ON ${on}`);
  else await patiently(runner, `CREATE ${kind} CONCURRENTLY ${name} ON ${on}`);
}

/** Drops an index as `makeIndex` makes it; one that is not there is no error. */
export async function dropIndex(runner: QueryRunner, name: string): Promise<void> {
  if (runner.isTransactionActive) await runner.query(`DROP INDEX IF EXISTS ${name}`);
  else await patiently(runner, `DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
}

/** Such a statement waits for older transactions, and nobody waits for it. */
async function patiently(runner: QueryRunner, sql: string): Promise<void> {
  const [before] = (await runner.query('SHOW lock_timeout')) as { lock_timeout: string }[];
  await runner.query('SET lock_timeout = 0');
  try {
    await runner.query(sql);
  } finally {
    await runner.query(`SET lock_timeout = '${before?.lock_timeout ?? '0'}'`);
  }
}
