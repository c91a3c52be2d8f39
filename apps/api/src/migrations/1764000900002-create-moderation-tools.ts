import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looks at what in the review queue, and templates of reasons. */
export class CreateModerationTools1764000900002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE review_claims (
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        county_id uuid NOT NULL REFERENCES territories (id),
        claimed_by uuid NOT NULL REFERENCES people (id),
        claimed_until timestamptz(3) NOT NULL,
        PRIMARY KEY (subject_type, subject_id)
      );
      CREATE TABLE reason_templates (
        id uuid PRIMARY KEY,
        county_id uuid NOT NULL REFERENCES territories (id),
        network_id uuid NOT NULL REFERENCES networks (id),
        lang text NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        changed_by uuid NOT NULL REFERENCES people (id),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX reason_templates_network ON reason_templates (network_id, lang);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reason_templates, review_claims');
  }
}
