import pg from 'pg';
import { connectionTo } from './connection.js';
import type { Reader } from './sql.js';

/** How often the servers are asked how far they are. */
const LOOK_MS = 1_000;
/** A replica that is further behind is not read from. */
const MAX_LAG_MS = 10_000;

/** A place in the primary's log, such as `0/1A2B3C4D`; later places are greater. */
export function placeInLog(text: string | null | undefined): bigint | null {
  const parts = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/.exec(text ?? '');
  return parts ? (BigInt(`0x${parts[1]}`) << 32n) | BigInt(`0x${parts[2]}`) : null;
}

/** How far the primary was at a time of this process's own timer. */
interface Look {
  place: bigint;
  at: number;
}

interface Replica {
  pool: pg.Pool;
  reader: Reader;
  /** Whether it has once been as far as the primary was at the first look; before, nobody knows how old it is. */
  caughtUp: boolean;
  /** How far it has replayed the log; null where it cannot be read from. */
  replayed: bigint | null;
}

/** Copies of the database that follow the primary. */
export interface Replicas {
  /**
   * A way to read what may be a moment old, but not older than `seen`; the primary where no replica has got that far, is too far
   * behind, or fails. Never for rights, and never for what is then written.
   * @param seen the place in the log of the reader's own last write, or null
   */
  reader(seen: string | null): Reader;
  /** How many are read from now. */
  usable(): number;
  /** Asks all servers how far they are; happens by itself every second. */
  look(): Promise<void>;
  close(): Promise<void>;
}

export interface ReplicaOptions {
  urls: readonly string[];
  readerOn(pool: pg.Pool): Reader;
  maxLagMs?: number;
  poolSize?: number;
}

/** Follows the replicas; nothing is read from one before it has said how far it is. */
export async function openReplicas(primary: Reader, options: ReplicaOptions): Promise<Replicas> {
  const maxLag = options.maxLagMs ?? MAX_LAG_MS;
  const replicas = options.urls.map((url) => openReplica(url, options));
  /** Where the primary was at earlier looks, oldest first; one of them is older than what is forgiven, as soon as there is such a one. */
  const history: Look[] = [];
  const look = async (): Promise<void> => {
    const at = performance.now();
    const row = await primary.row<{ place: string }>('SELECT pg_current_wal_insert_lsn()::text AS place').catch(() => null);
    const place = placeInLog(row?.place);
    if (place !== null) history.push({ place, at });
    while (history[1] && at - history[1].at > maxLag) history.shift();
    await Promise.all(replicas.map((replica) => lookAt(replica, history, maxLag)));
  };
  await look();
  const timer = setInterval(() => void look(), LOOK_MS).unref();
  let turn = 0;
  return {
    look,
    usable: () => replicas.filter(({ replayed }) => replayed !== null).length,
    reader(seen) {
      const wanted = placeInLog(seen);
      const fit = replicas.filter(({ replayed }) => replayed !== null && (wanted === null || replayed >= wanted));
      const chosen = fit[turn++ % fit.length];
      return chosen ? orPrimary(chosen, primary) : primary;
    },
    async close() {
      clearInterval(timer);
      await Promise.all(replicas.map(({ pool }) => pool.end()));
    },
  };
}

function openReplica(url: string, { readerOn, poolSize }: ReplicaOptions): Replica {
  const { Client, url: connectionString } = connectionTo(url);
  const pool = new pg.Pool({ connectionString, Client, max: poolSize ?? 8, application_name: 'stoa reads' } as pg.PoolConfig);
  // A replica that goes away is passed over; without listeners it would end the program.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { pool, reader: readerOn(pool), caughtUp: false, replayed: null };
}

async function lookAt(replica: Replica, history: readonly Look[], maxLag: number): Promise<void> {
  try {
    const row = await replica.reader.row<{ place: string | null }>(
      'SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()::text END AS place',
    );
    const place = placeInLog(row?.place);
    const lacks = history.find((each) => place === null || each.place > place);
    replica.caughtUp ||= lacks !== history[0] || lacks === undefined;
    const isLate = lacks !== undefined && performance.now() - lacks.at > maxLag;
    replica.replayed = replica.caughtUp && !isLate ? place : null;
  } catch {
    replica.replayed = null;
  }
}

/** Reads from the replica, and from the primary where that fails: a read can be done twice. */
function orPrimary(replica: Replica, primary: Reader): Reader {
  const attempt = async <T>(read: (reader: Reader) => Promise<T>): Promise<T> => {
    try {
      return await read(replica.reader);
    } catch {
      replica.replayed = null;
      return read(primary);
    }
  };
  return {
    rows: (text, values) => attempt((reader) => reader.rows(text, values)),
    row: (text, values) => attempt((reader) => reader.row(text, values)),
    arrays: (text, values) => attempt((reader) => reader.arrays(text, values)),
  };
}
