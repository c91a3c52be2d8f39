import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices in the inbox and by mail, what people choose of them, how closely they watch, and whose mailbox sends mail back. */
export class CreateNotices1764001400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notices (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people (id),
        county_id uuid NOT NULL REFERENCES territories (id),
        network_id uuid NOT NULL REFERENCES networks (id),
        kind text NOT NULL,
        event text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        thread_id uuid REFERENCES threads (id),
        at timestamptz(3) NOT NULL,
        read_at timestamptz(3),
        at_once boolean NOT NULL DEFAULT false,
        mailed_at timestamptz(3),
        CONSTRAINT notices_person_id_event_subject_id_key UNIQUE (person_id, event, subject_id)
      );
      CREATE INDEX notices_person ON notices (person_id, at DESC);
      CREATE INDEX notices_at ON notices (at);
      CREATE INDEX notices_thread ON notices (thread_id);

      CREATE TABLE notice_choices (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people (id),
        network_id uuid REFERENCES networks (id),
        kind text NOT NULL,
        delivery text NOT NULL,
        chosen_at timestamptz(3) NOT NULL
      );
      CREATE UNIQUE INDEX notice_choices_one ON notice_choices (person_id, network_id, kind) NULLS NOT DISTINCT;

      CREATE TABLE watches (
        person_id uuid NOT NULL REFERENCES people (id),
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        county_id uuid NOT NULL REFERENCES territories (id),
        level text NOT NULL,
        chosen_at timestamptz(3) NOT NULL,
        PRIMARY KEY (person_id, subject_type, subject_id)
      );
      CREATE INDEX watches_subject ON watches (subject_type, subject_id);

      CREATE TABLE digests (
        person_id uuid NOT NULL REFERENCES people (id),
        period text NOT NULL,
        day date NOT NULL,
        claimed_at timestamptz(3) NOT NULL,
        sent_at timestamptz(3),
        PRIMARY KEY (person_id, period, day)
      );

      ALTER TABLE people ADD COLUMN mail_bounces integer NOT NULL DEFAULT 0;
      ALTER TABLE people ADD COLUMN mail_bounced_at timestamptz(3);
      ALTER TABLE people ADD COLUMN mail_stopped_at timestamptz(3);
    `);
    for (const table of ['notices', 'notice_choices', 'watches', 'digests'])
      await runner.query(`CREATE TRIGGER ${table}_person_id_not_merged BEFORE INSERT OR UPDATE OF person_id ON ${table}
        FOR EACH ROW WHEN (person_is_merged(NEW.person_id)) EXECUTE FUNCTION refuse_merged_person()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE people DROP COLUMN mail_stopped_at, DROP COLUMN mail_bounced_at, DROP COLUMN mail_bounces;
      DROP TABLE digests, watches, notice_choices, notices;
    `);
  }
}
