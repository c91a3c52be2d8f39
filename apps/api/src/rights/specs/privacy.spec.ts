import type { Ground } from '../ground.js';
import type { Specs } from '../operation.js';
import { EDGES, gid, holds, next } from './helpers.js';
import { newId } from '../../platform/ids.js';

const rules = { act: 'retention.edit', on: 'none' } as const;

/** The version that a rule of retention has now. */
async function ruleVersion({ world }: Ground): Promise<number> {
  const row = await world.services.db.row<{ version: number }>(`SELECT version FROM retention_settings WHERE name = 'links'`);
  return row?.version ?? 0;
}

/** A request for correction of a person's that waits for its answer. */
async function waiting({ make }: Ground, personId: string): Promise<string> {
  const at = '2026-10-01T08:00:00Z';
  const words = { subject: 'OTHER', wrong: 'Wrong', correct: 'Right' };
  return gid(
    'CorrectionRequest',
    await make.insert('correction_requests', {
      id: newId(),
      person_id: personId,
      ...words,
      requested_at: at,
      due_at: '2026-10-31T08:00:00Z',
    }),
  );
}

/** What people ask about their data, and what administrators do about personal data. */
export const personalData: Specs = {
  retention: { ...rules, make: () => ({}), fields: 'running' },
  setRetention: {
    ...rules,
    make: async (ground) => ({ input: { name: 'links', days: 40, expectedVersion: await ruleVersion(ground) } }),
  },
  applyRetention: { ...rules, make: () => ({ input: { clientMutationId: `retention ${String(next())}` } }) },
  requestCorrection: {
    act: 'profile.own',
    on: 'none',
    own: 'always',
    make: () => ({ input: { subject: 'OTHER', wrong: 'Wrong', correct: 'Right', clientMutationId: `correction ${String(next())}` } }),
    passes: ['TOO_MANY_OPEN'],
  },
  ownCorrections: { act: 'profile.own', on: 'none', own: 'always', make: () => ({ first: 5 }), fields: EDGES },
  corrections: {
    act: 'correction.read',
    on: 'none',
    make: async (ground, { personId }) => ({ first: 100, decided: false, id: await waiting(ground, personId) }),
    fields: EDGES,
    sees: (answer, { id }) => holds(answer, id),
  },
  decideCorrection: {
    act: 'correction.decide',
    read: 'correction.read',
    on: 'none',
    own: 'both',
    make: async (ground, { personId }) => ({ input: { id: await waiting(ground, personId), decision: 'DONE', expectedVersion: 1 } }),
  },
};
