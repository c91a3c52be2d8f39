import type { Database, Tx } from '../platform/database/database.js';

/**
 * The database as commands see it while the demo is played: whatever opens a transaction of its own joins the one that is open, so
 * that many commands are committed together. A command that is refused ends the load.
 */
export function withinTransaction(db: Database, tx: Tx): Database {
  return {
    ...db,
    rows: tx.rows,
    row: tx.row,
    short: tx,
    arrays: () => Promise.reject(new Error('plans are not run while the demo is played')),
    transaction: (work) => work(tx),
  };
}
