import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, how they sign in, their sessions and the single-use tokens mailed to them. */
export class CreateAccounts1763800000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE people (
        id uuid PRIMARY KEY,
        handle text NOT NULL UNIQUE,
        display_name text NOT NULL,
        search text NOT NULL,
        email text UNIQUE,
        email_confirmed_at timestamptz(3),
        status text NOT NULL,
        lang text NOT NULL,
        preferences jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz(3) NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX people_search ON people (search text_pattern_ops);
      CREATE TABLE credentials (
        person_id uuid PRIMARY KEY REFERENCES people (id),
        password_hash text NOT NULL,
        changed_at timestamptz(3) NOT NULL
      );
      CREATE TABLE sessions (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        person_id uuid NOT NULL REFERENCES people (id),
        created_at timestamptz(3) NOT NULL,
        last_seen_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        revoked_at timestamptz(3),
        user_agent text NOT NULL DEFAULT ''
      );
      CREATE INDEX sessions_person ON sessions (person_id);
      CREATE TABLE account_tokens (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        person_id uuid REFERENCES people (id),
        email text NOT NULL,
        detail jsonb NOT NULL DEFAULT '{}',
        created_by uuid REFERENCES people (id),
        created_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        used_at timestamptz(3)
      );
      CREATE TABLE rate_limits (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
      CREATE INDEX account_tokens_email ON account_tokens (email, kind);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rate_limits, account_tokens, sessions, credentials, people');
  }
}
