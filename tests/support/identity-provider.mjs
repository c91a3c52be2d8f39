import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const CLIENT_ID = 'stoa';
const CLIENT_SECRET = 'a secret between the provider and stoa';

/** A page on which whoever knows a name is that person; what a real provider does with passwords is its own affair. */
function loginPage(uid) {
  return `<!doctype html><html lang="en"><head><title>School network</title></head><body><main><h1>School network</h1>
    <form method="post" action="/interaction/${uid}"><label>User name <input name="login" autocomplete="off"></label>
    <button name="act" value="continue">Continue</button><button name="act" value="cancel">Cancel</button></form></main></body></html>`;
}

async function formOf(req) {
  let body = '';
  for await (const part of req) body += part;
  return new URLSearchParams(body);
}

/** Starts a provider of sign-ins on a free port: the real protocol, with people that the test names. */
export async function startIdentityProvider({ redirectUri, people }) {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [redirectUri], grant_types: ['authorization_code'] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id], amr: undefined }) }),
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const serve = provider.callback();
  server.on('request', async (req, res) => {
    const uid = /^\/interaction\/([\w-]+)$/.exec(req.url ?? '')?.[1];
    if (!uid) return serve(req, res);
    if (req.method === 'GET') return res.setHeader('content-type', 'text/html; charset=utf-8').end(loginPage(uid));
    const form = await formOf(req);
    const login = form.get('login') ?? '';
    const result =
      form.get('act') === 'continue' && people[login]
        ? { login: { accountId: login, amr: people[login].amr ?? ['pwd'] } }
        : { error: 'access_denied', error_description: 'The person went away' };
    await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
  });
  return {
    issuer,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
