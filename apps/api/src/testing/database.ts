import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
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

async function administer(base: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(base, 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A database of its own for one suite: migrated and empty, or without a single table. */
export async function cloneDatabase(from: 'migrated' | 'nothing' = 'migrated'): Promise<TestDatabase> {
  const base = process.env['STOA_TEST_DATABASE'];
  if (!base) throw new Error('Database suites run in the jest project "database"');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await administer(base, `CREATE DATABASE ${name} TEMPLATE ${from === 'migrated' ? TEMPLATE : 'template1'}`);
  const url = urlOf(base, name);
  const db = await openDatabase({ url, entities, migrations, poolSize: 8 });
  return Object.assign(db, {
    url,
    drop: async () => {
      await db.close();
      await administer(base, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  });
}
