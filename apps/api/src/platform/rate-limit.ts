import { RateLimiterPostgres, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type pg from 'pg';

/** Counts uses; `use` answers false where the limit is reached. */
export interface UseLimit {
  use(key: string): Promise<boolean>;
}

/** A counter kept in PostgreSQL, so that all nodes count together: `points` uses of a key in `duration` seconds. */
export function limiterOn(pool: pg.Pool, keyPrefix: string, points: number, duration: number): RateLimiterAbstract {
  return new RateLimiterPostgres({ storeClient: pool, tableName: 'rate_limits', tableCreated: true, keyPrefix, points, duration, clearExpiredByTimeout: false });
}

/** A limit on uses. */
export function useLimit(limiter: RateLimiterAbstract): UseLimit {
  return { use: (key) => consumed(limiter, key) };
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
