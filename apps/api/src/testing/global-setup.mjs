// Jest loads this file before its module mapping exists, so it uses the compiled program (tsc -b comes first).
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { startEmbedded, TEST_SETTINGS } from '../../dist/platform/database/embedded/index.js';
import { openDatabase } from '../../dist/platform/database/database.js';
import { migrateJobs } from '../../dist/platform/outbox/outbox.js';
import { entities } from '../../dist/entities.js';
import { migrations } from '../../dist/migrations/index.js';

/** Starts one PostgreSQL for all database suites and migrates the template that each file's database is cloned from. */
export default async function globalSetup() {
  const dataDir = mkdtempSync(join(tmpdir(), 'stoa-test-'));
  const server = await startEmbedded({ dataDir, log: () => undefined, settings: TEST_SETTINGS, socket: true });
  globalThis.stoaTestServer = server;
  process.env.STOA_TEST_DATABASE = server.url;
  process.env.STOA_TEST_DATA = dataDir;
  const first = await openDatabase({ url: server.url, entities: [], migrations: [], poolSize: 1 });
  await first.row('CREATE DATABASE stoa_template');
  await first.close();
  const url = new URL(server.url);
  url.pathname = '/stoa_template';
  const template = await openDatabase({ url: url.href, entities, migrations, poolSize: 2 });
  await template.dataSource.runMigrations();
  await migrateJobs(template.pool);
  await template.close();
}
