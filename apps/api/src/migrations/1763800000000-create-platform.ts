import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of the platform: idempotency keys, audit rows, files, exports, imports. */
export class CreatePlatform1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_keys (
        actor_id uuid NOT NULL,
        key varchar(64) NOT NULL,
        operation text NOT NULL,
        body_hash bytea NOT NULL,
        result_id uuid,
        created_at timestamptz(3) NOT NULL,
        PRIMARY KEY (actor_id, key)
      );
      CREATE TABLE audit_log (
        id uuid PRIMARY KEY,
        at timestamptz(3) NOT NULL,
        actor_id uuid,
        act text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        county_id uuid,
        request_id text,
        detail jsonb NOT NULL DEFAULT '{}'
      );
      CREATE INDEX audit_log_subject ON audit_log (subject_type, subject_id, at);
      CREATE TABLE files (
        id uuid PRIMARY KEY,
        storage_key text NOT NULL,
        name text NOT NULL,
        mime text NOT NULL,
        size bigint NOT NULL,
        sha256 text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        created_by uuid,
        created_at timestamptz(3) NOT NULL
      );
      CREATE INDEX files_subject ON files (subject_type, subject_id);
      CREATE TABLE exports (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        params jsonb NOT NULL,
        state text NOT NULL,
        done integer NOT NULL DEFAULT 0,
        total integer NOT NULL DEFAULT 0,
        file_id uuid REFERENCES files (id),
        error_code text,
        cancel_requested boolean NOT NULL DEFAULT false,
        requested_by uuid NOT NULL,
        requested_at timestamptz(3) NOT NULL,
        finished_at timestamptz(3)
      );
      CREATE INDEX exports_requested_by ON exports (requested_by, requested_at);
      CREATE TABLE import_runs (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        state text NOT NULL,
        file_id uuid NOT NULL REFERENCES files (id),
        encoding text NOT NULL,
        separator text NOT NULL,
        headers jsonb NOT NULL DEFAULT '[]',
        mapping jsonb NOT NULL DEFAULT '{}',
        params jsonb NOT NULL DEFAULT '{}',
        summary jsonb,
        done integer NOT NULL DEFAULT 0,
        total integer NOT NULL DEFAULT 0,
        rejects_file_id uuid REFERENCES files (id),
        cancel_requested boolean NOT NULL DEFAULT false,
        error_code text,
        requested_by uuid NOT NULL,
        requested_at timestamptz(3) NOT NULL,
        finished_at timestamptz(3)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_runs, exports, files, audit_log, idempotency_keys');
  }
}
