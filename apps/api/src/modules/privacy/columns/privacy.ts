import type { Classification } from '../classification.js';

/** Wishes about one's own data. */
export const privacyTables: Classification = {
  erasures: {
    purpose: 'privacy',
    person: 'person_id',
    erase: 'keep',
    columns: {
      id: 'key',
      person_id: 'person',
      requested_at: 'act',
      due_at: 'act',
      withdraws_words: 'act',
      reminded_at: 'act',
      cancelled_at: 'act',
      done_at: 'act',
    },
  },
  correction_requests: {
    purpose: 'corrections',
    person: 'person_id',
    erase: 'delete',
    columns: {
      id: 'key',
      person_id: 'person',
      subject: 'act',
      wrong: 'written',
      correct: 'written',
      state: 'act',
      requested_at: 'act',
      due_at: 'act',
      answer: 'written',
      decided_by: 'person',
      decided_at: 'act',
      version: 'none',
    },
  },
  // What was published is no person's; who published it stands in the audit log, too.
  consent_texts: {
    purpose: 'system',
    person: null,
    columns: {
      id: 'key',
      kind: 'none',
      version: 'none',
      bodies: 'none',
      valid_from: 'none',
      published_by: 'person',
      published_at: 'none',
    },
  },
  consents: {
    purpose: 'consents',
    person: 'person_id',
    erase: 'keep',
    columns: { id: 'key', person_id: 'person', text_id: 'key', act: 'act', at: 'act' },
  },
  retention_settings: {
    purpose: 'system',
    person: null,
    columns: { name: 'none', days: 'none', changed_by: 'person', changed_at: 'none', version: 'none' },
  },
  retention_runs: {
    purpose: 'system',
    person: null,
    columns: { id: 'key', asked_by: 'person', asked_at: 'none', finished_at: 'none', removed: 'none' },
  },
};
