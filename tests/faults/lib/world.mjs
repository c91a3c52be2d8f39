// What every rig stands on: a PostgreSQL with its promises kept (nothing of the tests' speed settings), and the demo world as a template.
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded } from '../../../apps/api/dist/platform/database/embedded/index.js';
import { openFolder } from '../../support/open-folder.mjs';
import { startStoa } from '../../support/stoa-process.mjs';

const TEMPLATE = 'stoa_demo';

/** The settings with which every program of the rigs runs. No budget of requests: a few sessions play a whole county here. */
export const RIG_ENV = {
  STOA_DEMO: 'on',
  SESSION_SECRET: 'a secret of the rigs, long enough to pass',
  STOA_REQUEST_BUDGET: '0',
  LOG_LEVEL: 'error',
};

/**
 * Opens the world; the demo is played once, and each rig works on a copy of it.
 * @param kept a folder in which the world stays for the next time, for whoever works on a rig; absent: a new one that is removed
 */
export async function openWorld(kept) {
  if (kept) mkdirSync(kept, { recursive: true });
  const folder = kept ?? openFolder('stoa-faults-');
  const said = [];
  const server = await startEmbedded({
    dataDir: join(folder, 'postgres'),
    log: (line) => said.push(line),
    settings: { max_connections: '200' },
  });
  const world = new World(folder, server, said, Boolean(kept));
  try {
    if (await world.isMade()) return world;
    await world.sql('postgres', `CREATE DATABASE ${TEMPLATE}`);
    // For the template alone, and only while it is made: copies do not inherit it.
    await world.sql('postgres', `ALTER DATABASE ${TEMPLATE} SET synchronous_commit TO off`);
    const first = await world.program({ database: TEMPLATE, dataDir: join(folder, 'demo') });
    await first.stop();
    writeFileSync(join(folder, 'made'), '');
  } catch (error) {
    await world.close();
    throw error;
  }
  return world;
}

class World {
  #running = new Set();
  #started = [];

  constructor(folder, server, said, isKept) {
    this.isKept = isKept;
    this.folder = folder;
    this.server = server;
    /** What the database's keeper said. */
    this.said = said;
  }

  /** Whether the demo was played in this folder before, to its end. */
  async isMade() {
    const [found] = await this.sql('postgres', 'SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
    if (!found) return false;
    if (existsSync(join(this.folder, 'made'))) return true;
    await this.sql('postgres', `DROP DATABASE ${TEMPLATE} WITH (FORCE)`);
    return false;
  }

  /** A database's address; `port` another way to it, such as a proxy's. */
  urlOf(database, port = this.server.port) {
    const url = new URL(this.server.url);
    url.pathname = `/${database}`;
    url.port = String(port);
    return url.href;
  }

  /** Runs one statement. @returns its rows */
  async sql(database, text, values = []) {
    const client = new pg.Client({ connectionString: this.urlOf(database) });
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** A copy of the demo world. @returns its name, and the folder with its files */
  async copy() {
    await this.#dropCopies();
    const database = `f_${randomBytes(5).toString('hex')}`;
    await this.sql('postgres', `CREATE DATABASE ${database} TEMPLATE ${TEMPLATE} STRATEGY file_copy`);
    const dataDir = join(this.folder, database);
    const files = join(this.folder, 'demo', 'files');
    if (existsSync(files)) cpSync(files, join(dataDir, 'files'), { recursive: true });
    return { database, dataDir };
  }

  /** Copies of rigs that have ended. */
  async #dropCopies() {
    if (this.#running.size > 0) return;
    const left = await this.sql('postgres', "SELECT datname FROM pg_database WHERE datname LIKE 'f\\_%'");
    for (const { datname } of left) await this.sql('postgres', `DROP DATABASE ${datname} WITH (FORCE)`);
  }

  /** Starts the program on a database of this world. @param options.port of the way to the database */
  async program({ database, dataDir, env = {}, port }) {
    const program = await startStoa({ dataDir, env: { ...RIG_ENV, DATABASE_URL: this.urlOf(database, port), ...env } });
    if (!program.url) throw new Error(`The program did not start:\n${program.output()}`);
    this.#running.add(program);
    this.#started.push(program);
    void program.ended.then(() => this.#running.delete(program));
    return program;
  }

  /** What the programs started since the last call have said, and forgets them. */
  async takeLogs() {
    await wait(200); // What they wrote last is still on its way.
    return this.#started
      .splice(0)
      .map((program) => program.output())
      .join('\n');
  }

  /** Ends what a rig has left running, and waits until the database is there again. */
  async settle() {
    await Promise.all([...this.#running].map((program) => program.kill()));
    for (let tries = 0; tries < 600; tries += 1) {
      const isThere = await this.sql('postgres', 'SELECT 1').then(
        () => true,
        () => false,
      );
      if (isThere) return;
      await wait(100);
    }
    throw new Error(`The database did not come back: ${this.said.slice(-5).join('; ')}`);
  }

  /** Ends everything that still runs and removes all data. */
  async close() {
    await Promise.all([...this.#running].map((program) => program.kill()));
    await this.server.stop();
    if (!this.isKept) rmSync(this.folder, { recursive: true, force: true });
  }
}
