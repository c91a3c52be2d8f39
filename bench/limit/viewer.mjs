/** The look-ups that every signed-in read needs: session, appointments by role, memberships; written by hand for one pass each. Parameter $1 is the token. */
export const VIEWER = `
  v AS MATERIALIZED (
    SELECT p.id AS person_id,
      ARRAY(SELECT a.scope_id FROM appointments a WHERE a.person_id = p.id AND a.role = ANY('{NC,CC,RC}') AND a.revoked_at IS NULL AND a.starts_on <= $2::date AND (a.ends_on IS NULL OR a.ends_on >= $2::date)) AS scopes,
      EXISTS (SELECT 1 FROM appointments a WHERE a.person_id = p.id AND a.role = 'AD' AND a.revoked_at IS NULL AND a.starts_on <= $2::date AND (a.ends_on IS NULL OR a.ends_on >= $2::date)) AS everything,
      ARRAY(SELECT m.network_id FROM memberships m WHERE m.person_id = p.id AND m.state = 'ACTIVE') AS networks,
      ARRAY(SELECT m.network_id FROM memberships m WHERE m.person_id = p.id AND m.state = 'ACTIVE' AND m.suspended_until > $3) AS suspended
    FROM sessions s JOIN people p ON p.id = s.person_id
    WHERE s.token_hash = sha256($1::text::bytea) AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND p.status = 'ACTIVE'
  )`;

export const TODAY = '2026-11-24';
export const NOW = '2026-11-24T07:00:00Z';
