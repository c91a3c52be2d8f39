import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startStoa } from '../../support/stoa-process.mjs';

/** The settings with which every program of the browser suites runs. */
export const WORLD_ENV = { STOA_DEMO: 'on', SESSION_SECRET: 'a secret of the tests, long enough to pass' };

/** The role that serves people owns nothing, as an operator would have it: so every page is seen with the second wall up. */
const RUNTIME = { name: 'stoa_serves', password: 'for these tests' };

/** The addresses of a database of the tests' server, for who owns the tables and for who serves people. */
export function databaseEnv(serverUrl, database) {
  const owner = new URL(serverUrl);
  owner.pathname = `/${database}`;
  const runtime = new URL(owner);
  [runtime.username, runtime.password] = [RUNTIME.name, RUNTIME.password];
  return { DATABASE_URL: runtime.href, DATABASE_OWNER_URL: owner.href };
}

const told = (folder) => join(folder, 'worlds');

/** Begins to make the worlds, while other suites run already; those that need them wait with `worldsMade`. @returns when it has ended, whether well or not */
export async function beginWorlds(databaseUrl, folder) {
  mkdirSync(join(folder, 'running'));
  const wrong = await makeWorlds(databaseUrl, folder).then(
    () => '',
    (error) => error.stack,
  );
  // By one step, so that nobody reads half of it.
  writeFileSync(`${told(folder)}.new`, wrong);
  renameSync(`${told(folder)}.new`, told(folder));
}

/** Waits until the worlds are made. @throws Error where they could not be, with what was said */
export async function worldsMade(folder) {
  while (!existsSync(told(folder))) await wait(100);
  const wrong = readFileSync(told(folder), 'utf8');
  if (wrong) throw new Error(wrong);
}

/**
 * Makes the demo world by starting the program on an empty database, as anybody would.
 * Its database is the template `stoa_demo`, its files lie in `<folder>/demo`.
 */
async function makeWorlds(databaseUrl, folder) {
  const running = join(folder, 'running');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`CREATE ROLE ${RUNTIME.name} LOGIN PASSWORD '${RUNTIME.password}'`);
  await client.query('CREATE DATABASE stoa_demo');
  await client.end();
  const env = { ...WORLD_ENV, ...databaseEnv(databaseUrl, 'stoa_demo') };
  const stoa = await startStoa({ dataDir: join(folder, 'demo'), env, running });
  if (!stoa.url) throw new Error(`The demo world could not be made:\n${stoa.output()}`);
  await jobsDone(env.DATABASE_OWNER_URL);
  await stoa.stop();
}

/** Waits until nothing is due any more: what every stage would else do anew, such as taking the texts of files. */
async function jobsDone(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const due = 'SELECT 1 FROM graphile_worker.jobs WHERE run_at <= now() AND attempts < max_attempts LIMIT 1';
  while ((await client.query(due)).rowCount > 0) await wait(100);
  await client.end();
}
