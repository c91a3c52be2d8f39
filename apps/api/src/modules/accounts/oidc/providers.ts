import * as client from 'openid-client';
import type { Config } from '../../../platform/config.js';
import type { OidcProvider } from '../../../platform/oidc-settings.js';

/** A provider that is asked in vain for so many seconds is not there. */
const TIMEOUT_SECONDS = 10;
/** How far a provider's clock may be off, in seconds. */
const TOLERANCE_SECONDS = 60;
/** What a provider says of itself is asked anew after so long, in milliseconds: keys are rotated. */
const FRESH = 60 * 60_000;

interface Known {
  configuration: Promise<client.Configuration>;
  at: number;
}
const known = new Map<string, Known>();

/** A configured provider by its short name, or null. */
export function providerOf(config: Pick<Config, 'providers'>, key: string): OidcProvider | null {
  return config.providers.find((provider) => provider.key === key) ?? null;
}

/** What a provider says of itself, asked once an hour; a failure is not kept. @throws Error where it cannot be reached or is another */
export function discover(provider: OidcProvider): Promise<client.Configuration> {
  const key = `${provider.issuer}\n${provider.clientId}\n${provider.clientSecret}`;
  const found = known.get(key);
  if (found && performance.now() - found.at < FRESH) return found.configuration;
  const configuration = ask(provider);
  known.set(key, { configuration, at: performance.now() });
  configuration.catch(() => known.delete(key));
  return configuration;
}

function ask(provider: OidcProvider): Promise<client.Configuration> {
  const issuer = new URL(provider.issuer);
  // Signatures of tokens are checked even where they came over a connection that proves the sender.
  const execute = [client.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [])];
  const metadata = { client_secret: provider.clientSecret, [client.clockTolerance]: TOLERANCE_SECONDS };
  return client.discovery(issuer, provider.clientId, metadata, undefined, { execute, timeout: TIMEOUT_SECONDS });
}

/** The address to which a provider sends people back; the provider must know it. */
export function callbackUrl(config: Pick<Config, 'publicUrl' | 'port'>, key: string): string {
  return `${config.publicUrl ?? `http://localhost:${config.port}`}/oidc/${key}/callback`;
}
