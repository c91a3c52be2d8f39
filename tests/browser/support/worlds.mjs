import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startStoa } from '../../support/stoa-process.mjs';

/** The settings with which every program of the browser suites runs. */
export const WORLD_ENV = { STOA_DEMO: 'on', SESSION_SECRET: 'a secret of the tests, long enough to pass' };

/**
 * Makes the demo world by starting the program on an empty database, as anybody would.
 * Its database is the template `stoa_demo`, its files lie in `<folder>/demo`.
 */
export async function makeWorlds(databaseUrl, folder) {
  const running = join(folder, 'running');
  mkdirSync(running);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('CREATE DATABASE stoa_demo');
  await client.end();
  const url = new URL(databaseUrl);
  url.pathname = '/stoa_demo';
  const stoa = await startStoa({ dataDir: join(folder, 'demo'), env: { ...WORLD_ENV, DATABASE_URL: url.href }, running });
  if (!stoa.url) throw new Error(`The demo world could not be made:\n${stoa.output()}`);
  await stoa.stop();
}
