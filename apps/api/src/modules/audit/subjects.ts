import type { Language } from '@stoa/domain';
import type { Sql } from '../../platform/database/database.js';
import type { AuditSubject } from './audit.types.js';

const named = (table: string): string => `coalesce(${table}.names ->> $2, ${table}.names ->> ${table}.lang)`;
const NETWORK = `'/networks/' || n.slug`;
const THREAD = `${NETWORK} || '/discussions/' || t.no || '-' || t.slug`;
const PERSON = `p.display_name, '/people/' || p.handle`;

/**
 * Name and page of the records that have one, by their type in the log. What people wrote is not shown here: a thread goes by the name of
 * its network.
 */
const PAGES: Readonly<Record<string, string>> = {
  // The page of somebody merged is that of whom they were merged into; the name in the log is the one they had.
  Person: `SELECT p.id, ${PERSON} FROM people p WHERE p.status <> 'ERASED'`,
  Appointment: `SELECT a.id, ${PERSON} FROM appointments a JOIN people p ON p.id = a.person_id WHERE p.status <> 'ERASED'`,
  Affiliation: `SELECT f.id, ${PERSON} FROM affiliations f JOIN people p ON p.id = f.person_id WHERE p.status <> 'ERASED'`,
  Network: `SELECT n.id, n.name, ${NETWORK} FROM networks n`,
  Membership: `SELECT m.id, n.name, ${NETWORK} || '/members' FROM memberships m JOIN networks n ON n.id = m.network_id`,
  Thread: `SELECT t.id, n.name, ${THREAD} FROM threads t JOIN networks n ON n.id = t.network_id`,
  Post: `SELECT o.id, n.name, ${THREAD} || '#p' || o.no FROM posts o JOIN threads t ON t.id = o.thread_id JOIN networks n ON n.id = t.network_id`,
  AnnualReport: `SELECT r.id, n.name, ${NETWORK} || '/report/' || replace(r.year, '/', '-') FROM annual_reports r JOIN networks n ON n.id = r.owner_id`,
  Centre: `SELECT c.id, ${named('c')}, '/centres/' || c.slug FROM centres c`,
  Structure: `SELECT s.id, ${named('s')}, '/structures/' || s.slug FROM structures s`,
  School: `SELECT s.id, s.name, '/schools/' || s.slug FROM schools s`,
  Topic: `SELECT tp.id, coalesce(tp.names ->> $2, tp.names ->> 'en', tp.slug), '/find?topic=' || tp.slug FROM topics tp`,
  // A draft's title is its writer's alone.
  Resource: `SELECT rs.id, rs.title, '/library/' || rs.slug FROM resources rs WHERE rs.published_at IS NOT NULL`,
  CorrectionRequest: `SELECT c.id, p.display_name, '/admin/corrections' FROM correction_requests c JOIN people p ON p.id = c.person_id WHERE p.status <> 'ERASED'`,
  ImportRun: `SELECT i.id, i.kind, '/admin/import/ImportRun_' || i.id FROM import_runs i`,
};

/** Name and page of what rows of the log are about, by id, in one statement; those without a page, or gone, are left out. */
export async function subjectsOf(
  sql: Sql,
  rows: readonly { subject_type: string; subject_id: string }[],
  lang: Language,
): Promise<Map<string, AuditSubject>> {
  const types = [...new Set(rows.map(({ subject_type: type }) => type))].filter((type) => type in PAGES).sort();
  if (types.length === 0) return new Map();
  const found = await sql.rows<AuditSubject & { id: string }>(
    `WITH asked AS (SELECT unnest($1::uuid[]) AS id, $2::text AS lang)
     ${types.map((type) => `SELECT x.* FROM (${PAGES[type] ?? ''}) AS x (id, name, path) WHERE x.id IN (SELECT id FROM asked)`).join(' UNION ALL ')}`,
    [[...new Set(rows.map(({ subject_id: id }) => id))], lang],
  );
  return new Map(found.map(({ id, name, path }) => [id, { name, path }]));
}
