import { createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a provider's token says; a test changes what it wants to be wrong. */
export interface Lie {
  claims?: Record<string, unknown>;
  /** Signs with a key that the provider does not publish. */
  otherKey?: boolean;
}

/** A provider that says of everybody what the test wants, true or not. */
export interface LyingProvider {
  issuer: string;
  /** What the next token says beside what it should; the nonce of the journey is the test's to give. */
  lie: Lie;
  stop(): Promise<void>;
}

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Starts one on a free port. */
export async function startLyingProvider(): Promise<LyingProvider> {
  const [own, other] = [generateKeyPairSync('rsa', { modulusLength: 2048 }), generateKeyPairSync('rsa', { modulusLength: 2048 })];
  const server = createServer((req, res) => {
    const json = (value: object) => res.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    if (req.url?.startsWith('/.well-known')) return json(metadata(provider.issuer));
    if (req.url === '/jwks') return json({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'k' }] });
    const key = (provider.lie.otherKey ? other : own).privateKey;
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: provider.issuer, aud: 'stoa', sub: 'liar', iat: now, exp: now + 300, ...provider.lie.claims };
    const body = `${base64({ alg: 'RS256', kid: 'k' })}.${base64(claims)}`;
    const signature = createSign('RSA-SHA256').update(body).sign(key).toString('base64url');
    return json({ access_token: 'x', token_type: 'Bearer', id_token: `${body}.${signature}` });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const provider: LyingProvider = {
    issuer: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    lie: {},
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return provider;
}

function metadata(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}
