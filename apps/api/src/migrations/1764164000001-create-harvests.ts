import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Repositories that the library is filled from, what came of each of their records, and the runs. A run keeps where it is after each page, so one
 * that is killed goes on there. Likenesses are digests of what two records of the same work share: an address, a title with its first author.
 */
export class CreateHarvests1764164000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE library_sources (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        url text NOT NULL,
        metadata_prefix text NOT NULL,
        set_spec text NOT NULL DEFAULT '',
        territory_id uuid NOT NULL REFERENCES territories (id),
        centre_id uuid REFERENCES centres (id),
        structure_id uuid REFERENCES structures (id),
        defaults jsonb NOT NULL,
        schedule text NOT NULL,
        next_from timestamptz(0),
        created_at timestamptz(3) NOT NULL,
        version integer NOT NULL DEFAULT 1
      );

      CREATE TABLE harvest_runs (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES library_sources (id) ON DELETE CASCADE,
        state text NOT NULL,
        from_at timestamptz(0),
        by_day boolean NOT NULL DEFAULT false,
        first_response_at timestamptz(0),
        token text,
        pages integer NOT NULL DEFAULT 0,
        idle_pages integer NOT NULL DEFAULT 0,
        restarts integer NOT NULL DEFAULT 0,
        expected integer,
        seen integer NOT NULL DEFAULT 0,
        created integer NOT NULL DEFAULT 0,
        updated integer NOT NULL DEFAULT 0,
        unchanged integer NOT NULL DEFAULT 0,
        withdrawn integer NOT NULL DEFAULT 0,
        duplicates integer NOT NULL DEFAULT 0,
        failed integer NOT NULL DEFAULT 0,
        error_code text,
        error_detail text NOT NULL DEFAULT '',
        started_at timestamptz(3) NOT NULL,
        finished_at timestamptz(3)
      );
      CREATE INDEX harvest_runs_source ON harvest_runs (source_id, started_at DESC, id DESC);
      CREATE UNIQUE INDEX harvest_runs_running ON harvest_runs (source_id) WHERE state = 'RUNNING';

      CREATE TABLE harvested_records (
        source_id uuid NOT NULL REFERENCES library_sources (id) ON DELETE CASCADE,
        identifier text NOT NULL,
        resource_id uuid REFERENCES resources (id) ON DELETE CASCADE,
        duplicate_of uuid REFERENCES resources (id) ON DELETE CASCADE,
        url text NOT NULL DEFAULT '',
        datestamp timestamptz(0),
        hash text NOT NULL DEFAULT '',
        deleted boolean NOT NULL DEFAULT false,
        locked_fields text[] NOT NULL DEFAULT '{}',
        last_error text,
        run_id uuid,
        PRIMARY KEY (source_id, identifier)
      );
      CREATE UNIQUE INDEX harvested_records_resource ON harvested_records (resource_id) WHERE resource_id IS NOT NULL;
      CREATE INDEX harvested_records_duplicate ON harvested_records (duplicate_of) WHERE duplicate_of IS NOT NULL;

      CREATE TABLE harvest_notes (
        id uuid PRIMARY KEY,
        run_id uuid NOT NULL REFERENCES harvest_runs (id) ON DELETE CASCADE,
        kind text NOT NULL,
        identifier text NOT NULL,
        detail text NOT NULL DEFAULT '',
        resource_id uuid
      );
      CREATE INDEX harvest_notes_run ON harvest_notes (run_id, id);

      CREATE TABLE resource_likenesses (
        resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
        likeness text NOT NULL,
        PRIMARY KEY (resource_id, likeness)
      );
      CREATE INDEX resource_likenesses_likeness ON resource_likenesses (likeness);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE resource_likenesses, harvest_notes, harvested_records, harvest_runs, library_sources');
  }
}
