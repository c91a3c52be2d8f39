import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { SEE_ALL } from '../database/sight.js';
import type { ContentStore } from '../files/content-store.js';
import { ArchiveWriter, ENTRY } from './archive-writer.js';
import { BackupError } from './backup-error.js';
import { copyOut, JOBS, JOBS_OUT, PLAIN_VALUES, sequencesOf, tablesOf, type Table } from './catalog.js';
import { FORMAT, type Manifest, type Result } from './format.js';

/** What a backup is made of and how it tells of itself. */
export interface BackupSource {
  /** a connection that may read everything and does nothing else meanwhile */
  client: pg.ClientBase;
  files: ContentStore;
  now: Date;
  signal?: AbortSignal;
  onProgress?: (line: string) => void;
}

/** A table's bytes go into entries of this size; a tar entry has to say its size first. */
const PART = 4 * 1024 * 1024;

/**
 * Writes everything that the database and the file store hold, as of one moment, into `archive`. Nobody waits for it: it reads one
 * snapshot, and files are never changed after they are stored.
 */
export async function writeBackup(archive: ArchiveWriter, source: BackupSource): Promise<Result> {
  const { client } = source;
  await client.query(PLAIN_VALUES);
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await client.query(SEE_ALL);
    const tables = await tablesOf(client);
    await archive.text(ENTRY.manifest, `${JSON.stringify(await describe(source, tables), null, 1)}\n`);
    const rows: Record<string, number> = {};
    for (const table of tables) rows[table.name] = await writeRows(archive, source, table.name, copyOut(table), table.estimate);
    rows[JOBS] = await writeRows(archive, source, JOBS, JOBS_OUT, 0);
    const result: Result = { rows, ...(await writeFiles(archive, source)) };
    await archive.text(ENTRY.result, `${JSON.stringify(result, null, 1)}\n`);
    await archive.finish();
    return result;
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
  }
}

async function describe({ client, now }: BackupSource, tables: Table[]): Promise<Manifest> {
  const about = await client
    .query<{ postgres: string; migrations: string[]; queue: number }>(
      `SELECT current_setting('server_version') AS postgres,
         (SELECT array_agg(name ORDER BY timestamp) FROM migrations) AS migrations,
         (SELECT max(id) FROM graphile_worker.migrations) AS queue`,
    )
    .catch((error: { code?: string }) => {
      if (error.code === '42P01' || error.code === '3F000')
        throw new BackupError('The database holds no Stoa yet; there is nothing to back up.');
      throw error;
    });
  const { postgres = '', migrations = [], queue = 0 } = about.rows[0] ?? {};
  const named = tables.map(({ name, columns }) => ({ name, columns }));
  return { format: FORMAT, madeAt: now.toISOString(), postgres, migrations, queue, tables: named, sequences: await sequencesOf(client) };
}

async function writeRows(archive: ArchiveWriter, source: BackupSource, name: string, sql: string, estimate: number): Promise<number> {
  const rows = source.client.query(copyTo(sql));
  let waiting: Buffer[] = [];
  let size = 0;
  let part = 0;
  const flush = async () => {
    part += 1;
    await archive.entry(`tables/${name}.${String(part).padStart(6, '0')}.csv`, size, waiting);
    waiting = [];
    size = 0;
  };
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    source.signal?.throwIfAborted();
    waiting.push(chunk);
    size += chunk.length;
    if (size < PART) continue;
    await flush();
    source.onProgress?.(`table ${name}: ${part * 4} MB${estimate > 0 ? ` of about ${Math.round(estimate)} rows` : ''}`);
  }
  await flush();
  return rows.rowCount;
}

interface KnownFile {
  id: string;
  storage_key: string;
  size: number;
}

async function writeFiles(archive: ArchiveWriter, source: BackupSource): Promise<Omit<Result, 'rows'>> {
  const done = { files: 0, fileBytes: 0, missing: [] as string[] };
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await source.client.query<KnownFile>(
      'SELECT id, storage_key, size::float8 AS size FROM files WHERE id > $1 ORDER BY id LIMIT 500',
      [after],
    );
    for (const file of rows) {
      source.signal?.throwIfAborted();
      if (!(await writeFile(archive, source.files, file))) done.missing.push(file.storage_key);
      done.files += 1;
      done.fileBytes += file.size;
    }
    const last = rows.at(-1);
    if (!last) return done;
    after = last.id;
    source.onProgress?.(`${done.files} files, ${Math.round(done.fileBytes / 1e6)} MB`);
  }
}

/** Writes a stored file; one that is not there, or not whole, takes its place as zeros and is told of. */
async function writeFile(archive: ArchiveWriter, store: ContentStore, { storage_key: key, size }: KnownFile): Promise<boolean> {
  const content = await store.get(key).catch((error: { code?: string }) => {
    if (error.code === 'NOT_FOUND') return null;
    throw error;
  });
  if (!content) return false;
  let whole = true;
  const exact = async function* (): AsyncGenerator<Uint8Array> {
    let left = size;
    for await (const chunk of content as AsyncIterable<Uint8Array>) {
      if (chunk.length > left) whole = false;
      if (left > 0) yield chunk.subarray(0, left);
      left -= Math.min(left, chunk.length);
    }
    if (left > 0) whole = false;
    for (; left > 0; left -= Math.min(left, PART)) yield Buffer.alloc(Math.min(left, PART));
  };
  await archive.entry(`files/${key}`, size, exact());
  return whole;
}
