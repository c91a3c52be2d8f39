import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns that name a person, by table; a person who was merged into another is named no more. */
const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  resource_studies: ['person_id'],
  study_notes: ['person_id'],
  quiz_attempts: ['person_id'],
  collections: ['owner_id'],
  learning_paths: ['proposed_by', 'decided_by'],
  path_enrolments: ['person_id'],
  path_step_marks: ['person_id'],
  certificates: ['person_id', 'revoked_by'],
  portfolio_links: ['person_id'],
};

/**
 * Self-study: what people study, noted, answered and finished; collections, learning paths, certificates, links to portfolios. What somebody
 * finished is kept with the title and minutes as they were then, so that no later change takes it back.
 */
export class CreateLearning1764163000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE resource_studies (
        person_id uuid NOT NULL REFERENCES people (id),
        resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
        started_at timestamptz(3) NOT NULL,
        last_at timestamptz(3) NOT NULL,
        share integer NOT NULL DEFAULT 0,
        done_at timestamptz(3),
        done_version_no integer,
        done_title text,
        done_lang text,
        done_minutes integer,
        PRIMARY KEY (person_id, resource_id)
      );
      CREATE INDEX resource_studies_done ON resource_studies (resource_id) WHERE done_at IS NOT NULL;
      CREATE INDEX resource_studies_last ON resource_studies (person_id, last_at DESC) WHERE done_at IS NULL;

      CREATE TABLE study_notes (
        person_id uuid NOT NULL REFERENCES people (id),
        resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
        body text NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        PRIMARY KEY (person_id, resource_id)
      );
      CREATE INDEX study_notes_resource ON study_notes (resource_id);

      CREATE TABLE resource_quizzes (
        resource_id uuid NOT NULL,
        version_no integer NOT NULL,
        survey jsonb,
        pass_percent integer NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        PRIMARY KEY (resource_id, version_no),
        FOREIGN KEY (resource_id, version_no) REFERENCES resource_versions (resource_id, no) ON DELETE CASCADE
      );

      CREATE TABLE quiz_attempts (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people (id),
        resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
        version_no integer NOT NULL,
        answers jsonb NOT NULL,
        results jsonb NOT NULL,
        right_count integer NOT NULL,
        questions_count integer NOT NULL,
        passed boolean NOT NULL,
        made_at timestamptz(3) NOT NULL
      );
      CREATE INDEX quiz_attempts_person ON quiz_attempts (person_id, resource_id, made_at DESC);
      CREATE INDEX quiz_attempts_resource ON quiz_attempts (resource_id);

      CREATE TABLE collections (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE,
        owner_id uuid NOT NULL REFERENCES people (id),
        state text NOT NULL,
        title text NOT NULL,
        summary text NOT NULL DEFAULT '',
        lang text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX collections_owner ON collections (owner_id, changed_at DESC);
      CREATE INDEX collections_published ON collections (changed_at DESC, id DESC) WHERE state = 'PUBLISHED';

      CREATE TABLE collection_items (
        collection_id uuid NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
        resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
        position integer NOT NULL,
        remark text NOT NULL DEFAULT '',
        PRIMARY KEY (collection_id, resource_id)
      );
      CREATE INDEX collection_items_resource ON collection_items (resource_id);

      CREATE TABLE learning_paths (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE,
        territory_id uuid NOT NULL REFERENCES territories (id),
        network_id uuid REFERENCES networks (id),
        structure_id uuid REFERENCES structures (id),
        centre_id uuid REFERENCES centres (id),
        school_id uuid REFERENCES schools (id),
        state text NOT NULL,
        awaits_review boolean NOT NULL DEFAULT false,
        visibility text NOT NULL,
        title text NOT NULL,
        summary text NOT NULL DEFAULT '',
        outcome text NOT NULL DEFAULT '',
        lang text NOT NULL,
        rule text NOT NULL,
        needed integer,
        minutes integer NOT NULL DEFAULT 0,
        certificate boolean NOT NULL DEFAULT false,
        remarks text NOT NULL DEFAULT '',
        proposed_by uuid REFERENCES people (id),
        decided_by uuid REFERENCES people (id),
        created_at timestamptz(3) NOT NULL,
        published_at timestamptz(3),
        changed_at timestamptz(3) NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX learning_paths_published ON learning_paths (published_at DESC, id DESC) WHERE state = 'PUBLISHED';
      CREATE INDEX learning_paths_proposed ON learning_paths (proposed_by, created_at DESC) WHERE proposed_by IS NOT NULL;
      CREATE INDEX learning_paths_decided ON learning_paths (decided_by) WHERE decided_by IS NOT NULL;
      CREATE INDEX learning_paths_review ON learning_paths (changed_at, id) WHERE awaits_review;

      CREATE TABLE path_steps (
        id uuid PRIMARY KEY,
        path_id uuid NOT NULL REFERENCES learning_paths (id) ON DELETE CASCADE,
        position integer NOT NULL,
        kind text NOT NULL,
        title text NOT NULL DEFAULT '',
        text text NOT NULL DEFAULT '',
        resource_id uuid REFERENCES resources (id) ON DELETE CASCADE,
        thread_id uuid REFERENCES threads (id) ON DELETE CASCADE,
        url text,
        required boolean NOT NULL,
        minutes integer
      );
      CREATE INDEX path_steps_path ON path_steps (path_id, position);
      CREATE INDEX path_steps_resource ON path_steps (resource_id) WHERE resource_id IS NOT NULL;
      CREATE INDEX path_steps_thread ON path_steps (thread_id) WHERE thread_id IS NOT NULL;

      CREATE TABLE path_enrolments (
        person_id uuid NOT NULL REFERENCES people (id),
        path_id uuid NOT NULL REFERENCES learning_paths (id) ON DELETE CASCADE,
        enrolled_at timestamptz(3) NOT NULL,
        shows_self boolean NOT NULL DEFAULT false,
        done_at timestamptz(3),
        done_title text,
        done_lang text,
        done_minutes integer,
        done_resource_ids uuid[] NOT NULL DEFAULT '{}',
        PRIMARY KEY (person_id, path_id)
      );
      CREATE INDEX path_enrolments_path ON path_enrolments (path_id);

      CREATE TABLE path_step_marks (
        person_id uuid NOT NULL REFERENCES people (id),
        step_id uuid NOT NULL REFERENCES path_steps (id) ON DELETE CASCADE,
        marked_at timestamptz(3) NOT NULL,
        PRIMARY KEY (person_id, step_id)
      );
      CREATE INDEX path_step_marks_step ON path_step_marks (step_id);

      CREATE TABLE certificates (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        person_id uuid NOT NULL REFERENCES people (id),
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        territory_id uuid NOT NULL REFERENCES territories (id),
        network_id uuid REFERENCES networks (id),
        structure_id uuid REFERENCES structures (id),
        centre_id uuid REFERENCES centres (id),
        school_id uuid REFERENCES schools (id),
        state text NOT NULL,
        person_name text NOT NULL,
        title text NOT NULL,
        lang text NOT NULL,
        issuer text NOT NULL,
        minutes integer NOT NULL,
        completed_at timestamptz(3) NOT NULL,
        issued_at timestamptz(3) NOT NULL,
        revoked_at timestamptz(3),
        revoked_by uuid REFERENCES people (id),
        revoke_reason text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        UNIQUE (person_id, subject_type, subject_id)
      );
      CREATE INDEX certificates_subject ON certificates (subject_type, subject_id, issued_at DESC);
      CREATE INDEX certificates_revoked ON certificates (revoked_by) WHERE revoked_by IS NOT NULL;

      CREATE TABLE portfolio_links (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people (id),
        token_hash text NOT NULL UNIQUE,
        label text NOT NULL,
        parts text[] NOT NULL DEFAULT '{}',
        year text,
        created_at timestamptz(3) NOT NULL,
        ended_at timestamptz(3)
      );
      CREATE INDEX portfolio_links_person ON portfolio_links (person_id, created_at DESC);
    `);
    for (const [table, columns] of Object.entries(PEOPLE))
      for (const column of columns)
        await runner.query(`CREATE TRIGGER ${table}_${column}_not_merged BEFORE INSERT OR UPDATE OF ${column} ON ${table}
          FOR EACH ROW WHEN (person_is_merged(NEW.${column})) EXECUTE FUNCTION refuse_merged_person()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE portfolio_links, certificates, path_step_marks, path_enrolments, path_steps, learning_paths,
      collection_items, collections, quiz_attempts, resource_quizzes, study_notes, resource_studies`);
  }
}
