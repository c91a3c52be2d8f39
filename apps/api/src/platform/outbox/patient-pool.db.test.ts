import { cloneDatabase, type TestDatabase } from '../../testing/database.js';
import { patientPool } from './patient-pool.js';

describe('connections of the job runner', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await cloneDatabase();
  }, 60_000);
  afterAll(() => db.drop());

  const passes = { code: '57P03' };

  it('say that it will pass where the server ends them under a statement', async () => {
    const pool = patientPool({ connectionString: db.url, max: 1 });
    const client = await pool.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const running = client.query('SELECT pg_sleep(600)');
    const ended = running.then(
      () => null,
      (error: unknown) => error,
    );
    // Until the statement runs there is nothing to end.
    while (!(await db.row("SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND query LIKE '%pg_sleep%'", [rows[0]?.pid])));
    await db.row('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    expect(await ended).toMatchObject(passes);
    await expect(client.query('SELECT 1')).rejects.toMatchObject(passes);
    client.release(true);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  it.each(['53100', '53200', '53300', '25006'])('say so where the server cannot write at the moment (%s)', async (code) => {
    const pool = patientPool({ connectionString: db.url, max: 1 });
    const client = await pool.connect();
    await expect(client.query(`DO $$ BEGIN RAISE 'no room' USING ERRCODE = '${code}'; END $$`)).rejects.toMatchObject(passes);
    client.release();
    await pool.end();
  });

  it('say so where the database lets nobody in for a while', async () => {
    const shut = await cloneDatabase();
    const { pathname } = new URL(shut.url);
    const shutTo = (open: boolean) => db.row(`ALTER DATABASE ${pathname.slice(1)} ALLOW_CONNECTIONS ${String(open)}`);
    await shutTo(false);
    const pool = patientPool({ connectionString: shut.url, max: 1 });
    await expect(pool.connect()).rejects.toMatchObject(passes);
    await shutTo(true);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
    await shut.drop();
  });

  it('say so where there is no server, and nothing of the kind where a statement is wrong', async () => {
    const nowhere = patientPool({ connectionString: 'postgres://nobody@127.0.0.1:1/none' });
    await expect(nowhere.connect()).rejects.toMatchObject(passes);
    await nowhere.end();
    const pool = patientPool({ connectionString: db.url });
    const client = await pool.connect();
    await expect(client.query('SELECT nothing')).rejects.toMatchObject({ code: '42703' });
    client.release();
    await pool.end();
  });
});
