// How many SQL statements one operation costs, counted by PostgreSQL itself.
import pg from 'pg';

const TIMES = 20;
const COUNT = `SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
  WHERE s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND query NOT LIKE '%pg_stat_statements%' AND query NOT LIKE '%graphile_worker%jobs%'
    AND query NOT LIKE 'LISTEN%' AND query NOT LIKE '%graphile_worker%known_crontabs%'`;

/** Sends the operation some times, one after another. */
async function send({ url, requests }) {
  for (let i = 0; i < TIMES; i++) {
    const request = requests[i % requests.length];
    const made = request.setupRequest ? request.setupRequest({ ...request }) : request;
    await (await fetch(new URL(made.path ?? '', url), made)).text();
  }
}

/**
 * Runs the operation some times and divides. What runs by the clock meanwhile is left out, and what happens once in some minutes for each session,
 * such as noting when it was last used, has happened before.
 */
export async function countStatements(url, server) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await send(server);
  await client.query('SELECT pg_stat_statements_reset()');
  await send(server);
  const { rows } = await client.query(COUNT);
  await client.end();
  return rows[0].calls / TIMES;
}
