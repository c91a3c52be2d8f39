import { fileURLToPath } from 'node:url';
import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import { precompressed } from './platform/http/precompressed.js';
import { failRequest } from './platform/http/server.js';
import { mayReadMetrics, type Metrics } from './platform/http/metrics.js';
import type { App } from './app.js';
import { serveExports, serveFiles } from './files.js';
import { servePages } from './html.js';
import { takeImports } from './uploads.js';

const webRoot = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Everything but `/graphql`: health, files, the single-page app. */
export function restRoutes(app: App, metrics: Metrics): Express {
  const { services } = app;
  const rest = express();
  rest.disable('x-powered-by');
  rest.use(securityHeaders(services.config.publicUrl?.startsWith('https:') ?? false));
  rest.get('/healthz', (_req, res) => void res.json({ status: 'ok' }));
  rest.get('/readyz', (_req, res, next) => {
    services.db
      .row('SELECT 1')
      .then(
        () => res.json({ status: 'ready' }),
        () => res.status(503).json({ status: 'database unavailable' }),
      )
      .catch(next);
  });
  rest.get('/metrics', async (req, res) => {
    if (!mayReadMetrics(req, services.config.metricsToken)) return void res.status(404).type('text/plain').send('Not found');
    res.type(metrics.contentType).send(await metrics.text());
  });
  rest.get('/files/:id/:name', serveFiles(app));
  rest.get('/exports/:id', serveExports(app));
  rest.post('/imports', takeImports(app));
  rest.use(
    '/assets',
    precompressed(`${webRoot}/assets`),
    express.static(`${webRoot}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  rest.use(express.static(webRoot, { index: false }));
  rest.get('/{*path}', servePages(app, webRoot));
  const onFault: ErrorRequestHandler = (error: unknown, _req, res, _next) => failRequest(error, res, services.log);
  rest.use(onFault);
  return rest;
}

/** No inline script anywhere; styles may be set on elements, as the interface's library does. */
function securityHeaders(https: boolean): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
}
