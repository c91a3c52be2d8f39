import pg from 'pg';
import { DataSource, type EntityManager, type MigrationInterface } from 'typeorm';
import { connectionTo, findPrimary } from './connection.js';
import { openLanes, type Lanes } from './lanes.js';
import { RawQuery } from './raw-query.js';
import { openReplicas, type ReplicaOptions, type Replicas } from './replicas.js';
import type { Reader, Sql, Values } from './sql.js';
import { inTransaction, managerOn } from './transaction.js';

export type { Reader, Sql } from './sql.js';

const TIMESTAMPTZ = 1184;
const DATE = 1082;

/** `2026-11-24 07:00:00.5+00` → `2026-11-24T07:00:00.5Z`. The session's time zone is UTC, so the offset is always `+00`. */
export function isoText(text: string): string {
  return `${text.slice(0, 10)}T${text.slice(11, -3)}Z`;
}

/** Times and dates stay text on their way from PostgreSQL to the client; nothing in between needs a Date. */
const leanTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === TIMESTAMPTZ) return isoText;
    if (oid === DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

/** Connections that a program keeps. Statements are prepared once per connection, so each that was opened stays. */
export const POOL_SIZE = 16;

/** How many connections of the pool stand for one lane. */
const POOL_PER_LANE = 4;
/** How many lanes a program has. */
export const LANES = POOL_SIZE / POOL_PER_LANE;

/** A transaction in progress. Only SQL happens inside. */
export interface Tx extends Sql {
  /** TypeORM's manager on this transaction, where an entity's life matters. */
  manager: EntityManager;
}

/** The API's way to PostgreSQL. */
export interface Database extends Reader {
  dataSource: DataSource;
  pool: pg.Pool;
  /** Reads that are short and stand alone, and need not wait until somebody gives a connection of the pool back. */
  short: Sql;
  /** Copies that follow this database; null where there are none. */
  replicas: Replicas | null;
  /** Runs the closure in one transaction; the whole closure again on a serialisation failure or deadlock. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  entities: (new () => object)[];
  migrations: (new () => MigrationInterface)[];
  /** False behind a pooler in transaction mode. */
  statementNames?: boolean;
  poolSize?: number;
  replicas?: Pick<ReplicaOptions, 'urls' | 'maxLagMs'>;
  /** Does a statement and tells somebody that it was done; absent: it is done. */
  watch?<T>(text: string, statement: () => Promise<T>): Promise<T>;
}

/** What takes a statement: the pool, one connection, or the lanes. */
interface Queried {
  query(statement: pg.QueryConfig): Promise<pg.QueryResult>;
}

/** Classes of what a statement's values lead to: the connection is as good as before. */
const OF_THE_VALUES = /^(?:2[23]|40|55|P0)/;

/**
 * Takes a connection of the pool for each statement. The pool would do so itself, but throw away each whose statement failed, with all that it has
 * prepared.
 */
function onAnyOf(pool: pg.Pool): Queried {
  return {
    async query(statement) {
      const client = await pool.connect();
      let isLost = false;
      try {
        return await client.query(statement);
      } catch (error) {
        isLost = !OF_THE_VALUES.test((error as { code?: string }).code ?? '');
        throw error;
      } finally {
        client.release(isLost);
      }
    },
  };
}

/** Opens the pool. Statements are prepared once per connection, named after their text. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const connection = connectionTo(options.url);
  const { Client, url } = connection;
  const { poolSize = POOL_SIZE } = options;
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: options.entities,
    migrations: options.migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    poolSize,
    extra: { Client, application_name: 'stoa', min: poolSize },
  });
  await findPrimary(options.url);
  await dataSource.initialize();
  const pool = (dataSource.driver as unknown as { master: pg.Pool }).master;
  // A connection that PostgreSQL cuts while nobody uses it must not end the process; the next query opens another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const names = options.statementNames === false ? null : new Map<string, string>();
  const configOf = (text: string, values: Values): pg.QueryConfig => {
    const name = names && statementName(names, text);
    return { text, values: values as unknown[], types: leanTypes, ...(name ? { name } : {}) };
  };
  const { watch } = options;
  const query = (client: Queried, text: string, values: Values): Promise<pg.QueryResult> => {
    const config = configOf(text, values);
    return watch ? watch(text, () => client.query(config)) : client.query(config);
  };
  const sqlOn = (client: Queried): Sql => ({
    rows: async <Row>(text: string, values: Values = []) => (await query(client, text, values)).rows as Row[],
    row: async <Row>(text: string, values: Values = []) => ((await query(client, text, values)).rows[0] as Row | undefined) ?? null,
  });
  const readerOn = (from: pg.Pool, lanes?: Lanes): Reader => ({
    ...sqlOn(onAnyOf(from)),
    arrays: async (text, values = []) => {
      const raw = new RawQuery(configOf(text, values));
      const done = (): Promise<void> => (lanes ? lanes.send(raw) : (from.query(raw) as unknown as Promise<void>));
      await (watch ? watch(text, done) : done());
      return raw.raw;
    },
  });
  // A pooler that gives a connection to whoever has a statement for it does the same, and has none to keep for one alone.
  const lanes = names ? openLanes(connection, Math.ceil(poolSize / POOL_PER_LANE)) : undefined;
  const primary = readerOn(pool, lanes);
  const replicas = options.replicas?.urls.length ? await openReplicas(primary, { ...options.replicas, readerOn }) : null;
  return {
    ...primary,
    dataSource,
    pool,
    short: sqlOn(lanes ?? onAnyOf(pool)),
    replicas,
    transaction: (work) =>
      inTransaction(pool, (client) =>
        work({
          ...sqlOn(client),
          get manager() {
            return managerOn(dataSource, client);
          },
        }),
      ),
    async close() {
      await Promise.all([replicas?.close(), lanes?.close()]);
      await dataSource.destroy();
    },
  };
}

function statementName(names: Map<string, string>, text: string): string {
  let name = names.get(text);
  if (!name) {
    name = `s${names.size}`;
    names.set(text, name);
  }
  return name;
}
