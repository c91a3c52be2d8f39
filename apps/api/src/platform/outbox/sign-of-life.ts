import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { connectAlone } from '../database/connection.js';

/** The first half of the locks' keys; the second is the hash of the name under which jobs are taken. */
const TAKERS = 0x57_6f_72_6b;

/** A condition in SQL: whether more programs than one show life on this database. */
export const SEVERAL_PROGRAMS = `(SELECT count(DISTINCT pid) > 1 FROM pg_locks WHERE locktype = 'advisory' AND classid::int8 = ${TAKERS}
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;

/** Shows other programs on the database that those of this one who take jobs live: a lock for each name, which ends with the connection. */
export interface SignOfLife {
  announce(taker: string): void;
  /** Frees the jobs that are still taken, for others to take. */
  handBack(pool: pg.Pool): Promise<void>;
  end(): Promise<void>;
}

/** Begins to show life; a connection that breaks is made again. @param url a direct connection: locks belong to a session */
export async function keepSignOfLife(url: string): Promise<SignOfLife> {
  const takers = new Set<string>();
  const ended = new AbortController();
  let client: pg.Client | null = null;
  let locking: Promise<unknown> = Promise.resolve();
  /** One after the other: a client takes one statement at a time. Where it fails the connection is gone, and the next one locks for all. */
  const lock = (names: readonly string[]) =>
    (locking = locking.then(() =>
      client?.query('SELECT pg_advisory_lock($1, hashtext(name)) FROM unnest($2::text[]) AS name', [TAKERS, names]).catch(() => undefined),
    ));
  const connect = async () => {
    client = await connectAlone(url, 'stoa jobs');
    client.once('end', () => void reconnect());
    await lock([...takers]);
  };
  const reconnect = async () => {
    client = null;
    while (!ended.signal.aborted && client === null) {
      await wait(1_000, undefined, { signal: ended.signal, ref: false }).catch(() => undefined);
      if (!ended.signal.aborted) await connect().catch(() => undefined);
    }
  };
  await connect();
  return {
    announce(taker) {
      takers.add(taker);
      void lock([taker]);
    },
    async handBack(pool) {
      await pool.query('SELECT graphile_worker.force_unlock_workers($1)', [[...takers]]);
    },
    async end() {
      ended.abort();
      await client?.end();
    },
  };
}

/**
 * Jobs that a killed program had taken would wait hours for it: those of takers that show no sign of life are freed. One who has only
 * just taken a job may not have shown any yet.
 */
export async function freeJobsOfTheDead(pool: pg.Pool): Promise<void> {
  await pool.query(
    `WITH taken AS MATERIALIZED (SELECT DISTINCT locked_by AS taker FROM graphile_worker.jobs 
       WHERE locked_by IS NOT NULL AND locked_at < clock_timestamp() - interval '1 second'),
     dead AS MATERIALIZED (SELECT taker FROM taken WHERE pg_try_advisory_xact_lock($1, hashtext(taker)))
     SELECT graphile_worker.force_unlock_workers(array_agg(taker)) FROM dead HAVING count(*) > 0`,
    [TAKERS],
  );
}
