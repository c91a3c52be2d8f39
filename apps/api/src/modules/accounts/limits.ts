import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type pg from 'pg';
import { consumed, limiterOn, useLimit, type UseLimit } from '../../platform/rate-limit.js';

/** Counts failures by account together with address, by account, and by address; kept in PostgreSQL, so all nodes count together. */
export interface FailureLimit {
  /** False where one more try would be too many. */
  allows(account: string, ip: string): Promise<boolean>;
  failed(account: string, ip: string): Promise<void>;
  /** Forgets the failures of this account from this address. */
  succeeded(account: string, ip: string): Promise<void>;
}

/** The limits of reliability.md that concern accounts. */
export interface Limits {
  signIn: FailureLimit;
  reset: UseLimit;
  signUp: UseLimit;
}

const MINUTE = 60;

/** Limits on this pool. */
export function accountLimits(pool: pg.Pool): Limits {
  const limiter = (keyPrefix: string, points: number, duration: number) => limiterOn(pool, keyPrefix, points, duration);
  return {
    signIn: failureLimit(limiter('sign-in-pair', 5, 15 * MINUTE), limiter('sign-in-address', 30, 15 * MINUTE), limiter('sign-in-account', 20, 15 * MINUTE)),
    reset: useLimit(limiter('reset', 3, 60 * MINUTE)),
    signUp: useLimit(limiter('sign-up', 10, 60 * MINUTE)),
  };
}

/** The account alone has a higher bound than account with address, so that a stranger's guesses hardly lock its owner out. */
function failureLimit(pair: RateLimiterAbstract, address: RateLimiterAbstract, account: RateLimiterAbstract): FailureLimit {
  const counters = (name: string, ip: string): [RateLimiterAbstract, string][] => [[pair, `${name}|${ip}`], [address, ip], [account, name]];
  return {
    async allows(name, ip) {
      const counts = await Promise.all(counters(name, ip).map(async ([limiter, key]) => ((await limiter.get(key))?.consumedPoints ?? 0) < limiter.points));
      return counts.every(Boolean);
    },
    async failed(name, ip) {
      await Promise.all(counters(name, ip).map(([limiter, key]) => consumed(limiter, key)));
    },
    async succeeded(name, ip) {
      await pair.delete(`${name}|${ip}`);
    },
  };
}
