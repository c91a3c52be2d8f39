import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The second wall around stored files. Whoever reads, changes or removes their records without saying so fails: a job that saw none would
 * take a person for erased whose letters are still there.
 */
export class GuardFiles1764001200002 implements MigrationInterface {
  /** A node of the version before that still runs fails at files, and its jobs come again on a new one; nothing is lost. */
  readonly contracts = 'files are read by what says so, from this version on';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION stoa_must_see(kind text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      BEGIN
        IF stoa_sees(kind) THEN
          RETURN true;
        END IF;
        RAISE EXCEPTION 'only a transaction that says so may see %', kind USING ERRCODE = 'insufficient_privilege';
      END $$;
      ALTER TABLE files ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY files_add ON files FOR INSERT WITH CHECK (true);
      CREATE POLICY files_read ON files FOR SELECT USING (stoa_must_see('files'));
      CREATE POLICY files_change ON files FOR UPDATE USING (stoa_must_see('files'));
      CREATE POLICY files_remove ON files FOR DELETE USING (stoa_must_see('files'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY files_remove ON files;
      DROP POLICY files_change ON files;
      DROP POLICY files_read ON files;
      DROP POLICY files_add ON files;
      ALTER TABLE files DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
      DROP FUNCTION stoa_must_see(text);
    `);
  }
}
