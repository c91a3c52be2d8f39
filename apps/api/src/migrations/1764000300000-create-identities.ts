import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Providers by which people sign in, who closed an account, and handles that no other can be taken for. */
export class CreateIdentities1764000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identities (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people (id),
        provider text NOT NULL,
        issuer text NOT NULL,
        subject text NOT NULL,
        linked_at timestamptz(3) NOT NULL,
        last_used_at timestamptz(3),
        UNIQUE (issuer, subject)
      );
      CREATE INDEX identities_person ON identities (person_id);
      CREATE TABLE used_states (
        state_hash bytea PRIMARY KEY,
        expires_at timestamptz(3) NOT NULL
      );
      ALTER TABLE people ADD COLUMN deactivated_by uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE people DROP COLUMN deactivated_by;
      DROP TABLE used_states, identities;
    `);
  }
}
