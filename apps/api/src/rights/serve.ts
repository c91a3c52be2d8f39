import { request, type IncomingHttpHeaders } from 'node:http';
import type { LoadShedder } from '../platform/http/load-shedding.js';
import { createMetrics } from '../platform/http/metrics.js';
import { createReadiness } from '../platform/http/readiness.js';
import { createLiveEndpoint, type LiveEndpoint } from '../platform/live/endpoint.js';
import { listen } from '../platform/http/server.js';
import { restRoutes } from '../rest.js';
import type { World } from '../testing/world.js';

/** An answer as it came over the wire. */
export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** What is sent; a body that is no text is written as JSON. */
export interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** A session's token, sent as the cookie. */
  token?: string | null;
}

/** The world's API on a free port, spoken to with any header. */
export interface Served {
  url: string;
  live: LiveEndpoint;
  send(sent: Sent): Promise<Reply>;
  /** POSTs an operation as the web app does. */
  ask(query: string, variables?: Record<string, unknown>, more?: Sent): Promise<Reply>;
  stop(): Promise<void>;
}

/** Serves a world over real HTTP. */
export async function serve(world: World, shedder?: LoadShedder): Promise<Served> {
  const { app, services } = world;
  const metrics = createMetrics(services);
  const live = createLiveEndpoint({ ...services, live: app.live, graphql: app.graphql, contextOf: app.lazyContextOf });
  const server = await listen(
    { graphql: app.graphql.handle, rest: restRoutes(app, metrics, createReadiness({})), live },
    { host: '127.0.0.1', port: 0, publicUrl: services.config.publicUrl },
    services.log,
    metrics,
    shedder,
  );
  const send = ({ method = 'GET', path = '/', headers = {}, body, token }: Sent) =>
    new Promise<Reply>((resolve, reject) => {
      const cookie = token ? { cookie: `${services.config.secureCookie ? '__Host-stoa' : 'stoa'}=${token}` } : {};
      const req = request(
        { host: '127.0.0.1', port: server.port, method, path, headers: { ...cookie, ...headers }, agent: false },
        (res) => {
          let text = '';
          res.setEncoding('utf8');
          res.on('data', (part: string) => (text += part));
          res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, text }));
          res.on('error', reject);
        },
      );
      req.on('error', reject);
      req.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
    });
  return {
    live,
    url: `http://127.0.0.1:${String(server.port)}`,
    send,
    ask: (query, variables = {}, more = {}) =>
      send({
        method: 'POST',
        path: '/graphql',
        ...more,
        headers: { 'content-type': 'application/json', ...more.headers },
        body: { query, variables },
      }),
    stop: () => server.stop(1_000),
  };
}

/** What an answer never holds: statements, stacks, paths, hosts. */
export const LEAK =
  /\b(SELECT|INSERT INTO|UPDATE \w+ SET|syntax error at|constraint "|relation "|column "|invalid input|invalid byte|node_modules|\/src\/|\.[tj]s:\d+|127\.0\.0\.1|localhost|postgres(ql)?:)/;
