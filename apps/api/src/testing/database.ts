import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { openDatabase, type Database } from '../platform/database/database.js';
import { entities } from '../entities.js';
import { migrations } from '../migrations/index.js';

const TEMPLATE = 'stoa_template';

/** A suite's own database. */
export type TestDatabase = Database & { url: string; drop(): Promise<void> };

function urlOf(base: string, database: string): string {
  const url = new URL(base);
  url.pathname = `/${database}`;
  return url.href;
}

/** The clone's copies, once they are there. */
async function copiesOf({ urls, maxLagMs }: CloneReplicas, name: string): Promise<CloneReplicas> {
  const copies = urls.map((each) => urlOf(each, name));
  for (const copy of copies) {
    for (let isThere = false; !isThere;) {
      const client = new pg.Client({ connectionString: copy });
      isThere = await client.connect().then(
        () => true,
        (error: { code?: string }) => {
          if (error.code !== '3D000') throw error;
          return false;
        },
      );
      await client.end().catch(() => undefined);
    }
  }
  return { urls: copies, maxLagMs };
}

async function administer(base: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(base, 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Servers that follow the tests' one; the clone's copy there is used. */
export interface CloneReplicas {
  urls: readonly string[];
  maxLagMs: number;
}

/** What suites begin with: tables without rows, no table, or the demo world. */
export type Beginning = 'migrated' | 'nothing' | 'demo';

const TEMPLATES: Readonly<Record<Beginning, string>> = { migrated: TEMPLATE, nothing: 'template1', demo: 'stoa_demo' };

/** Whether the demo world is made for others in this run, so that it need not be made again: the browser's suites play on it. */
export function hasDemoWorld(): boolean {
  return process.env['STOA_TEST_BROWSER'] !== undefined;
}

/** The server with the demo world, once that is made. */
async function demoServer(): Promise<string> {
  const { folder, database } = JSON.parse(process.env['STOA_TEST_BROWSER'] ?? '{}') as { folder: string; database: string };
  const told = join(folder, 'worlds');
  while (!existsSync(told)) await wait(100);
  const wrong = readFileSync(told, 'utf8');
  if (wrong) throw new Error(wrong);
  return database;
}

/** What a suite's database is. */
export interface Clone {
  from?: Beginning;
  replicas?: CloneReplicas;
  /** The most connections of its pool. Each reads the catalogues and plans every statement anew, so suites have few where no crowd is what they are about. */
  connections?: number;
}

/** As many connections as a crowd of a suite needs that all run into one another. */
export const CROWD = 8;

/** A database of its own for one suite. */
export async function cloneDatabase({ from = 'migrated', replicas, connections = 4 }: Clone = {}): Promise<TestDatabase> {
  const base = from === 'demo' ? await demoServer() : process.env['STOA_TEST_DATABASE'];
  if (!base) throw new Error('Database suites run in the jest project "database"');
  const name = `t_${randomBytes(6).toString('hex')}`;
  // Block by block through the log, as PostgreSQL does it otherwise, takes six times the work where nothing waits for the disk.
  await administer(base, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATES[from]} STRATEGY file_copy`);
  const url = urlOf(base, name);
  const copies = replicas && { replicas: await copiesOf(replicas, name) };
  const db = await openDatabase({ url, entities, migrations, poolSize: connections, ...copies });
  return Object.assign(db, {
    url,
    drop: async () => {
      await db.close();
      await administer(base, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  });
}
