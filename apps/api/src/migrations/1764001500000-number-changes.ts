import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where rights of a person may end, with the columns that end them. */
const ENDING: readonly (readonly [table: string, person: string, columns: string])[] = [
  ['sessions', 'person_id', 'revoked_at'],
  ['memberships', 'person_id', 'state, suspended_until'],
  ['appointments', 'person_id', 'revoked_at, ends_on'],
  ['people', 'id', 'status'],
];

/**
 * Gives every change of a thread a number, so that a reader who was away can be told what came since, and lets the nodes hear at once
 * where somebody's rights end.
 */
export class NumberChanges1764001500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE threads ADD COLUMN change_no integer NOT NULL DEFAULT 0;
      ALTER TABLE posts ADD COLUMN change_no integer NOT NULL DEFAULT 0;
      CREATE FUNCTION announce_person() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('stoa_live', json_build_array('person', to_jsonb(OLD) ->> TG_ARGV[0])::text);
        RETURN NULL;
      END $$;
    `);
    for (const [table, person, columns] of ENDING)
      await runner.query(`CREATE TRIGGER ${table}_announce AFTER UPDATE OF ${columns} OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION announce_person('${person}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of ENDING) await runner.query(`DROP TRIGGER ${table}_announce ON ${table}`);
    await runner.query(`
      DROP FUNCTION announce_person();
      ALTER TABLE posts DROP COLUMN change_no;
      ALTER TABLE threads DROP COLUMN change_no;
    `);
  }
}
