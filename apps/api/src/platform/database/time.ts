import type { Sql } from './database.js';

/** The database's time, which decides. */
export async function databaseNow(sql: Sql): Promise<Date> {
  const row = await sql.row<{ now: string }>('SELECT clock_timestamp() AS now');
  return new Date(row?.now ?? Date.now());
}

/**
 * What time it is in the demo: `demoNow` when the first of its programs started, ticking since. All programs on the database share it, and
 * a restart goes on where it was; after half a day it begins anew.
 */
export async function demoTime(sql: Sql, demoNow: string): Promise<Date> {
  await sql.row(
    `INSERT INTO demo_clock AS c (single, began_as, began_at) VALUES (true, $1, clock_timestamp())
     ON CONFLICT (single) DO UPDATE SET began_as = excluded.began_as, began_at = excluded.began_at
     WHERE c.began_as <> excluded.began_as OR c.began_at < excluded.began_at - interval '12 hours'`,
    [demoNow],
  );
  const row = await sql.row<{ now: string }>('SELECT began_as::timestamptz + (clock_timestamp() - began_at) AS now FROM demo_clock');
  return new Date(row?.now ?? demoNow);
}
