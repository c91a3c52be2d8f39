import { once, type EventEmitter } from 'node:events';
import { formatError } from '../graphql/format-error.js';
import { createLogger } from '../logger.js';
import { cloneDatabase, type TestDatabase } from '../../testing/database.js';
import { connectionTo } from './connection.js';
import { openDatabase } from './database.js';

describe('a transaction', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await cloneDatabase();
  }, 60_000);
  afterAll(() => db.drop());

  it('says that its connection was lost where it broke between the last statement and the commit', async () => {
    const taken = once(db.pool, 'acquire') as Promise<[EventEmitter]>;
    const cut = db.transaction(async (tx) => {
      const [client] = await taken;
      const ended = once(client, 'end');
      const own = await tx.row<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await db.row('SELECT pg_terminate_backend($1)', [own?.pid]);
      await ended;
    });
    const error = await cut.catch((reason: Error) => reason);
    expect(formatError(createLogger('silent'), error, { message: 'lost' }).extensions).toMatchObject({ code: 'UNAVAILABLE' });
    expect(await db.transaction((tx) => tx.row('SELECT 1 AS one'))).toEqual({ one: 1 });
  });
});

describe('a connection', () => {
  it('that the server ends while nobody uses it does not end the program', async () => {
    const db = await cloneDatabase();
    const { Client, url } = connectionTo(db.url);
    const client = new Client(url);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    await db.row('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await ended;
    await expect(client.query('SELECT 1')).rejects.toThrow();
    await db.drop();
  });

  it('whose statement failed is used again; one that was cut is not', async () => {
    const clone = await cloneDatabase({ connections: 1 });
    const pid = async () => (await clone.row<{ pid: number }>('SELECT pg_backend_pid() AS pid'))?.pid;
    const first = await pid();
    await expect(clone.row('SELECT $1::int', ['one'])).rejects.toMatchObject({ code: '22P02' });
    expect(await pid()).toBe(first);
    await expect(clone.row('SELECT pg_terminate_backend(pg_backend_pid())')).rejects.toMatchObject({ code: '57P01' });
    expect(await pid()).not.toBe(first);
    await clone.drop();
  });

  it('on which a statement was prepared before its columns changed is given up, and a transaction begins anew', async () => {
    const clone = await cloneDatabase({ connections: 1 });
    await clone.row('CREATE TABLE lamps (a int)');
    const read = 'SELECT * FROM lamps';
    const ways = {
      pool: () => clone.rows(read),
      lane: () => clone.arrays(read),
      transaction: () => clone.transaction((tx) => tx.rows(read)),
    };
    for (const way of Object.values(ways)) expect(await way()).toEqual([]);
    const answers: Record<string, unknown> = {};
    for (const [name, way] of Object.entries(ways)) {
      await clone.row('ALTER TABLE lamps ADD COLUMN IF NOT EXISTS b int');
      const first = await way().catch((error: { code?: string }) => error.code);
      answers[name] = [first, await way()];
      await clone.row('ALTER TABLE lamps DROP COLUMN b');
    }
    expect(answers).toEqual({ pool: ['0A000', []], lane: ['0A000', []], transaction: [[], []] });
    await clone.drop();
  });

  it('begins at the host that takes writes, where the address names one before it that is gone', async () => {
    const clone = await cloneDatabase();
    const address = new URL(clone.url);
    address.search = '';
    const { host } = address;
    const db = await openDatabase({ url: address.href.replace(host, `127.0.0.1:1,${host}`), entities: [], migrations: [], poolSize: 1 });
    expect(await db.row('SELECT pg_is_in_recovery() AS standby')).toEqual({ standby: false });
    await db.close();
    await clone.drop();
  });
});
