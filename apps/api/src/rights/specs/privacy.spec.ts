import type { Ground } from '../ground.js';
import type { Specs } from '../operation.js';
import { EDGES, gid, holds, next, sql } from './helpers.js';
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

/** A version of the terms that begins far from now, so that nobody in the matrix is asked for it. */
async function published({ world }: Ground): Promise<string> {
  const bodies = JSON.stringify({ en: 'a', el: 'a', pl: 'a', ru: 'a' });
  const { db } = world.services;
  await db.row(
    `INSERT INTO consent_texts (id, kind, version, bodies, valid_from, published_at) VALUES ($1, 'TERMS', 1, $2, '2099-01-01', $3)
     ON CONFLICT DO NOTHING`,
    [newId(), bodies, '2026-09-01T08:00:00Z'],
  );
  return (await db.row<{ id: string }>(`SELECT id FROM consent_texts WHERE kind = 'TERMS'`))?.id ?? '';
}

/** That the persona agrees to it. */
async function agreed(ground: Ground, personId: string): Promise<string> {
  const textId = await published(ground);
  await ground.make.insert('consents', { id: newId(), person_id: personId, text_id: textId, act: 'GIVEN', at: '2026-09-02T08:00:00Z' });
  return gid('ConsentText', textId);
}

/** The latest version of the privacy notice. */
async function latestNotice({ world }: Ground): Promise<number> {
  const row = await world.services.db.row<{ n: number }>(
    `SELECT coalesce(max(version), 0) AS n FROM consent_texts WHERE kind = 'PRIVACY_NOTICE'`,
  );
  return row?.n ?? 0;
}

/** What people ask about their data, and what administrators do about personal data. */
export const personalData: Specs = {
  retention: { ...rules, make: () => ({}), fields: 'running' },
  setRetention: {
    ...rules,
    make: async (ground) => ({ input: { name: 'links', days: 40, expectedVersion: await ruleVersion(ground) } }),
  },
  applyRetention: {
    ...rules,
    make: async (ground) => {
      // While a run is under way it is the answer to whoever asks for one.
      await sql(ground, 'UPDATE retention_runs SET finished_at = asked_at');
      return { input: { clientMutationId: `retention ${String(next())}` } };
    },
  },
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
  consentTexts: { act: 'public.read', on: 'none', isPublic: true, make: () => ({}), fields: 'id' },
  consentsAsked: { act: 'profile.own', on: 'none', own: 'always', make: () => ({}), fields: 'id' },
  ownConsents: { act: 'profile.own', on: 'none', own: 'always', make: () => ({ first: 5 }), fields: EDGES },
  giveConsents: {
    act: 'profile.own',
    on: 'none',
    own: 'always',
    make: async (ground) => ({ input: { textIds: [gid('ConsentText', await published(ground))] } }),
  },
  withdrawConsent: {
    act: 'profile.own',
    on: 'none',
    own: 'always',
    make: async (ground, { personId }) => ({ input: { textId: await agreed(ground, personId) } }),
  },
  publishedConsentTexts: { act: 'consent.publish', on: 'none', make: () => ({ first: 5 }), fields: EDGES },
  publishConsentText: {
    act: 'consent.publish',
    on: 'none',
    make: async (ground) => ({
      input: {
        kind: 'PRIVACY_NOTICE',
        en: 'a',
        el: 'a',
        pl: 'a',
        ru: 'a',
        validFrom: '2099-01-01',
        expectedVersion: await latestNotice(ground),
      },
    }),
  },
};
