import { serialize } from 'cookie';
import type { Language } from '@stoa/domain';
import type { Config } from '../../../platform/config.js';
import type { Context } from '../../../platform/context.js';
import { seal, unseal } from '../../../platform/sealed.js';

/** For so long somebody may be away at a provider, or read the page that comes after, in minutes. */
const MINUTES = 10;

/** What the browser that goes to a provider must bring back. */
export interface Journey {
  provider: string;
  state: string;
  nonce: string;
  verifier: string;
  /** Where the interface leads in the end: a path with the language. */
  returnTo: string;
  lang: Language;
  /** Of a journey that adds an identity to an account: the session that began it. */
  link: { personId: string; sessionId: string } | null;
}

/** Somebody for whom a provider vouched, before Stoa knows which account is theirs. */
export interface Vouched {
  provider: string;
  issuer: string;
  subject: string;
  email: string;
  name: string;
  secondFactor: boolean;
  returnTo: string;
}

interface Kept {
  journey: Journey;
  vouched: Vouched;
}

function nameOf(config: Pick<Config, 'secureCookie'>, kind: keyof Kept): string {
  return `${config.secureCookie ? '__Host-' : ''}stoa-${kind}`;
}

/** A `Set-Cookie` value that keeps a journey or a voucher in this browser for some minutes; null forgets it. */
export function keep<Kind extends keyof Kept>(ctx: Pick<Context, 'config' | 'clock'>, kind: Kind, value: Kept[Kind] | null): string {
  const until = new Date(ctx.clock.now().getTime() + MINUTES * 60_000);
  return serialize(nameOf(ctx.config, kind), value ? seal(ctx.config.secrets, kind, value, until) : '', {
    httpOnly: true,
    // Lax: the browser comes back from the provider's site.
    sameSite: 'lax',
    path: '/',
    secure: ctx.config.secureCookie,
    maxAge: value ? MINUTES * 60 : 0,
  });
}

/** What this browser keeps of a kind; null where it is gone, forged or too old. */
export function kept<Kind extends keyof Kept>(ctx: Pick<Context, 'config' | 'clock' | 'cookies'>, kind: Kind): Kept[Kind] | null {
  return unseal<Kept[Kind]>(ctx.config.secrets, kind, ctx.cookies[nameOf(ctx.config, kind)], ctx.clock.now());
}
