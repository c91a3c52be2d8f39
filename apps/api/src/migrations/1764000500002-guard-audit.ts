import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The second wall. The log takes rows and nothing else, whoever asks, and shows its rows only to a transaction that says what it is about
 * (`stoa.sight`), even to the tables' owner.
 */
export class GuardAudit1764000500002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the audit log takes rows and nothing else' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER audit_log_keep BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_refuse();
      CREATE TRIGGER audit_log_keep_all BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

      CREATE FUNCTION stoa_sees(kind text) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT coalesce(current_setting('stoa.sight', true) IN (kind, 'all'), false)
      $$;
      ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY audit_log_write ON audit_log FOR INSERT WITH CHECK (true);
      CREATE POLICY audit_log_read ON audit_log FOR SELECT USING (stoa_sees('audit'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY audit_log_read ON audit_log;
      DROP POLICY audit_log_write ON audit_log;
      ALTER TABLE audit_log DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
      DROP FUNCTION stoa_sees(text);
      DROP TRIGGER audit_log_keep_all ON audit_log;
      DROP TRIGGER audit_log_keep ON audit_log;
      DROP FUNCTION audit_refuse();
    `);
  }
}
