import type { Classification } from '../classification.js';

/** What people hear of, and how they want to. */
export const noticeTables: Classification = {
  notices: {
    purpose: 'notices',
    person: 'person_id',
    erase: 'delete',
    columns: {
      id: 'key',
      person_id: 'person',
      county_id: 'key',
      network_id: 'key',
      kind: 'act',
      event: 'act',
      subject_type: 'act',
      subject_id: 'key',
      thread_id: 'key',
      at: 'act',
      read_at: 'act',
      at_once: 'act',
      mailed_at: 'act',
    },
  },
  notice_choices: {
    purpose: 'noticeChoices',
    person: 'person_id',
    erase: 'delete',
    columns: { id: 'key', person_id: 'person', network_id: 'key', kind: 'act', delivery: 'act', chosen_at: 'act' },
  },
  watches: {
    purpose: 'noticeChoices',
    person: 'person_id',
    erase: 'delete',
    columns: { person_id: 'person', subject_type: 'act', subject_id: 'key', county_id: 'key', level: 'act', chosen_at: 'act' },
  },
  digests: {
    purpose: 'notices',
    person: 'person_id',
    erase: 'delete',
    columns: { person_id: 'person', period: 'act', day: 'act', claimed_at: 'act', sent_at: 'act' },
  },
};
