import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns that name a person and that a merge empties of whoever goes. */
const NAMING: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['credentials', ['person_id']],
  ['sessions', ['person_id']],
  ['code_apps', ['person_id']],
  ['passkeys', ['person_id']],
  ['recovery_codes', ['person_id']],
  ['pending_sign_ins', ['person_id']],
  ['known_browsers', ['person_id']],
  ['identities', ['person_id']],
  ['account_tokens', ['person_id', 'created_by']],
  ['idempotency_keys', ['actor_id']],
  ['files', ['created_by']],
  ['exports', ['requested_by']],
  ['import_runs', ['requested_by']],
  ['appointments', ['person_id', 'revoked_by', 'appointed_by']],
  ['affiliations', ['person_id', 'confirmed_by']],
  ['networks', ['created_by']],
  ['network_years', ['opened_by']],
  ['memberships', ['person_id', 'invited_by', 'decided_by']],
  ['moderation_decisions', ['decided_by']],
  ['flags', ['author_id', 'flagged_by']],
  ['threads', ['author_id']],
  ['posts', ['author_id']],
  ['post_revisions', ['edited_by']],
  ['thread_reads', ['person_id']],
  ['annual_reports', ['created_by', 'submitted_by', 'decided_by']],
  ['report_revisions', ['submitted_by']],
  ['health_thresholds', ['changed_by']],
  ['home_snoozes', ['person_id']],
  ['home_visits', ['person_id']],
  ['erasures', ['person_id']],
  ['correction_requests', ['person_id', 'decided_by']],
  ['retention_settings', ['changed_by']],
  ['retention_runs', ['asked_by']],
];

/**
 * People who were merged into another. Who goes keeps a row, so that their name in addresses leads on, and the database refuses rows that
 * name them: whoever writes at the moment of a merge waits for it and is refused (ST409), and nothing is left behind.
 */
export class MergePeople1764000750000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE people ADD COLUMN merged_into uuid, ADD COLUMN merged_at timestamptz(3), ADD COLUMN merged_email text;

      CREATE FUNCTION person_is_merged(person uuid) RETURNS boolean LANGUAGE plpgsql AS $$
      DECLARE
        successor uuid;
      BEGIN
        IF person IS NULL THEN RETURN false; END IF;
        SELECT merged_into INTO successor FROM people WHERE id = person FOR KEY SHARE;
        RETURN successor IS NOT NULL;
      END $$;
      CREATE FUNCTION refuse_merged_person() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'this person was merged into another' USING ERRCODE = 'ST409';
      END $$;

      CREATE FUNCTION person_name_key(search text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT string_agg(word, ' ' ORDER BY word COLLATE "C") FROM unnest(string_to_array(search, ' ')) AS word WHERE word ~ '^[a-z0-9]+$'
      $$;
      CREATE FUNCTION person_mailbox(email text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT lower(split_part(split_part(email, '@', 1), '+', 1) || '@' || split_part(email, '@', 2))
      $$;
    `);
    for (const [table, columns] of NAMING) {
      for (const column of columns)
        await runner.query(`CREATE TRIGGER ${table}_${column}_not_merged BEFORE INSERT OR UPDATE OF ${column} ON ${table}
          FOR EACH ROW WHEN (person_is_merged(NEW.${column})) EXECUTE FUNCTION refuse_merged_person()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of NAMING)
      for (const column of columns) await runner.query(`DROP TRIGGER ${table}_${column}_not_merged ON ${table}`);
    await runner.query(`
      DROP FUNCTION person_mailbox(text), person_name_key(text), refuse_merged_person(), person_is_merged(uuid);
      ALTER TABLE people DROP COLUMN merged_into, DROP COLUMN merged_at, DROP COLUMN merged_email;
    `);
  }
}
