import type pg from 'pg';
import { escapeIdentifier } from 'pg';

/** The role that a connection address signs in as. */
export function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

/**
 * Gives the role that serves people what it needs and no more, after each migration: rows of all tables, and of the audit log only to
 * add. It owns nothing, so it can neither change the tables nor step over the second wall.
 */
export async function grantRuntime(pool: pg.Pool, role: string): Promise<void> {
  const to = escapeIdentifier(role);
  await pool.query(`
    GRANT USAGE ON SCHEMA public, graphile_worker TO ${to};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, graphile_worker TO ${to};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public, graphile_worker TO ${to};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public, graphile_worker TO ${to};
    REVOKE INSERT, UPDATE, DELETE ON public.migrations, graphile_worker.migrations, public.audit_heads FROM ${to};
    REVOKE UPDATE, DELETE ON public.audit_log, public.consents, public.consent_texts FROM ${to};
    REVOKE UPDATE ON public.audit_personal FROM ${to};
  `);
  // The queue shows its rows to their owner alone, unless a policy says otherwise.
  const { rows } = await pool.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity`,
  );
  for (const { name } of rows) {
    await pool.query(
      `DROP POLICY IF EXISTS stoa_runtime ON ${name}; CREATE POLICY stoa_runtime ON ${name} TO ${to} USING (true) WITH CHECK (true)`,
    );
  }
}
