import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import { apiPath } from './platform/api-root.js';
import { precompressed } from './platform/http/precompressed.js';
import type { Readiness } from './platform/http/readiness.js';
import { failRequest } from './platform/http/server.js';
import { takeUploads } from './platform/uploads/endpoint.js';
import { mayReadMetrics, type Metrics } from './platform/http/metrics.js';
import { postUnsubscribe } from './modules/notifications/index.js';
import { certificatePdf, portfolioPdf } from './modules/learning/index.js';
import { postStopSearch, serveSearchFeed } from './modules/library/index.js';
import { providerCallback } from './modules/accounts/index.js';
import { provideOai, serveEmbed, serveFeed, serveRobots, serveSitemap, serveSitemapFile } from './modules/interchange/index.js';
import type { App } from './app.js';
import { serveExports, serveFiles, serveLearning } from './files.js';
import { servePages } from './html.js';
import { takeImports } from './uploads.js';

const webRoot = apiPath('../web/dist');

/** Everything but `/graphql`: health, files, the single-page app. */
export function restRoutes(app: App, metrics: Metrics, readiness: Readiness): Express {
  const { services } = app;
  const rest = express();
  rest.disable('x-powered-by');
  rest.use(pagePolicy);
  rest.get('/healthz', (_req, res) => void res.json({ status: 'ok' }));
  rest.get('/readyz', async (_req, res) => {
    const { ready, ...report } = await readiness.report();
    res.status(ready ? 200 : 503).json(report);
  });
  rest.get('/metrics', async (req, res) => {
    if (!mayReadMetrics(req, services.config.metricsToken)) return void res.status(404).type('text/plain').send('Not found');
    res.type(metrics.contentType).send(await metrics.text());
  });
  rest.get('/oidc/:provider/callback', providerCallback(app.contextOf));
  const forEverybody = { ...services, contextOf: app.lazyContextOf };
  rest.get('/oai', provideOai(forEverybody));
  rest.post('/oai', provideOai(forEverybody));
  rest.get('/feeds/library.atom', serveFeed(forEverybody));
  rest.get('/sitemap.xml', serveSitemap(forEverybody));
  rest.get('/sitemaps/:name', serveSitemapFile(forEverybody));
  rest.get('/robots.txt', serveRobots(forEverybody));
  rest.get('/embed/library', serveEmbed(forEverybody));
  rest.get('/files/:id/:name', serveFiles(app));
  rest.get('/exports/:id', serveExports(app));
  rest.get('/certificates/:id/certificate.pdf', serveLearning(app, certificatePdf));
  rest.get('/portfolio.pdf', serveLearning(app, portfolioPdf));
  rest.post('/imports', takeImports(app));
  rest.all('/uploads{/*id}', takeUploads(services, app.contextOf));
  rest.post('/:lang/unsubscribe/:token', postUnsubscribe(app.contextOf));
  rest.post('/:lang/library/searches/stop/:token', postStopSearch(app.contextOf));
  rest.get('/feeds/library/:token', serveSearchFeed(app));
  rest.use(
    '/assets',
    precompressed(`${webRoot}/assets`),
    express.static(`${webRoot}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  rest.use(express.static(webRoot, { index: false }));
  rest.get('/{*path}', servePages(app, webRoot));
  // The framework's own answer would put another policy in the place of ours.
  rest.use((_req, res) => void res.status(404).type('text/plain').send('Not found'));
  const onFault: ErrorRequestHandler = (error: unknown, _req, res, _next) => failRequest(error, res, services.log);
  rest.use(onFault);
  return rest;
}

/** The policy of pages: no inline script anywhere; styles may be set on elements, as the interface's library does. All other headers every answer has. */
const pagePolicy = helmet.contentSecurityPolicy({
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
});
