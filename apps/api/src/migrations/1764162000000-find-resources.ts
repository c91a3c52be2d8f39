import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What resources are found by: their stems with weights, and beside them all that a search with facets reads, so that it reads this table
 * alone. Only published ones stand in it. Whatever takes a resource from readers takes its row away in the same transaction; a job writes
 * new ones. Counts by facet are kept by triggers: one for what is public, and one for the members of each network.
 */
export class FindResources1764162000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE library_facets (
        no integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        facet text NOT NULL,
        value text NOT NULL,
        UNIQUE (facet, value)
      );
      CREATE TABLE resource_words (
        resource_id uuid PRIMARY KEY REFERENCES resources (id) ON DELETE CASCADE,
        lang text NOT NULL,
        published_at timestamptz(3) NOT NULL,
        members_of uuid,
        scope_ids uuid[] NOT NULL DEFAULT '{}',
        facets integer[] NOT NULL,
        words tsvector NOT NULL
      );
      CREATE INDEX resource_words_words ON resource_words USING gin (words, facets) WITH (fastupdate = off);
      CREATE INDEX resource_words_published ON resource_words (published_at DESC, resource_id DESC);
      CREATE INDEX resource_words_lang ON resource_words (lang, published_at DESC, resource_id DESC);
      CREATE INDEX resource_words_members ON resource_words (members_of) WHERE members_of IS NOT NULL;

      -- What holds some stems, by the index alone: PostgreSQL does not know what it costs to compare a long text that is kept apart from its row, and would read
      -- them all for a common word.
      CREATE FUNCTION library_matches(sought tsquery)
      RETURNS TABLE (resource_id uuid, lang text, published_at timestamptz, members_of uuid, scope_ids uuid[], facets integer[])
      LANGUAGE sql STABLE ROWS 5000 SET enable_seqscan = off AS $$
        SELECT w.resource_id, w.lang, w.published_at, w.members_of, w.scope_ids, w.facets FROM resource_words w WHERE w.words @@ sought
      $$;

      CREATE TABLE library_counts (
        members_of uuid NOT NULL,
        no integer NOT NULL,
        resources integer NOT NULL,
        PRIMARY KEY (members_of, no)
      );
      CREATE TABLE library_words (
        word text PRIMARY KEY,
        shown text NOT NULL,
        stem text NOT NULL,
        skeleton text NOT NULL,
        deletions integer[] NOT NULL
      );
      CREATE INDEX library_words_begin ON library_words (word text_pattern_ops);
      CREATE INDEX library_words_skeleton ON library_words (skeleton);
      CREATE INDEX library_words_deletions ON library_words USING gin (deletions) WITH (fastupdate = off);
      CREATE TABLE resources_to_index (resource_id uuid PRIMARY KEY);

      -- The nil id stands for what is public, the number 0 for all resources.
      CREATE FUNCTION count_library() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'INSERT' THEN
          INSERT INTO library_counts AS c (members_of, no, resources)
          SELECT coalesce(o.members_of, '00000000-0000-0000-0000-000000000000'), f.no, -count(*) FROM old_rows o, unnest(0 || o.facets) AS f(no) GROUP BY 1, 2 ORDER BY 1, 2
          ON CONFLICT (members_of, no) DO UPDATE SET resources = c.resources + EXCLUDED.resources;
        END IF;
        IF TG_OP <> 'DELETE' THEN
          INSERT INTO library_counts AS c (members_of, no, resources)
          SELECT coalesce(n.members_of, '00000000-0000-0000-0000-000000000000'), f.no, count(*) FROM new_rows n, unnest(0 || n.facets) AS f(no) GROUP BY 1, 2 ORDER BY 1, 2
          ON CONFLICT (members_of, no) DO UPDATE SET resources = c.resources + EXCLUDED.resources;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER resource_words_counted_in AFTER INSERT ON resource_words REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_library();
      CREATE TRIGGER resource_words_counted_out AFTER DELETE ON resource_words REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_library();
      CREATE TRIGGER resource_words_counted_anew AFTER UPDATE ON resource_words REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_library();

      CREATE FUNCTION note_resource_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND (NEW.state NOT IN ('PUBLISHED', 'OUTDATED') OR NEW.visibility <> OLD.visibility OR NEW.network_id IS DISTINCT FROM OLD.network_id) THEN
          DELETE FROM resource_words WHERE resource_id = NEW.id;
        END IF;
        IF NEW.state IN ('PUBLISHED', 'OUTDATED') THEN
          INSERT INTO resources_to_index (resource_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER resources_words AFTER INSERT OR UPDATE OF state, visibility, kind, lang, title, outcome, summary, minutes, licence, authors, subjects, levels, version_no,
        territory_id, network_id, structure_id, centre_id, school_id, published_at ON resources FOR EACH ROW EXECUTE FUNCTION note_resource_words();

      CREATE FUNCTION note_words_of_resources() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_TABLE_NAME = 'resource_topics' THEN
          INSERT INTO resources_to_index (resource_id) SELECT id FROM resources WHERE id = coalesce(NEW.resource_id, OLD.resource_id) AND state IN ('PUBLISHED', 'OUTDATED') ON CONFLICT DO NOTHING;
        ELSIF TG_TABLE_NAME = 'topics' THEN
          INSERT INTO resources_to_index (resource_id) SELECT resource_id FROM resource_topics WHERE topic_id = NEW.id ON CONFLICT DO NOTHING;
        ELSE
          INSERT INTO resources_to_index (resource_id) SELECT id FROM resources WHERE structure_id = NEW.id AND state IN ('PUBLISHED', 'OUTDATED') ON CONFLICT DO NOTHING;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER resource_topics_words AFTER INSERT OR DELETE ON resource_topics FOR EACH ROW EXECUTE FUNCTION note_words_of_resources();
      CREATE TRIGGER topics_words AFTER UPDATE OF names, synonyms, parent_id ON topics FOR EACH ROW EXECUTE FUNCTION note_words_of_resources();
      CREATE TRIGGER structures_words AFTER UPDATE OF centre_id ON structures FOR EACH ROW EXECUTE FUNCTION note_words_of_resources();

      INSERT INTO resources_to_index (resource_id) SELECT id FROM resources WHERE state IN ('PUBLISHED', 'OUTDATED') ON CONFLICT DO NOTHING;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER structures_words ON structures;
      DROP TRIGGER topics_words ON topics;
      DROP TRIGGER resource_topics_words ON resource_topics;
      DROP TRIGGER resources_words ON resources;
      DROP FUNCTION note_words_of_resources, note_resource_words, library_matches;
      DROP TABLE resources_to_index, library_words, library_counts, resource_words, library_facets;
      DROP FUNCTION count_library;
    `);
  }
}
