import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What posts are found by. It stands apart from them, so that a thread is read as fast as before. Whatever changes a text takes its old
 * words out of the search at once; a job writes the new ones.
 */
export class FindPosts1764001300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE post_words (
        post_id uuid PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
        written_at timestamptz(3) NOT NULL,
        words tsvector NOT NULL
      );
      -- A job writes them, so that nobody waits; then readers need not read a list of what is still to be put in order.
      CREATE INDEX post_words_words ON post_words USING gin (words) WITH (fastupdate = off);
      CREATE INDEX post_words_written ON post_words (written_at DESC, post_id DESC);
      CREATE TABLE posts_to_index (post_id uuid PRIMARY KEY);

      CREATE FUNCTION note_post_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          DELETE FROM post_words WHERE post_id = NEW.id;
        END IF;
        INSERT INTO posts_to_index (post_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER posts_words AFTER INSERT OR UPDATE OF body ON posts FOR EACH ROW EXECUTE FUNCTION note_post_words();

      CREATE FUNCTION note_thread_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM post_words w USING posts p WHERE p.thread_id = NEW.id AND p.no = 1 AND w.post_id = p.id;
        INSERT INTO posts_to_index (post_id) SELECT id FROM posts WHERE thread_id = NEW.id AND no = 1 ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER threads_words AFTER UPDATE OF title ON threads FOR EACH ROW EXECUTE FUNCTION note_thread_words();

      INSERT INTO posts_to_index (post_id) SELECT id FROM posts ON CONFLICT DO NOTHING;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER threads_words ON threads;
      DROP TRIGGER posts_words ON posts;
      DROP FUNCTION note_thread_words, note_post_words;
      DROP TABLE posts_to_index, post_words;
    `);
  }
}
