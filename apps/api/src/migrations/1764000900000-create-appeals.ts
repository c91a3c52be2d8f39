import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Appeals against decisions, and whom each decision concerns. */
export class CreateAppeals1764000900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE moderation_decisions ADD COLUMN author_id uuid;
      CREATE TABLE appeals (
        id uuid PRIMARY KEY,
        county_id uuid NOT NULL REFERENCES territories (id),
        scope_id uuid NOT NULL,
        decision_id uuid NOT NULL UNIQUE REFERENCES moderation_decisions (id),
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        author_id uuid NOT NULL REFERENCES people (id),
        statement text NOT NULL,
        state text NOT NULL DEFAULT 'OPEN',
        made_at timestamptz(3) NOT NULL,
        decided_by uuid REFERENCES people (id),
        decided_at timestamptz(3),
        answer text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX appeals_open ON appeals (subject_type, subject_id) WHERE state = 'OPEN';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE appeals; ALTER TABLE moderation_decisions DROP COLUMN author_id');
  }
}
