import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where posts link to, and what stands there. Whatever changes a text takes its links away with its words. */
export class KeepLinks1764001300002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE post_links (
        post_id uuid NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
        place integer NOT NULL,
        url text NOT NULL,
        PRIMARY KEY (post_id, place)
      );
      CREATE INDEX post_links_url ON post_links (url);
      CREATE TABLE link_previews (
        url text PRIMARY KEY,
        fetched_at timestamptz(3),
        title text,
        description text,
        site text
      );
      CREATE OR REPLACE FUNCTION note_post_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          DELETE FROM post_words WHERE post_id = NEW.id;
          DELETE FROM post_links WHERE post_id = NEW.id;
        END IF;
        INSERT INTO posts_to_index (post_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION note_post_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          DELETE FROM post_words WHERE post_id = NEW.id;
        END IF;
        INSERT INTO posts_to_index (post_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      DROP TABLE link_previews, post_links;
    `);
  }
}
