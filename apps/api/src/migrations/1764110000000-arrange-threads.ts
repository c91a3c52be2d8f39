import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Locks and pins that end by themselves, slow mode, categories, and threads that were moved, split or merged, with the places that they and
 * their posts left.
 */
export class ArrangeThreads1764110000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE threads ADD COLUMN locked_until timestamptz(3), ADD COLUMN pinned_until timestamptz(3),
        ADD COLUMN slow_seconds integer NOT NULL DEFAULT 0, ADD COLUMN merged_into uuid, ADD COLUMN category_id uuid;
      ALTER TABLE moderation_decisions ADD COLUMN until timestamptz(3), ADD COLUMN seconds integer, ADD COLUMN target_id uuid,
        ADD COLUMN origin_id uuid;

      CREATE TABLE thread_categories (
        id uuid PRIMARY KEY,
        county_id uuid NOT NULL REFERENCES territories (id),
        network_id uuid NOT NULL REFERENCES networks (id),
        name text NOT NULL,
        description text NOT NULL DEFAULT '',
        position integer NOT NULL,
        start_by text NOT NULL DEFAULT 'MEMBERS',
        default_kind text,
        closed boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX thread_categories_network ON thread_categories (network_id, position);

      CREATE TABLE post_moves (
        thread_id uuid NOT NULL REFERENCES threads (id),
        no integer NOT NULL,
        post_id uuid NOT NULL REFERENCES posts (id),
        decision_id uuid NOT NULL REFERENCES moderation_decisions (id),
        county_id uuid NOT NULL REFERENCES territories (id),
        PRIMARY KEY (thread_id, no)
      );
      CREATE INDEX post_moves_decision ON post_moves (decision_id);

      CREATE TABLE thread_moves (
        network_id uuid NOT NULL REFERENCES networks (id),
        no integer NOT NULL,
        thread_id uuid NOT NULL REFERENCES threads (id),
        decision_id uuid NOT NULL REFERENCES moderation_decisions (id),
        county_id uuid NOT NULL REFERENCES territories (id),
        PRIMARY KEY (network_id, no)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE thread_moves, post_moves, thread_categories;
      ALTER TABLE moderation_decisions DROP COLUMN until, DROP COLUMN seconds, DROP COLUMN target_id, DROP COLUMN origin_id;
      ALTER TABLE threads DROP COLUMN locked_until, DROP COLUMN pinned_until, DROP COLUMN slow_seconds, DROP COLUMN merged_into, DROP COLUMN category_id;
    `);
  }
}
