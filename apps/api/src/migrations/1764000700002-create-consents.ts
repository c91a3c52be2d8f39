import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Texts that people agree to, in versions, and who agreed to which. Both take rows and change none: they are proof. */
export class CreateConsents1764000700002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consent_texts (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        version integer NOT NULL,
        bodies jsonb NOT NULL,
        valid_from date NOT NULL,
        published_by uuid REFERENCES people (id),
        published_at timestamptz(3) NOT NULL,
        UNIQUE (kind, version)
      );
      CREATE TABLE consents (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people (id),
        text_id uuid NOT NULL REFERENCES consent_texts (id),
        act text NOT NULL,
        at timestamptz(3) NOT NULL
      );
      CREATE INDEX consents_of_person ON consents (person_id, at DESC, id DESC);
      CREATE INDEX consents_of_text ON consents (text_id);
      CREATE FUNCTION consents_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'consents take rows and nothing else' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER consent_texts_keep BEFORE UPDATE OR DELETE ON consent_texts FOR EACH ROW EXECUTE FUNCTION consents_refuse();
      CREATE TRIGGER consents_keep BEFORE UPDATE OR DELETE ON consents FOR EACH ROW EXECUTE FUNCTION consents_refuse();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE consents; DROP TABLE consent_texts; DROP FUNCTION consents_refuse()');
  }
}
