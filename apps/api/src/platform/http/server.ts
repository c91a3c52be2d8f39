import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Logger } from '../logger.js';

/** A running HTTP server. */
export interface HttpServer {
  port: number;
  /** Stops listening, lets running requests end, then closes. */
  stop(): Promise<void>;
}

export interface Routes {
  graphql(req: IncomingMessage, res: ServerResponse): Promise<void>;
  rest: RequestListener;
}

/** Listens: `/graphql` goes straight to the endpoint, the rest to express. @throws Error with code EADDRINUSE where the port is taken */
export async function listen(routes: Routes, address: { host: string; port: number }, log: Logger): Promise<HttpServer> {
  const server: Server = createServer((req, res) => {
    res.setHeader('x-request-id', randomUUID());
    res.setHeader('x-content-type-options', 'nosniff');
    if (req.url === '/graphql' || req.url?.startsWith('/graphql?')) {
      routes.graphql(req, res).catch((error: unknown) => fail(error, res, log));
    } else {
      routes.rest(req, res);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.port, address.host, resolve);
  });
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound ? bound.port : address.port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function fail(error: unknown, res: ServerResponse, log: Logger): void {
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
