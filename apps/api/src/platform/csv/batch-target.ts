import type { Database, Sql, Tx } from '../database/database.js';
import type { ImportRow, ImportTarget } from './plan.js';
import type { Decision } from './tally.js';

/** A decided row, with whatever the module needs to write it. */
export interface BatchPlan {
  decision: Decision;
}

/** How a module takes rows: what it knows of them, and how it writes what was decided. */
export interface BatchWriter<T, Plan extends BatchPlan> {
  /** Name of the advisory lock that keeps two imports of the kind apart. */
  lock: string;
  survey?(row: ImportRow<T>): void;
  /** Reads only; one plan for each row, in order. */
  decide(sql: Sql, rows: readonly ImportRow<T>[]): Promise<Plan[]>;
  insert(tx: Tx, plans: readonly Plan[]): Promise<void>;
  update(tx: Tx, plans: readonly Plan[]): Promise<void>;
}

/** The numbers of one batch, for the audit row of its transaction. */
export interface BatchDone {
  created: number;
  updated: number;
}

/** Takes a batch in one transaction: lock, decide again, write, and tell `afterBatch` in the same transaction. */
export function batchTarget<T, Plan extends BatchPlan>(
  db: Database,
  writer: BatchWriter<T, Plan>,
  afterBatch: (tx: Tx, done: BatchDone) => Promise<void>,
): ImportTarget<T> {
  const of = (plans: readonly Plan[], action: 'create' | 'update') =>
    plans.filter(({ decision }) => 'action' in decision && decision.action === action);
  return {
    survey: (row) => writer.survey?.(row),
    resolve: async (rows) => (await writer.decide(db, rows)).map((plan) => plan.decision),
    apply: (rows) =>
      db.transaction(async (tx) => {
        await tx.row('SELECT pg_advisory_xact_lock(hashtext($1))', [writer.lock]);
        const plans = await writer.decide(tx, rows);
        const [created, updated] = [of(plans, 'create'), of(plans, 'update')];
        if (created.length > 0) await writer.insert(tx, created);
        if (updated.length > 0) await writer.update(tx, updated);
        if (created.length + updated.length > 0) await afterBatch(tx, { created: created.length, updated: updated.length });
        return plans.map((plan) => plan.decision);
      }),
  };
}
