import { authorize, signedIn } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { audit, VERIFY_ACT, WHOLE_LOG } from '../../platform/database/audit.js';
import type { Sql } from '../../platform/database/database.js';
import { seeing } from '../../platform/database/sight.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import { contactSeen, toPerson } from '../accounts/index.js';
import { auditCondition, readFilter, type AuditFilter } from './audit.filter.js';
import type { AuditCheck, AuditDetail, AuditEntryType, AuditFacets, AuditFilterInput, AuditSubject } from './audit.types.js';
import { subjectsOf } from './subjects.js';

/** A row of the log with the name of who acted, as pages and exports read it: of somebody merged, whom they were merged into. */
export interface AuditRow {
  id: string;
  at: string;
  actor_id: string | null;
  handle: string | null;
  display_name: string | null;
  erased: boolean;
  act: string;
  subject_type: string;
  subject_id: string;
  county_id: string | null;
  request_id: string | null;
  detail: Record<string, unknown>;
  has_personal: boolean;
}

/** Where a page of the log ended. */
export type AuditPlace = Pick<AuditRow, 'at' | 'id'>;

/** What the log's rows about itself are about. */
const LOG = { subjectType: 'AuditLog', subjectId: WHOLE_LOG };

/** Rows of the log, newest first. Runs in a transaction that looks at the log. */
export function auditRows(
  sql: Sql,
  filter: AuditFilter,
  { timeZone, after, limit }: { timeZone: string; after: AuditPlace | null; limit: number },
): Promise<AuditRow[]> {
  const values: unknown[] = [];
  const $ = (value: unknown): string => `$${String(values.push(value))}`;
  const condition = auditCondition(filter, timeZone, $);
  const place = after ? `AND (l.at, l.id) < (${$(after.at)}::timestamptz, ${$(after.id)}::uuid)` : '';
  return sql.rows<AuditRow>(
    `SELECT l.id, l.at, coalesce(p.id, l.actor_id) AS actor_id, p.handle, p.display_name, l.actor_id IS NOT NULL AND coalesce(p.status = 'ERASED', true) AS erased,
       l.act, l.subject_type, l.subject_id, l.county_id, l.request_id, l.detail,
       EXISTS (SELECT 1 FROM audit_personal v WHERE v.audit_id = l.id) AS has_personal
     FROM (SELECT * FROM audit_log l WHERE ${condition} ${place} ORDER BY l.at DESC, l.id DESC LIMIT ${$(limit)}) l
     LEFT JOIN people o ON o.id = l.actor_id LEFT JOIN people p ON p.id = coalesce(o.merged_into, o.id) ORDER BY l.at DESC, l.id DESC`,
    values,
  );
}

/**
 * A page of the log. The first page of a search is an entry of its own: who reads the log, and what for, can be read too.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND, BAD_REQUEST
 */
export async function auditLog(
  ctx: Context,
  query: { first: number; after?: string | null; filter?: AuditFilterInput | null },
): Promise<Page<AuditEntryType>> {
  const actorId = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'audit.read', {});
  const size = pageSize(query.first);
  const filter = readFilter(query.filter);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [at, id] = query.after ? sealer.open(query.after) : [];
  const after = at != null && id != null ? { at: String(at), id: String(id) } : null;
  return await seeing(ctx.db, 'audit', async (tx) => {
    const rows = await auditRows(tx, filter, { timeZone: ctx.config.timeZone, after, limit: size + 1 });
    const subjects = await subjectsOf(tx, rows, ctx.lang);
    if (!query.after)
      await audit(tx, { actorId, act: 'readAuditLog', ...LOG, at: ctx.clock.now(), requestId: ctx.requestId, detail: { ...filter } });
    const toEntry = (row: AuditRow) => toAuditEntry(row, subjects.get(row.subject_id) ?? null);
    return toPage(sealer, rows, size, (row) => [row.at, row.id], toEntry, query.after != null);
  });
}

function toAuditEntry(row: AuditRow, subject: AuditSubject | null): AuditEntryType {
  const { actor_id: actorId, handle, display_name: name, erased } = row;
  return {
    id: toGlobalId('AuditEntry', row.id),
    at: row.at,
    act: row.act,
    actor: actorId !== null && !erased ? toPerson({ id: actorId, handle: handle ?? '', display_name: name ?? '' }) : null,
    actorErased: erased,
    subjectType: row.subject_type,
    subjectId: toGlobalId(row.subject_type, row.subject_id),
    subject,
    detail: details(row.detail),
    hasPersonal: row.has_personal,
    requestId: row.request_id,
  };
}

function details(detail: Record<string, unknown>): AuditDetail[] {
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => ({ key, value: typeof value === 'string' ? value : JSON.stringify(value) }));
}

/**
 * The values of an entry that name a person, which stand beside the log until the person is erased. That the viewer looked at them is noted, as
 * every look at contact details is.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND
 */
export async function auditPersonal(ctx: Context, entryId: string): Promise<AuditDetail[]> {
  const me = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'audit.read', {});
  const id = fromGlobalId(entryId, 'AuditEntry')?.id;
  const row = id
    ? await ctx.db.row<{ person_id: string; content: string }>('SELECT person_id, content FROM audit_personal WHERE audit_id = $1', [id])
    : null;
  if (!row) return [];
  // Noted before anything is told.
  if (row.person_id !== me) await ctx.load(contactSeen, row.person_id);
  return details(JSON.parse(row.content) as Record<string, unknown>);
}

/** What stands in the log to search for, and what the latest check of it found. @throws Refusal UNAUTHENTICATED, NOT_FOUND */
export async function auditFacets(ctx: Context): Promise<AuditFacets> {
  signedIn(ctx.viewer);
  authorize(ctx.viewer, 'audit.read', {});
  return await seeing(ctx.db, 'audit', async (tx) => ({
    acts: await distinct(tx, 'act'),
    subjectTypes: await distinct(tx, 'subject_type'),
    lastCheck: await lastCheck(tx),
  }));
}

/** The different values of a column, from one step of its index to the next: the log may be long, and they are few. */
async function distinct(sql: Sql, column: 'act' | 'subject_type'): Promise<string[]> {
  const rows = await sql.rows<{ value: string }>(
    `WITH RECURSIVE step (value) AS (
       SELECT min(${column}) FROM audit_log
       UNION ALL SELECT (SELECT min(l.${column}) FROM audit_log l WHERE l.${column} > step.value) FROM step WHERE step.value IS NOT NULL
     ) SELECT value FROM step WHERE value IS NOT NULL`,
  );
  return rows.map(({ value }) => value);
}

async function lastCheck(sql: Sql): Promise<AuditCheck | null> {
  const row = await sql.row<{ at: string; detail: { rows?: number; whole?: boolean } }>(
    'SELECT at, detail FROM audit_log WHERE act = $1 ORDER BY at DESC, id DESC LIMIT 1',
    [VERIFY_ACT],
  );
  return row && { at: row.at, rows: row.detail.rows ?? 0, whole: row.detail.whole ?? false };
}
