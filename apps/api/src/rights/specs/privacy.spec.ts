import type { Ground } from '../ground.js';
import type { Specs } from '../operation.js';
import { next } from './helpers.js';

const rules = { act: 'retention.edit', on: 'none' } as const;

/** The version that a rule of retention has now. */
async function ruleVersion({ world }: Ground): Promise<number> {
  const row = await world.services.db.row<{ version: number }>(`SELECT version FROM retention_settings WHERE name = 'links'`);
  return row?.version ?? 0;
}

/** What administrators do about personal data. */
export const personalData: Specs = {
  retention: { ...rules, make: () => ({}), fields: 'running' },
  setRetention: {
    ...rules,
    make: async (ground) => ({ input: { name: 'links', days: 40, expectedVersion: await ruleVersion(ground) } }),
  },
  applyRetention: { ...rules, make: () => ({ input: { clientMutationId: `retention ${String(next())}` } }) },
};
