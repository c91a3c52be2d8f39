import { demoTerms, instant } from '@stoa/demo';
import type { Sql } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';

const PUBLISHED = instant('2025-08-20T09:00');
const AGREED = instant('2025-08-25T10:00');

/** The terms of the demo, in force since it began, to which all of its people agreed: nobody is asked before anything was published anew. */
export async function agreeToTerms(sql: Sql): Promise<void> {
  const textId = newId();
  await sql.row(
    `INSERT INTO consent_texts (id, kind, version, bodies, valid_from, published_at) VALUES ($1, 'TERMS', 1, $2, $3::date, $4)`,
    [textId, JSON.stringify(demoTerms), PUBLISHED.toISOString().slice(0, 10), PUBLISHED],
  );
  const people = await sql.rows<{ id: string }>(`SELECT id FROM people WHERE status = 'ACTIVE' ORDER BY id`);
  await sql.row(
    `INSERT INTO consents (id, person_id, text_id, act, at)
     SELECT n.id, n.person_id, $3, 'GIVEN', $4 FROM unnest($1::uuid[], $2::uuid[]) AS n (id, person_id)`,
    [people.map(() => newId()), people.map(({ id }) => id), textId, AGREED],
  );
}
