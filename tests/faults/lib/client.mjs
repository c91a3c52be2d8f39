// Somebody who speaks to the API as a browser does, over connections that stay open.
import { Agent, request } from 'node:http';

const PASSWORD = 'stoa-demo';
const SIGN_IN = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { viewer { __typename } userErrors { code } } }';

/** A person at the API. `base` may change: a program that was started again has another port. */
export class Client {
  constructor(base, { cookie = null, sockets = 64, patience = 30_000, isKept = true } = {}) {
    this.base = base;
    this.cookie = cookie;
    this.patience = patience;
    this.agent = new Agent({ keepAlive: isKept, maxSockets: sockets });
  }

  /** Signed in as a demo account. @param account the part before the @ */
  static async signedIn(base, account, options = {}) {
    const client = new Client(base, options);
    const reply = await client.ask(SIGN_IN, { input: { email: `${account}@demo.invalid`, password: PASSWORD } });
    // A refused sign-in may bring a cookie, too: how far the database was.
    if (!/"signIn":\{"viewer":\{/.test(reply.text)) throw new Error(`${account} could not sign in: ${reply.text}`);
    client.keep(reply);
    return client;
  }

  /** Sends a request. @returns `{ status, headers, text, ms }`; rejects where the connection broke or nothing came in time */
  send({ method = 'GET', path = '/', headers = {}, body }) {
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const call = request(
        new URL(path, this.base),
        { method, agent: this.agent, headers: { ...(this.cookie ? { cookie: this.cookie } : {}), ...headers }, timeout: this.patience },
        (res) => {
          const parts = [];
          res.on('data', (part) => parts.push(part));
          res.on('end', () =>
            resolve({
              status: res.statusCode,
              headers: res.headers,
              text: Buffer.concat(parts).toString('utf8'),
              ms: performance.now() - began,
            }),
          );
          res.on('error', reject);
          res.on('close', () => reject(new Error('the answer broke off')));
        },
      );
      call.on('timeout', () => call.destroy(new Error('no answer in time')));
      call.on('error', reject);
      call.end(body);
    });
  }

  /** Keeps the cookies of an answer, as a browser does. */
  keep(reply) {
    const pairs = [this.cookie?.split('; ') ?? [], (reply.headers['set-cookie'] ?? []).map((text) => text.split(';')[0])].flat();
    const jar = new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair]));
    this.cookie = jar.size > 0 ? [...jar.values()].join('; ') : null;
  }

  /** POSTs JSON to `/graphql`. */
  post(value) {
    return this.send({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: typeof value === 'string' ? value : JSON.stringify(value),
    });
  }

  ask(query, variables = {}) {
    return this.post({ query, variables });
  }

  /** Data of an operation. @throws Error where it was refused */
  async data(query, variables = {}) {
    const reply = await this.ask(query, variables);
    this.keep(reply);
    const answer = JSON.parse(reply.text);
    if (answer.errors) throw new Error(`${reply.status} ${JSON.stringify(answer.errors)}`);
    return answer.data;
  }

  /** One of the web app's own operations, by its hash, as the browser sends it. */
  own(hash, operationName, variables = {}) {
    return this.post({ operationName, variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });
  }

  close() {
    this.agent.destroy();
  }
}
