import { allows, type NarrativeKey, type ReportSection, type ReportState } from '@stoa/domain';
import type { Act, Target, Viewer } from '../../platform/authorize.js';
import type { Sql } from '../../platform/database/database.js';
import { Refusal } from '../../platform/errors.js';

/** A report with what its rights depend on. */
export interface ReportRow {
  id: string;
  county_id: string;
  owner_id: string;
  year: string;
  lang: string;
  state: ReportState;
  revision: number;
  figures: ReportSection[];
  figures_as_of: string;
  narrative: Partial<Record<NarrativeKey, string>>;
  presented_at: string | null;
  submitted_at: string | null;
  submitted_by: string | null;
  content_hash: string | null;
  decided_at: string | null;
  decided_by: string | null;
  remarks: string;
  published_at: string | null;
  version: number;
  network_name: string;
  network_slug: string;
  network_lang: string;
  scopes: string[];
  vacant: boolean;
  last_coordinator_id: string | null;
}

/**
 * A coordinator whose post ended keeps the report until it is approved or a successor takes over: the last one who left,
 * where nobody holds the post now. Parameter `$1` is today.
 */
export const REPORT_COLUMNS = `
  r.id, r.county_id, r.owner_id, r.year, r.lang, r.state, r.revision, r.figures, r.figures_as_of, r.narrative, r.presented_at, r.submitted_at, r.submitted_by,
  r.content_hash, r.decided_at, r.decided_by, r.remarks, r.published_at, r.version, n.name AS network_name, n.slug AS network_slug, n.lang AS network_lang,
  n.id || t.path AS scopes, c.person_id IS NULL AS vacant,
  CASE WHEN c.person_id IS NULL AND r.state <> 'APPROVED' AND r.state <> 'PUBLISHED' THEN
    (SELECT a.person_id FROM appointments a WHERE a.scope_id = n.id AND a.role = 'NC' AND (a.revoked_at IS NOT NULL OR a.ends_on < $1) AND a.starts_on <= coalesce(a.revoked_at::date, a.ends_on)
     ORDER BY coalesce(a.revoked_at::date, a.ends_on) DESC LIMIT 1) END AS last_coordinator_id`;

/** Joins of `REPORT_COLUMNS`; `c` is the current coordinator. */
export const REPORT_FROM = `
  annual_reports r JOIN networks n ON n.id = r.owner_id JOIN territories t ON t.id = r.county_id
  LEFT JOIN LATERAL (SELECT a.person_id FROM appointments a WHERE a.scope_id = n.id AND a.role = 'NC' AND a.revoked_at IS NULL
    AND a.starts_on <= $1 AND (a.ends_on IS NULL OR a.ends_on >= $1) LIMIT 1) c ON true`;

/** What the rights table asks of a report. Who wrote or sent it never decides it. */
export function reportTarget(row: Pick<ReportRow, 'owner_id' | 'scopes' | 'vacant' | 'last_coordinator_id' | 'submitted_by'>): Target {
  return {
    scopes: row.scopes,
    networkId: row.owner_id,
    coordinatorVacant: row.vacant,
    lastCoordinatorId: row.last_coordinator_id,
    concerns: row.submitted_by ? [row.submitted_by] : [],
  };
}

/**
 * Whether a viewer reads the report as those do who work with it, with remarks, persons and the records behind its figures. Drafts are
 * read so by their writers and those above; the rest also by the members to whom it was presented.
 */
export function canReadInside(viewer: Viewer, row: ReportRow): boolean {
  const target = reportTarget(row);
  const draft = row.state === 'DRAFT' || row.state === 'RETURNED';
  return (
    allows(viewer, 'report.write', target) ||
    allows(viewer, 'report.export', target) ||
    (!draft && allows(viewer, 'report.readPresented', target))
  );
}

/** Whether a viewer may read the report at all: what is published, everybody. */
export function canReadReport(viewer: Viewer, row: ReportRow): boolean {
  return allows(viewer, 'public.read', { isPublic: row.state === 'PUBLISHED' }) || canReadInside(viewer, row);
}

/** Asks for an act on a report that the viewer may read. @throws Refusal NOT_FOUND, FORBIDDEN or UNAUTHENTICATED */
export function authorizeReport(viewer: Viewer, act: Act, row: ReportRow): void {
  if (viewer.personId === null) throw new Refusal('UNAUTHENTICATED');
  if (!canReadReport(viewer, row)) throw new Refusal('NOT_FOUND');
  if (!allows(viewer, act, reportTarget(row))) throw new Refusal('FORBIDDEN');
}

/** One report by id; locked for change where asked. */
export async function reportById(sql: Sql, id: string, today: string, lock = false): Promise<ReportRow | null> {
  return sql.row<ReportRow>(`SELECT ${REPORT_COLUMNS} FROM ${REPORT_FROM} WHERE r.id = $2${lock ? ' FOR UPDATE OF r' : ''}`, [today, id]);
}
