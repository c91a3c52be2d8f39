import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The second step of signing in: code apps, passkeys, recovery codes, and what a session has proved. */
export class CreateSecondFactor1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions ADD COLUMN proved_at timestamptz(3), ADD COLUMN second_factor boolean NOT NULL DEFAULT false;
      CREATE TABLE code_apps (
        person_id uuid PRIMARY KEY REFERENCES people (id),
        secret text,
        confirmed_at timestamptz(3),
        last_step bigint,
        new_secret text,
        CHECK ((secret IS NULL) = (confirmed_at IS NULL))
      );
      CREATE TABLE passkeys (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people (id),
        credential_id text NOT NULL UNIQUE,
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL DEFAULT '{}',
        name text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        last_used_at timestamptz(3),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX passkeys_person ON passkeys (person_id);
      CREATE TABLE recovery_codes (
        person_id uuid NOT NULL REFERENCES people (id),
        code_hash bytea NOT NULL,
        used_at timestamptz(3),
        PRIMARY KEY (person_id, code_hash)
      );
      CREATE TABLE pending_sign_ins (
        token_hash bytea PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people (id),
        expires_at timestamptz(3) NOT NULL
      );
      CREATE INDEX pending_sign_ins_person ON pending_sign_ins (person_id);
      CREATE TABLE used_challenges (
        challenge text PRIMARY KEY,
        expires_at timestamptz(3) NOT NULL
      );
      CREATE TABLE known_browsers (
        person_id uuid NOT NULL REFERENCES people (id),
        browser_hash bytea NOT NULL,
        last_seen_at timestamptz(3) NOT NULL,
        PRIMARY KEY (person_id, browser_hash)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE known_browsers, used_challenges, pending_sign_ins, recovery_codes, passkeys, code_apps;
      ALTER TABLE sessions DROP COLUMN proved_at, DROP COLUMN second_factor;
    `);
  }
}
