import { Refusal } from '../errors.js';
import type { BudgetLedger } from './budget-ledger.js';

/** How much a session, and an address, may ask for in time. */
export interface RequestBudget {
  /**
   * Takes what an operation costs from the session's and from the address's budget.
   * @throws Refusal RATE_LIMITED with the seconds to wait, where either is used up
   */
  spend(session: string | null, address: string, cost: number): void;
  /** Tells the other nodes what was spent here and learns what was spent there; happens by itself. */
  settle(): Promise<void>;
  /** Tells nobody any more. */
  stop(): void;
}

/** What any request costs: the price of a page's own operation. Documents of others cost what they are estimated at. */
export const LEAST_COST = 100;

/** A whole school may share an address. */
const SESSIONS_OF_AN_ADDRESS = 20;
/** A budget that is used up is whole again after this time, so a debt is counted in the time until it is gone. */
const REFILL_MS = 60_000;
const KEPT = 20_000;

/** How long what was spent may stay unknown to the other nodes. */
const SETTLE_MS = 1_000;
/** Whoever has spent so much since is told of at once: a twentieth. */
const URGENT_MS = REFILL_MS / 20;
/** How many keys are told at a time. */
const TOLD = 1_000;

interface Bucket {
  key: string;
  owedMs: number;
  at: number;
  /** What the other nodes do not know yet. */
  untoldMs: number;
}

export interface BudgetOptions {
  /** A monotonic time in milliseconds. */
  now?: () => number;
  /** Where nodes tell each other; absent: this one counts alone. */
  ledger?: BudgetLedger;
  /** Does something after a time; @returns what prevents it. */
  later?(work: () => void, ms: number): () => void;
}

function afterTime(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms).unref();
  return () => clearTimeout(timer);
}

/**
 * Budgets in this process's memory, so that no request waits for an answer of anybody: a limit against greed, not against guessing,
 * which PostgreSQL counts. What was spent is told to the other nodes afterwards. Each fills up again within a minute.
 * @param perMinute of a session; 0 for no limit
 */
export function createRequestBudget(perMinute: number, options: BudgetOptions = {}): RequestBudget {
  if (perMinute === 0) return { spend: () => undefined, settle: async () => undefined, stop: () => undefined };
  const now = options.now ?? (() => performance.now());
  const buckets = new Map<string, Bucket>();
  const teller = options.ledger ? createTeller(options.ledger, now, options.later ?? afterTime) : null;
  const bucketOf = (key: string): Bucket => {
    const bucket = buckets.get(key) ?? { key, owedMs: 0, at: now(), untoldMs: 0 };
    forgive(bucket, now());
    // Deleted and set anew, the map stands in the order of use, and the one unused for longest leaves first.
    buckets.delete(key);
    buckets.set(key, bucket);
    if (buckets.size > KEPT) buckets.delete(buckets.keys().next().value as string);
    return bucket;
  };
  return {
    spend(session, address, cost) {
      const owing: [Bucket, number][] = [[bucketOf(`a ${address}`), (cost * REFILL_MS) / (perMinute * SESSIONS_OF_AN_ADDRESS)]];
      if (session) owing.push([bucketOf(`s ${session}`), (cost * REFILL_MS) / perMinute]);
      const waits = owing.map(([{ owedMs }, more]) => owedMs + more - REFILL_MS);
      const seconds = Math.ceil(Math.max(...waits) / 1000);
      if (seconds > 0) throw new Refusal('RATE_LIMITED', { limit: 'requests', retryAfterSeconds: seconds });
      for (const [bucket, more] of owing) {
        bucket.owedMs += more;
        bucket.untoldMs += more;
        teller?.note(bucket);
      }
    },
    settle: async () => teller?.tell(),
    stop: () => teller?.stop(),
  };
}

/** A debt shrinks as time passes. */
function forgive(bucket: Bucket, time: number): void {
  bucket.owedMs = Math.max(0, bucket.owedMs - (time - bucket.at));
  bucket.at = time;
}

interface Teller {
  note(bucket: Bucket): void;
  tell(): Promise<void>;
  stop(): void;
}

/** Tells the ledger of what was noted: within a second, and at once where much was spent. One telling at a time. */
function createTeller(ledger: BudgetLedger, now: () => number, later: typeof afterTime): Teller {
  const noted = new Set<Bucket>();
  let cancel: (() => void) | null = null;
  let telling: Promise<void> | null = null;
  let isStopped = false;
  const tellLater = (): void => {
    if (isStopped || noted.size === 0) return;
    cancel ??= later(() => void tell(), SETTLE_MS);
  };
  const tell = (): Promise<void> => {
    cancel?.();
    cancel = null;
    telling ??= settleAll(ledger, noted, now).finally(() => {
      telling = null;
      tellLater();
    });
    return telling;
  };
  return {
    note(bucket) {
      if (isStopped) return;
      noted.add(bucket);
      if (bucket.untoldMs > URGENT_MS && !telling) void tell();
      else tellLater();
    },
    tell,
    stop() {
      isStopped = true;
      noted.clear();
      cancel?.();
    },
  };
}

/** Tells of the first that were noted. What the ledger did not take is told the next time. */
async function settleAll(ledger: BudgetLedger, noted: Set<Bucket>, now: () => number): Promise<void> {
  const told = [...noted].slice(0, TOLD);
  if (told.length === 0) return;
  const debts = told.map((bucket) => {
    forgive(bucket, now());
    return { key: bucket.key, addedMs: Math.ceil(bucket.untoldMs), knownMs: Math.ceil(bucket.owedMs) };
  });
  const parts = told.map((bucket) => bucket.untoldMs);
  for (const bucket of told) {
    noted.delete(bucket);
    bucket.untoldMs = 0;
  }
  try {
    const owed = await ledger.settle(debts);
    for (const [place, bucket] of told.entries()) {
      forgive(bucket, now());
      // What was spent meanwhile is not in the answer; and a ledger that has lost its memory forgives nobody.
      bucket.owedMs = Math.max(bucket.owedMs, (owed?.[place] ?? 0) + bucket.untoldMs);
    }
  } catch {
    for (const [place, bucket] of told.entries()) {
      bucket.untoldMs += parts[place] ?? 0;
      noted.add(bucket);
    }
  }
}
