import { createHash, randomBytes } from 'node:crypto';
import { serialize, type Cookies } from 'cookie';
import type { Config } from '../../platform/config.js';
import type { Sql } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';

const LIFETIME_DAYS = 30;

/** For how many minutes a proof (password, code or passkey) lets a session do dangerous things. */
export const PROOF_MINUTES = 15;

/** The session cookie's name; the `__Host-` prefix binds it to this host and to Secure. */
export function cookieName(config: Pick<Config, 'secureCookie'>): string {
  return config.secureCookie ? '__Host-stoa' : 'stoa';
}

/** What the database keeps of a token: its SHA-256, so that a stolen table opens no session. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The session token among a request's cookies, or null. */
export function tokenFromCookies(cookies: Cookies, config: Pick<Config, 'secureCookie'>): string | null {
  const token = cookies[cookieName(config)];
  return token && token.length <= 64 ? token : null;
}

/** A `Set-Cookie` value that keeps the token, or with null forgets it. */
export function sessionCookie(config: Pick<Config, 'secureCookie'>, token: string | null): string {
  return serialize(cookieName(config), token ?? '', {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: config.secureCookie,
    maxAge: token ? LIFETIME_DAYS * 86_400 : 0,
  });
}

/**
 * Opens a session, the one way into Stoa; its life is counted by the database's real time, and to sign in is a proof.
 * @param secondFactor whether the person signed in with one: appointments that ask for it give rights only then
 * @returns the token, 256 bits, shown once
 */
export async function openSession(tx: Sql, personId: string, userAgent: string, secondFactor = false): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.row(
    `INSERT INTO sessions (id, token_hash, person_id, created_at, last_seen_at, proved_at, expires_at, user_agent, second_factor)
     VALUES ($1, $2, $3, clock_timestamp(), clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '${LIFETIME_DAYS} days', $4, $5)`,
    [newId(), tokenHash(token), personId, userAgent.slice(0, 300), secondFactor],
  );
  return token;
}

/** Ends sessions of a person: one, or all but `exceptId` with sign-ins that wait for their second step, at once and on all nodes. @returns how many */
export async function endSessions(tx: Sql, personId: string, which: { id?: string; exceptId?: string } = {}): Promise<number> {
  const ended = await tx.rows(
    `UPDATE sessions SET revoked_at = clock_timestamp()
     WHERE person_id = $1 AND revoked_at IS NULL AND ($2::uuid IS NULL OR id = $2) AND ($3::uuid IS NULL OR id <> $3) RETURNING 1`,
    [personId, which.id ?? null, which.exceptId ?? null],
  );
  if (!which.id) await tx.row('DELETE FROM pending_sign_ins WHERE person_id = $1', [personId]);
  return ended.length;
}
