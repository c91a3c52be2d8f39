import type { Classification } from '../classification.js';

/**
 * The library: resources and their versions. What is published stays as a work under its licence, without the person's name: whoever gives
 * a Creative Commons licence may ask not to be named any more (Creative Commons, Attribution 4.0, section 3(a)(3)). Drafts that nobody was
 * shown go with the person.
 */
export const libraryTables: Classification = {
  resources: {
    purpose: 'library',
    person: 'proposed_by',
    erase: 'keep',
    columns: {
      id: 'key',
      slug: 'none',
      territory_id: 'key',
      network_id: 'key',
      structure_id: 'key',
      centre_id: 'key',
      school_id: 'key',
      state: 'none',
      awaits_review: 'none',
      visibility: 'none',
      kind: 'none',
      lang: 'none',
      title: 'written',
      outcome: 'written',
      summary: 'written',
      minutes: 'none',
      licence: 'none',
      authors: 'written',
      subjects: 'none',
      levels: 'none',
      audiences: 'none',
      version_no: 'none',
      proposed_by: 'person',
      created_at: 'act',
      published_at: 'act',
      changed_at: 'act',
      useful_count: 'none',
      uses_count: 'none',
      saves_count: 'none',
      completions_count: 'none',
      version: 'none',
    },
  },
  resource_topics: { purpose: 'library', person: null, columns: { resource_id: 'key', topic_id: 'key' } },
  oai_records: { purpose: 'library', person: null, columns: { resource_id: 'key', datestamp: 'none', deleted: 'none', sets: 'key' } },
  library_sources: {
    purpose: 'library',
    person: null,
    columns: {
      ...{ id: 'key', name: 'none', url: 'none', metadata_prefix: 'none', set_spec: 'none', territory_id: 'key', centre_id: 'key', structure_id: 'key' },
      ...{ defaults: 'none', schedule: 'none', next_from: 'none', created_at: 'none', version: 'none' },
    },
  },
  harvest_runs: {
    purpose: 'library',
    person: null,
    columns: {
      ...{ id: 'key', source_id: 'key', state: 'none', from_at: 'none', by_day: 'none', first_response_at: 'none', token: 'none', pages: 'none' },
      ...{ idle_pages: 'none', restarts: 'none', expected: 'none', seen: 'none', created: 'none', updated: 'none', unchanged: 'none', withdrawn: 'none' },
      ...{ duplicates: 'none', failed: 'none', error_code: 'none', error_detail: 'none', started_at: 'none', finished_at: 'none' },
    },
  },
  harvested_records: {
    purpose: 'library',
    person: null,
    columns: {
      ...{ source_id: 'key', identifier: 'none', resource_id: 'key', duplicate_of: 'key', url: 'none', datestamp: 'none', hash: 'none', deleted: 'none' },
      ...{ locked_fields: 'none', last_error: 'none', run_id: 'key' },
    },
  },
  harvest_notes: {
    purpose: 'library',
    person: null,
    columns: { id: 'key', run_id: 'key', kind: 'none', identifier: 'none', detail: 'none', resource_id: 'key' },
  },
  resource_likenesses: { purpose: 'library', person: null, columns: { resource_id: 'key', likeness: 'none' } },
  resource_versions: {
    purpose: 'library',
    person: 'created_by',
    erase: 'keep',
    columns: {
      id: 'key',
      resource_id: 'key',
      no: 'none',
      state: 'none',
      content: 'written',
      body_html: 'written',
      changes: 'written',
      remarks: 'written',
      created_by: 'person',
      created_at: 'act',
      changed_at: 'act',
      submitted_by: 'person',
      submitted_at: 'act',
      decided_by: 'person',
      decided_at: 'act',
      version: 'none',
    },
  },
};
