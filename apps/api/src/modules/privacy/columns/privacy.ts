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
};
