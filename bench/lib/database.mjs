// The benchmark's own PostgreSQL, with its data kept between runs.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../apps/api/dist/platform/database/embedded/index.js';
import { openDatabase } from '../../apps/api/dist/platform/database/database.js';
import { migrateJobs } from '../../apps/api/dist/platform/outbox/outbox.js';
import { migrations } from '../../apps/api/dist/migrations/index.js';
import { SCALES, steps } from './data.mjs';

/** Like a server that one would run in production on a small machine; nothing that loses data is switched off. */
const SETTINGS = {
  shared_buffers: '1GB',
  work_mem: '16MB',
  max_connections: '200',
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track_planning': 'on',
  random_page_cost: '1.1',
  max_wal_size: '4GB',
  autovacuum: 'off',
};

/** Starts the server and fills it where it is empty. @returns `{ url, pid, scale, stop }` */
export async function startDatabase(folder, scaleName) {
  mkdirSync(folder, { recursive: true });
  const server = await startEmbedded({ dataDir: join(folder, scaleName), log: (line) => console.log(line), settings: SETTINGS });
  const mark = join(folder, `${scaleName}.filled`);
  if (!existsSync(mark)) {
    await fill(server.url, SCALES[scaleName]);
    writeFileSync(mark, new Date().toISOString());
  }
  return { url: server.url, pid: server.pid, scale: SCALES[scaleName], stop: () => server.stop() };
}

async function fill(url, scale) {
  const db = await openDatabase({ url, entities: [], migrations, poolSize: 2 });
  await db.dataSource.runMigrations();
  await migrateJobs(db.pool);
  await db.close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  await client.query('SET synchronous_commit = off');
  for (const [name, sql] of steps(scale)) {
    const began = performance.now();
    process.stdout.write(`  data: ${name} … `);
    await client.query(sql);
    console.log(`${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  await client.query('VACUUM ANALYZE');
  await client.end();
}
