import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { openFolder } from '../support/open-folder.mjs';
import { startStoa, type StoaProcess } from '../support/stoa-process.mjs';

const LIMIT = 120_000;

interface Answer {
  data?: Record<string, unknown>;
  errors?: { message: string }[];
}

describe('the program', () => {
  /** Holds what a first start leaves; every test goes on from a copy, since making a database takes longest. */
  let made: string;
  let firstStart: number;
  let folder: string;
  const started: StoaProcess[] = [];

  beforeAll(async () => {
    made = openFolder('stoa-process-');
    const began = performance.now();
    const first = await startStoa({ dataDir: join(made, 'data'), env: { STOA_DEMO: 'off' } });
    firstStart = performance.now() - began;
    if (!first.url) throw new Error(`The first start failed:\n${first.output()}`);
    await first.stop();
  }, LIMIT);

  afterAll(() => rmSync(made, { recursive: true, force: true }));

  beforeEach(() => {
    folder = openFolder('stoa-process-');
    // Owners included: where root runs the tests, the database is another account's.
    execFileSync('cp', ['-a', join(made, 'data'), folder]);
  });

  afterEach(async () => {
    for (const program of started.splice(0)) await program.stop();
    rmSync(folder, { recursive: true, force: true });
  }, LIMIT);

  const start = async (env: Record<string, string> = {}): Promise<StoaProcess> => {
    const program = await startStoa({ dataDir: join(folder, 'data'), env: { STOA_DEMO: 'off', ...env } });
    started.push(program);
    return program;
  };

  const ask = async (program: StoaProcess, query: string, variables: object = {}): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', 'apollo-require-preflight': 'true' };
    const response = await fetch(`${program.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    return (await response.json()) as Answer;
  };

  const signUp = (program: StoaProcess, email: string): Promise<Answer> =>
    ask(program, 'mutation SignUp($input: SignUpInput!) { signUp(input: $input) { userErrors { code } } }', {
      input: { email, name: 'Ewa', lang: 'pl' },
    });

  /** What has ended may wait a moment for the system to forget it. */
  const isRunning = (pid: number): boolean => existsSync(`/proc/${pid}`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));

  const databasePid = (): number => Number(readFileSync(join(folder, 'data/postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);

  const mailTo = async (address: string): Promise<{ text: string }> => {
    const mails = join(folder, 'data/mail');
    for (const deadline = performance.now() + 30_000; ;) {
      if (performance.now() > deadline) throw new Error(`No mail came to ${address}`);
      const names = existsSync(mails) ? readdirSync(mails).filter((name) => name.endsWith('.json')) : [];
      const kept = names.map((name) => JSON.parse(readFileSync(join(mails, name), 'utf8')) as { to: string; text: string });
      const found = kept.find(({ to }) => to === address);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  it(
    'starts a second time on what the first one left, and ends with everything it started',
    async () => {
      const began = performance.now();
      const second = await start();
      const seconds = (time: number) => (time / 1000).toFixed(1);
      process.stderr.write(`      first start ${seconds(firstStart)} s, second start ${seconds(performance.now() - began)} s\n`);
      expect(second.url).toMatch(/^http:\/\/localhost:\d+$/);
      const database = databasePid();
      expect(isRunning(database)).toBe(true);
      expect(await second.stop()).toEqual({ code: 0, signal: null });
      expect(isRunning(database)).toBe(false);
    },
    LIMIT,
  );

  it(
    'recovers after it and its database were killed, with what was acknowledged and what was still to be sent',
    async () => {
      const first = await start();
      expect(await signUp(first, 'ewa@example.org')).toEqual({ data: { signUp: { userErrors: [] } } });
      process.kill(databasePid(), 'SIGKILL');
      await first.kill();
      const second = await start();
      const token = /\/confirm\/(\S+)/.exec((await mailTo('ewa@example.org')).text)?.[1];
      const found = await ask(second, 'query Token($token: String!) { accountToken(kind: SIGN_UP, token: $token) { email } }', { token });
      expect(found).toEqual({ data: { accountToken: { email: 'ewa@example.org' } } });
    },
    LIMIT,
  );

  it(
    'takes over the database of a program that was killed',
    async () => {
      const first = await start();
      const database = databasePid();
      await first.kill();
      const second = await start();
      expect(second.url).toBeDefined();
      expect(databasePid()).toBe(database);
    },
    LIMIT,
  );

  it(
    'says in one line that its port is taken, and leaves no database behind',
    async () => {
      const other = createServer();
      const port = await new Promise<number>((resolve) => {
        other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
      });
      const program = await start({ PORT: String(port) });
      expect(await program.ended).toMatchObject({ code: 1 });
      expect(program.output().trim().split('\n').at(-1)).toBe(`Port ${port} is taken by another program; choose another with PORT=…`);
      expect(existsSync(join(folder, 'data/postgres/cluster/postmaster.pid'))).toBe(false);
      await new Promise((resolve) => other.close(resolve));
    },
    LIMIT,
  );

  it(
    'stops at a setting that it does not know, or cannot read, in one line',
    async () => {
      const unknown = await start({ STOA_DEMOS: 'on' });
      expect(await unknown.ended).toMatchObject({ code: 1 });
      expect(unknown.output()).toBe('Unknown setting STOA_DEMOS. See .env.example for the names Stoa reads.\n');
      const malformed = await start({ LOG_LEVEL: 'loud' });
      expect(await malformed.ended).toMatchObject({ code: 1 });
      expect(malformed.output()).toMatch(/^Setting LOG_LEVEL: [^\n]+\n$/);
    },
    LIMIT,
  );

  it(
    'has no account of the demo where there is no demo',
    async () => {
      const program = await start();
      const mutation = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';
      const answer = await ask(program, mutation, { input: { email: 'admin@demo.invalid', password: 'stoa-demo' } });
      expect(answer).toEqual({ data: { signIn: { userErrors: [{ code: 'SIGN_IN_FAILED' }] } } });
      expect(await ask(program, '{ demoAccounts { email } }')).toEqual({ data: { demoAccounts: [] } });
    },
    LIMIT,
  );
});
