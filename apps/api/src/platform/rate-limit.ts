import { RateLimiterPostgres, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type pg from 'pg';
import type { Sql } from './database/database.js';

/** What the limiter asks of a connection. */
interface LimiterClient {
  query(statement: { text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

/** Lets a limiter count inside a transaction: what is rolled back was not used, and no second connection is needed. */
export function limiterClient(tx: Sql): LimiterClient {
  return { query: async ({ text, values }) => ({ rows: await tx.rows(text, values) }) };
}

/** A counter kept in PostgreSQL, so that all nodes count together: `points` uses of a key in `duration` seconds. */
export function limiterOn(client: pg.Pool | LimiterClient, keyPrefix: string, points: number, duration: number): RateLimiterAbstract {
  return new RateLimiterPostgres({
    storeClient: unnamed(client),
    storeType: 'client',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix,
    points,
    duration,
    clearExpiredByTimeout: false,
  });
}

/** The limiter names its statements, which a pooler in transaction mode would not know on its next connection. */
function unnamed(client: pg.Pool | LimiterClient): LimiterClient {
  return { query: ({ text, values }) => client.query({ text, values }) };
}

/** Takes a point of a key; true where one was left. A real failure of the store passes on. */
export async function consumed(limiter: RateLimiterAbstract, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (reason) {
    if (reason instanceof Error) throw reason;
    return false;
  }
}
