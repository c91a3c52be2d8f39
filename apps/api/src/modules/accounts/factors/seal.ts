import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { Sql } from '../../../platform/database/database.js';

const CIPHER = 'aes-256-gcm';

/** The key that a session secret gives for secrets at rest, and a name by which a sealed text says which key opens it. */
function keyOf(secret: string): { key: Buffer; name: string } {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'stoa: second factors at rest', 32));
  return { key, name: createHash('sha256').update(key).digest('hex').slice(0, 8) };
}

/** Encrypts a text for one owner; it opens for no other. @param secrets the newest first */
export function seal(text: string, ownerId: string, secrets: readonly string[]): string {
  const { key, name } = keyOf(secrets[0] ?? '');
  const iv = randomBytes(12);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(ownerId));
  const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${name}.${iv.toString('base64url')}.${closed.toString('base64url')}`;
}

/** Decrypts what `seal` made by this or an earlier secret; null where no secret opens it, or it was changed. */
export function unseal(sealed: string, ownerId: string, secrets: readonly string[]): string | null {
  const [name, iv = '', closed = ''] = sealed.split('.');
  const key = secrets.map(keyOf).find((candidate) => candidate.name === name)?.key;
  if (!key) return null;
  const bytes = Buffer.from(closed, 'base64url');
  try {
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(iv, 'base64url'))
      .setAAD(Buffer.from(ownerId))
      .setAuthTag(bytes.subarray(-16));
    return decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}

/**
 * Seals with the newest secret what an earlier one had sealed, so that after a rotation the earlier one can be dropped. Runs at every start;
 * where nothing was rotated it reads nothing but an empty list.
 * @returns how many were sealed anew
 */
export async function resealAll(sql: Sql, secrets: readonly string[]): Promise<number> {
  const rows = await sql.rows<{ person_id: string; secret: string }>(
    'SELECT person_id, secret FROM code_apps WHERE secret IS NOT NULL AND NOT starts_with(secret, $1)',
    [`${keyOf(secrets[0] ?? '').name}.`],
  );
  let resealed = 0;
  for (const { person_id, secret } of rows) {
    const text = unseal(secret, person_id, secrets);
    if (text === null) continue;
    await sql.row('UPDATE code_apps SET secret = $3 WHERE person_id = $1 AND secret = $2', [
      person_id,
      secret,
      seal(text, person_id, secrets),
    ]);
    resealed += 1;
  }
  return resealed;
}
