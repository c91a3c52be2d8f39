import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of resources, the text in what is published of them, and what became of the links of published versions. */
export class CreateResourceFiles1764161000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE resource_files (
        id uuid PRIMARY KEY,
        resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
        file_id uuid NOT NULL REFERENCES files (id),
        preview_id uuid REFERENCES files (id),
        name text NOT NULL,
        mime text NOT NULL,
        size bigint NOT NULL,
        width integer,
        height integer,
        created_by uuid REFERENCES people (id),
        created_at timestamptz(3) NOT NULL
      );
      CREATE INDEX resource_files_resource ON resource_files (resource_id, id);
      CREATE INDEX resource_files_created ON resource_files (created_by) WHERE created_by IS NOT NULL;
      CREATE TRIGGER resource_files_created_by_not_merged BEFORE INSERT OR UPDATE OF created_by ON resource_files
        FOR EACH ROW WHEN (person_is_merged(NEW.created_by)) EXECUTE FUNCTION refuse_merged_person();

      CREATE TABLE resource_texts (
        file_id uuid PRIMARY KEY REFERENCES resource_files (id) ON DELETE CASCADE,
        resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
        state text NOT NULL,
        text text NOT NULL DEFAULT '',
        html text,
        error text,
        attempts integer NOT NULL DEFAULT 0,
        begun_at timestamptz(3),
        extracted_at timestamptz(3)
      );
      CREATE INDEX resource_texts_resource ON resource_texts (resource_id);
      CREATE INDEX resource_texts_open ON resource_texts (file_id) WHERE state IN ('WAITING', 'TAKING');

      CREATE TABLE resource_links (
        id uuid PRIMARY KEY,
        resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
        url text NOT NULL,
        failures integer NOT NULL DEFAULT 0,
        last_status integer,
        checked_at timestamptz(3)
      );
      CREATE UNIQUE INDEX resource_links_url ON resource_links (resource_id, md5(url));
      CREATE INDEX resource_links_due ON resource_links (checked_at NULLS FIRST, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE resource_links, resource_texts, resource_files');
  }
}
