import { Refusal } from '../errors.js';
import type { BudgetLedger } from './budget-ledger.js';
import { createRequestBudget, type RequestBudget } from './request-budget.js';

let time = 0;

describe('request budget', () => {
  beforeEach(() => {
    time = 0;
  });

  /** The seconds to wait that a refusal names; 0 where there was none. */
  function waitOf(spend: () => void): number {
    try {
      spend();
      return 0;
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      expect((error as Refusal).extensions).toMatchObject({ code: 'RATE_LIMITED', limit: 'requests' });
      return Number((error as Refusal).extensions['retryAfterSeconds']);
    }
  }

  describe('the budget of requests', () => {
    it('is used up by what operations cost and says when there is enough again', () => {
      const budget = createRequestBudget(600, { now: () => time });
      expect(waitOf(() => budget.spend('session', '10.0.0.1', 600))).toBe(0);
      expect(waitOf(() => budget.spend('session', '10.0.0.1', 100))).toBe(10);
      time = 9_000;
      expect(waitOf(() => budget.spend('session', '10.0.0.1', 100))).toBe(1);
      time = 10_000;
      expect(waitOf(() => budget.spend('session', '10.0.0.1', 100))).toBe(0);
    });

    it('is each session’s own, and does not fill beyond its size', () => {
      const budget = createRequestBudget(600, { now: () => time });
      time = 3_600_000;
      expect(waitOf(() => budget.spend('one', '10.0.0.1', 600))).toBe(0);
      expect(waitOf(() => budget.spend('other', '10.0.0.1', 600))).toBe(0);
      expect(waitOf(() => budget.spend('other', '10.0.0.1', 10))).toBe(1);
    });

    it('holds for an address however many sessions it claims', () => {
      const budget = createRequestBudget(600, { now: () => time });
      const refused = Array.from({ length: 25 }, (_, n) => waitOf(() => budget.spend(`forged ${n}`, '10.0.0.1', 600))).filter(Boolean);
      expect(refused).toHaveLength(5);
      expect(waitOf(() => budget.spend('somebody else', '10.0.0.2', 600))).toBe(0);
      expect(waitOf(() => budget.spend(null, '10.0.0.1', 600))).toBeGreaterThan(0);
    });

    it('is unlimited where the operator says so', () => {
      const budget = createRequestBudget(0, { now: () => time });
      expect(waitOf(() => budget.spend('session', '10.0.0.1', 1e12))).toBe(0);
    });
  });

  /** What two nodes share: debts and the time at which they are gone. */
  function sharedLedger(): BudgetLedger & { lost(): void; isAway: boolean } {
    let till = new Map<string, number>();
    return {
      isAway: false,
      lost: () => {
        till = new Map();
      },
      async settle(debts) {
        if (this.isAway) throw new Error('away');
        return debts.map(({ key, addedMs, knownMs }) => {
          till.set(key, Math.max(Math.max(till.get(key) ?? 0, time) + addedMs, time + knownMs));
          return (till.get(key) ?? 0) - time;
        });
      },
    };
  }

  describe('the budget of requests of several nodes', () => {
    const twoNodes = () => {
      const ledger = sharedLedger();
      const node = () => createRequestBudget(6_000, { now: () => time, ledger });
      return { ledger, one: node(), two: node() };
    };
    const spend = (budget: RequestBudget, cost: number): number => waitOf(() => budget.spend('session', '10.0.0.1', cost));

    it('counts on one what was spent on the other, and shrinks with time on both', async () => {
      const { one, two } = twoNodes();
      expect(spend(one, 3_000)).toBe(0);
      await one.settle();
      expect(spend(two, 2_000)).toBe(0);
      await two.settle();
      expect(spend(two, 2_000)).toBe(10);
      expect(spend(one, 3_000)).toBe(0);
      await one.settle();
      time = 10_000;
      expect(spend(one, 1_000)).toBe(20);
      one.stop();
      two.stop();
    });

    it('is remembered by each node where the store has lost its memory, and learnt by the store again', async () => {
      const { ledger, one, two } = twoNodes();
      spend(one, 5_000);
      await one.settle();
      ledger.lost();
      spend(one, 200);
      await one.settle();
      expect(spend(one, 1_000)).toBe(2);
      spend(two, 100);
      await two.settle();
      expect(spend(two, 1_000)).toBe(3);
      one.stop();
      two.stop();
    });

    it('is told later where the store was away, and counted alone meanwhile', async () => {
      const { ledger, one, two } = twoNodes();
      ledger.isAway = true;
      spend(one, 5_900);
      await one.settle();
      expect(spend(one, 200)).toBe(1);
      ledger.isAway = false;
      await one.settle();
      spend(two, 100);
      await two.settle();
      expect(spend(two, 100)).toBe(1);
      one.stop();
      two.stop();
    });

    it('is told by itself: within a second, and at once where much was spent', async () => {
      const told: number[] = [];
      const waiting = new Map<() => void, number>();
      const budget = createRequestBudget(6_000, {
        now: () => time,
        later: (work, ms) => {
          waiting.set(work, ms);
          return () => waiting.delete(work);
        },
        ledger: {
          settle: async (debts) => {
            told.push(debts.length);
            return null;
          },
        },
      });
      budget.spend('session', '10.0.0.1', 100);
      expect([told, [...waiting.values()]]).toEqual([[], [1_000]]);
      for (const work of [...waiting.keys()]) work();
      await budget.settle();
      expect([told, waiting.size]).toEqual([[2], 0]);
      budget.spend('session', '10.0.0.1', 1_000);
      expect(told).toEqual([2, 2]);
      await budget.settle();
      budget.spend('session', '10.0.0.1', 100);
      budget.stop();
      await budget.settle();
      expect([told, waiting.size]).toEqual([[2, 2], 0]);
    });
  });
});
