import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Polls of posts with their votes. A post says whether it has one, so that a thread without any is read as before. The words of the
 * question are found with those of the post.
 */
export class CreatePolls1764130000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE polls (
        post_id uuid PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
        county_id uuid NOT NULL REFERENCES territories (id),
        question text NOT NULL,
        options jsonb NOT NULL,
        multiple boolean NOT NULL,
        results text NOT NULL,
        closes_at timestamptz(3),
        closed_at timestamptz(3),
        created_at timestamptz(3) NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE TABLE poll_votes (
        post_id uuid NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES people (id),
        option_no integer NOT NULL,
        county_id uuid NOT NULL REFERENCES territories (id),
        voted_at timestamptz(3) NOT NULL,
        PRIMARY KEY (post_id, person_id, option_no)
      );
      CREATE INDEX poll_votes_option ON poll_votes (post_id, option_no);
      CREATE TRIGGER poll_votes_person_id_not_merged BEFORE INSERT OR UPDATE OF person_id ON poll_votes
        FOR EACH ROW WHEN (person_is_merged(NEW.person_id)) EXECUTE FUNCTION refuse_merged_person();
      ALTER TABLE posts ADD COLUMN has_poll boolean NOT NULL DEFAULT false;

      CREATE FUNCTION note_poll_words() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        post uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.post_id ELSE NEW.post_id END;
      BEGIN
        DELETE FROM post_words WHERE post_id = post;
        INSERT INTO posts_to_index (post_id) VALUES (post) ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER polls_words AFTER INSERT OR DELETE OR UPDATE OF question ON polls FOR EACH ROW EXECUTE FUNCTION note_poll_words();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE poll_votes, polls;
      DROP FUNCTION note_poll_words;
      ALTER TABLE posts DROP COLUMN has_poll;
    `);
  }
}
