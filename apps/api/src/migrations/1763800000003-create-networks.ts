import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Networks with their years and members, moderation, discussions. Counters are kept by the write. */
export class CreateNetworks1763800000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE networks (
        id uuid PRIMARY KEY,
        county_id uuid NOT NULL REFERENCES territories (id),
        slug text NOT NULL UNIQUE,
        name text NOT NULL,
        lang text NOT NULL,
        kind text NOT NULL,
        professions text[] NOT NULL DEFAULT '{}',
        levels text[] NOT NULL DEFAULT '{}',
        joining_rule text NOT NULL,
        purpose text NOT NULL DEFAULT '',
        promotion text NOT NULL DEFAULT '',
        promotion_html text NOT NULL DEFAULT '',
        promoted_at timestamptz(3),
        vacant_since timestamptz(3),
        created_by uuid REFERENCES people (id),
        created_at timestamptz(3) NOT NULL,
        members_count integer NOT NULL DEFAULT 0,
        threads_count integer NOT NULL DEFAULT 0,
        posts_count integer NOT NULL DEFAULT 0,
        last_activity_at timestamptz(3) NOT NULL,
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX networks_county ON networks (county_id, last_activity_at DESC, id DESC);
      CREATE INDEX networks_activity ON networks (last_activity_at DESC, id DESC);

      CREATE TABLE network_years (
        id uuid PRIMARY KEY,
        network_id uuid NOT NULL REFERENCES networks (id),
        county_id uuid NOT NULL REFERENCES territories (id),
        year text NOT NULL,
        state text NOT NULL,
        opened_by uuid REFERENCES people (id),
        opened_at timestamptz(3) NOT NULL,
        concluded_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        UNIQUE (network_id, year)
      );

      CREATE TABLE memberships (
        id uuid PRIMARY KEY,
        network_id uuid NOT NULL REFERENCES networks (id),
        county_id uuid NOT NULL REFERENCES territories (id),
        person_id uuid NOT NULL REFERENCES people (id),
        school_id uuid REFERENCES schools (id),
        state text NOT NULL,
        message text NOT NULL DEFAULT '',
        requested_at timestamptz(3) NOT NULL,
        invited_by uuid REFERENCES people (id),
        decided_by uuid REFERENCES people (id),
        refusal_reason text NOT NULL DEFAULT '',
        joined_at timestamptz(3),
        left_at timestamptz(3),
        suspended_until timestamptz(3),
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX memberships_open ON memberships (network_id, person_id) WHERE state IN ('REQUESTED', 'INVITED', 'ACTIVE');
      CREATE INDEX memberships_network ON memberships (network_id, state, joined_at);
      CREATE INDEX memberships_person ON memberships (person_id, state);

      CREATE TABLE moderation_decisions (
        id uuid PRIMARY KEY,
        county_id uuid NOT NULL REFERENCES territories (id),
        scope_id uuid NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        seq integer NOT NULL,
        kind text NOT NULL,
        reason text NOT NULL,
        reverses uuid REFERENCES moderation_decisions (id),
        decided_by uuid NOT NULL REFERENCES people (id),
        decided_at timestamptz(3) NOT NULL,
        UNIQUE (subject_type, subject_id, seq)
      );
      CREATE INDEX moderation_decisions_scope ON moderation_decisions (scope_id, decided_at);

      CREATE TABLE flags (
        id uuid PRIMARY KEY,
        county_id uuid NOT NULL REFERENCES territories (id),
        scope_id uuid NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        author_id uuid NOT NULL REFERENCES people (id),
        reason text NOT NULL,
        note text NOT NULL DEFAULT '',
        flagged_by uuid NOT NULL REFERENCES people (id),
        flagged_at timestamptz(3) NOT NULL,
        resolved_by uuid REFERENCES moderation_decisions (id),
        UNIQUE (subject_type, subject_id, flagged_by)
      );
      CREATE INDEX flags_pending ON flags (scope_id, flagged_at) WHERE resolved_by IS NULL;

      CREATE TABLE threads (
        id uuid PRIMARY KEY,
        county_id uuid NOT NULL REFERENCES territories (id),
        network_id uuid NOT NULL REFERENCES networks (id),
        no integer NOT NULL,
        slug text NOT NULL,
        title text NOT NULL,
        lang text NOT NULL,
        kind text NOT NULL,
        author_id uuid NOT NULL REFERENCES people (id),
        created_at timestamptz(3) NOT NULL,
        last_post_at timestamptz(3) NOT NULL,
        posts_count integer NOT NULL DEFAULT 0,
        last_post_no integer NOT NULL DEFAULT 0,
        first_reply_at timestamptz(3),
        accepted_post_id uuid,
        accepted_at timestamptz(3),
        visibility text NOT NULL DEFAULT 'VISIBLE',
        locked boolean NOT NULL DEFAULT false,
        pinned boolean NOT NULL DEFAULT false,
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (network_id, no)
      );
      CREATE INDEX threads_list ON threads (network_id, pinned DESC, last_post_at DESC, id DESC);

      CREATE TABLE posts (
        id uuid PRIMARY KEY,
        county_id uuid NOT NULL REFERENCES territories (id),
        network_id uuid NOT NULL REFERENCES networks (id),
        thread_id uuid NOT NULL REFERENCES threads (id),
        no integer NOT NULL,
        author_id uuid NOT NULL REFERENCES people (id),
        body text NOT NULL,
        body_html text NOT NULL,
        lang text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        edited_at timestamptz(3),
        withdrawn_at timestamptz(3),
        visibility text NOT NULL DEFAULT 'VISIBLE',
        version integer NOT NULL DEFAULT 1,
        UNIQUE (thread_id, no)
      );
      CREATE INDEX posts_network ON posts (network_id, created_at);
      CREATE INDEX posts_author ON posts (author_id, created_at);
      ALTER TABLE threads ADD CONSTRAINT threads_accepted_post FOREIGN KEY (accepted_post_id) REFERENCES posts (id);

      CREATE TABLE post_revisions (
        id uuid PRIMARY KEY,
        county_id uuid NOT NULL REFERENCES territories (id),
        post_id uuid NOT NULL REFERENCES posts (id),
        body text NOT NULL,
        edited_by uuid NOT NULL REFERENCES people (id),
        replaced_at timestamptz(3) NOT NULL
      );
      CREATE INDEX post_revisions_post ON post_revisions (post_id, replaced_at);

      CREATE TABLE thread_reads (
        person_id uuid NOT NULL REFERENCES people (id),
        thread_id uuid NOT NULL REFERENCES threads (id),
        county_id uuid NOT NULL REFERENCES territories (id),
        last_read_no integer NOT NULL,
        read_at timestamptz(3) NOT NULL,
        PRIMARY KEY (person_id, thread_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE threads DROP CONSTRAINT threads_accepted_post');
    await runner.query(
      'DROP TABLE thread_reads, post_revisions, posts, threads, flags, moderation_decisions, memberships, network_years, networks',
    );
  }
}
