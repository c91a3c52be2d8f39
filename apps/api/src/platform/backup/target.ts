import type pg from 'pg';
import { SEE_ALL } from '../database/sight.js';
import { BackupError } from './backup-error.js';
import { quoted } from './catalog.js';

/** @throws BackupError where Stoa works with this database: it could write to what is about to go */
export async function refuseRunning(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend' AND application_name LIKE 'stoa%'`,
  );
  const n = rows[0]?.n ?? 0;
  if (n > 0) throw new BackupError(`Stoa runs on this database (${n} connections); stop it first. Nothing was changed.`);
}

async function tableNames(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`,
  );
  return rows.map(({ name }) => name);
}

/** Records without which no installation has anything to lose. Migrations fill other tables, such as the topics. */
const SIGNS_OF_USE = ['people', 'territories', 'files', 'audit_log'];

/** Whether anybody has used the database; in a running transaction, which sees every row from here on. @throws BackupError where it holds tables that are not Stoa's */
export async function inUse(client: pg.ClientBase): Promise<boolean> {
  const names = await tableNames(client);
  await refuseForeign(names);
  await client.query(SEE_ALL);
  for (const sign of SIGNS_OF_USE) {
    if (!names.includes(sign)) continue;
    const { rows } = await client.query<{ used: boolean }>(`SELECT EXISTS (SELECT FROM public.${quoted(sign)}) AS used`);
    if (rows[0]?.used) return true;
  }
  return false;
}

async function refuseForeign(names: readonly string[]): Promise<void> {
  if (names.length > 0 && !names.includes('migrations'))
    throw new BackupError('The database holds tables of another program; give Stoa a database of its own. Nothing was changed.');
}

/** Drops all that Stoa's migrations made, in the running transaction; notes the keys of stored files in `files_before`. */
export async function emptyDatabase(client: pg.ClientBase): Promise<void> {
  const names = await tableNames(client);
  await refuseForeign(names);
  if (names.includes('files')) {
    await client.query(SEE_ALL);
    await client.query('INSERT INTO files_before SELECT DISTINCT storage_key FROM files');
  }
  if (names.length > 0) await client.query(`DROP TABLE ${names.map((name) => `public.${quoted(name)}`).join(', ')} CASCADE`);
  await client.query(`DO $$ DECLARE it record; BEGIN
    FOR it IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    LOOP EXECUTE format('DROP ROUTINE %s CASCADE', it.name); END LOOP;
    FOR it IN SELECT t.oid::regtype AS name FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('e', 'd')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')
    LOOP EXECUTE format('DROP TYPE %s CASCADE', it.name); END LOOP;
  END $$`);
}
