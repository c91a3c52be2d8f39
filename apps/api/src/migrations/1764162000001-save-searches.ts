import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Searches of the library that people keep: for a mail about what is new, or as a feed. */
export class SaveSearches1764162000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_searches (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people (id),
        name text NOT NULL,
        query text NOT NULL DEFAULT '',
        filter jsonb NOT NULL DEFAULT '{}',
        mail text NOT NULL,
        feed_no integer NOT NULL DEFAULT 1,
        told_until timestamptz(3) NOT NULL,
        created_at timestamptz(3) NOT NULL
      );
      CREATE INDEX saved_searches_person ON saved_searches (person_id, created_at DESC, id DESC);
      CREATE INDEX saved_searches_mail ON saved_searches (mail, id) WHERE mail <> 'NONE';
      CREATE TRIGGER saved_searches_person_id_not_merged BEFORE INSERT OR UPDATE OF person_id ON saved_searches
        FOR EACH ROW WHEN (person_is_merged(NEW.person_id)) EXECUTE FUNCTION refuse_merged_person();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_searches');
  }
}
