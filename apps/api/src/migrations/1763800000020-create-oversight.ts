import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A county's own limits of health; what a person put off at home, and when they were there. */
export class CreateOversight1763800000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE health_thresholds (
        county_id uuid PRIMARY KEY REFERENCES territories (id),
        active_within_days integer NOT NULL,
        participation_on_track integer NOT NULL,
        participation_watch integer NOT NULL,
        first_reply_on_track integer NOT NULL,
        first_reply_watch integer NOT NULL,
        report_late_days integer NOT NULL,
        new_network_days integer NOT NULL,
        changed_by uuid NOT NULL REFERENCES people (id),
        changed_at timestamptz(3) NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE TABLE home_snoozes (
        person_id uuid NOT NULL REFERENCES people (id),
        item text NOT NULL,
        until_on date NOT NULL,
        PRIMARY KEY (person_id, item)
      );
      CREATE TABLE home_visits (
        person_id uuid PRIMARY KEY REFERENCES people (id),
        seen_at timestamptz(3) NOT NULL,
        before_at timestamptz(3)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE home_visits, home_snoozes, health_thresholds');
  }
}
