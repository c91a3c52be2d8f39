import { cloneDatabase, CROWD, type TestDatabase } from '../../testing/database.js';

describe('statements sent on lanes', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await cloneDatabase({ connections: CROWD });
  }, 60_000);
  afterAll(() => db.drop());

  it('get each its own answer, many on few connections', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => db.arrays('SELECT pg_backend_pid(), $1::text', [String(at)])));
    expect(answers.map(([row]) => row?.[1])).toEqual(Array.from({ length: 40 }, (_, at) => String(at)));
    const connections = new Set(answers.map(([row]) => row?.[0]));
    expect(connections.size).toBeGreaterThan(1);
    expect(connections.size).toBeLessThan(10);
  });

  it('fail each for itself', async () => {
    const divided = await Promise.allSettled([8, 0, 2, 0, 1].map((by) => db.arrays('SELECT 8 / $1::int', [by])));
    expect(divided.map((each) => (each.status === 'fulfilled' ? each.value : (each.reason as { code: string }).code))).toEqual([
      [['1']],
      '22012',
      [['4']],
      '22012',
      [['8']],
    ]);
  });

  it('fail with a connection that breaks, and find another the next time', async () => {
    const waiters = `SELECT pg_terminate_backend(pid) FROM pg_locks
      WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    const ended = await db.transaction(async (tx) => {
      await tx.row('SELECT pg_advisory_xact_lock(22)');
      let isOver = false;
      const waiting = Promise.allSettled(Array.from({ length: 12 }, () => db.arrays('SELECT pg_advisory_xact_lock(22)::text'))).finally(
        () => (isOver = true),
      );
      while (!isOver) await tx.rows(waiters);
      return waiting;
    });
    expect(ended.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 'rejected'));
    expect(await Promise.all(Array.from({ length: 12 }, (_, at) => db.arrays('SELECT $1::int + 1', [at])))).toEqual(
      Array.from({ length: 12 }, (_, at) => [[String(at + 1)]]),
    );
  });
});
