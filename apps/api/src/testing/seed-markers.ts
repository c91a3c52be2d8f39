import { personCondition, readClass, type Classification } from '../modules/privacy/classification.js';
import type { Sql } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';

interface ColumnFacts {
  column: string;
  type: string;
  required: boolean;
  /** Table that the column refers to. */
  refersTo: string | null;
}

const COLUMNS = `
  SELECT c.column_name AS column, c.data_type AS type, c.is_nullable = 'NO' AND c.column_default IS NULL AS required,
    (SELECT confrelid::regclass::text FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ALL (k.conkey)
     WHERE k.contype = 'f' AND k.conrelid = ('public.' || c.table_name)::regclass AND a.attname = c.column_name LIMIT 1) AS "refersTo"
  FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name = $1 ORDER BY c.ordinal_position`;

/** Kinds of columns that hold something by which a person could be known. */
const MARKED = ['identifies', 'contact', 'written', 'technical'];

/**
 * Gives a person a row in every table that has rows of people, made from nothing but the schema and the classification, and a marker of
 * its own in each personal column. A table that is added later is covered without a word here.
 * @returns the markers by `table.column`
 */
export async function seedMarkers(sql: Sql, tables: Classification, personId: string): Promise<Map<string, string>> {
  const markers = new Map<string, string>();
  for (const table of Object.keys(tables)) {
    const rule = tables[table];
    const condition = rule && personCondition(rule);
    if (!rule || !condition) continue;
    if (!(await sql.row(`SELECT 1 FROM "${table}" WHERE ${condition} LIMIT 1`, [personId]))) await seedRow(sql, tables, table, personId);
    const facts = await sql.rows<ColumnFacts>(COLUMNS, [table]);
    for (const { column, type } of facts) {
      if (!MARKED.includes(readClass(rule.columns[column] ?? 'none').kind)) continue;
      const marker = `mark${String(markers.size)}er`;
      const value = valueOf(type, marker, column);
      if (value === null) continue;
      await sql.row(`UPDATE "${table}" SET "${column}" = $2 WHERE ctid = (SELECT ctid FROM "${table}" WHERE ${condition} LIMIT 1)`, [
        personId,
        value,
      ]);
      markers.set(`${table}.${column}`, marker);
    }
  }
  return markers;
}

/** A marker as a value of a type; null for types that hold no words. */
function valueOf(type: string, marker: string, column: string): unknown {
  if (column === 'email') return `${marker}@example.org`;
  if (column === 'display_name') return `Zoe ${marker}`;
  if (type === 'text' || type === 'character varying') return marker;
  if (type === 'jsonb') return JSON.stringify({ note: marker });
  return type === 'ARRAY' ? [marker] : null;
}

const PLAIN: Readonly<Record<string, unknown>> = {
  text: 'x',
  'character varying': 'x',
  integer: 1,
  bigint: 1,
  boolean: false,
  jsonb: '{}',
  date: '2026-09-01',
  'timestamp with time zone': '2026-09-01T08:00:00Z',
};

async function seedRow(sql: Sql, tables: Classification, table: string, personId: string): Promise<void> {
  const row: Record<string, unknown> = {};
  for (const { column, type, required, refersTo } of await sql.rows<ColumnFacts>(COLUMNS, [table])) {
    const { kind } = readClass(tables[table]?.columns[column] ?? 'none');
    if (kind === 'person') row[column] = personId;
    else if (required && refersTo && refersTo !== table) row[column] = await anyRow(sql, tables, refersTo, personId);
    else if (required) row[column] = type === 'uuid' ? newId() : type === 'bytea' ? Buffer.from(newId()) : (PLAIN[type] ?? null);
  }
  const columns = Object.keys(row);
  await sql.row(
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  );
}

/** The id of a row of the table, the person's where there is one; made where the table is empty. */
async function anyRow(sql: Sql, tables: Classification, table: string, personId: string): Promise<string> {
  const rule = tables[table];
  const condition = rule && personCondition(rule);
  const find = () =>
    condition
      ? sql.row<{ id: string }>(`SELECT id FROM "${table}" WHERE ${condition} LIMIT 1`, [personId])
      : sql.row<{ id: string }>(`SELECT id FROM "${table}" LIMIT 1`);
  if (!(await find())) await seedRow(sql, tables, table, personId);
  return (await find())?.id ?? '';
}
