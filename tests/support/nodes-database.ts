import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded, TEST_SETTINGS, type EmbeddedServer } from '../../apps/api/src/platform/database/embedded/index.js';
import { openFolder } from './open-folder.mjs';
import { startStoa, type StoaProcess } from './stoa-process.mjs';

/** How long anything with several programs may take on a busy machine, in milliseconds. */
export const LIMIT = 300_000;

/** A program that answers. */
export type Node = StoaProcess & { url: string };

/** A database server of a suite's own, and the programs that serve people from it. */
export interface NodesDatabase {
  readonly folder: string;
  readonly sql: pg.Client;
  /** The settings of every node, as operators' commands need them, too. */
  environment(): Record<string, string>;
  /** Starts a node, which ends with the test. @throws with what the program said, where it did not start */
  start(settings?: Record<string, string>): Promise<Node>;
}

/** Gives a suite its server, and stops after each test what was started in it. */
export function useNodesDatabase(): NodesDatabase {
  let folder: string;
  let server: EmbeddedServer;
  let sql: pg.Client;
  const started: StoaProcess[] = [];

  beforeAll(async () => {
    folder = openFolder('stoa-nodes-');
    server = await startEmbedded({ dataDir: join(folder, 'postgres'), log: () => undefined, settings: TEST_SETTINGS });
    sql = new pg.Client({ connectionString: server.url });
    await sql.connect();
  }, LIMIT);

  afterEach(async () => {
    await Promise.all(started.splice(0).map((program) => program.stop()));
  }, LIMIT);

  afterAll(async () => {
    await sql.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }, LIMIT);

  const environment = (): Record<string, string> => ({
    DATABASE_URL: server.url,
    SESSION_SECRET: 'a secret of the tests, long enough to pass',
    TRUST_PROXY: '1',
  });
  return {
    get folder() {
      return folder;
    },
    get sql() {
      return sql;
    },
    environment,
    start: async (settings = {}) => {
      const program = await startStoa({ dataDir: join(folder, 'data'), env: { ...environment(), ...settings } });
      started.push(program);
      if (program.url === undefined) throw new Error(program.output());
      return { ...program, url: program.url };
    },
  };
}
