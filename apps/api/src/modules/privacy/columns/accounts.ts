import type { Classification } from '../classification.js';

/** People, how they sign in, what counts guesses. */
export const accountTables: Classification = {
  people: {
    purpose: 'account',
    person: 'id',
    erase: 'keep',
    columns: {
      id: 'key',
      handle: 'identifies, tombstone',
      display_name: 'identifies, tombstone',
      search: 'identifies, tombstone',
      email: 'contact, null',
      email_confirmed_at: 'act, null',
      status: 'act, tombstone',
      lang: 'act',
      preferences: 'written, empty',
      created_at: 'act',
      version: 'none',
    },
  },
  credentials: {
    purpose: 'signIn',
    person: 'person_id',
    erase: 'delete',
    columns: { person_id: 'person', password_hash: 'secret', changed_at: 'act' },
  },
  sessions: {
    purpose: 'sessions',
    person: 'person_id',
    erase: 'delete',
    columns: {
      id: 'key',
      token_hash: 'secret',
      person_id: 'person',
      created_at: 'act',
      last_seen_at: 'act',
      expires_at: 'act',
      revoked_at: 'act',
      user_agent: 'technical',
    },
  },
  account_tokens: {
    purpose: 'links',
    person: 'person_id = $1 OR email = (SELECT email FROM people WHERE id = $1)',
    erase: 'delete',
    columns: {
      id: 'key',
      kind: 'act',
      person_id: 'person',
      email: 'contact',
      detail: 'identifies',
      created_by: 'person',
      created_at: 'act',
      expires_at: 'act',
      used_at: 'act',
    },
  },
  // Keys are digests of addresses and network addresses; they lead to nobody and end within a day.
  rate_limits: { purpose: 'safety', person: null, columns: { key: 'technical', points: 'none', expire: 'none' } },
};
