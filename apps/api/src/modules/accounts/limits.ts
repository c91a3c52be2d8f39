import { createHash } from 'node:crypto';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type pg from 'pg';
import { consumed, limiterOn } from '../../platform/rate-limit.js';

/** Counts failures by account together with address, by address, and by account; kept in PostgreSQL, so all nodes count together. */
export interface FailureLimit {
  /** Counts a try before it is looked at, so that a thousand at once are no more than one after the other; false where it is one too many. */
  take(account: string, ip: string): Promise<boolean>;
  /** Gives the try back and forgets the failures of this account from this address. */
  succeeded(account: string, ip: string): Promise<void>;
}

/** The limits of reliability.md that concern accounts. */
export interface Limits {
  signIn: FailureLimit;
  reset: PairedLimit;
  signUp: PairedLimit;
}

/** Counts uses by account and by address; `use` answers false where either limit is reached. */
export interface PairedLimit {
  use(account: string, ip: string): Promise<boolean>;
}

const MINUTE = 60;

/** Limits on this pool. */
export function accountLimits(pool: pg.Pool): Limits {
  const limiter = (keyPrefix: string, points: number, duration: number) => limiterOn(pool, keyPrefix, points, duration);
  return {
    signIn: failureLimit(
      limiter('sign-in-pair', 5, 15 * MINUTE),
      limiter('sign-in-address', 30, 15 * MINUTE),
      limiter('sign-in-account', 20, 15 * MINUTE),
    ),
    reset: pairedLimit(limiter('reset-account', 3, 60 * MINUTE), limiter('reset-address', 20, 60 * MINUTE)),
    signUp: pairedLimit(limiter('sign-up-account', 3, 60 * MINUTE), limiter('sign-up-address', 20, 60 * MINUTE)),
  };
}

/** An account's name in a key: whatever was typed fits the column, and no address is kept longer than its person. */
function accountKey(name: string): string {
  return createHash('sha256').update(name).digest('base64url');
}

/** The address has a higher bound than the account: a whole school may share one. */
function pairedLimit(account: RateLimiterAbstract, address: RateLimiterAbstract): PairedLimit {
  return { use: async (name, ip) => (await Promise.all([consumed(account, accountKey(name)), consumed(address, ip)])).every(Boolean) };
}

/** The account alone has a higher bound than account with address, so that a stranger's guesses hardly lock its owner out. */
function failureLimit(pair: RateLimiterAbstract, address: RateLimiterAbstract, account: RateLimiterAbstract): FailureLimit {
  const counters = (name: string, ip: string): [RateLimiterAbstract, string][] => [
    [pair, `${accountKey(name)}|${ip}`],
    [address, ip],
    [account, accountKey(name)],
  ];
  return {
    async take(name, ip) {
      // One after the other: a try that the pair refuses costs the account nothing, so that one address cannot use it up.
      for (const [limiter, key] of counters(name, ip)) if (!(await consumed(limiter, key))) return false;
      return true;
    },
    async succeeded(name, ip) {
      await Promise.all([pair.delete(`${accountKey(name)}|${ip}`), address.reward(ip), account.reward(accountKey(name))]);
    },
  };
}
