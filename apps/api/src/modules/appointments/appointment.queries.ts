import { allows, mayAppoint, type AppointmentState, type Role, type ScopeKind, type Target } from '@stoa/domain';
import { seeing } from '../../platform/database/sight.js';
import { reachOf, signedIn, type Reach } from '../../platform/authorize.js';
import { dateIn } from '../../platform/clock.js';
import type { Context, Loader } from '../../platform/context.js';
import type { Sql } from '../../platform/database/database.js';
import { Refusal } from '../../platform/errors.js';
import { filePath, type FilePolicy } from '../../platform/files/records.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import { stateSql } from './appointment-sql.js';
import type { AppointmentLetter, AppointmentRow, AppointmentType } from './appointment.type.js';
import { anyScopeId } from './scope-ids.js';
import { findScope, scopeAdapter, scopeTarget, type ScopeFacts } from './scopes.js';

/** Today by the installation's calendar. */
export function todayOf(ctx: Pick<Context, 'clock' | 'config'>): string {
  return dateIn(ctx.clock.now(), ctx.config.timeZone);
}

const columns = (today: string): string =>
  `a.id, a.person_id, a.role, a.scope_type, a.scope_id, a.starts_on, a.ends_on, ${stateSql('a', today)} AS state, a.note, a.appointed_by, a.appointed_at,
   a.revoked_at, a.revoked_by, a.revoke_reason, a.letter_file_id, a.version`;

/** One appointment, whoever asks; null where there is none. */
export function appointmentRow(sql: Sql, id: string, today: string, lock = false): Promise<AppointmentRow | null> {
  return sql.row<AppointmentRow>(`SELECT ${columns('$2')} FROM appointments a WHERE a.id = $1${lock ? ' FOR UPDATE' : ''}`, [id, today]);
}

/** The public face of a row. */
export function toAppointment(row: AppointmentRow): AppointmentType {
  return {
    id: toGlobalId('Appointment', row.id),
    role: row.role,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    state: row.state,
    note: row.note,
    appointedAt: row.appointed_at,
    revokedAt: row.revoked_at,
    endReason: row.revoke_reason,
    version: row.version,
    row,
  };
}

/** Scopes of one request; keys `KIND:id`. One statement for each kind. */
const scopeByKey: Loader<string, ScopeFacts | null> = async (ctx, keys) => {
  const kinds = new Map<ScopeKind, string[]>();
  for (const key of keys) {
    const [kind, id] = key.split(':') as [ScopeKind, string];
    kinds.set(kind, [...(kinds.get(kind) ?? []), id]);
  }
  const found = await Promise.all([...kinds].map(([kind, ids]) => scopeAdapter(kind).byIds(ctx.db, ids, ctx.lang)));
  const byKey = new Map(found.flat().map((scope) => [`${scope.kind}:${scope.id}`, scope]));
  return keys.map((key) => byKey.get(key) ?? null);
};

/** The scope of an appointment; null where its record is gone. */
export function scopeOf(ctx: Context, row: Pick<AppointmentRow, 'scope_type' | 'scope_id'>): Promise<ScopeFacts | null> {
  return ctx.load(scopeByKey, `${row.scope_type}:${row.scope_id}`);
}

/** What the rights table is asked about for one appointment. The list's condition is `VISIBLE`. */
export function appointmentTarget(row: Pick<AppointmentRow, 'person_id' | 'role'>, scope: ScopeFacts): Target {
  return scopeTarget(scope, { ownerId: row.person_id, role: row.role });
}

/** SQL twin of `allows(viewer, 'appointment.read', appointmentTarget(…))`; `t` is the appointment's territory. */
const VISIBLE = (first: number): string => {
  const [all, scopes, networks, me] = [0, 1, 2, 3].map((n) => `$${first + n}`);
  return `(${all}::boolean OR a.person_id = ${me}::uuid OR a.scope_id = ANY(${scopes}::uuid[]) OR a.parent_scope_id = ANY(${scopes}::uuid[])
    OR t.path && ${scopes}::uuid[] OR a.scope_id = ANY(${networks}::uuid[]))`;
};

/** Values for the parameters of `VISIBLE`. */
function visibleTo(reach: Reach, personId: string | null): unknown[] {
  return [reach.all, reach.scopeIds, reach.networkIds, personId];
}

/** What a list of appointments is narrowed to. */
export interface AppointmentsQuery {
  first: number;
  after?: string | null;
  scopeId?: string | null;
  territoryId?: string | null;
  personId?: string | null;
  role?: Role | null;
  state?: AppointmentState | null;
}

function idIn(globalId: string | null | undefined, type: string): string | null {
  if (!globalId) return null;
  const id = type === '' ? anyScopeId(globalId) : fromGlobalId(globalId, type)?.id;
  if (!id) throw new Refusal('NOT_FOUND');
  return id;
}

