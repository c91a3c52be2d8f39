import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import pg from 'pg';
import { entities } from '../../entities.js';
import { migrations } from '../../migrations/index.js';
import { cloneDatabase, type TestDatabase } from '../../testing/database.js';
import { countyTree, factories } from '../../testing/factories.js';
import { openDatabase, type Database } from '../database/database.js';
import { writeFileAtomically } from '../files/atomic-file.js';
import type { ContentStore } from '../files/content-store.js';
import { LocalStore } from '../files/local-store.js';
import { recordFile } from '../files/records.js';
import { newId } from '../ids.js';
import { migrateJobs, publish } from '../outbox/outbox.js';
import { readArchive, textOf } from './archive-reader.js';
import { ArchiveWriter } from './archive-writer.js';
import { JOBS, quoted } from './catalog.js';
import { checkBackup, restoreBackup, type RestoreTarget } from './restore-backup.js';
import { refuseRunning } from './target.js';
import { writeBackup } from './write-backup.js';

const NOW = new Date('2026-11-24T07:00:00Z');
const NAMES = migrations.map(({ name }) => name);

let folder: string;
let source: TestDatabase;
let files: LocalStore;
const dropped: TestDatabase[] = [];

describe('backup', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stoa-backup-'));
    source = await cloneDatabase();
    files = new LocalStore(join(folder, 'files'));
    await fill(source, files);
  });
  afterAll(async () => {
    for (const db of dropped) await db.drop();
    await source.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** People, places, a file, waiting work, and values that a copy may spoil. */
  async function fill(db: Database, store: ContentStore): Promise<string> {
    const personId = await factories(db).person({ name: 'Ζωή "Żaba"; \\N' });
    await countyTree(db);
    const stored = await store.put(Readable.from([Buffer.from('Bericht, отчёт')]));
    await recordFile(db, stored, {
      name: 'έκθεση.pdf',
      mime: 'application/pdf',
      subjectType: 'X',
      subjectId: personId,
      createdBy: null,
      at: NOW,
    });
    await db.rows('INSERT INTO idempotency_keys (actor_id, key, operation, body_hash, created_at) VALUES ($1, $2, $3, $4, $5)', [
      personId,
      'line\nbreak, "quote"',
      '',
      Buffer.from([0, 1, 255]),
      NOW,
    ]);
    await publish(db, 'SomethingHappened', { id: personId }, { key: `job ${personId}`, runAt: NOW });
    return stored.key;
  }

  async function backUp(db: TestDatabase, store: ContentStore, name: string) {
    const client = new pg.Client({ connectionString: db.url });
    await client.connect();
    const archive = new ArchiveWriter(NOW);
    const writing = writeBackup(archive, { client, files: store, now: NOW });
    writing.catch((error: unknown) => archive.fail(error));
    const file = join(folder, name);
    try {
      await writeFileAtomically(file, archive.output);
      return { file, result: await writing };
    } finally {
      await client.end();
    }
  }

  async function targetOn(db: TestDatabase, store: ContentStore, options: Partial<RestoreTarget> = {}): Promise<RestoreTarget> {
    await migrateJobs(db.pool);
    const withMigrations = (names: readonly string[]) =>
      openDatabase({ url: db.url, entities, migrations: migrations.filter(({ name }) => names.includes(name)), poolSize: 1 });
    return {
      db,
      migrations: NAMES,
      withMigrations,
      files: store,
      replace: false,
      withoutJobs: false,
      ...options,
    };
  }

  async function fresh(from: 'migrated' | 'nothing' = 'nothing') {
    const db = await cloneDatabase({ from });
    dropped.push(db);
    return { db, store: new LocalStore(join(folder, newId())) };
  }

  async function sums(file: string): Promise<string[]> {
    const lines: string[] = [];
    await readArchive(file, async ({ name, content }) => {
      const hash = createHash('sha256').update(await textOf(content));
      if (name !== 'manifest.json') lines.push(`${name} ${hash.digest('hex')}`);
    });
    return lines;
  }

  async function keysIn(store: string): Promise<string[]> {
    const found = readdirSync(store, { recursive: true, withFileTypes: true });
    return found.filter((file) => file.isFile()).map((file) => file.name);
  }

  describe('a backup', () => {
    it('is restored into an empty database with equal counts and hashes, files and waiting work included', async () => {
      const { file, result } = await backUp(source, files, 'one.tar.gz');
      const { db, store } = await fresh();
      const restored = await restoreBackup(await checkBackup(file), await targetOn(db, store));
      expect(restored).toEqual(result);
      expect(result).toMatchObject({ files: 1, missing: [], rows: { people: 1, [JOBS]: 1 } });
      const again = await backUp(db, store, 'again.tar.gz');
      expect(again.result).toEqual(result);
      expect(await sums(again.file)).toEqual(await sums(file));
      const row = await db.row<{ storage_key: string }>('SELECT storage_key FROM files');
      expect(await text(await store.get(row?.storage_key ?? ''))).toBe('Bericht, отчёт');
      expect(await db.row('SELECT 1 AS one FROM graphile_worker.jobs WHERE locked_by IS NULL AND attempts = 0')).toEqual({ one: 1 });
      expect(await foreignKeys(db)).toBe(await foreignKeys(source));
      expect(await db.dataSource.showMigrations()).toBe(false);
    });

    it('shows one moment, and lets others write meanwhile', async () => {
      const writing: ContentStore = Object.assign(Object.create(files) as LocalStore, {
        get: async (key: string) => {
          await fill(source, files);
          return await files.get(key);
        },
      });
      const before = await source.row<{ n: number }>('SELECT count(*)::int AS n FROM files');
      const { result } = await backUp(source, writing, 'moment.tar.gz');
      expect(result.files).toBe(before?.n);
      expect(await source.row('SELECT count(*)::int AS n FROM files')).toEqual({ n: 2 * (before?.n ?? 0) });
    });

    it('names the files that the store has lost', async () => {
      const { db, store } = await fresh('migrated');
      const key = await fill(db, store);
      await store.delete(key);
      expect((await backUp(db, store, 'lossy.tar.gz')).result.missing).toEqual([key]);
    });

    it('is refused before anything changes where a byte differs, or the end or a part of it is missing', async () => {
      const { file } = await backUp(source, files, 'whole.tar.gz');
      const whole = readFileSync(file);
      const broken = join(folder, 'broken.tar.gz');
      // All bits of it: some single bits of a compressed stream only fill it up and mean nothing.
      const flipped = (at: number) => Buffer.concat([whole.subarray(0, at), Buffer.from([(whole[at] ?? 0) ^ 255]), whole.subarray(at + 1)]);
      const spots = Array.from({ length: 8 }, (_, no) => 10 + Math.floor(((whole.length - 11) * no) / 7));
      const variants = [...spots.map(flipped), ...spots.map((at) => whole.subarray(0, at)), Buffer.concat([whole, Buffer.from('more')])];
      for (const variant of variants) {
        writeFileSync(broken, variant);
        await expect(checkBackup(broken)).rejects.toThrow(/Nothing was changed/);
      }
      await expect(checkBackup(join(folder, 'none'))).rejects.toThrow(/There is no file/);
      expect((await checkBackup(file)).read.bytes).toBe(whole.length);
    });
  });

  describe('restoring', () => {
    let file: string;
    beforeAll(async () => {
      ({ file } = await backUp(source, files, 'source.tar.gz'));
    });

    it('refuses a database in use, and replaces it with its files where told to', async () => {
      const { db, store } = await fresh('migrated');
      const key = await fill(db, store);
      const backup = await checkBackup(file);
      await expect(restoreBackup(backup, await targetOn(db, store))).rejects.toThrow(/--replace/);
      expect(await text(await store.get(key))).toBe('Bericht, отчёт');
      const result = await restoreBackup(backup, await targetOn(db, store, { replace: true, withoutJobs: true }));
      await expect(store.get(key)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await db.row('SELECT count(*)::int AS n FROM files')).toEqual({ n: result.files });
      expect(await db.row('SELECT count(*)::int AS n FROM graphile_worker.jobs')).toEqual({ n: 0 });
    });

    it('leaves everything as it was where it fails at the very end', async () => {
      const { db, store } = await fresh('migrated');
      const key = await fill(db, store);
      const before = await contentOf(db);
      const fail = () => Promise.reject(new Error('the power went out'));
      const target = await targetOn(db, store, { replace: true, before: fail });
      await expect(restoreBackup(await checkBackup(file), target)).rejects.toThrow('the power went out');
      expect(await contentOf(db)).toEqual(before);
      expect(await keysIn(join(store['root']))).toEqual([key]);
    });

    it('stops where it is told to, and keeps nothing', async () => {
      const { db, store } = await fresh();
      const stop = new AbortController();
      const target = await targetOn(db, store, { before: async () => stop.abort(new Error('Stopped')) });
      await expect(restoreBackup(await checkBackup(file), target, { signal: stop.signal })).rejects.toThrow('Stopped');
      expect(await db.row(`SELECT to_regclass('public.people') AS people`)).toEqual({ people: null });
    });

    it('brings an earlier backup up to date, and refuses one from a later version', async () => {
      const { db: old, store } = await fresh();
      const oldDatabase = await openDatabase({ url: old.url, entities, migrations: migrations.slice(0, -1), poolSize: 1 });
      await oldDatabase.dataSource.runMigrations();
      await migrateJobs(oldDatabase.pool);
      await oldDatabase.close();
      const { file: earlier } = await backUp(old, store, 'earlier.tar.gz');
      const { db } = await fresh();
      await restoreBackup(await checkBackup(earlier), await targetOn(db, store));
      expect(await db.dataSource.showMigrations()).toBe(false);
      const target = await targetOn((await fresh()).db, store, { migrations: NAMES.slice(0, -1) });
      await expect(restoreBackup(await checkBackup(file), target)).rejects.toThrow(/later version/);
    });

    it('refuses where Stoa runs, and where the database is another program’s', async () => {
      const client = new pg.Client({ connectionString: source.url });
      await client.connect();
      await expect(refuseRunning(client)).rejects.toThrow(/stop it first/);
      await client.end();
      const { db, store } = await fresh();
      await db.rows('CREATE TABLE someone_elses (id int)');
      await expect(restoreBackup(await checkBackup(file), await targetOn(db, store))).rejects.toThrow(/another program/);
    });
  });

  async function foreignKeys(db: Database): Promise<string> {
    const rows = await db.rows<{ key: string }>(
      `SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) AS key FROM pg_constraint WHERE contype = 'f' AND convalidated ORDER BY 1`,
    );
    return rows.map(({ key }) => key).join('\n');
  }

  async function contentOf(db: Database): Promise<unknown> {
    const tables = await db.rows<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
    const counted = tables.map(async ({ name }) => [name, await db.rows(`SELECT t::text FROM public.${quoted(name)} t ORDER BY 1`)]);
    return [await Promise.all(counted), await db.rows('SELECT task_identifier, key FROM graphile_worker.jobs ORDER BY 2')];
  }
});
