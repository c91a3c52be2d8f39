// Lets what follows an operation wait, where the operation alone is to be measured.
import pg from 'pg';

const BEGIN = `
  CREATE OR REPLACE FUNCTION bench_later() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.run_at := now() + interval ''1 day''; RETURN NEW; END';
  CREATE OR REPLACE TRIGGER bench_later BEFORE INSERT ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION bench_later()`;
const END = `
  DROP TRIGGER bench_later ON graphile_worker._private_jobs;
  DROP FUNCTION bench_later();
  DELETE FROM graphile_worker._private_jobs WHERE run_at > now() + interval '1 hour'`;

/** Does some work while no job begins that it adds; these are dropped afterwards. */
export async function whileJobsWait(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(BEGIN);
    return await work();
  } finally {
    await client.query(END);
    await client.end();
  }
}
