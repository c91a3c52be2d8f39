import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Annual reports; each submission is kept as a frozen revision. */
export class CreateReports1763800000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE annual_reports (
        id uuid PRIMARY KEY,
        county_id uuid NOT NULL REFERENCES territories (id),
        owner_type text NOT NULL,
        owner_id uuid NOT NULL,
        year text NOT NULL,
        lang text NOT NULL,
        state text NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        figures jsonb NOT NULL,
        figures_as_of timestamptz(3) NOT NULL,
        narrative jsonb NOT NULL DEFAULT '{}',
        created_by uuid REFERENCES people (id),
        created_at timestamptz(3) NOT NULL,
        presented_at timestamptz(3),
        submitted_at timestamptz(3),
        submitted_by uuid REFERENCES people (id),
        content_hash text,
        decided_at timestamptz(3),
        decided_by uuid REFERENCES people (id),
        remarks text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        UNIQUE (owner_type, owner_id, year)
      );
      CREATE INDEX annual_reports_county ON annual_reports (county_id, year, state);

      CREATE TABLE report_revisions (
        id uuid PRIMARY KEY,
        county_id uuid NOT NULL REFERENCES territories (id),
        report_id uuid NOT NULL REFERENCES annual_reports (id),
        revision integer NOT NULL,
        content jsonb NOT NULL,
        content_hash text NOT NULL,
        submitted_by uuid NOT NULL REFERENCES people (id),
        submitted_at timestamptz(3) NOT NULL,
        UNIQUE (report_id, revision)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE report_revisions, annual_reports');
  }
}
