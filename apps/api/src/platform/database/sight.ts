import type { Database, Sql, Tx } from './database.js';

/** What a transaction is about. Rows behind the second wall show themselves to none that does not say so. */
export type Sight = 'audit' | 'files' | 'all';

/** The same for a bare connection that works as an operator: every row, until its transaction ends. */
export const SEE_ALL = `SELECT set_config('stoa.sight', 'all', true)`;

/** Lets a running transaction see rows of a kind until it ends. Behind a pooler nothing of it stays on the connection. */
export async function lookAt(tx: Sql, sight: Sight): Promise<void> {
  await tx.row(`SELECT set_config('stoa.sight', $1, true)`, [sight]);
}

/** Reads rows of a kind in a transaction of its own. */
export async function seeing<T>(db: Database, sight: Sight, work: (tx: Tx) => Promise<T>): Promise<T> {
  return await db.transaction(async (tx) => {
    await lookAt(tx, sight);
    return await work(tx);
  });
}
