import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people ask to have corrected that they cannot change themselves. */
export class CreateCorrections1764000700001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE correction_requests (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people (id),
        subject text NOT NULL,
        wrong text NOT NULL,
        correct text NOT NULL,
        state text NOT NULL DEFAULT 'OPEN',
        requested_at timestamptz(3) NOT NULL,
        due_at timestamptz(3) NOT NULL,
        answer text,
        decided_by uuid REFERENCES people (id),
        decided_at timestamptz(3),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX correction_requests_of_person ON correction_requests (person_id, requested_at DESC, id DESC);
      CREATE INDEX correction_requests_open ON correction_requests (requested_at, id) WHERE state = 'OPEN';
      CREATE INDEX correction_requests_decided ON correction_requests (decided_at DESC, id DESC) WHERE state <> 'OPEN';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE correction_requests');
  }
}
