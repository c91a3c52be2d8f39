import { serialize, type Cookies } from 'cookie';
import type { Services } from '../services.js';

/** Where nobody could say how far the primary was: no replica ever gets there, so the primary answers. */
const BEYOND = 'FFFFFFFF/FFFFFFFF';
const LIFETIME_SECONDS = 3_600;

function cookieName(config: Services['config']): string {
  return config.secureCookie ? '__Host-stoa-seen' : 'stoa-seen';
}

/** The place in the primary's log up to which the browser has written itself, or null. A forged one only changes which server answers its forger. */
export function seenOf(cookies: Cookies, config: Services['config']): string | null {
  return cookies[cookieName(config)] || null;
}

/** A `Set-Cookie` value that keeps how far the primary is now, after a write. Never fails: the write is done. */
export async function seenCookie({ db, config, log }: Pick<Services, 'db' | 'config' | 'log'>): Promise<string> {
  const row = await db.row<{ place: string }>('SELECT pg_current_wal_insert_lsn()::text AS place').catch((error: unknown) => {
    log.warn({ err: error }, 'the place in the log is not known');
    return null;
  });
  return serialize(cookieName(config), row?.place ?? BEYOND, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: config.secureCookie,
    maxAge: LIFETIME_SECONDS,
  });
}
