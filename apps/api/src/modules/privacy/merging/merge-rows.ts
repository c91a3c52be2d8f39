import type { Tx } from '../../../platform/database/database.js';
import { lookAt } from '../../../platform/database/sight.js';
import { recount } from '../../discussions/index.js';
import { columnsOf } from './rules.js';
import type { MergedPair, MergeMoment } from './pair.js';
import { SETTLED, TIDIED } from './settle.js';

/** How many rows moved or went, by table. */
export type MergeCounts = Record<string, number>;

/**
 * Moves everything of one person to another, whose rows are both locked, and leaves of the first a row that leads to the second: with the
 * name and the address as they were, but not as an address that anybody could sign in with.
 */
export async function mergeRows(tx: Tx, pair: MergedPair, moment: MergeMoment): Promise<MergeCounts> {
  const counts: MergeCounts = {};
  const note = (table: string, n: number) => {
    if (n > 0) counts[table] = (counts[table] ?? 0) + n;
  };
  await lookAt(tx, 'files');
  const threads = await sharedThreads(tx, pair);
  for (const [table, column] of columnsOf('remove'))
    note(table, (await tx.rows(`DELETE FROM ${table} WHERE ${column} = $1 RETURNING 1`, [pair.away])).length);
  // Links that went to the address before anybody was known under it.
  await tx.row('DELETE FROM account_tokens WHERE email = (SELECT email FROM people WHERE id = $1)', [pair.away]);
  for (const settle of [...Object.values(SETTLED), ...Object.values(TIDIED)]) await settle(tx, pair, moment);
  for (const [table, column] of columnsOf('move'))
    note(table, (await tx.rows(`UPDATE ${table} SET ${column} = $1 WHERE ${column} = $2 RETURNING 1`, [pair.keep, pair.away])).length);
  await tx.row(
    `UPDATE people SET status = 'MERGED', merged_into = $1, merged_at = $3, merged_email = email, email = NULL, email_confirmed_at = NULL,
       preferences = '{}', deactivated_by = NULL, version = version + 1 WHERE id = $2`,
    [pair.keep, pair.away, moment.at],
  );
  await tx.row('UPDATE people SET version = version + 1 WHERE id = $1', [pair.keep]);
  for (const thread of threads) await recount(tx, thread);
  return counts;
}

/** Threads in which one answered the other, which is no answer any more; in the order of their ids, so that two merges cannot wait for each other. */
function sharedThreads(tx: Tx, { keep, away }: MergedPair): Promise<{ id: string; network_id: string }[]> {
  return tx.rows<{ id: string; network_id: string }>(
    `SELECT t.id, t.network_id FROM threads t WHERE (t.author_id = $1 AND EXISTS (SELECT 1 FROM posts p WHERE p.thread_id = t.id AND p.author_id = $2))
       OR (t.author_id = $2 AND EXISTS (SELECT 1 FROM posts p WHERE p.thread_id = t.id AND p.author_id = $1)) ORDER BY t.id FOR NO KEY UPDATE`,
    [keep, away],
  );
}
