import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What administrators set of the days that records are kept, and each time that what was past them went. */
export class CreateRetention1764000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE retention_settings (
        name text PRIMARY KEY,
        days integer NOT NULL CHECK (days > 0),
        changed_by uuid NOT NULL REFERENCES people (id),
        changed_at timestamptz(3) NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE TABLE retention_runs (
        id uuid PRIMARY KEY,
        asked_by uuid REFERENCES people (id),
        asked_at timestamptz(3) NOT NULL,
        finished_at timestamptz(3),
        removed jsonb NOT NULL DEFAULT '{}'
      );
      CREATE INDEX retention_runs_latest ON retention_runs (asked_at DESC, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE retention_runs; DROP TABLE retention_settings');
  }
}
