import type pg from 'pg';

/** A table of the database with what a copy of it needs. */
export interface Table {
  name: string;
  /** the columns that hold values of their own; generated ones are worked out again */
  columns: string[];
  /** by what rows are put in order, so that equal tables give equal bytes */
  order: string[];
  estimate: number;
}

/** The queue's jobs, by what they are and not by its own numbers, so that they fit another version of it. */
export const JOBS = 'graphile_worker.pending_jobs';

/** All tables of Stoa except the list of migrations, which the migrations write themselves. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT c.relname AS name,
      (SELECT array_agg(quote_ident(a.attname) ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      coalesce((SELECT array_agg(quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END ORDER BY k.no)
        FROM pg_index i, unnest(i.indkey::int[]) WITH ORDINALITY AS k (attnum, no), pg_attribute a
        WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.attnum), '{}') AS order,
      greatest(c.reltuples, 0)::float8 AS estimate
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'migrations'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname`);
  return rows;
}

/** The statement that gives a table's rows as CSV with a head, in order. */
export function copyOut({ name, columns, order }: Table): string {
  const by = order.length > 0 ? ` ORDER BY ${order.join(', ')}` : '';
  return `COPY (SELECT ${columns.join(', ')} FROM public.${quoted(name)}${by}) TO STDOUT (FORMAT csv, HEADER true)`;
}

/** The statement that takes a table's rows; the head must name the columns that the table has. */
export function copyIn({ name, columns }: Pick<Table, 'name' | 'columns'>): string {
  return `COPY public.${quoted(name)} (${columns.join(', ')}) FROM STDIN (FORMAT csv, HEADER match)`;
}

/** Jobs that were not done yet, with those that a worker had begun: it will not end them here. */
export const JOBS_OUT = `COPY (
  SELECT t.identifier, q.queue_name, j.payload, j.priority, j.run_at, j.attempts, j.max_attempts, j.last_error,
    j.created_at, j.updated_at, j.key, j.revision, j.flags
  FROM graphile_worker._private_jobs j
  JOIN graphile_worker._private_tasks t ON t.id = j.task_id LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
  ORDER BY j.created_at, j.id) TO STDOUT (FORMAT csv, HEADER true)`;

/** Where the rows of `JOBS_OUT` wait for `JOBS_PUT`. */
export const JOBS_TABLE = `CREATE TEMP TABLE restored_jobs (identifier text, queue_name text, payload json, priority int, run_at timestamptz,
  attempts int, max_attempts int, last_error text, created_at timestamptz, updated_at timestamptz, key text, revision int, flags jsonb)
  ON COMMIT DROP`;

export const JOBS_IN = 'COPY restored_jobs FROM STDIN (FORMAT csv, HEADER match)';

/** Puts the jobs into the queue, free to be taken. */
export const JOBS_PUT = `
  DELETE FROM graphile_worker._private_jobs;
  INSERT INTO graphile_worker._private_tasks (identifier) SELECT DISTINCT identifier FROM restored_jobs ON CONFLICT DO NOTHING;
  INSERT INTO graphile_worker._private_job_queues (queue_name)
    SELECT DISTINCT queue_name FROM restored_jobs WHERE queue_name IS NOT NULL ON CONFLICT DO NOTHING;
  INSERT INTO graphile_worker._private_jobs (task_id, job_queue_id, payload, priority, run_at, attempts, max_attempts, last_error,
      created_at, updated_at, key, revision, flags)
    SELECT t.id, q.id, r.payload, r.priority, r.run_at, r.attempts, r.max_attempts, r.last_error, r.created_at, r.updated_at, r.key,
      r.revision, r.flags
    FROM restored_jobs r JOIN graphile_worker._private_tasks t USING (identifier)
    LEFT JOIN graphile_worker._private_job_queues q ON q.queue_name = r.queue_name`;

/** Where a sequence stands. */
export interface SequenceState {
  name: string;
  last: string;
  called: boolean;
}

/** Where the sequences of our tables stand; that of the migrations moves by itself. */
export async function sequencesOf(client: pg.ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' AND relname <> 'migrations_id_seq' ORDER BY relname`,
  );
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const state = await client.query<{ last: string; called: boolean }>(
      `SELECT last_value::text AS last, is_called AS called FROM public.${quoted(name)}`,
    );
    if (state.rows[0]) states.push({ name, ...state.rows[0] });
  }
  return states;
}

/** Settings under which values read the same on every server. */
export const PLAIN_VALUES = `SET datestyle = 'ISO, YMD'; SET intervalstyle = 'iso_8601'; SET timezone = 'UTC'; SET bytea_output = 'hex';
  SET extra_float_digits = 1; SET lc_monetary = 'C'; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0`;

/** A name as SQL writes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
