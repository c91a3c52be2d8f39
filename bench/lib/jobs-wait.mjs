// What follows an operation by the outbox: it is dropped between benchmarks, and waits while the statements of the operation alone are counted.
import pg from 'pg';

const WAIT = `
  CREATE FUNCTION bench_later() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.run_at := now() + interval ''1 day''; RETURN NEW; END';
  CREATE TRIGGER bench_later BEFORE INSERT ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION bench_later()`;
const DROP = `
  DROP FUNCTION IF EXISTS bench_later() CASCADE;
  DELETE FROM graphile_worker._private_jobs`;

async function run(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Drops what earlier operations, maybe of another run, left to be done, so that it does not share the processors with what is measured. */
export const dropJobs = (url) => run(url, DROP);

/** Does some work while no job begins that it adds. */
export async function whileJobsWait(url, work) {
  await run(url, WAIT);
  try {
    return await work();
  } finally {
    await dropJobs(url);
  }
}
