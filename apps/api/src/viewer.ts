import { grantsOf, LANGUAGES, rolesWith, type Act, type Language, type Viewer } from '@stoa/domain';
import { ANONYMOUS } from './platform/authorize.js';
import { dateIn } from './platform/clock.js';
import type { Me } from './platform/context.js';
import type { ViewerSource } from './platform/graphql/plan/shape.js';
import type { Services } from './platform/services.js';
import { mustAgree, PROOF_MINUTES, tokenHash } from './modules/accounts/index.js';

interface ViewerRow {
  session_id: string;
  proved: boolean;
  second_factor: boolean;
  unseen: boolean;
  must_agree: boolean;
  person_id: string;
  lang: string;
  appointments: Viewer['appointments'];
  memberships: Viewer['memberships'];
}

/** Appointments and memberships of a person `p`, by day $2 and instant $3. */
const RIGHTS = `
    (SELECT coalesce(json_agg(json_build_object('role', a.role, 'scopeId', a.scope_id)), '[]'::json) FROM appointments a
      WHERE a.person_id = p.id AND a.revoked_at IS NULL AND a.starts_on <= $2 AND (a.ends_on IS NULL OR a.ends_on >= $2)) AS appointments,
    (SELECT coalesce(json_agg(json_build_object('networkId', m.network_id, 'suspended', coalesce(m.suspended_until > $3, false))), '[]'::json)
      FROM memberships m WHERE m.person_id = p.id AND m.state = 'ACTIVE') AS memberships`;

/**
 * Session, appointments and memberships in one statement, so that a right that ended is gone with the next request.
 * Sessions live by the database's real time, appointments and suspensions by domain time.
 */
const sessionStatement = (which: string) => `
  SELECT s.id AS session_id, coalesce(s.proved_at > clock_timestamp() - interval '${PROOF_MINUTES} minutes', false) AS proved, s.second_factor,
    s.last_seen_at < clock_timestamp() - interval '5 minutes' AS unseen, ${mustAgree('p.id', '$2')} AS must_agree,
    p.id AS person_id, p.lang,${RIGHTS}
  FROM sessions s JOIN people p ON p.id = s.person_id
  WHERE ${which} AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND p.status = 'ACTIVE'`;
const VIEWER = sessionStatement('s.token_hash = $1');
const VIEWERS = sessionStatement('s.id = ANY($1)');

/** The appointments of a session: those that ask for a second factor give nothing to one without. */
function appointmentsOf({ config }: Pick<Services, 'config'>, row: ViewerRow): Viewer['appointments'] {
  return row.appointments.filter(({ role }) => row.second_factor || !config.secondFactorRoles.includes(role));
}

/** The viewers of many sessions in one statement, by session; whose session has ended is not among them. */
export async function loadViewers(
  services: Pick<Services, 'db' | 'clock' | 'config'>,
  sessionIds: readonly string[],
): Promise<Map<string, Viewer>> {
  const now = services.clock.now();
  const rows = await services.db.rows<ViewerRow>(VIEWERS, [sessionIds, dateIn(now, services.config.timeZone), now]);
  return new Map(
    rows.map((row) => [
      row.session_id,
      { personId: row.person_id, appointments: appointmentsOf(services, row), memberships: row.memberships },
    ]),
  );
}

/** Who sends the request. Appointments that ask for a second factor give nothing to a session without one; `viewerSource` says the same. @param token the session cookie's value, or null */
export async function loadViewer(
  services: Pick<Services, 'db' | 'clock' | 'config'>,
  token: string | null,
): Promise<{ viewer: Viewer; me: Me | null }> {
  if (!token) return { viewer: ANONYMOUS, me: null };
  const now = services.clock.now();
  const row = await services.db.short.row<ViewerRow>(VIEWER, [tokenHash(token), dateIn(now, services.config.timeZone), now]);
  if (!row) return { viewer: ANONYMOUS, me: null };
  if (row.unseen) await services.db.row('UPDATE sessions SET last_seen_at = clock_timestamp() WHERE id = $1', [row.session_id]);
  const appointments = appointmentsOf(services, row);
  return {
    viewer: { personId: row.person_id, appointments, memberships: row.memberships },
    me: {
      personId: row.person_id,
      sessionId: row.session_id,
      lang: readLang(row.lang) ?? 'en',
      provedRecently: row.proved,
      rightsWithheld: appointments.length < row.appointments.length,
      mustAgree: row.must_agree,
    },
  };
}

