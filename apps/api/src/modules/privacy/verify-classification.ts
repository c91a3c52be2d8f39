import type { Sql } from '../../platform/database/database.js';
import { readClass, type Classification } from './classification.js';

/**
 * What keeps the classification from saying all: columns without a class, classes without a column, rows of a person without a
 * rule of erasure, held columns without a reason. Empty where it is whole.
 */
export async function classificationGaps(sql: Sql, tables: Classification): Promise<string[]> {
  const columns = await sql.rows<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2`,
  );
  const present = new Set(columns.map(({ table, column }) => `${table}.${column}`));
  const classified = new Set(
    Object.entries(tables).flatMap(([table, { columns: each }]) => Object.keys(each).map((column) => `${table}.${column}`)),
  );
  return [
    ...[...present].filter((name) => !classified.has(name)).map((name) => `${name} is not classified`),
    ...[...classified].filter((name) => !present.has(name)).map((name) => `${name} is classified and does not exist`),
    ...Object.entries(tables).flatMap(([table, rule]) => ruleGaps(table, rule)),
  ];
}

function ruleGaps(table: string, { person, erase, hold, columns }: Classification[string]): string[] {
  const holds = Object.values(columns).some((value) => readClass(value).erasure === 'hold');
  return [
    ...(person !== null && !erase ? [`${table} has rows of a person and no rule of erasure`] : []),
    ...(holds && !hold ? [`${table} holds columns back from erasure without a reason`] : []),
  ];
}
