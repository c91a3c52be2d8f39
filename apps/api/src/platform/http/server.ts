import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from '../logger.js';
import { guardAnswer } from './headers.js';
import { createLoadShedder, type LoadShedder } from './load-shedding.js';
import type { Metrics } from './metrics.js';
import { refuseUpgrade } from './upgrade.js';
import type { LiveEndpoint } from '../live/endpoint.js';
import type { Tracing } from '../tracing/tracing.js';

/** A running HTTP server. */
export interface HttpServer {
  port: number;
  /** Stops listening and lets running requests end; those that still run after `withinMs` are cut off. */
  stop(withinMs: number): Promise<void>;
}

export interface Routes {
  graphql(req: IncomingMessage, res: ServerResponse): Promise<void>;
  rest: RequestListener;
  live: Pick<LiveEndpoint, 'upgrade' | 'stop'>;
}

/** Where to listen, and under which address readers come. */
export interface Address {
  host: string;
  port: number;
  publicUrl: string | null;
}

/**
 * Listens: `/graphql` goes straight to the endpoint, the rest to express. While the process is overloaded, all but those who ask for its
 * health are turned away before any work. @throws Error with code EADDRINUSE where the port is taken
 */
export async function listen(
  routes: Routes,
  address: Address,
  log: Logger,
  metrics: Metrics,
  shedder: LoadShedder = createLoadShedder(),
  tracing: Tracing | null = null,
): Promise<HttpServer> {
  const https = address.publicUrl?.startsWith('https:') ?? false;
  let stopping = false;
  const server: Server = createServer((req, res) => {
    // A kept connection would bring the next request to a process that ends.
    if (stopping) res.setHeader('connection', 'close');
    res.setHeader('x-request-id', randomUUID());
    guardAnswer(res, https);
    const began = performance.now();
    const kind = isGraphQL(req) ? 'graphql' : 'rest';
    res.once('finish', () => {
      const seconds = (performance.now() - began) / 1000;
      metrics.answered(kind, res.statusCode, seconds);
      log.debug({ requestId: res.getHeader('x-request-id'), kind, status: res.statusCode, seconds }, 'answered');
    });
    if (!WATCHED.test(req.url ?? '')) {
      if (!shedder.admits()) return turnAway(req, res);
      if (!STREAMED.test(req.url ?? '')) count(req, res, shedder);
    }
    const serve = () => {
      if (kind === 'graphql') routes.graphql(req, res).catch((error: unknown) => failRequest(error, res, log));
      else routes.rest(req, res);
    };
    if (tracing) tracing.request(req, res, { name: `${req.method ?? ''} ${kind}`, kind: 'server' }, serve);
    else serve();
  });
  server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    if (!isGraphQL(req)) refuseUpgrade(socket, '404 Not Found');
    else if (stopping || !shedder.admits()) refuseUpgrade(socket, '503 Service Unavailable');
    else routes.live.upgrade(req, socket, head);
  });
  server.keepAliveTimeout = KEPT_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.port, address.host, resolve);
  });
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound ? bound.port : address.port,
    stop: (withinMs) =>
      new Promise((resolve) => {
        shedder.stop();
        stopping = true;
        routes.live.stop();
        const timer = setTimeout(() => server.closeAllConnections(), withinMs);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

/** A quiet connection is kept for longer than proxies keep theirs (a minute): else they would send on one that is just being closed, and report a fault. */
const KEPT_MS = 75_000;

/** What an operator's monitoring asks: it must see an overloaded process, too. */
const WATCHED = /^\/(healthz|readyz|metrics)(\?|$)/;

/** What may take long on a slow line, and costs the process little meanwhile. */
const STREAMED = /^\/(files|exports|imports|uploads|assets)(\/|\?|$)/;

/** Counts a request while it is worked on: neither a slow sender nor a slow reader may fill the places of others. */
function count(req: IncomingMessage, res: ServerResponse, shedder: LoadShedder): void {
  let isOver = false;
  let leave: (() => void) | undefined;
  const begin = () => {
    if (!isOver) leave = shedder.enter();
  };
  const end = () => {
    isOver = true;
    leave?.();
    leave = undefined;
  };
  res.once('prefinish', end).once('close', end);
  if (req.method === 'POST') req.once('end', begin);
  else begin();
}

/** A refusal that costs next to nothing; a browser or a program may come again in a second. */
function turnAway(req: IncomingMessage, res: ServerResponse): void {
  req.resume();
  res.writeHead(503, { 'retry-after': '1', 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' });
  res.end('{"errors":[{"message":"UNAVAILABLE","extensions":{"code":"UNAVAILABLE","limit":"load"}}]}');
}

function isGraphQL(req: IncomingMessage): boolean {
  return req.url === '/graphql' || req.url?.startsWith('/graphql?') === true;
}

/** Answers a fault with a reference that the log holds, never with what went wrong; a known status of the framework is kept. */
export function failRequest(error: unknown, res: ServerResponse, log: Logger): void {
  const status = Number((error as { status?: unknown } | null)?.status ?? 500);
  if (status >= 400 && status < 500 && !res.headersSent) {
    res.statusCode = status;
    res.setHeader('content-type', 'text/plain; charset=utf-8');
    res.end('Not found');
    return;
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ err: error, reference }, 'request failed');
  if (res.headersSent) {
    res.destroy();
    return;
  }
  res.statusCode = 500;
  res.setHeader('content-type', 'application/json; charset=utf-8');
  res.end(JSON.stringify({ errors: [{ message: 'INTERNAL', extensions: { code: 'INTERNAL', reference } }] }));
}
