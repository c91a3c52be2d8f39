import { Secret, TOTP } from 'otpauth';
import type { Tx } from '../../../platform/database/database.js';
import { unseal } from './seal.js';

const PERIOD_SECONDS = 30;
/** What the app shows above its codes. */
const ISSUER = 'Stoa';

function generator(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS });
}

/** A new secret, as the person may type it: 160 bits in base 32. */
export function newCodeSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What a picture for the app holds. @param account names the account within the app */
export function codeAppUri(secret: string, account: string): string {
  return generator(secret, account).toString();
}

/**
 * The thirty seconds that a code belongs to, one step early or late forgiven; null for a wrong code.
 * @param now the database's time in milliseconds
 */
export function stepOf(secret: string, code: string, now: number): number | null {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const delta = generator(secret).validate({ token: digits, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_SECONDS) + delta;
}

/**
 * Takes a code of the person's app: right, of now, and of a step that no code was taken for before. The row is locked, so of two that
 * send one code at once, one is refused.
 */
export async function takeCode(tx: Tx, personId: string, code: string, secrets: readonly string[]): Promise<boolean> {
  const row = await tx.row<{ secret: string; last_step: string | null; now: number }>(
    `SELECT secret, last_step, (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now FROM code_apps
     WHERE person_id = $1 AND secret IS NOT NULL FOR UPDATE`,
    [personId],
  );
  const secret = row && unseal(row.secret, personId, secrets);
  const step = secret ? stepOf(secret, code, row.now) : null;
  if (step === null || step <= Number(row?.last_step ?? -1)) return false;
  await tx.row('UPDATE code_apps SET last_step = $2 WHERE person_id = $1', [personId, step]);
  return true;
}
