import * as client from 'openid-client';
import type { Context } from '../../../platform/context.js';
import { reject } from '../../../platform/errors.js';
import { callbackUrl, discover, providerOf } from './providers.js';
import { keep, type Journey } from './cookies.js';

/** A path of our own interface; anything else would send people to strangers. */
function ownPath(path: string | null | undefined, otherwise: string): string {
  return path && path.length <= 500 && /^\/[a-z]{2}\/(?![/\\])[^\s\\]*$/u.test(path) ? path : otherwise;
}

/**
 * Sends this browser on a journey to a provider: authorization code with PKCE, state and nonce, which a signed cookie binds to the browser.
 * @returns the address to go to
 * @throws UserErrors PROVIDER_UNKNOWN, PROVIDER_UNAVAILABLE
 */
export async function beginJourney(
  ctx: Context,
  key: string,
  { returnTo, link }: { returnTo?: string | null; link: Journey['link'] },
): Promise<string> {
  const provider = providerOf(ctx.config, key) ?? reject('PROVIDER_UNKNOWN', 'provider');
  const configuration = await discover(provider).catch((error: unknown) => {
    ctx.log.warn({ err: error, provider: key }, 'provider of sign-ins does not answer');
    return reject('PROVIDER_UNAVAILABLE', 'provider');
  });
  const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: callbackUrl(ctx.config, key),
    scope: 'openid email profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ui_locales: ctx.lang,
    // Who links an account shows the provider's own sign-in, not whoever happens to be signed in there.
    ...(link ? { prompt: 'login' } : {}),
  });
  const journey = { provider: key, state, nonce, verifier, returnTo: ownPath(returnTo, `/${ctx.lang}/home`), lang: ctx.lang, link };
  ctx.setCookie(keep(ctx, 'journey', journey));
  return address.href;
}
