import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who found a resource useful, accounts of those who tried it, and reports of what is wrong with either. */
export class TellUses1764165000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE resource_marks (
        resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES people (id),
        marked_at timestamptz(3) NOT NULL,
        PRIMARY KEY (resource_id, person_id)
      );
      CREATE INDEX resource_marks_person ON resource_marks (person_id);

      CREATE TABLE resource_uses (
        id uuid PRIMARY KEY,
        resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES people (id),
        school_id uuid REFERENCES schools (id),
        result text NOT NULL,
        account text NOT NULL,
        lang text NOT NULL,
        told_at timestamptz(3) NOT NULL,
        edited_at timestamptz(3),
        hidden_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT resource_uses_resource_id_person_id_key UNIQUE (resource_id, person_id)
      );
      CREATE INDEX resource_uses_shown ON resource_uses (resource_id, told_at DESC, id DESC) WHERE hidden_at IS NULL;
      CREATE INDEX resource_uses_person ON resource_uses (person_id);
      CREATE INDEX resource_uses_school ON resource_uses (school_id) WHERE school_id IS NOT NULL;

      CREATE TABLE resource_reports (
        id uuid PRIMARY KEY,
        resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
        use_id uuid REFERENCES resource_uses (id) ON DELETE CASCADE,
        reason text NOT NULL,
        text text NOT NULL,
        reported_by uuid REFERENCES people (id),
        reporter_email text,
        lang text NOT NULL,
        reported_at timestamptz(3) NOT NULL,
        outcome text,
        answer text NOT NULL DEFAULT '',
        decided_by uuid REFERENCES people (id),
        decided_at timestamptz(3),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX resource_reports_open ON resource_reports (reported_at, id) WHERE decided_at IS NULL;
      CREATE INDEX resource_reports_resource ON resource_reports (resource_id);
      CREATE INDEX resource_reports_use ON resource_reports (use_id) WHERE use_id IS NOT NULL;
      CREATE INDEX resource_reports_reported ON resource_reports (reported_by) WHERE reported_by IS NOT NULL;
      CREATE INDEX resource_reports_decided ON resource_reports (decided_by) WHERE decided_by IS NOT NULL;

      CREATE TRIGGER resource_marks_person_id_not_merged BEFORE INSERT OR UPDATE OF person_id ON resource_marks
        FOR EACH ROW WHEN (person_is_merged(NEW.person_id)) EXECUTE FUNCTION refuse_merged_person();
      CREATE TRIGGER resource_uses_person_id_not_merged BEFORE INSERT OR UPDATE OF person_id ON resource_uses
        FOR EACH ROW WHEN (person_is_merged(NEW.person_id)) EXECUTE FUNCTION refuse_merged_person();
      CREATE TRIGGER resource_reports_reported_by_not_merged BEFORE INSERT OR UPDATE OF reported_by ON resource_reports
        FOR EACH ROW WHEN (person_is_merged(NEW.reported_by)) EXECUTE FUNCTION refuse_merged_person();
      CREATE TRIGGER resource_reports_decided_by_not_merged BEFORE INSERT OR UPDATE OF decided_by ON resource_reports
        FOR EACH ROW WHEN (person_is_merged(NEW.decided_by)) EXECUTE FUNCTION refuse_merged_person();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE resource_reports, resource_uses, resource_marks');
  }
}
