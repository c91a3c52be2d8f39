/**
 * What a merge does to a column that names the person who goes.
 *
 * - `move`: the row names the person who stays
 * - `remove`: the row goes; ways to sign in, links and the like are given to nobody
 * - `stay`: the row goes on naming who went, and leads to the person who stays by `people.merged_into`
 */
export type MergeRule = 'move' | 'remove' | 'stay';

/** Every column that names a person. A test compares this with the foreign keys and the classification of the schema. */
export const MERGE_RULES: Readonly<Record<string, Readonly<Record<string, MergeRule>>>> = {
  credentials: { person_id: 'remove' },
  sessions: { person_id: 'remove' },
  code_apps: { person_id: 'remove' },
  passkeys: { person_id: 'remove' },
  recovery_codes: { person_id: 'remove' },
  pending_sign_ins: { person_id: 'remove' },
  known_browsers: { person_id: 'remove' },
  identities: { person_id: 'remove' },
  account_tokens: { person_id: 'remove', created_by: 'move' },
  idempotency_keys: { actor_id: 'remove' },
  people: { deactivated_by: 'move', merged_into: 'move' },
  files: { created_by: 'move' },
  uploads: { person_id: 'move' },
  exports: { requested_by: 'move' },
  import_runs: { requested_by: 'move' },
  appointments: { person_id: 'move', revoked_by: 'move', appointed_by: 'move' },
  affiliations: { person_id: 'move', confirmed_by: 'move' },
  networks: { created_by: 'move' },
  network_years: { opened_by: 'move' },
  memberships: { person_id: 'move', invited_by: 'move', decided_by: 'move' },
  network_welcomes: { written_by: 'move' },
  network_letters: { sent_by: 'move' },
  moderation_decisions: { decided_by: 'move', author_id: 'move' },
  appeals: { author_id: 'move', decided_by: 'move' },
  review_claims: { claimed_by: 'move' },
  reason_templates: { changed_by: 'move' },
  flags: { author_id: 'move', flagged_by: 'move' },
  threads: { author_id: 'move' },
  posts: { author_id: 'move' },
  post_revisions: { edited_by: 'move' },
  thread_reads: { person_id: 'move' },
  drafts: { person_id: 'move' },
  post_mentions: { person_id: 'move' },
  post_reactions: { person_id: 'move' },
  poll_votes: { person_id: 'move' },
  saved_posts: { person_id: 'move' },
  saved_searches: { person_id: 'move' },
  notices: { person_id: 'move' },
  notice_choices: { person_id: 'move' },
  watches: { person_id: 'move' },
  digests: { person_id: 'move' },
  thread_summaries: { written_by: 'move' },
  imported_authors: { person_id: 'move' },
  resources: { proposed_by: 'move' },
  resource_files: { created_by: 'move' },
  resource_versions: { created_by: 'move', submitted_by: 'move', decided_by: 'move' },
  resource_marks: { person_id: 'move' },
  resource_uses: { person_id: 'move' },
  resource_reports: { reported_by: 'move', decided_by: 'move' },
  resource_studies: { person_id: 'move' },
  study_notes: { person_id: 'move' },
  quiz_attempts: { person_id: 'move' },
  collections: { owner_id: 'move' },
  learning_paths: { proposed_by: 'move', decided_by: 'move' },
  path_enrolments: { person_id: 'move' },
  path_step_marks: { person_id: 'move' },
  certificates: { person_id: 'move', revoked_by: 'move' },
  portfolio_links: { person_id: 'move' },
  annual_reports: { created_by: 'move', submitted_by: 'move', decided_by: 'move' },
  report_revisions: { submitted_by: 'move' },
  health_thresholds: { changed_by: 'move' },
  home_snoozes: { person_id: 'move' },
  home_visits: { person_id: 'move' },
  erasures: { person_id: 'move' },
  correction_requests: { person_id: 'move', decided_by: 'move' },
  retention_settings: { changed_by: 'move' },
  retention_runs: { asked_by: 'move' },
  // Who published a text and who agreed to it is never written anew.
  consent_texts: { published_by: 'stay' },
  consents: { person_id: 'stay' },
  // The log takes rows and nothing else.
  audit_log: { actor_id: 'stay' },
  audit_personal: { person_id: 'stay' },
};

/** Columns of a rule, as `[table, column]`. */
export function columnsOf(rule: MergeRule): [table: string, column: string][] {
  return Object.entries(MERGE_RULES).flatMap(([table, columns]) =>
    Object.entries(columns).flatMap(([column, each]): [string, string][] => (each === rule ? [[table, column]] : [])),
  );
}
