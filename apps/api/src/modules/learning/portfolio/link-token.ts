import { createHash, createHmac } from 'node:crypto';

const FORM = /^[\w-]{43}$/u;

/**
 * What stands in the address of a link: made of its id with the installation's secret, so that its person can be shown it again, though
 * the database has no more than its hash.
 */
export function linkToken(secret: string, id: string): string {
  return createHmac('sha256', secret).update(`portfolio-link ${id}`).digest('base64url');
}

/** The hash by which a link is found; null for what can be none. */
export function linkHash(token: string): string | null {
  return FORM.test(token) ? createHash('sha256').update(token).digest('base64url') : null;
}
