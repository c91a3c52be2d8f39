import { createHmac, createSecretKey } from 'node:crypto';

const key = createSecretKey(Buffer.from(process.env.SESSION_SECRET));

/** A signed cursor, as Stoa signs it. */
export function seal(values) {
  const body = Buffer.from(JSON.stringify(values)).toString('base64url');
  return `${body}.${createHmac('sha256', key).update(`cursor\n${body}`).digest('base64url').slice(0, 16)}`;
}
