import { z } from 'zod';
import { ConfigError } from './config-error.js';

/** A provider of sign-ins (OpenID Connect), as the operator names it. */
export interface OidcProvider {
  /** Its short name, which stands in addresses: `school` for settings that begin with `OIDC_SCHOOL_`. */
  key: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What stands on its button: a name of its own, the same in every language. */
  label: string;
  /** Whether somebody without an account may make one with it. */
  signUp: boolean;
  /** Values of `acr` by which it says that a second factor was used, beside `mfa` in `amr`. */
  mfaAcr: string[];
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const KEY = /^[a-z][a-z0-9]{0,30}$/u;

/** An https address; without https only on this machine, where nobody listens between. */
function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}

const rule = z.object({
  ISSUER: z.string('is required').refine(isIssuer, 'must be an https address'),
  CLIENT_ID: z.string('is required').min(1),
  CLIENT_SECRET: z.string('is required').min(1),
  LABEL: z.string().min(1).max(60).optional(),
  SIGN_UP: z.enum(['on', 'off']).default('off'),
  MFA_ACR: z.string().default(''),
});

/**
 * Reads the providers that `OIDC_PROVIDERS` names, each from its settings `OIDC_<NAME>_…`.
 * @throws ConfigError naming the first setting that is missing, malformed or unknown
 */
export function readProviders(env: NodeJS.ProcessEnv): OidcProvider[] {
  const keys = (env['OIDC_PROVIDERS'] ?? '')
    .split(',')
    .map((key) => key.trim())
    .filter(Boolean);
  const known = new Set(['OIDC_PROVIDERS', ...keys.flatMap((key) => Object.keys(rule.shape).map((name) => nameOf(key, name)))]);
  const stray = Object.keys(env).find((name) => name.startsWith('OIDC_') && !known.has(name));
  if (stray)
    throw new ConfigError(`Unknown setting ${stray}. It names a provider that OIDC_PROVIDERS does not, or nothing that Stoa reads.`);
  if (new Set(keys).size < keys.length) throw new ConfigError('Setting OIDC_PROVIDERS: names a provider twice.');
  return keys.map((key) => readProvider(env, key));
}

function nameOf(key: string, setting: string): string {
  return `OIDC_${key.toUpperCase()}_${setting}`;
}

function readProvider(env: NodeJS.ProcessEnv, key: string): OidcProvider {
  if (!KEY.test(key)) throw new ConfigError('Setting OIDC_PROVIDERS: must be short names of small letters and digits, between commas.');
  const given = Object.keys(rule.shape).flatMap((name) => (env[nameOf(key, name)] ? [[name, env[nameOf(key, name)]]] : []));
  const parsed = rule.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`Setting ${nameOf(key, String(issue?.path[0]))}: ${issue?.message ?? 'is malformed'}`);
  }
  const s = parsed.data;
  return {
    key,
    issuer: s.ISSUER,
    clientId: s.CLIENT_ID,
    clientSecret: s.CLIENT_SECRET,
    label: s.LABEL ?? key,
    signUp: s.SIGN_UP === 'on',
    mfaAcr: s.MFA_ACR.split(',')
      .map((acr) => acr.trim())
      .filter(Boolean),
  };
}
