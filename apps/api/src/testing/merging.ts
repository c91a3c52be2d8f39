import { columnsOf } from '../modules/privacy/merging/rules.js';
import type { Sql } from '../platform/database/database.js';
import { toGlobalId } from '../platform/ids.js';
import type { World } from './world.js';

/** The command as a test sends it. */
export const MERGE = 'mutation($input: MergePeopleInput!) { mergePeople(input: $input) { person { handle } userErrors { code path } } }';

/** What the command answers. */
export interface Merged {
  mergePeople: { person: { handle: string } | null; userErrors: { code: string; path: string[] }[] };
}

/** The command's input as an administrator has it who just looked at both. */
export async function mergeInput(sql: Sql, keep: string, away: string): Promise<Record<string, unknown>> {
  const find = (id: string) => sql.row<{ handle: string; version: number }>('SELECT handle, version FROM people WHERE id = $1', [id]);
  const [kept, gone] = [await find(keep), await find(away)];
  return {
    keepId: toGlobalId('Person', keep),
    awayId: toGlobalId('Person', away),
    keepVersion: kept?.version,
    awayVersion: gone?.version,
    confirmHandle: gone?.handle,
  };
}

/** Merges as somebody. @returns `merged`, or the code of what refused it */
export async function mergeAs(
  world: World,
  actorId: string | null,
  keep: string,
  away: string,
  over: Record<string, unknown> = {},
): Promise<string> {
  const input = { ...(await mergeInput(world.services.db, keep, away)), ...over };
  const { data, errors } = await world.as(actorId)<Merged>(MERGE, { input });
  return errors?.[0]?.extensions?.code ?? data.mergePeople.userErrors[0]?.code ?? (data.mergePeople.person ? 'merged' : 'nothing');
}

/** Columns in which somebody still stands, but for the log and their own row. */
export async function namedIn(sql: Sql, personId: string): Promise<string[]> {
  const columns = [...columnsOf('move'), ...columnsOf('remove')];
  const rows = await sql.rows<{ name: string }>(
    columns
      .map(([table, column]) => `SELECT '${table}.${column}' AS name WHERE EXISTS (SELECT 1 FROM ${table} WHERE ${column} = $1)`)
      .join(' UNION ALL '),
    [personId],
  );
  return rows.map(({ name }) => name);
}
