import type pg from 'pg';

/** What sets foreign keys aside and what brings them back, checked anew. Tables point at each other in circles. */
const KEYS = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS aside,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS back
  FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0 ORDER BY conrelid, conname`;

/** Triggers would do again what the rows have gone through already; COPY is refused where rows are kept from their owner. */
const WALLS = `
  SELECT format('ALTER TABLE %s DISABLE TRIGGER USER%s', c.oid::regclass,
      CASE WHEN c.relforcerowsecurity THEN ', NO FORCE ROW LEVEL SECURITY' ELSE '' END) AS aside,
    format('ALTER TABLE %s ENABLE TRIGGER USER%s', c.oid::regclass,
      CASE WHEN c.relforcerowsecurity THEN ', FORCE ROW LEVEL SECURITY' ELSE '' END) AS back
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'migrations'
    AND (c.relforcerowsecurity OR EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal))`;

/** Does the work while nothing in the tables acts on rows or stands in their way; everything is back, and holds, afterwards. */
export async function withoutHindrance(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  const found = await client.query<{ aside: string; back: string }>(`(${WALLS}) UNION ALL (${KEYS})`);
  for (const { aside } of found.rows) await client.query(aside);
  await work();
  for (const { back } of found.rows) await client.query(back);
}