/** The rights of somebody who sends no request: who asked for a job, gets a mail, or plays in the demo world. */
export async function viewerOfPerson(services: Pick<Services, 'db' | 'clock' | 'config'>, personId: string): Promise<Viewer> {
  const now = services.clock.now();
  const row = await services.db.row<ViewerRow>(`SELECT p.id AS person_id,${RIGHTS} FROM people p WHERE p.id = $1 AND p.status = 'ACTIVE'`, [
    personId,
    dateIn(now, services.config.timeZone),
    now,
  ]);
  return row ? { personId, appointments: row.appointments, memberships: row.memberships } : ANONYMOUS;
}

/** A language of the interface, or null. */
export function readLang(value: string | undefined): Language | null {
  return LANGUAGES.find((lang) => lang === value) ?? null;
}

/** Name of an act in SQL: `discussion.read` → `discussion_read`. */
function columnOf(act: Act): string {
  return act.replace('.', '_').replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

/** Where `viewerSource` puts the reach of an act, as `withinReach` takes it. */
export function reachColumns(act: Act): { all: string; scopeIds: string; networkIds: string } {
  const name = columnOf(act);
  return { all: `v.${name}_all`, scopeIds: `v.${name}_scopes`, networkIds: grantsOf(act, 'M').includes('member') ? 'v.networks' : "'{}'" };
}

const roles = (act: Act, grant: 'all' | 'scope') =>
  `ARRAY[${rolesWith(act, grant)
    .map((role) => `'${role}'`)
    .join(', ')}]::text[]`;

/**
 * The viewer for plans: the person of the session and, for each act, how far the right to it reaches; `loadViewer` and `reachOf` in SQL.
 * Its columns: `person_id`, `networks` of active membership, `suspended` ones among them, and those of `reachColumns`.
 */
export function viewerSource(acts: readonly Act[]): ViewerSource {
  const columns = acts.flatMap((act) => {
    const name = columnOf(act);
    return [
      { name: `${name}_all`, sql: `coalesce(bool_or(a.role = ANY(${roles(act, 'all')})), false)` },
      { name: `${name}_scopes`, sql: `coalesce(array_agg(a.scope_id) FILTER (WHERE a.role = ANY(${roles(act, 'scope')})), '{}')` },
    ];
  });
  return (param, uses) => {
    const rights = ['count(*) AS appointments', ...columns.filter(({ name }) => uses(name)).map(({ name, sql }) => `${sql} AS ${name}`)];
    const token = param(({ ctx }) => (ctx.session?.token ? tokenHash(ctx.session.token) : null));
    const today = `${param(({ ctx }) => dateIn(ctx.clock.now(), ctx.config.timeZone))}::date`;
    const now = `${param(({ ctx }) => ctx.clock.now())}::timestamptz`;
    const withheld = `${param(({ ctx }) => ctx.config.secondFactorRoles)}::text[]`;
    return `SELECT p.id AS person_id, p.lang AS person_lang, r.*, m.* FROM sessions s JOIN people p ON p.id = s.person_id
      CROSS JOIN LATERAL (SELECT ${rights.join(', ')} FROM appointments a
        WHERE a.person_id = p.id AND a.revoked_at IS NULL AND a.starts_on <= ${today} AND (a.ends_on IS NULL OR a.ends_on >= ${today})
          AND (s.second_factor OR a.role <> ALL(${withheld}))) r
      CROSS JOIN LATERAL (SELECT coalesce(array_agg(o.network_id), '{}') AS networks, coalesce(array_agg(o.network_id) FILTER (WHERE o.suspended_until > ${now}), '{}') AS suspended
        FROM memberships o WHERE o.person_id = p.id AND o.state = 'ACTIVE') m
      WHERE s.token_hash = ${token}::bytea AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND p.status = 'ACTIVE'`;
  };
}
