import { createHmac, timingSafeEqual } from 'node:crypto';

function signature(secret: string, purpose: string, body: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\n`).update(body).digest();
}

/**
 * A value that a browser keeps for us for a while: readable by its holder, changed by nobody, good for one purpose.
 * @param secrets the newest first
 */
export function seal(secrets: readonly string[], purpose: string, value: object, until: Date): string {
  const body = Buffer.from(JSON.stringify({ ...value, until: until.getTime() })).toString('base64url');
  return `${body}.${signature(secrets[0] ?? '', purpose, body).toString('base64url')}`;
}

/** The value that `seal` closed; null for anything forged, of another purpose or too old. Secrets before a rotation are still good. */
export function unseal<T extends object>(secrets: readonly string[], purpose: string, text: string | undefined, now: Date): T | null {
  const [body, given, more] = text?.split('.') ?? [];
  if (!body || !given || more !== undefined) return null;
  const bytes = Buffer.from(given, 'base64url');
  const genuine = secrets.some((secret) => {
    const expected = signature(secret, purpose, body);
    return bytes.length === expected.length && timingSafeEqual(bytes, expected);
  });
  if (!genuine) return null;
  const value = JSON.parse(Buffer.from(body, 'base64url').toString()) as T & { until: number };
  return value.until > now.getTime() ? value : null;
}
