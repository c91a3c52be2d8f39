import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What helps to write and read discussions: drafts, mentions, reactions with their kept counts, saved posts, summaries. */
export class CreateWriting1764001000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE drafts (
        person_id uuid NOT NULL REFERENCES people (id),
        place text NOT NULL,
        place_id uuid NOT NULL,
        county_id uuid NOT NULL REFERENCES territories (id),
        title text NOT NULL DEFAULT '',
        body text NOT NULL,
        lang text NOT NULL,
        saved_at timestamptz(3) NOT NULL,
        PRIMARY KEY (person_id, place, place_id)
      );

      CREATE TABLE post_mentions (
        post_id uuid NOT NULL REFERENCES posts (id),
        person_id uuid NOT NULL REFERENCES people (id),
        county_id uuid NOT NULL REFERENCES territories (id),
        mentioned_at timestamptz(3) NOT NULL,
        PRIMARY KEY (post_id, person_id)
      );

      CREATE TABLE post_reactions (
        post_id uuid NOT NULL REFERENCES posts (id),
        person_id uuid NOT NULL REFERENCES people (id),
        kind text NOT NULL,
        county_id uuid NOT NULL REFERENCES territories (id),
        reacted_at timestamptz(3) NOT NULL,
        PRIMARY KEY (post_id, person_id, kind)
      );

      CREATE TABLE saved_posts (
        person_id uuid NOT NULL REFERENCES people (id),
        post_id uuid NOT NULL REFERENCES posts (id),
        county_id uuid NOT NULL REFERENCES territories (id),
        saved_at timestamptz(3) NOT NULL,
        PRIMARY KEY (person_id, post_id)
      );
      CREATE INDEX saved_posts_person ON saved_posts (person_id, saved_at DESC, post_id DESC);

      CREATE TABLE thread_summaries (
        thread_id uuid PRIMARY KEY REFERENCES threads (id),
        county_id uuid NOT NULL REFERENCES territories (id),
        body text NOT NULL,
        body_html text NOT NULL,
        written_by uuid NOT NULL REFERENCES people (id),
        written_at timestamptz(3) NOT NULL,
        version integer NOT NULL DEFAULT 1
      );

      ALTER TABLE posts ADD COLUMN thanks_count integer NOT NULL DEFAULT 0;
      ALTER TABLE posts ADD COLUMN agree_count integer NOT NULL DEFAULT 0;
      ALTER TABLE posts ADD COLUMN idea_count integer NOT NULL DEFAULT 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE posts DROP COLUMN thanks_count, DROP COLUMN agree_count, DROP COLUMN idea_count;
      DROP TABLE thread_summaries, saved_posts, post_reactions, post_mentions, drafts;
    `);
  }
}
