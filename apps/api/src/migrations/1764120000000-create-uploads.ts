import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files on their way in stretches, and the files of posts with their kept count. */
export class CreateUploads1764120000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE uploads (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people (id),
        purpose text NOT NULL,
        place text NOT NULL,
        place_id uuid NOT NULL,
        name text NOT NULL,
        size bigint NOT NULL,
        received bigint NOT NULL DEFAULT 0,
        state text NOT NULL DEFAULT 'RECEIVING',
        file_id uuid REFERENCES files (id),
        preview_id uuid REFERENCES files (id),
        mime text,
        width integer,
        height integer,
        touched_at timestamptz(3) NOT NULL
      );
      CREATE INDEX uploads_person ON uploads (person_id, place_id);
      CREATE INDEX uploads_touched ON uploads (touched_at);
      CREATE TRIGGER uploads_person_id_not_merged BEFORE INSERT OR UPDATE OF person_id ON uploads
        FOR EACH ROW WHEN (person_is_merged(NEW.person_id)) EXECUTE FUNCTION refuse_merged_person();

      CREATE TABLE upload_parts (
        upload_id uuid NOT NULL REFERENCES uploads (id) ON DELETE CASCADE,
        at bigint NOT NULL,
        size bigint NOT NULL,
        storage_key text NOT NULL,
        PRIMARY KEY (upload_id, at)
      );

      CREATE TABLE post_attachments (
        id uuid PRIMARY KEY,
        county_id uuid NOT NULL REFERENCES territories (id),
        post_id uuid NOT NULL REFERENCES posts (id),
        position integer NOT NULL,
        file_id uuid NOT NULL REFERENCES files (id),
        preview_id uuid REFERENCES files (id),
        name text NOT NULL,
        mime text NOT NULL,
        size bigint NOT NULL,
        width integer,
        height integer,
        alt text NOT NULL DEFAULT ''
      );
      CREATE INDEX post_attachments_post ON post_attachments (post_id, position);
      ALTER TABLE posts ADD COLUMN attachments_count integer NOT NULL DEFAULT 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE posts DROP COLUMN attachments_count;
      DROP TABLE post_attachments, upload_parts, uploads;
    `);
  }
}
