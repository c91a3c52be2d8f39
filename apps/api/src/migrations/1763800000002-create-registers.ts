import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Territories, appointments, centres, structures, topics, schools, school groups, affiliations. */
export class CreateRegisters1763800000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE territories (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        code text NOT NULL UNIQUE,
        slug text NOT NULL UNIQUE,
        lang text NOT NULL,
        names jsonb NOT NULL,
        search text NOT NULL,
        parent_id uuid REFERENCES territories (id),
        path uuid[] NOT NULL,
        valid_from date,
        valid_to date,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX territories_parent ON territories (parent_id);
      CREATE INDEX territories_path ON territories USING gin (path);
      CREATE INDEX territories_search ON territories (search text_pattern_ops);

      CREATE TABLE appointments (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people (id),
        role text NOT NULL,
        scope_type text NOT NULL,
        scope_id uuid NOT NULL,
        county_id uuid REFERENCES territories (id),
        territory_id uuid REFERENCES territories (id),
        parent_scope_id uuid,
        starts_on date NOT NULL,
        ends_on date,
        begun_noticed_at timestamptz(3),
        ended_noticed_at timestamptz(3),
        revoked_at timestamptz(3),
        revoked_by uuid REFERENCES people (id),
        revoke_reason text,
        appointed_by uuid REFERENCES people (id),
        appointed_at timestamptz(3) NOT NULL,
        note text NOT NULL DEFAULT '',
        letter_file_id uuid REFERENCES files (id),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX appointments_person ON appointments (person_id);
      CREATE INDEX appointments_scope ON appointments (scope_id, role);
      CREATE INDEX appointments_county ON appointments (county_id);
      CREATE INDEX appointments_territory ON appointments (territory_id);

      CREATE TABLE topics (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE,
        names jsonb NOT NULL,
        synonyms jsonb NOT NULL DEFAULT '{}',
        search text NOT NULL,
        parent_id uuid REFERENCES topics (id),
        retired_at timestamptz(3),
        version integer NOT NULL DEFAULT 1
      );

      CREATE TABLE centres (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        status text NOT NULL,
        slug text NOT NULL UNIQUE,
        code text UNIQUE,
        lang text NOT NULL,
        names jsonb NOT NULL,
        territory_id uuid NOT NULL REFERENCES territories (id),
        mission jsonb NOT NULL DEFAULT '{}',
        contacts jsonb NOT NULL DEFAULT '{}',
        hours jsonb NOT NULL DEFAULT '{}',
        languages text[] NOT NULL DEFAULT '{}',
        successor_id uuid REFERENCES centres (id),
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX centres_territory ON centres (territory_id);

      CREATE TABLE structures (
        id uuid PRIMARY KEY,
        centre_id uuid NOT NULL REFERENCES centres (id),
        kind text NOT NULL,
        status text NOT NULL,
        slug text NOT NULL UNIQUE,
        code text UNIQUE,
        lang text NOT NULL,
        names jsonb NOT NULL,
        description jsonb NOT NULL DEFAULT '{}',
        functions jsonb NOT NULL DEFAULT '[]',
        audiences text[] NOT NULL DEFAULT '{}',
        contacts jsonb NOT NULL DEFAULT '{}',
        hours jsonb NOT NULL DEFAULT '{}',
        languages text[] NOT NULL DEFAULT '{}',
        municipality_id uuid REFERENCES territories (id),
        successor_id uuid REFERENCES structures (id),
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX structures_centre ON structures (centre_id);

      CREATE TABLE structure_topics (
        structure_id uuid NOT NULL REFERENCES structures (id),
        topic_id uuid NOT NULL REFERENCES topics (id),
        note jsonb NOT NULL DEFAULT '{}',
        PRIMARY KEY (structure_id, topic_id)
      );
      CREATE INDEX structure_topics_topic ON structure_topics (topic_id);

      CREATE TABLE schools (
        id uuid PRIMARY KEY,
        county_id uuid NOT NULL REFERENCES territories (id),
        territory_id uuid NOT NULL REFERENCES territories (id),
        code text,
        slug text NOT NULL UNIQUE,
        name text NOT NULL,
        lang text NOT NULL,
        level text NOT NULL,
        status text NOT NULL,
        city text NOT NULL DEFAULT '',
        street text NOT NULL DEFAULT '',
        number text NOT NULL DEFAULT '',
        postal_code text NOT NULL DEFAULT '',
        post_office text NOT NULL DEFAULT '',
        contacts jsonb NOT NULL DEFAULT '{}',
        match_key text NOT NULL,
        successor_id uuid REFERENCES schools (id),
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX schools_county_code ON schools (county_id, code) WHERE code IS NOT NULL;
      CREATE UNIQUE INDEX schools_county_match ON schools (county_id, match_key);
      CREATE INDEX schools_territory ON schools (territory_id);

      CREATE TABLE school_groups (
        id uuid PRIMARY KEY,
        county_id uuid NOT NULL REFERENCES territories (id),
        code text,
        slug text NOT NULL UNIQUE,
        name text NOT NULL,
        lang text NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX school_groups_county_code ON school_groups (county_id, code) WHERE code IS NOT NULL;
      CREATE TABLE school_group_members (
        group_id uuid NOT NULL REFERENCES school_groups (id),
        school_id uuid NOT NULL REFERENCES schools (id),
        PRIMARY KEY (group_id, school_id)
      );
      CREATE INDEX school_group_members_school ON school_group_members (school_id);

      CREATE TABLE affiliations (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people (id),
        school_id uuid REFERENCES schools (id),
        county_id uuid NOT NULL REFERENCES territories (id),
        body text NOT NULL DEFAULT '',
        profession text NOT NULL,
        state text NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        confirmed_by uuid REFERENCES people (id),
        confirmed_at timestamptz(3),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX affiliations_person ON affiliations (person_id);
      CREATE INDEX affiliations_school ON affiliations (school_id);
      CREATE INDEX affiliations_county ON affiliations (county_id, state);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE affiliations, school_group_members, school_groups, schools, structure_topics, structures, centres, topics, appointments, territories',
    );
  }
}
