import type { Services } from '../services.js';
import { openBrokerLedger } from './broker-ledger.js';
import { postgresLedger, underOtherNames, withFallback } from './budget-ledger.js';
import { createRequestBudget, type RequestBudget } from './request-budget.js';

/** A budget of requests that this node shares with others. */
export interface SharedBudget {
  budget: RequestBudget;
  /** Whether the broker took what it was last told; null where there is none. */
  broker: { isUsable(): boolean } | null;
  close(): void;
}

/** Opens the budget of a node: through the broker where there is one, and through PostgreSQL where there is none or it is away. */
export async function openSharedBudget({ config, db, log }: Pick<Services, 'config' | 'db' | 'log'>): Promise<SharedBudget> {
  const database = postgresLedger(db);
  const broker = config.brokerUrl && config.requestBudget > 0 ? await openBrokerLedger(config.brokerUrl) : null;
  const tried = broker && withFallback(broker, database, log);
  const budget = createRequestBudget(config.requestBudget, { ledger: underOtherNames(tried ?? database, config.secrets[0] ?? '') });
  return {
    budget,
    broker: tried,
    close() {
      budget.stop();
      broker?.close();
    },
  };
}
