import type { Sql } from '../../platform/database/database.js';
import { personCondition, PURPOSES, readClass, type Classification, type Purpose, type TableClass } from './classification.js';

/** A row of a person's, with what the classification lets out. */
export type PersonalRow = Record<string, unknown>;

/** Tables with rows of people, those of one purpose together. */
export function personalTables(tables: Classification): { table: string; rule: TableClass; condition: string }[] {
  return Object.entries(tables)
    .flatMap(([table, rule]) => {
      const condition = personCondition(rule);
      return condition === null ? [] : [{ table, rule, condition }];
    })
    .sort((one, other) => PURPOSES.indexOf(one.rule.purpose) - PURPOSES.indexOf(other.rule.purpose));
}

/** All rows of a person in a table, without secrets. */
export function personalRows(sql: Sql, { table, rule, condition }: ReturnType<typeof personalTables>[number], personId: string) {
  const columns = Object.entries(rule.columns).flatMap(([column, value]) => (readClass(value).kind === 'secret' ? [] : [`"${column}"`]));
  return sql.rows<PersonalRow>(`SELECT ${columns.join(', ')} FROM "${table}" WHERE ${condition} ORDER BY 1`, [personId]);
}

/** How many rows of a person there are of each purpose; purposes without one are left out. */
export async function heldCounts(sql: Sql, tables: Classification, personId: string): Promise<{ purpose: Purpose; count: number }[]> {
  const counts = personalTables(tables).map(
    ({ table, rule, condition }) => `SELECT '${rule.purpose}' AS purpose, count(*)::int AS n FROM "${table}" WHERE ${condition}`,
  );
  const rows = await sql.rows<{ purpose: Purpose; count: number }>(
    `SELECT purpose, sum(n)::int AS count FROM (${counts.join(' UNION ALL ')}) c GROUP BY purpose HAVING sum(n) > 0`,
    [personId],
  );
  return rows.sort((one, other) => PURPOSES.indexOf(one.purpose) - PURPOSES.indexOf(other.purpose));
}
