import { cloneDatabase, CROWD } from '../../testing/database.js';
import { createLogger } from '../logger.js';
import { keepSignOfLife } from '../outbox/sign-of-life.js';
import { postgresLedger, underOtherNames, withFallback, type BudgetLedger, type Debt } from './budget-ledger.js';

const debt = (key: string, addedMs: number, knownMs = addedMs): Debt => ({ key, addedMs, knownMs });

describe('debts in PostgreSQL', () => {
  it('are written only where several programs work on the database; then they are added up, whoever tells of them', async () => {
    const db = await cloneDatabase({ connections: CROWD });
    const ledger = underOtherNames(postgresLedger(db), 'a secret of the tests, long enough to pass');
    const programs = [await keepSignOfLife(db.url)];
    programs[0]?.announce('one');
    expect(await ledger.settle([debt('s token', 20_000)])).toBeNull();
    expect(await db.rows('SELECT 1 FROM rate_limits')).toHaveLength(0);

    programs.push(await keepSignOfLife(db.url));
    programs[1]?.announce('two');
    for (let shown = 0; shown < 2;) shown = (await db.rows("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).length;
    // The node that was alone still knows what it counted before.
    const first = await ledger.settle([debt('s token', 1_000_000, 2_000_000), debt('a 10.0.0.1', 1_000_000)]);
    expect(first?.map((ms) => Math.round(ms / 100_000))).toEqual([20, 10]);
    await Promise.all(Array.from({ length: 10 }, () => ledger.settle([debt('a 10.0.0.1', 100_000), debt('s token', 100_000)])));
    const last = await ledger.settle([debt('s token', 0), debt('a 10.0.0.1', 0, 7_000_000)]);
    expect(last?.map((ms) => Math.round(ms / 100_000))).toEqual([30, 70]);
    const keys = await db.rows<{ key: string }>('SELECT key FROM rate_limits');
    for (const { key } of keys) expect(key).toMatch(/^requests:[\w-]{43}$/);
    expect(keys).toHaveLength(2);
    for (const program of programs) await program.end();
    await db.drop();
  });
});

describe('a ledger that is away', () => {
  it('is stood in for by the second, and used again when it is back; the log says both once', async () => {
    const lines: string[] = [];
    const log = createLogger('info', { write: (line: string) => void lines.push((JSON.parse(line) as { msg: string }).msg) });
    const state = { isAway: true };
    const first: BudgetLedger = { settle: async () => (state.isAway ? Promise.reject(new Error('away')) : [1]) };
    const both = withFallback(first, { settle: async () => [2] }, log);
    expect([await both.settle([]), await both.settle([]), both.isUsable()]).toEqual([[2], [2], false]);
    state.isAway = false;
    expect([await both.settle([]), await both.settle([]), both.isUsable()]).toEqual([[1], [1], true]);
    expect(lines).toEqual(['the broker is away: budgets of requests are counted in PostgreSQL', 'the broker is back']);
  });
});
