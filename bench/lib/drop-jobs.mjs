// What operations lead to by the outbox is not done while they are measured; it is dropped between benchmarks, so that none finds what another left.
import pg from 'pg';

/** Drops what earlier operations, maybe of another run, left to be done. */
export async function dropJobs(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('TRUNCATE graphile_worker._private_jobs');
  } finally {
    await client.end();
  }
}
