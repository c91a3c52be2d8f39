import { Refusal } from '../errors.js';

/** How much a session, and an address, may ask for in time. */
export interface RequestBudget {
  /**
   * Takes what an operation costs from the session's and from the address's budget.
   * @throws Refusal RATE_LIMITED with the seconds to wait, where either is used up
   */
  spend(session: string | null, address: string, cost: number): void;
}

/** What any request costs: the price of a page's own operation. Documents of others cost what they are estimated at. */
export const LEAST_COST = 100;

/** A whole school may share an address. */
const SESSIONS_OF_AN_ADDRESS = 20;
const REFILL_SECONDS = 60;
const KEPT = 20_000;

interface Bucket {
  left: number;
  at: number;
}

/**
 * Budgets in this process's memory: a limit against greed, not against guessing, which PostgreSQL counts. Each fills up again within a minute.
 * @param perMinute of a session; 0 for no limit
 * @param now a monotonic time in milliseconds
 */
export function createRequestBudget(perMinute: number, now: () => number = () => performance.now()): RequestBudget {
  if (perMinute === 0) return { spend: () => undefined };
  const buckets = new Map<string, Bucket>();
  const bucketOf = (key: string, size: number): Bucket => {
    const time = now();
    const known = buckets.get(key);
    const left = known ? Math.min(size, known.left + ((time - known.at) / 1000 / REFILL_SECONDS) * size) : size;
    const bucket = { left, at: time };
    // Deleted and set anew, the map stands in the order of use, and the one unused for longest leaves first.
    buckets.delete(key);
    buckets.set(key, bucket);
    if (buckets.size > KEPT) buckets.delete(buckets.keys().next().value as string);
    return bucket;
  };
  return {
    spend(session, address, cost) {
      const ofAddress = perMinute * SESSIONS_OF_AN_ADDRESS;
      const owed: [Bucket, number][] = [[bucketOf(`a ${address}`, ofAddress), ofAddress]];
      if (session) owed.push([bucketOf(`s ${session}`, perMinute), perMinute]);
      const waits = owed.map(([{ left }, size]) => ((cost - left) / size) * REFILL_SECONDS);
      const seconds = Math.ceil(Math.max(...waits));
      if (seconds > 0) throw new Refusal('RATE_LIMITED', { limit: 'requests', retryAfterSeconds: seconds });
      for (const [bucket] of owed) bucket.left -= cost;
    },
  };
}
