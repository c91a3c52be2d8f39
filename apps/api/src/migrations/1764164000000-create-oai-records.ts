import type { MigrationInterface, QueryRunner } from 'typeorm';

const SHOWN =
  'state, visibility, kind, lang, title, outcome, summary, minutes, licence, authors, subjects, levels, audiences, version_no, slug, centre_id, structure_id, territory_id';
const of = (row: string) =>
  SHOWN.split(', ')
    .map((column) => `${row}.${column}`)
    .join(', ');

/**
 * What harvesters are told of resources: those that are public, and those that were, as deleted ones. Triggers keep it, so that nothing that
 * writes resources has to think of it. A record's sets are ids of its centre, its territories and its topics with those above them; of a
 * deleted one they stay as they were while it was public, so that what members alone read of it now leaves no trace. Topics are noted
 * when the transaction ends: by then the resource says whether they are public.
 */
export class CreateOaiRecords1764164000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE oai_records (
        resource_id uuid PRIMARY KEY,
        datestamp timestamptz(0) NOT NULL,
        deleted boolean NOT NULL,
        sets uuid[] NOT NULL
      );
      CREATE INDEX oai_records_datestamp ON oai_records (datestamp, resource_id);
      CREATE INDEX oai_records_sets ON oai_records USING gin (sets);

      CREATE FUNCTION note_oai_record(of_resource uuid, since timestamptz) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        shown record;
      BEGIN
        SELECT r.changed_at, array_remove(array_append(t.path, coalesce(r.centre_id, s.centre_id)), NULL) AS places INTO shown
        FROM resources r JOIN territories t ON t.id = r.territory_id LEFT JOIN structures s ON s.id = r.structure_id
        WHERE r.id = of_resource AND r.state IN ('PUBLISHED', 'OUTDATED') AND r.visibility = 'PUBLIC';
        IF FOUND THEN
          WITH RECURSIVE about AS (
            SELECT topic_id AS id FROM resource_topics WHERE resource_id = of_resource
            UNION SELECT t.parent_id FROM topics t JOIN about a ON a.id = t.id WHERE t.parent_id IS NOT NULL
          )
          INSERT INTO oai_records AS o (resource_id, datestamp, deleted, sets)
          VALUES (of_resource, date_trunc('second', coalesce(since, shown.changed_at)), false, shown.places || ARRAY(SELECT id FROM about))
          ON CONFLICT (resource_id) DO UPDATE SET datestamp = greatest(o.datestamp, EXCLUDED.datestamp), deleted = false, sets = EXCLUDED.sets;
        ELSE
          UPDATE oai_records SET deleted = true, datestamp = greatest(datestamp, date_trunc('second', coalesce(since, clock_timestamp())))
          WHERE resource_id = of_resource AND NOT deleted;
        END IF;
      END $$;

      CREATE FUNCTION note_resource_for_oai() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          PERFORM note_oai_record(OLD.id, clock_timestamp());
        ELSIF TG_OP = 'INSERT' OR NEW.changed_at > OLD.changed_at THEN
          PERFORM note_oai_record(NEW.id, NEW.changed_at);
        ELSE
          PERFORM note_oai_record(NEW.id, clock_timestamp());
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER resources_oai_new AFTER INSERT OR DELETE ON resources FOR EACH ROW EXECUTE FUNCTION note_resource_for_oai();
      CREATE TRIGGER resources_oai_changed AFTER UPDATE ON resources FOR EACH ROW
        WHEN ((${of('OLD')}) IS DISTINCT FROM (${of('NEW')})) EXECUTE FUNCTION note_resource_for_oai();

      CREATE FUNCTION note_topic_for_oai() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM note_oai_record(coalesce(NEW.resource_id, OLD.resource_id), NULL);
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER resource_topics_oai AFTER INSERT OR DELETE ON resource_topics DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION note_topic_for_oai();

      SELECT note_oai_record(id, changed_at) FROM resources WHERE state IN ('PUBLISHED', 'OUTDATED') AND visibility = 'PUBLIC';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER resource_topics_oai ON resource_topics;
      DROP TRIGGER resources_oai_changed ON resources;
      DROP TRIGGER resources_oai_new ON resources;
      DROP FUNCTION note_topic_for_oai, note_resource_for_oai, note_oai_record;
      DROP TABLE oai_records;
    `);
  }
}
