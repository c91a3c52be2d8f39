import type { Tx } from '../../platform/database/database.js';

/** A suspension of a member, or its end before its time. */
export interface SuspensionEntry {
  kind: 'SUSPEND' | 'LIFT';
  membershipId: string;
  networkId: string;
  countyId: string;
  personId: string;
  /** As the member reads it; empty for a LIFT. */
  reason: string;
  by: string;
  at: Date;
}

/** Keeps an entry in the transaction of the change. */
export type SuspensionLog = (tx: Tx, entry: SuspensionEntry) => Promise<void>;

let keep: SuspensionLog | null = null;

/** Names who keeps suspensions in the decision log; the composition root calls it once. */
export function registerSuspensionLog(log: SuspensionLog): void {
  keep = log;
}

/** Keeps a suspension or its end in the decision log. @throws Error where nobody keeps it */
export async function logSuspension(tx: Tx, entry: SuspensionEntry): Promise<void> {
  if (!keep) throw new Error('nobody keeps the log of suspensions');
  await keep(tx, entry);
}
