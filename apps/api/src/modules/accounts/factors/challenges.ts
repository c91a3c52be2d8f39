import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Sql, Tx } from '../../../platform/database/database.js';

/** What a passkey is asked to sign for; an answer to one is none to another. */
export type ChallengePurpose = 'ADD' | 'SIGN_IN' | 'PROVE';

const LIFE_MINUTES = 5;
const BODY = 22;

function mac(secret: string, purpose: ChallengePurpose, subject: string, body: Buffer): Buffer {
  return createHmac('sha256', secret).update(`passkey challenge\n${purpose}\n${subject}\n`).update(body).digest();
}

/**
 * A challenge that carries its end and our signature, so that asking for one writes nothing.
 * @param subject whom it is for: a session, or nobody yet
 */
export async function newChallenge(sql: Sql, secrets: readonly string[], purpose: ChallengePurpose, subject: string): Promise<Buffer> {
  const row = await sql.row<{ ends: number }>(
    `SELECT (extract(epoch FROM clock_timestamp() + interval '${LIFE_MINUTES} minutes') * 1000)::float8 AS ends`,
  );
  const body = Buffer.alloc(BODY);
  body.writeUIntBE(Math.floor(row?.ends ?? 0), 0, 6);
  randomBytes(BODY - 6).copy(body, 6);
  return Buffer.concat([body, mac(secrets[0] ?? '', purpose, subject, body)]);
}

/** Whether a challenge is one of ours for this purpose and subject; whether it is still good, `takeChallenge` says. */
export function isOurChallenge(text: string, secrets: readonly string[], purpose: ChallengePurpose, subject: string): boolean {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== BODY + 32) return false;
  const [body, signature] = [bytes.subarray(0, BODY), bytes.subarray(BODY)];
  return secrets.some((secret) => timingSafeEqual(signature, mac(secret, purpose, subject, body)));
}

/** Uses a challenge of ours up; false where its time is over or it was used before. */
export async function takeChallenge(tx: Tx, text: string): Promise<boolean> {
  const ends = new Date(Buffer.from(text, 'base64url').readUIntBE(0, 6));
  await tx.row('DELETE FROM used_challenges WHERE expires_at < clock_timestamp()');
  const taken = await tx.row(
    `INSERT INTO used_challenges (challenge, expires_at) SELECT $1, $2::timestamptz WHERE $2::timestamptz > clock_timestamp() ON CONFLICT DO NOTHING RETURNING 1`,
    [text, ends],
  );
  return taken !== null;
}
