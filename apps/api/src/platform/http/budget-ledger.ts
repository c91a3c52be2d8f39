import { createHmac } from 'node:crypto';
import type { Sql } from '../database/database.js';
import type { Logger } from '../logger.js';
import { SEVERAL_PROGRAMS } from '../outbox/sign-of-life.js';

/** What a node says of somebody's debt, in milliseconds until it is gone. */
export interface Debt {
  key: string;
  /** What came to it since this node last told. */
  addedMs: number;
  /** All that this node knows of, so that a store which lost its memory learns it again. */
  knownMs: number;
}

/** Where nodes tell each other what was spent. */
export interface BudgetLedger {
  /**
   * Adds to the debts. @returns what is owed now, in the same order; null where there is no other node to tell
   * @throws Error where the store is away: nothing was told then
   */
  settle(debts: readonly Debt[]): Promise<number[] | null>;
}

const NOW = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';

/** The rows stand among those of other limits: `expire` is when the debt is gone. In the order of keys, so that nodes do not block each other. */
const SETTLE = `INSERT INTO rate_limits AS r (key, points, expire)
  SELECT 'requests:' || d.key, d.added, ${NOW} + d.known FROM unnest($1::text[], $2::int[], $3::int[]) AS d (key, added, known)
  WHERE ${SEVERAL_PROGRAMS} ORDER BY d.key
  ON CONFLICT (key) DO UPDATE SET points = excluded.points, expire = greatest(greatest(r.expire, ${NOW}) + excluded.points, excluded.expire)
  RETURNING substr(key, 10) AS key, (expire - ${NOW})::float8 AS owed`;

/** Debts in PostgreSQL. A node that works alone writes nothing. */
export function postgresLedger(db: Sql): BudgetLedger {
  return {
    async settle(debts) {
      const columns = [debts.map(({ key }) => key), debts.map(({ addedMs }) => addedMs), debts.map(({ knownMs }) => knownMs)];
      const owed = new Map((await db.rows<{ key: string; owed: number }>(SETTLE, columns)).map((row) => [row.key, row.owed]));
      return owed.size === 0 ? null : debts.map(({ key }) => owed.get(key) ?? 0);
    },
  };
}

/** The same ledger under names that say nothing of sessions and addresses to whoever reads the store. */
export function underOtherNames(ledger: BudgetLedger, secret: string): BudgetLedger {
  const nameOf = (key: string) => createHmac('sha256', secret).update(`request budget ${key}`).digest('base64url');
  return { settle: (debts) => ledger.settle(debts.map((debt) => ({ ...debt, key: nameOf(debt.key) }))) };
}

/** The first ledger, and the second where that is away. Each change of it is a line in the log. */
export function withFallback(first: BudgetLedger, second: BudgetLedger, log: Logger): BudgetLedger & { isUsable(): boolean } {
  let isUsable = true;
  return {
    isUsable: () => isUsable,
    async settle(debts) {
      try {
        const owed = await first.settle(debts);
        if (!isUsable) log.info('the broker is back');
        isUsable = true;
        return owed;
      } catch (error) {
        if (isUsable) log.warn({ reason: (error as Error).name }, 'the broker is away: budgets of requests are counted in PostgreSQL');
        isUsable = false;
        return second.settle(debts);
      }
    },
  };
}
