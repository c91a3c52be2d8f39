import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a network says to who joins it, and what was written to all its members. */
export class GreetMembers1764001300003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE network_welcomes (
        network_id uuid PRIMARY KEY REFERENCES networks (id),
        county_id uuid NOT NULL REFERENCES territories (id),
        body text NOT NULL,
        body_html text NOT NULL,
        first_at timestamptz(3) NOT NULL,
        written_by uuid NOT NULL REFERENCES people (id),
        written_at timestamptz(3) NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE TABLE network_letters (
        id uuid PRIMARY KEY,
        network_id uuid NOT NULL REFERENCES networks (id),
        county_id uuid NOT NULL REFERENCES territories (id),
        subject text NOT NULL,
        body text NOT NULL,
        lang text NOT NULL,
        recipients integer NOT NULL,
        sent_by uuid NOT NULL REFERENCES people (id),
        sent_at timestamptz(3) NOT NULL
      );
      CREATE INDEX network_letters_network ON network_letters (network_id, sent_at);
      CREATE TRIGGER network_welcomes_written_by_not_merged BEFORE INSERT OR UPDATE OF written_by ON network_welcomes
        FOR EACH ROW WHEN (person_is_merged(NEW.written_by)) EXECUTE FUNCTION refuse_merged_person();
      CREATE TRIGGER network_letters_sent_by_not_merged BEFORE INSERT OR UPDATE OF sent_by ON network_letters
        FOR EACH ROW WHEN (person_is_merged(NEW.sent_by)) EXECUTE FUNCTION refuse_merged_person();
      ALTER TABLE memberships ADD COLUMN welcomed_at timestamptz(3);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE memberships DROP COLUMN welcomed_at; DROP TABLE network_letters, network_welcomes');
  }
}
