import { LANGUAGES, type Language, type Viewer } from '@stoa/domain';
import { ANONYMOUS } from './platform/authorize.js';
import { dateIn } from './platform/clock.js';
import type { Me } from './platform/context.js';
import type { Services } from './platform/services.js';
import { tokenHash } from './modules/accounts/index.js';

interface ViewerRow {
  session_id: string;
  person_id: string;
  lang: string;
  appointments: Viewer['appointments'];
  memberships: Viewer['memberships'];
}

/**
 * Session, appointments and memberships in one statement, so that a right that ended is gone with the next request.
 * Sessions live by the database's real time, appointments and suspensions by domain time.
 */
const VIEWER = `
  SELECT s.id AS session_id, p.id AS person_id, p.lang,
    (SELECT coalesce(json_agg(json_build_object('role', a.role, 'scopeId', a.scope_id)), '[]'::json) FROM appointments a
      WHERE a.person_id = p.id AND a.revoked_at IS NULL AND a.starts_on <= $2 AND (a.ends_on IS NULL OR a.ends_on >= $2)) AS appointments,
    (SELECT coalesce(json_agg(json_build_object('networkId', m.network_id, 'suspended', coalesce(m.suspended_until > $3, false))), '[]'::json)
      FROM memberships m WHERE m.person_id = p.id AND m.state = 'ACTIVE') AS memberships
  FROM sessions s JOIN people p ON p.id = s.person_id
  WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND p.status = 'ACTIVE'`;

/** Who sends the request. @param token the session cookie's value, or null */
export async function loadViewer(services: Pick<Services, 'db' | 'clock' | 'config'>, token: string | null): Promise<{ viewer: Viewer; me: Me | null }> {
  if (!token) return { viewer: ANONYMOUS, me: null };
  const now = services.clock.now();
  const row = await services.db.row<ViewerRow>(VIEWER, [tokenHash(token), dateIn(now, services.config.timeZone), now]);
  if (!row) return { viewer: ANONYMOUS, me: null };
  return {
    viewer: { personId: row.person_id, appointments: row.appointments, memberships: row.memberships },
    me: { personId: row.person_id, sessionId: row.session_id, lang: readLang(row.lang) ?? 'en' },
  };
}

/** A language of the interface, or null. */
export function readLang(value: string | undefined): Language | null {
  return LANGUAGES.find((lang) => lang === value) ?? null;
}
