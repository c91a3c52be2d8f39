import { createHash } from 'node:crypto';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type pg from 'pg';
import { consumed, limiterOn } from '../../platform/rate-limit.js';

/** Counts failures by account together with address, by address, and by account; kept in PostgreSQL, so all nodes count together. */
export interface FailureLimit {
  /**
   * Counts a try before it is looked at, so that a thousand at once are no more than one after the other; false where it is one too many.
   * @param browser what the account knows this browser by: it has tries of its own, which strangers cannot use up
   */
  take(account: string, ip: string, browser?: Buffer | null): Promise<boolean>;
  /** Gives the try back and forgets the failures of this account from this address or browser. */
  succeeded(account: string, ip: string, browser?: Buffer | null): Promise<void>;
}

/** The limits of reliability.md that concern accounts. */
export interface Limits {
  signIn: FailureLimit;
  /** Codes after the password; counted for the person, whatever sign-in they belong to. */
  secondStep: FailureLimit;
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
    secondStep: failureLimit(
      limiter('second-step-pair', 5, 15 * MINUTE),
      limiter('second-step-address', 30, 15 * MINUTE),
      limiter('second-step-account', 10, 15 * MINUTE),
      limiter('second-step-day', 50, 24 * 60 * MINUTE),
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

/**
 * The account alone has a higher bound than account with address, so that a stranger's guesses hardly lock its owner out; a browser that the
 * account knows is not held to it at all.
 */
function failureLimit(pair: RateLimiterAbstract, address: RateLimiterAbstract, ...accounts: RateLimiterAbstract[]): FailureLimit {
  const pairKey = (name: string, ip: string, browser: Buffer | null) => `${accountKey(name)}|${browser?.toString('hex') ?? ip}`;
  const counters = (name: string, ip: string, browser: Buffer | null): [RateLimiterAbstract, string][] => [
    [pair, pairKey(name, ip, browser)],
    [address, ip],
    ...(browser ? [] : accounts.map((account): [RateLimiterAbstract, string] => [account, accountKey(name)])),
  ];
  return {
    async take(name, ip, browser = null) {
      // One after the other: a try that the pair refuses costs the account nothing, so that one address cannot use it up.
      for (const [limiter, key] of counters(name, ip, browser)) if (!(await consumed(limiter, key))) return false;
      return true;
    },
    async succeeded(name, ip, browser = null) {
      const others = counters(name, ip, browser).slice(1);
      await Promise.all([pair.delete(pairKey(name, ip, browser)), ...others.map(([limiter, key]) => limiter.reward(key))]);
    },
  };
}
