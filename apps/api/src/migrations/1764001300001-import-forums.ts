import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What records of another forum became here, so that an import can be repeated and goes on where it stopped. */
export class ImportForums1764001300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imported_threads (
        network_id uuid NOT NULL REFERENCES networks (id),
        source_id text NOT NULL,
        thread_id uuid NOT NULL REFERENCES threads (id),
        PRIMARY KEY (network_id, source_id)
      );
      CREATE TABLE imported_posts (
        network_id uuid NOT NULL REFERENCES networks (id),
        source_id text NOT NULL,
        post_id uuid NOT NULL REFERENCES posts (id),
        PRIMARY KEY (network_id, source_id)
      );
      CREATE TABLE imported_authors (
        network_id uuid NOT NULL REFERENCES networks (id),
        source_key bytea NOT NULL,
        person_id uuid NOT NULL REFERENCES people (id),
        PRIMARY KEY (network_id, source_key)
      );
      CREATE TRIGGER imported_authors_person_id_not_merged BEFORE INSERT OR UPDATE OF person_id ON imported_authors
        FOR EACH ROW WHEN (person_is_merged(NEW.person_id)) EXECUTE FUNCTION refuse_merged_person();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE imported_authors, imported_posts, imported_threads');
  }
}
