import type { Classification } from '../classification.js';

const OFFICIAL_RECORD =
  'An annual report is an official record of the network under a hash; changing its words would make it another report.';

/** Annual reports, and what oversight keeps. */
export const reportTables: Classification = {
  annual_reports: {
    purpose: 'reports',
    person: null,
    hold: OFFICIAL_RECORD,
    columns: {
      id: 'key',
      county_id: 'key',
      owner_type: 'none',
      owner_id: 'key',
      year: 'none',
      lang: 'none',
      state: 'none',
      revision: 'none',
      figures: 'none',
      figures_as_of: 'none',
      narrative: 'written, hold',
      created_by: 'person',
      created_at: 'none',
      presented_at: 'none',
      submitted_at: 'none',
      submitted_by: 'person',
      content_hash: 'none',
      decided_at: 'none',
      decided_by: 'person',
      remarks: 'written, hold',
      published_at: 'none',
      version: 'none',
    },
  },
  report_revisions: {
    purpose: 'reports',
    person: null,
    hold: OFFICIAL_RECORD,
    columns: {
      id: 'key',
      county_id: 'key',
      report_id: 'key',
      revision: 'none',
      content: 'written, hold',
      content_hash: 'none',
      submitted_by: 'person',
      submitted_at: 'none',
    },
  },
  health_thresholds: {
    purpose: 'registers',
    person: null,
    columns: {
      county_id: 'key',
      active_within_days: 'none',
      participation_on_track: 'none',
      participation_watch: 'none',
      first_reply_on_track: 'none',
      first_reply_watch: 'none',
      report_late_days: 'none',
      new_network_days: 'none',
      changed_by: 'person',
      changed_at: 'none',
      version: 'none',
    },
  },
  home_snoozes: {
    purpose: 'reading',
    person: 'person_id',
    erase: 'delete',
    columns: { person_id: 'person', item: 'act', until_on: 'act' },
  },
  home_visits: {
    purpose: 'reading',
    person: 'person_id',
    erase: 'delete',
    columns: { person_id: 'person', seen_at: 'act', before_at: 'act' },
  },
};
