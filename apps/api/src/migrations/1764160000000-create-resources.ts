import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Resources for self-study with their versions. The columns of a resource show what is published, or the draft where nothing is yet; what
 * is being written or reviewed stands in the version alone. A resource belongs to a territory, and within it to at most one of a network,
 * structure, centre or school; what members alone may read belongs to a network.
 */
export class CreateResources1764160000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE resources (
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
        kind text NOT NULL,
        lang text NOT NULL,
        title text NOT NULL,
        outcome text NOT NULL DEFAULT '',
        summary text NOT NULL DEFAULT '',
        minutes integer,
        licence text,
        authors jsonb NOT NULL DEFAULT '[]',
        subjects text[] NOT NULL DEFAULT '{}',
        levels text[] NOT NULL DEFAULT '{}',
        audiences text[] NOT NULL DEFAULT '{}',
        version_no integer NOT NULL DEFAULT 1,
        proposed_by uuid REFERENCES people (id),
        created_at timestamptz(3) NOT NULL,
        published_at timestamptz(3),
        changed_at timestamptz(3) NOT NULL,
        useful_count integer NOT NULL DEFAULT 0,
        uses_count integer NOT NULL DEFAULT 0,
        saves_count integer NOT NULL DEFAULT 0,
        completions_count integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX resources_published ON resources (published_at DESC, id DESC) WHERE state IN ('PUBLISHED', 'OUTDATED');
      CREATE INDEX resources_network ON resources (network_id, published_at DESC) WHERE network_id IS NOT NULL;
      CREATE INDEX resources_structure ON resources (structure_id, published_at DESC) WHERE structure_id IS NOT NULL;
      CREATE INDEX resources_centre ON resources (centre_id, published_at DESC) WHERE centre_id IS NOT NULL;
      CREATE INDEX resources_school ON resources (school_id, published_at DESC) WHERE school_id IS NOT NULL;
      CREATE INDEX resources_territory ON resources (territory_id, published_at DESC);
      CREATE INDEX resources_proposed ON resources (proposed_by, created_at DESC) WHERE proposed_by IS NOT NULL;
      CREATE INDEX resources_review ON resources (changed_at, id) WHERE awaits_review;

      CREATE TABLE resource_topics (
        resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
        topic_id uuid NOT NULL REFERENCES topics (id),
        PRIMARY KEY (resource_id, topic_id)
      );
      CREATE INDEX resource_topics_topic ON resource_topics (topic_id, resource_id);

      CREATE TABLE resource_versions (
        id uuid PRIMARY KEY,
        resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
        no integer NOT NULL,
        state text NOT NULL,
        content jsonb NOT NULL,
        body_html text NOT NULL DEFAULT '',
        changes text NOT NULL DEFAULT '',
        remarks jsonb NOT NULL DEFAULT '[]',
        created_by uuid REFERENCES people (id),
        created_at timestamptz(3) NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        submitted_by uuid REFERENCES people (id),
        submitted_at timestamptz(3),
        decided_by uuid REFERENCES people (id),
        decided_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        UNIQUE (resource_id, no)
      );
      CREATE UNIQUE INDEX resource_versions_open ON resource_versions (resource_id) WHERE state IN ('DRAFT', 'SUBMITTED');
      CREATE UNIQUE INDEX resource_versions_published ON resource_versions (resource_id) WHERE state = 'PUBLISHED';
      CREATE INDEX resource_versions_created ON resource_versions (created_by) WHERE created_by IS NOT NULL;
      CREATE INDEX resource_versions_submitted ON resource_versions (submitted_by) WHERE submitted_by IS NOT NULL;
      CREATE INDEX resource_versions_decided ON resource_versions (decided_by) WHERE decided_by IS NOT NULL;

      CREATE TRIGGER resources_proposed_by_not_merged BEFORE INSERT OR UPDATE OF proposed_by ON resources
        FOR EACH ROW WHEN (person_is_merged(NEW.proposed_by)) EXECUTE FUNCTION refuse_merged_person();
      CREATE TRIGGER resource_versions_created_by_not_merged BEFORE INSERT OR UPDATE OF created_by ON resource_versions
        FOR EACH ROW WHEN (person_is_merged(NEW.created_by)) EXECUTE FUNCTION refuse_merged_person();
      CREATE TRIGGER resource_versions_submitted_by_not_merged BEFORE INSERT OR UPDATE OF submitted_by ON resource_versions
        FOR EACH ROW WHEN (person_is_merged(NEW.submitted_by)) EXECUTE FUNCTION refuse_merged_person();
      CREATE TRIGGER resource_versions_decided_by_not_merged BEFORE INSERT OR UPDATE OF decided_by ON resource_versions
        FOR EACH ROW WHEN (person_is_merged(NEW.decided_by)) EXECUTE FUNCTION refuse_merged_person();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE resource_versions, resource_topics, resources');
  }
}
