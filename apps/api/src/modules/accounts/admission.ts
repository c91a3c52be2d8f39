import { randomBytes } from 'node:crypto';
import { serialize } from 'cookie';
import type { Config } from '../../platform/config.js';
import type { Context } from '../../platform/context.js';
import type { Sql, Tx } from '../../platform/database/database.js';
import { publish } from '../../platform/outbox/outbox.js';
import { factorsOf, hasFactor, stepMethods, type StepMethod } from './factors/factors.js';
import { cookieName, openSession, sessionCookie, tokenHash } from './sessions.js';

const STEP_MINUTES = 10;
const BROWSER_DAYS = 365;
const TOKEN = /^[\w-]{43}$/;

/** What becomes of somebody who showed a password, a link or another house's word: a session, or a second step first. */
export interface Admission {
  /** To be set once the transaction has committed. */
  cookies: string[];
  /** Null where a session was opened. */
  secondStep: { methods: StepMethod[] } | null;
}

type Named = Pick<Config, 'secureCookie'>;
const named = (config: Named, what: 'step' | 'browser') => `${cookieName(config)}-${what}`;

function cookie(config: Named, what: 'step' | 'browser', value: string, maxAge: number): string {
  return serialize(named(config, what), value, { httpOnly: true, sameSite: 'lax', path: '/', secure: config.secureCookie, maxAge });
}

function tokenOf(ctx: Pick<Context, 'config' | 'cookies'>, what: 'step' | 'browser'): string | null {
  const token = ctx.cookies[named(ctx.config, what)];
  return token !== undefined && TOKEN.test(token) ? token : null;
}

/** What the database knows this browser by; null for one that never signed in. */
export function browserHash(ctx: Pick<Context, 'config' | 'cookies'>): Buffer | null {
  const token = tokenOf(ctx, 'browser');
  return token ? tokenHash(token) : null;
}

/**
 * Lets somebody in. Whoever has a second factor and has not shown it gets a short-lived pending sign-in instead, bound to the browser by a
 * cookie, which gives no right at all. Every way of signing in ends here.
 * @param secondFactor whether a second factor was shown
 */
export async function admit(tx: Tx, ctx: Context, personId: string, secondFactor: boolean): Promise<Admission> {
  const factors = await factorsOf(tx, personId);
  if (!secondFactor && hasFactor(factors)) {
    const token = randomBytes(32).toString('base64url');
    await tx.row('DELETE FROM pending_sign_ins WHERE expires_at < clock_timestamp()');
    await tx.row(
      `INSERT INTO pending_sign_ins (token_hash, person_id, expires_at) VALUES ($1, $2, clock_timestamp() + interval '${STEP_MINUTES} minutes')`,
      [tokenHash(token), personId],
    );
    return { cookies: [cookie(ctx.config, 'step', token, STEP_MINUTES * 60)], secondStep: { methods: stepMethods(factors) } };
  }
  const token = await openSession(tx, personId, ctx.userAgent, secondFactor);
  const cookies = [sessionCookie(ctx.config, token), await rememberBrowser(tx, ctx, personId, token)];
  return { cookies: tokenOf(ctx, 'step') ? [...cookies, cookie(ctx.config, 'step', '', 0)] : cookies, secondStep: null };
}

/** Knows the browser from now on; a new one beside others that are known is told to the person. @returns its cookie */
async function rememberBrowser(tx: Tx, ctx: Context, personId: string, session: string): Promise<string> {
  const browser = tokenOf(ctx, 'browser') ?? randomBytes(32).toString('base64url');
  const row = await tx.row<{ known: boolean; others: boolean }>(
    `SELECT coalesce(bool_or(browser_hash = $2), false) AS known, count(*) > 0 AS others FROM known_browsers WHERE person_id = $1`,
    [personId, tokenHash(browser)],
  );
  await tx.row(`DELETE FROM known_browsers WHERE person_id = $1 AND last_seen_at < clock_timestamp() - interval '${BROWSER_DAYS} days'`, [
    personId,
  ]);
  await tx.row(
    `INSERT INTO known_browsers (person_id, browser_hash, last_seen_at) VALUES ($1, $2, clock_timestamp())
     ON CONFLICT (person_id, browser_hash) DO UPDATE SET last_seen_at = excluded.last_seen_at`,
    [personId, tokenHash(browser)],
  );
  if (row?.others && !row.known) {
    const opened = await tx.row<{ id: string }>('SELECT id FROM sessions WHERE token_hash = $1', [tokenHash(session)]);
    await publish(tx, 'BrowserSignedIn', { personId, sessionId: opened?.id, at: ctx.clock.now() });
  }
  return cookie(ctx.config, 'browser', browser, BROWSER_DAYS * 86_400);
}

/** The person of the pending sign-in that this browser holds; null where there is none, or its time is over. @param lock for the one that ends it */
export async function pendingPerson(sql: Sql, ctx: Context, lock = false): Promise<string | null> {
  const token = tokenOf(ctx, 'step');
  if (!token) return null;
  const row = await sql.row<{ person_id: string }>(
    `SELECT s.person_id FROM pending_sign_ins s JOIN people p ON p.id = s.person_id
     WHERE s.token_hash = $1 AND s.expires_at > clock_timestamp() AND p.status = 'ACTIVE'${lock ? ' FOR UPDATE OF s' : ''}`,
    [tokenHash(token)],
  );
  return row?.person_id ?? null;
}

/** Ends the pending sign-in of this browser. */
export async function endPending(tx: Tx, ctx: Context): Promise<void> {
  const token = tokenOf(ctx, 'step');
  if (token) await tx.row('DELETE FROM pending_sign_ins WHERE token_hash = $1', [tokenHash(token)]);
}

/** Gives the browser what it was admitted with. */
export function setCookies(ctx: Context, { cookies }: Pick<Admission, 'cookies'>): void {
  for (const value of cookies) ctx.setCookie(value);
}
