import type pg from 'pg';
import { MigrationExecutor, type QueryRunner } from 'typeorm';
import type { Database } from '../database/database.js';
import { SEE_ALL, seeing } from '../database/sight.js';
import type { ContentStore } from '../files/content-store.js';
import { readArchive, textOf, type ReadThrough } from './archive-reader.js';
import { ENTRY } from './archive-writer.js';
import { BackupError } from './backup-error.js';
import { JOBS, JOBS_PUT, JOBS_TABLE, PLAIN_VALUES, quoted, tablesOf } from './catalog.js';
import { parseManifest, parseResult, type Manifest, type Result } from './format.js';
import { withoutHindrance } from './hindrance.js';
import { RowLoader } from './row-loader.js';
import { emptyDatabase, inUse } from './target.js';

/** A whole and unaltered backup. */
export interface CheckedBackup {
  file: string;
  manifest: Manifest;
  result: Result;
  read: ReadThrough;
}

/** How the work goes on and how it is stopped. */
export interface Steering {
  signal?: AbortSignal;
  onProgress?: (line: string) => void;
}

/**
 * Reads a backup through and compares all its hashes; changes nothing.
 * @throws BackupError where it is cut off, altered or of another layout
 */
export async function checkBackup(file: string, { signal, onProgress }: Steering = {}): Promise<CheckedBackup> {
  let manifest: Manifest | undefined;
  let result: Result | undefined;
  const read = await readArchive(
    file,
    async ({ name, content }) => {
      if (name === ENTRY.manifest) manifest = parseManifest(await textOf(content));
      if (name === ENTRY.result) result = parseResult(await textOf(content));
    },
    { ...(signal && { signal }), onBytes: (at, of) => onProgress?.(`reading: ${percent(at, of)}`) },
  );
  if (!manifest || !result) throw new BackupError('The file is no backup of Stoa. Nothing was changed.');
  return { file, manifest, result, read };
}

/** Where a backup is put. */
export interface RestoreTarget {
  /** opened as the tables' owner; not migrated */
  db: Database;
  /** the names of all migrations this program knows, oldest first */
  migrations: readonly string[];
  /** opens the same database with the migrations of these names alone */
  withMigrations: (names: readonly string[]) => Promise<Database>;
  files: ContentStore;
  /** gives up what is there now */
  replace: boolean;
  /** leaves out messages and other work that waited when the backup was made */
  withoutJobs: boolean;
  /** runs in the transaction that restores, when everything is in place: what it refuses does not happen */
  before?: (client: pg.ClientBase) => Promise<void>;
}

/**
 * Puts a checked backup into a database and a file store, all or nothing: the database changes in one transaction, and files get their
 * names before it commits, where nothing points at them yet.
 * @throws BackupError where the target is in use, or the backup comes from a later version
 */
export async function restoreBackup(backup: CheckedBackup, target: RestoreTarget, steering: Steering = {}): Promise<Result> {
  const { manifest, file } = backup;
  const unknown = manifest.migrations.filter((name) => !target.migrations.includes(name));
  if (unknown.length > 0)
    throw new BackupError(`The backup comes from a later version of Stoa (${unknown.join(', ')}). Nothing was changed.`);
  const earlier = await target.withMigrations(manifest.migrations);
  const runner = target.db.dataSource.createQueryRunner('master');
  try {
    const client = (await runner.connect()) as pg.ClientBase;
    await client.query(PLAIN_VALUES);
    await runner.startTransaction();
    if (!target.replace && (await inUse(client)))
      throw new BackupError('The database is not empty; --replace gives up what it holds now. Nothing was changed.');
    await client.query('CREATE TEMP TABLE files_before (storage_key text PRIMARY KEY)');
    await emptyDatabase(client);
    await migrateOn(runner, earlier);
    await load(client, backup, target, steering);
    await migrateOn(runner, target.db);
    await target.before?.(client);
    steering.signal?.throwIfAborted();
    await runner.commitTransaction();
    await forgetFiles(client, target.files);
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    await takeFilesBack(file, target).catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
    await earlier.close();
  }
  return backup.result;
}

/** Runs what a database still lacks of the migrations, in the transaction of `runner`. */
async function migrateOn(runner: QueryRunner, { dataSource }: Database): Promise<void> {
  const executor = new MigrationExecutor(dataSource, runner);
  executor.transaction = 'none';
  await executor.executePendingMigrations();
}

async function load(client: pg.ClientBase, backup: CheckedBackup, target: RestoreTarget, steering: Steering): Promise<void> {
  const { manifest, result, file } = backup;
  const tables = await tablesOf(client);
  if (tables.map(({ name }) => name).join() !== manifest.tables.map(({ name }) => name).join())
    throw new BackupError('The tables of the backup are not those of its version of Stoa. Nothing was changed.');
  await client.query(JOBS_TABLE);
  await withoutHindrance(client, async () => {
    await client.query(`TRUNCATE ${tables.map(({ name }) => `public.${quoted(name)}`).join(', ')}`);
    const loader = new RowLoader(client, manifest);
    await readArchive(
      file,
      async ({ name, content }) => {
        const [kind, rest = ''] = name.split('/');
        if (kind === 'tables') await loader.take(rest, content);
        else if (kind === 'files') await target.files.keep(rest, content);
      },
      { ...(steering.signal && { signal: steering.signal }), onBytes: (at, of) => steering.onProgress?.(`restoring: ${percent(at, of)}`) },
    );
    const rows = await loader.end();
    for (const [name, count] of Object.entries(result.rows))
      if (rows[name] !== count) throw new BackupError(`Table ${name} took ${rows[name] ?? 0} rows of ${count}. Nothing was changed.`);
  });
  if (target.withoutJobs) await client.query('DELETE FROM graphile_worker._private_jobs');
  else await client.query(JOBS_PUT);
  for (const { name, last, called } of manifest.sequences)
    await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [`public.${quoted(name)}`, last, called]);
  steering.onProgress?.(`${result.rows[JOBS] ?? 0} waiting jobs`);
}

/** Removes the content of files that were there before and are no longer known. The restored database is safe by now. */
async function forgetFiles(client: pg.ClientBase, store: ContentStore): Promise<void> {
  await client.query('BEGIN');
  await client.query(SEE_ALL);
  const { rows } = await client.query<{ storage_key: string }>('SELECT storage_key FROM files_before EXCEPT SELECT storage_key FROM files');
  await client.query('COMMIT');
  for (const { storage_key: key } of rows) await store.delete(key);
}

/** After a failure: removes files that the attempt put there and that the database, as it is again, does not know. */
async function takeFilesBack(file: string, { db, files }: RestoreTarget): Promise<void> {
  const known = await db.row('SELECT to_regclass($1) IS NOT NULL AS there', ['public.files']);
  const there = (known as { there: boolean } | null)?.there ?? false;
  await readArchive(file, async ({ name }) => {
    const [kind, key = ''] = name.split('/');
    if (kind !== 'files') return;
    const isKnown = there && (await seeing(db, 'files', (tx) => tx.row('SELECT 1 FROM files WHERE storage_key = $1', [key])));
    if (!isKnown) await files.delete(key);
  });
}

function percent(at: number, of: number): string {
  return `${Math.floor((100 * at) / Math.max(of, 1))} %`;
}
