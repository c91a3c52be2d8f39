import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words of titles by an index. They stand apart from the threads: each reply writes a thread's row anew, and would write all its words
 * with it. A trigger keeps them, so that a title is found at once.
 */
export class FindTitles1764130000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION words_of(search text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN array_to_tsvector(array_remove(string_to_array(search, ' '), ''));
      CREATE TABLE thread_words (
        thread_id uuid PRIMARY KEY REFERENCES threads (id) ON DELETE CASCADE,
        words tsvector NOT NULL
      );
      CREATE FUNCTION note_title_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO thread_words (thread_id, words) VALUES (NEW.id, words_of(NEW.search)) ON CONFLICT (thread_id) DO UPDATE SET words = EXCLUDED.words;
        RETURN NULL;
      END $$;
      CREATE TRIGGER threads_title_words AFTER INSERT OR UPDATE OF search ON threads FOR EACH ROW EXECUTE FUNCTION note_title_words();
      INSERT INTO thread_words (thread_id, words) SELECT id, words_of(search) FROM threads;
      CREATE INDEX thread_words_words ON thread_words USING gin (words) WITH (fastupdate = off);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER threads_title_words ON threads;
      DROP FUNCTION note_title_words;
      DROP TABLE thread_words;
      DROP FUNCTION words_of;
    `);
  }
}
