import { Refusal } from '../errors.js';
import { createRequestBudget } from './request-budget.js';

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
      const budget = createRequestBudget(600, () => time);
      expect(waitOf(() => budget.spend('session', '10.0.0.1', 600))).toBe(0);
      expect(waitOf(() => budget.spend('session', '10.0.0.1', 100))).toBe(10);
      time = 9_000;
      expect(waitOf(() => budget.spend('session', '10.0.0.1', 100))).toBe(1);
      time = 10_000;
      expect(waitOf(() => budget.spend('session', '10.0.0.1', 100))).toBe(0);
    });

    it('is each session’s own, and does not fill beyond its size', () => {
      const budget = createRequestBudget(600, () => time);
      time = 3_600_000;
      expect(waitOf(() => budget.spend('one', '10.0.0.1', 600))).toBe(0);
      expect(waitOf(() => budget.spend('other', '10.0.0.1', 600))).toBe(0);
      expect(waitOf(() => budget.spend('other', '10.0.0.1', 10))).toBe(1);
    });

    it('holds for an address however many sessions it claims', () => {
      const budget = createRequestBudget(600, () => time);
      const refused = Array.from({ length: 25 }, (_, n) => waitOf(() => budget.spend(`forged ${n}`, '10.0.0.1', 600))).filter(Boolean);
      expect(refused).toHaveLength(5);
      expect(waitOf(() => budget.spend('somebody else', '10.0.0.2', 600))).toBe(0);
      expect(waitOf(() => budget.spend(null, '10.0.0.1', 600))).toBeGreaterThan(0);
    });

    it('is unlimited where the operator says so', () => {
      const budget = createRequestBudget(0, () => time);
      expect(waitOf(() => budget.spend('session', '10.0.0.1', 1e12))).toBe(0);
    });
  });
});
