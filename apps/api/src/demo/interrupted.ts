import type { Database } from '../platform/database/database.js';

/** What migrations filled, what says how far a load came, and the log, which tells of the interrupted load too. */
const KEPT = ['migrations', 'topics', 'demo_loads', 'demo_clock', 'audit_log', 'audit_personal', 'audit_heads'];

/**
 * Empties the tables where a load of the demo world was interrupted. Nothing else can be in them: while a load runs, and until one
 * has come to its end, nobody is served.
 * @returns whether there was one
 */
export function clearInterrupted(db: Database): Promise<boolean> {
  return db.transaction(async (tx) => {
    const interrupted = await tx.row('SELECT 1 AS found FROM demo_loads WHERE finished_at IS NULL FOR UPDATE');
    if (!interrupted) return false;
    const tables = await tx.rows<{ name: string }>(
      "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND NOT tablename = ANY($1)",
      [KEPT],
    );
    await tx.row(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
    await tx.row('SELECT count(*) FROM graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))');
    await tx.row('DELETE FROM demo_loads');
    return true;
  });
}
