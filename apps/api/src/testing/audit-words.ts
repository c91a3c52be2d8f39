import type { Sql } from '../platform/database/database.js';

/** What a detail may hold: ids, times, school years, states and names of acts. Anything with a space, or longer, somebody has typed. */
const PLAIN = [
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/,
  /^\d{4}\/\d\d$/,
  /^[A-Z][A-Z0-9_]{0,39}$/,
  /^[a-z][A-Za-z]{0,19}(\.[a-z]{1,20})?$/,
];

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Texts in the audit log that are neither ids nor codes, with their act: content, addresses, passwords, tokens. */
export async function wordsInAudit(sql: Sql): Promise<string[]> {
  const rows = await sql.rows<{ act: string; detail: unknown }>('SELECT DISTINCT act, detail FROM audit_log ORDER BY act');
  const found = rows.flatMap(({ act, detail }) =>
    textsIn(detail)
      .filter((text) => !PLAIN.some((form) => form.test(text)))
      .map((text) => `${act}: ${text}`),
  );
  return [...new Set(found)];
}
