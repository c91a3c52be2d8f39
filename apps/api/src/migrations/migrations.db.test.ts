import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { entities } from '../entities.js';
import { openDatabase } from '../platform/database/database.js';
import { runMigrations } from '../platform/database/migrate.js';
import { cloneDatabase, type TestDatabase } from '../testing/database.js';
import { factories } from '../testing/factories.js';
import { migrationFaults } from '../testing/migration-rules.js';
import { migrations } from './index.js';

/** Version 0.1.0 began with these; nobody ran anything older. */
const FIRST_RELEASE = 1_763_800_000_030;
const later = migrations.filter(({ name }) => Number(name.slice(-13)) > FIRST_RELEASE);

interface Declared extends MigrationInterface {
  transaction?: boolean;
  contracts?: string;
}

/** The statements of a migration, taken down instead of being run. */
async function statementsOf(migration: Declared): Promise<string[]> {
  const statements: string[] = [];
  const query = (sql: string) => {
    statements.push(sql);
    return Promise.resolve([]);
  };
  await migration.up({ query, isTransactionActive: migration.transaction !== false } as unknown as QueryRunner);
  return statements;
}

describe('a migration beside a Stoa that runs', () => {
  it.each(later.map((migration) => [migration.name, migration] as const))(
    '%s holds nobody up and takes nothing away',
    async (_name, Migration) => {
      const migration = new Migration() as Declared;
      const faults = migrationFaults({
        statements: await statementsOf(migration),
        transaction: migration.transaction !== false,
        ...(migration.contracts === undefined ? {} : { contracts: migration.contracts }),
      });
      expect(faults).toEqual([]);
    },
  );

  it.each([
    ['CREATE INDEX a ON posts (author_id)', 'posts: an index on a table in use'],
    ['CREATE INDEX CONCURRENTLY a ON posts (author_id)', 'CONCURRENTLY needs transaction = false'],
    ['ALTER TABLE posts ADD COLUMN a int NOT NULL', 'posts: a new column that must have a value'],
    ['ALTER TABLE posts ADD COLUMN b int, ADD COLUMN a int NOT NULL', 'posts: a new column that must have a value'],
    ['ALTER TABLE posts ADD COLUMN a uuid DEFAULT gen_random_uuid()', 'posts: a default that is worked out'],
    ['ALTER TABLE posts ALTER COLUMN no TYPE bigint', 'posts: another type'],
    ['ALTER TABLE posts ALTER COLUMN body SET NOT NULL', 'posts: SET NOT NULL'],
    ['ALTER TABLE posts ADD CONSTRAINT a FOREIGN KEY (b) REFERENCES people (id)', 'posts: a constraint that is checked under lock'],
    ['ALTER TABLE posts ADD CONSTRAINT a UNIQUE (no)', 'posts: a key that is built under lock'],
    ['LOCK TABLE posts', 'posts: LOCK TABLE'],
    ['ALTER TABLE posts DROP COLUMN body', 'posts: a column goes'],
    ['ALTER TABLE posts RENAME COLUMN body TO text', 'posts: a name changes'],
    ['DROP TABLE posts', 'posts: a table goes'],
  ])('is refused where it says: %s', (statement, fault) => {
    expect(migrationFaults({ statements: [statement], transaction: true })).toEqual([expect.stringContaining(fault)]);
  });

  it.each([
    'CREATE TABLE new_ones (id uuid PRIMARY KEY, n int NOT NULL); CREATE INDEX a ON new_ones (n)',
    'ALTER TABLE posts ADD COLUMN a int, ADD COLUMN b int NOT NULL DEFAULT 0',
    'ALTER TABLE posts ADD CONSTRAINT a CHECK (no > 0) NOT VALID',
    'ALTER TABLE posts VALIDATE CONSTRAINT a',
  ])('may say: %s', (statement) => {
    expect(migrationFaults({ statements: [statement], transaction: true })).toEqual([]);
  });
});

describe('running migrations', () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await cloneDatabase({ from: 'nothing' });
  });
  afterEach(() => db.drop());

  it('steps back from whoever reads and writes, tries again, and rewrites no table that is in use', async () => {
    const first = await openDatabase({ url: db.url, entities, migrations: migrations.slice(0, -later.length), poolSize: 1 });
    await runMigrations(first);
    await factories(first).person();
    await first.row(
      `INSERT INTO audit_log (id, at, act, subject_type, subject_id) SELECT gen_random_uuid(), now(), 'a', 'B', id FROM people`,
    );
    await first.close();
    const files = await storageOf(db);
    const other = new pg.Client({ connectionString: db.url });
    await other.connect();
    await other.query('BEGIN; SELECT 1 FROM audit_log');
    let steppedBack = 0;
    const done = await runMigrations(db, async () => {
      steppedBack += 1;
      await other.query(
        `INSERT INTO audit_log (id, at, act, subject_type, subject_id) SELECT gen_random_uuid(), now(), 'b', 'B', id FROM people; COMMIT`,
      );
    });
    await other.end();
    expect([steppedBack, done]).toEqual([1, later.length]);
    expect(await storageOf(db)).toMatchObject(files);
    expect(await db.rows('SELECT act, chain FROM audit_log ORDER BY act')).toEqual([
      { act: 'a', chain: 0 },
      { act: 'b', chain: 0 },
    ]);
  });

  it('can be taken back and run again', async () => {
    await runMigrations(db);
    for (const _each of later) await db.dataSource.undoLastMigration({ transaction: 'each' });
    expect(await runMigrations(db)).toBe(later.length);
  });
});

/** Where the rows of each table lie; another place means that all were written anew. */
async function storageOf(db: TestDatabase): Promise<Record<string, number>> {
  const rows = await db.rows<{ name: string; at: number }>(
    `SELECT relname AS name, pg_relation_filenode(oid)::int AS at FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  return Object.fromEntries(rows.map(({ name, at }) => [name, at]));
}
