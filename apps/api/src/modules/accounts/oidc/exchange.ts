import { createHash } from 'node:crypto';
import * as client from 'openid-client';
import { rules, parse } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import type { OidcProvider } from '../../../platform/oidc-settings.js';
import type { Journey } from './cookies.js';
import { callbackUrl, discover } from './providers.js';

/** What a provider says of somebody, checked: signature, issuer, audience, nonce, time. */
export interface Claims {
  issuer: string;
  subject: string;
  /** Only an address that the provider says it verified. */
  email: string | null;
  name: string;
  secondFactor: boolean;
}

/** Longer than any provider's subject; what is longer is refused. */
const SUBJECT_MAX = 255;

/**
 * Exchanges what a provider sent back for what it says of the person.
 * @param query of the callback's address, with its question mark
 * @throws Error where anything is not as it should be
 */
export async function exchange(ctx: Context, provider: OidcProvider, journey: Journey, query: string): Promise<Claims> {
  const configuration = await discover(provider);
  const tokens = await client.authorizationCodeGrant(configuration, new URL(`${callbackUrl(ctx.config, provider.key)}${query}`), {
    pkceCodeVerifier: journey.verifier,
    expectedState: journey.state,
    expectedNonce: journey.nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims || claims.sub.length > SUBJECT_MAX) throw new Error('The provider names nobody');
  // Many providers tell the address only to whoever asks for it.
  const more =
    claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint
      ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
      : {};
  const said: Record<string, unknown> = { ...more, ...claims };
  const email = parse(rules.email, said['email']);
  const amr = Array.isArray(said['amr']) ? said['amr'] : [];
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: said['email_verified'] === true && email.ok ? email.value : null,
    name: typeof said['name'] === 'string' ? said['name'].slice(0, 200) : '',
    secondFactor: amr.includes('mfa') || (typeof said['acr'] === 'string' && provider.mfaAcr.includes(said['acr'])),
  };
}

/** Uses up a journey. @returns false where it was used before: a callback that is played again finds nothing */
export async function useState(ctx: Pick<Context, 'db'>, state: string): Promise<boolean> {
  const used = await ctx.db.row(
    `WITH old AS (DELETE FROM used_states WHERE expires_at < clock_timestamp())
     INSERT INTO used_states (state_hash, expires_at) VALUES ($1, clock_timestamp() + interval '1 day') ON CONFLICT DO NOTHING RETURNING 1`,
    [createHash('sha256').update(state).digest()],
  );
  return used !== null;
}