/** Appointments that the viewer may read, the latest first. @throws Refusal UNAUTHENTICATED, NOT_FOUND for a malformed id, BAD_REQUEST */
export async function appointments(ctx: Context, query: AppointmentsQuery): Promise<Page<AppointmentType>> {
  const me = signedIn(ctx.viewer);
  const size = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [afterDay, afterId] = query.after ? sealer.open(query.after) : [];
  const rows = await ctx.db.rows<AppointmentRow>(
    `SELECT * FROM (SELECT ${columns('$1')} FROM appointments a LEFT JOIN territories t ON t.id = a.territory_id
       WHERE ${VISIBLE(2)} AND ($6::uuid IS NULL OR a.scope_id = $6) AND ($7::uuid IS NULL OR t.path @> ARRAY[$7::uuid])
         AND ($8::uuid IS NULL OR a.person_id = $8) AND ($9::text IS NULL OR a.role = $9)) a
     WHERE ($10::text IS NULL OR a.state = $10) AND ($11::date IS NULL OR (a.starts_on, a.id) < ($11, $12::uuid))
     ORDER BY a.starts_on DESC, a.id DESC LIMIT $13`,
    [
      todayOf(ctx),
      ...visibleTo(reachOf(ctx.viewer, 'appointment.read'), me),
      idIn(query.scopeId, ''),
      idIn(query.territoryId, 'Territory'),
      idIn(query.personId, 'Person'),
      query.role ?? null,
      query.state ?? null,
      afterDay ?? null,
      afterId ?? null,
      size + 1,
    ],
  );
  return toPage(sealer, rows, size, (row) => [row.starts_on, row.id], toAppointment, query.after != null);
}

/** Current appointments of people, the oldest first; whoever asks decides what of it is shown. */
export const currentOf: Loader<string, AppointmentRow[]> = async (ctx, personIds) => {
  const rows = await ctx.db.rows<AppointmentRow>(
    `SELECT * FROM (SELECT ${columns('$2')} FROM appointments a WHERE a.person_id = ANY($1)) a WHERE a.state = 'CURRENT' ORDER BY a.starts_on, a.id`,
    [personIds, todayOf(ctx)],
  );
  return personIds.map((id) => rows.filter((row) => row.person_id === id));
};

/**
 * The current appointments of a person that the viewer may read, or that the person shows. What a person shows is the post and its term;
 * note and reason stay with those who may read the appointment itself.
 */
export async function appointmentsOfPerson(ctx: Context, personId: string, shown: boolean): Promise<AppointmentType[]> {
  const rows = await ctx.load(currentOf, personId);
  const scopes = await Promise.all(rows.map((row) => scopeOf(ctx, row)));
  return rows.flatMap((row, i) => {
    const scope = scopes[i];
    if (!scope) return [];
    if (allows(ctx.viewer, 'appointment.read', appointmentTarget(row, scope))) return [toAppointment(row)];
    return shown ? [{ ...toAppointment(row), note: '', endReason: null }] : [];
  });
}

/** Whether the viewer may end an appointment: what is over cannot be ended. */
export async function mayEnd(ctx: Context, row: AppointmentRow): Promise<boolean> {
  if (row.state === 'ENDED') return false;
  const scope = await scopeOf(ctx, row);
  return scope !== null && mayAppoint(ctx.viewer, row.role, scopeTarget(scope));
}

const fileById: Loader<string, { id: string; name: string } | null> = async (ctx, ids) => {
  const rows = await seeing(ctx.db, 'files', (tx) =>
    tx.rows<{ id: string; name: string }>('SELECT id, name FROM files WHERE id = ANY($1)', [ids]),
  );
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
};

/** The letter of an appointment; null until it is written, and for whoever may not download it. */
export async function letterOf(ctx: Context, row: AppointmentRow): Promise<AppointmentLetter | null> {
  const scope = row.letter_file_id ? await scopeOf(ctx, row) : null;
  if (!row.letter_file_id || !scope || !allows(ctx.viewer, 'appointment.read', appointmentTarget(row, scope))) return null;
  const file = await ctx.load(fileById, row.letter_file_id);
  return file && { name: file.name, path: filePath(file) };
}

/** Who may download an appointment's letter: whoever may read the appointment, asked anew each time. */
export const appointmentFilePolicy: FilePolicy = async (ctx, file) => {
  const row = await appointmentRow(ctx.db, file.subject_id, todayOf(ctx));
  const scope = row && (await findScope(ctx.db, row.scope_type, row.scope_id, ctx.lang));
  return row !== null && scope !== null && allows(ctx.viewer, 'appointment.read', appointmentTarget(row, scope));
};
