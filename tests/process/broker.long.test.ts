import { join } from 'node:path';
import { createClient } from '@redis/client';
import { freePort } from '../../apps/api/src/platform/database/embedded/processes.js';
import { Daemon, findProgram, preparedFolder } from '../support/daemon.mjs';
import { LIMIT, useNodesDatabase } from '../support/nodes-database.js';

/** What the estimate says of it: 20 × (1 + 100 × 5). Five of these use up the budget of a minute. */
const COST = 10_020;
const DEAR = `{ ${Array.from({ length: 20 }, (_, n) => `a${n}: networks(first: 100) { edges { node { id name slug } } }`).join(' ')} }`;
const BUDGET = 5 * COST;
const SIGN_IN = 'mutation S($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';

const REDIS = findProgram('redis-server');

describe('two nodes share budgets of requests', () => {
  const shared = useNodesDatabase();

  afterEach(async () => {
    await shared.sql.query('DELETE FROM rate_limits');
  });

  const startTwo = async (more: Record<string, string> = {}): Promise<string[]> => {
    const nodes = await Promise.all([0, 1].map(() => shared.start({ STOA_REQUEST_BUDGET: String(BUDGET), ...more })));
    return nodes.map(({ url }) => url);
  };

  const ask = async (url: string | undefined, query: string, variables: object = {}, address = '192.0.2.7') => {
    const headers = {
      'content-type': 'application/json',
      cookie: `__Host-stoa=the session of ${address}`.replaceAll(' ', '-'),
      'x-forwarded-for': address,
      connection: 'close',
    };
    const response = await fetch(`${url ?? ''}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    return { status: response.status, text: await response.text() };
  };

  /** A wrong password from another address. @returns why it was refused */
  const guess = async (url: string | undefined): Promise<string | undefined> => {
    const { text } = await ask(url, SIGN_IN, { input: { email: 'nobody@example.org', password: 'not this one' } }, '192.0.2.8');
    const { data, errors } = JSON.parse(text) as {
      data?: { signIn?: { userErrors: { code: string }[] } };
      errors?: { message: string }[];
    };
    return errors?.[0]?.message ?? data?.signIn?.userErrors[0]?.code;
  };

  /** Somebody who asks one node after the other for too much; `spent` is what was answered, in documents. */
  const greedy = (nodes: string[]) => {
    const began = performance.now();
    let spent = 0;
    return async (): Promise<{ statuses: number[]; isHeld: boolean }> => {
      const statuses: number[] = [];
      for (let n = 0; n < 16; n++) statuses.push((await ask(nodes[n % 2], DEAR)).status);
      spent += statuses.filter((status) => status === 200).length;
      // What one node alone would let through in the time that has passed, and one document on each that the other had not been told of.
      return { statuses: [...new Set(statuses)].toSorted(), isHeld: spent <= 5 * (1 + (performance.now() - began) / 60_000) + 2 };
    };
  };

  it(
    'through PostgreSQL where there is no broker',
    async () => {
      const tryAll = greedy(await startTwo());
      expect(await tryAll()).toEqual({ statuses: [200, 429], isHeld: true });
      const { rows } = await shared.sql.query("SELECT 1 FROM rate_limits WHERE key LIKE 'requests:%'");
      expect(rows).toHaveLength(2);
    },
    LIMIT,
  );

  // Where the system has no server of this protocol there is nothing to show it with: the ledger's own tests run everywhere.
  (REDIS ? describe : describe.skip)('with a broker', () => {
    it(
      'through a broker; one that is flushed, killed or started again forgives nobody and loses nothing',
      async () => {
        const port = await freePort(0);
        preparedFolder(join(shared.folder, 'broker'), undefined);
        const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--requirepass', 'of the tests'];
        const broker = new Daemon({ command: REDIS ?? '', args, port, folder: join(shared.folder, 'broker') });
        await broker.start();
        const nodes = await startTwo({ BROKER_URL: `redis://:of%20the%20tests@127.0.0.1:${port}` });
        const client = createClient({ url: `redis://:of%20the%20tests@127.0.0.1:${port}`, socket: { reconnectStrategy: () => 50 } });
        client.on('error', () => undefined);
        try {
          await client.connect();
          const tryAll = greedy(nodes);
          expect(await tryAll()).toEqual({ statuses: [200, 429], isHeld: true });
          const keys = await client.keys('*');
          expect(keys).toHaveLength(2);
          for (const key of keys) expect(key).toMatch(/^stoa:\{requests\}:[\w-]{43}$/);

          await client.flushAll();
          expect(await tryAll()).toMatchObject({ isHeld: true });
          await broker.kill();
          expect(await tryAll()).toMatchObject({ isHeld: true });
          // Guesses are counted in PostgreSQL, whatever becomes of the broker.
          const guesses: (string | undefined)[] = [];
          for (let n = 0; n < 7; n++) guesses.push(await guess(nodes[n % 2]));
          expect(guesses.slice(-2)).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
          expect(guesses.slice(0, 5)).not.toContain('RATE_LIMITED');
          await broker.start();
          expect(await tryAll()).toMatchObject({ isHeld: true });
        } finally {
          client.destroy();
          await broker.stop();
        }
      },
      LIMIT,
    );
  });
});
