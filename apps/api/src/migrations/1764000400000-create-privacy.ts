import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wishes to be erased, and files whose content is gone. */
export class CreatePrivacy1764000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE erasures (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people (id),
        requested_at timestamptz(3) NOT NULL,
        due_at timestamptz(3) NOT NULL,
        withdraws_words boolean NOT NULL,
        reminded_at timestamptz(3),
        cancelled_at timestamptz(3),
        done_at timestamptz(3)
      );
      CREATE UNIQUE INDEX erasures_open ON erasures (person_id) WHERE cancelled_at IS NULL AND done_at IS NULL;
      ALTER TABLE files ADD COLUMN removed_at timestamptz(3);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE files DROP COLUMN removed_at; DROP TABLE erasures');
  }
}
