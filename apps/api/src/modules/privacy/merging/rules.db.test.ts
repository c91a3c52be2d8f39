import { cloneDatabase } from '../../../testing/database.js';
import { readClass } from '../classification.js';
import { classification } from '../columns/index.js';
import { columnsOf, MERGE_RULES } from './rules.js';
import { SETTLED } from './settle.js';

/** Tables with a key of one row a person that both people cannot have: what else keeps them apart. */
const APART: Readonly<Record<string, string>> = { erasures: 'an erasure that is pending stands in the way' };

describe('the rules of merging people', () => {
  let db: Awaited<ReturnType<typeof cloneDatabase>>;
  beforeAll(async () => {
    db = await cloneDatabase();
  });
  afterAll(() => db.drop());

  const ruled = () => Object.entries(MERGE_RULES).flatMap(([table, columns]) => Object.keys(columns).map((column) => `${table}.${column}`));

  /** Foreign keys to people, whatever their columns are called. */
  const references = async () =>
    (
      await db.rows<{ name: string }>(
        `SELECT k.conrelid::regclass || '.' || a.attname AS name FROM pg_constraint k
         JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) WHERE k.contype = 'f' AND k.confrelid = 'people'::regclass`,
      )
    ).map(({ name }) => name);

  const missing = async () => {
    const classified = Object.entries(classification).flatMap(([table, { columns }]) =>
      Object.entries(columns).flatMap(([column, value]) => (readClass(value).kind === 'person' ? [`${table}.${column}`] : [])),
    );
    const known = ruled();
    return [...new Set([...classified, ...(await references())])].filter((name) => !known.includes(name));
  };

  it('say of every column that names a person what becomes of it, and of no other', async () => {
    expect(await missing()).toEqual([]);
    const columns = await db.rows<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'uuid'`,
    );
    expect(ruled().filter((name) => !columns.some((column) => column.name === name))).toEqual([]);
  });

  it('are found wanting as soon as another table names people', async () => {
    await db.row('CREATE TABLE diaries (id uuid PRIMARY KEY, writer uuid REFERENCES people (id))');
    expect(await missing()).toEqual(['diaries.writer']);
    await db.row('DROP TABLE diaries');
  });

  it('settle every table in which both people could not have a row', async () => {
    const moved = columnsOf('move');
    const unique = await db.rows<{ table: string; column: string }>(
      `SELECT i.indrelid::regclass::text AS table, a.attname AS column FROM pg_index i
       JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indisunique AND i.indrelid::regclass::text = ANY($1)`,
      [moved.map(([table]) => table)],
    );
    const tables = unique.filter((each) => moved.some(([table, column]) => table === each.table && column === each.column));
    expect([...new Set(tables.map(({ table }) => table))].sort()).toEqual([...Object.keys(SETTLED), ...Object.keys(APART)].sort());
  });

  it('are kept by the database: no row may name somebody merged, in any column that moves or goes', async () => {
    const guarded = await db.rows<{ name: string }>(
      `SELECT t.tgrelid::regclass || '.' || a.attname AS name FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid AND p.proname = 'refuse_merged_person'
       JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum = ANY (t.tgattr::int2[])`,
    );
    const expected = [...columnsOf('move'), ...columnsOf('remove')].filter(([table]) => table !== 'people').map((each) => each.join('.'));
    expect(guarded.map(({ name }) => name).sort()).toEqual(expected.sort());
  });
});
