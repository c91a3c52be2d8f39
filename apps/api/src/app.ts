import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseCookie } from 'cookie';
import { requestLoaders, type Context, type Me } from './platform/context.js';
import { ANONYMOUS, type Viewer } from './platform/authorize.js';
import { createGraphQL, type GraphQLEndpoint } from './platform/graphql/server.js';
import type { Plans } from './platform/graphql/plan/plans.js';
import type { Metrics } from './platform/http/metrics.js';
import { seenCookie, seenOf } from './platform/http/seen.js';
import { clientAddress } from './platform/http/client-address.js';
import { createHub, type LiveHub } from './platform/live/hub.js';
import { createRequestBudget, type RequestBudget } from './platform/http/request-budget.js';
import type { Services } from './platform/services.js';
import { tokenFromCookies } from './modules/accounts/index.js';
import { registerAdapters } from './adapters.js';
import { appPlans } from './plans.js';
import { makeSchema, OPEN_WITHOUT_AGREEMENT, PUBLIC_OPERATIONS } from './schema.js';
import { loadViewer, loadViewers, readLang } from './viewer.js';

/** What a context knows of its request. */
type RequestParts = Partial<Pick<Context, 'requestId' | 'ip' | 'userAgent' | 'cookies' | 'setCookie' | 'spend'>> & { seen?: string | null };

/** The API as one process serves it, without its sockets. */
export interface App {
  services: Services;
  graphql: GraphQLEndpoint;
  live: LiveHub;
  /** A context for a viewer; requests, tests and HTML made on the server use it. */
  contextFor(who: { viewer?: Viewer; me?: Me | null; lang?: string }, request?: RequestParts): Context;
  /** The context of an HTTP request, with its viewer. */
  contextOf(req: IncomingMessage, res: ServerResponse): Promise<Context>;
  /** The same without its viewer yet; of an upgrade to a WebSocket there is no response. */
  lazyContextOf(req: IncomingMessage, res?: ServerResponse): Context;
  /** A context for a session's token whose viewer is read when it is needed, as GraphQL requests have it. */
  contextForSession(token: string | null, lang?: string, request?: RequestParts): Context;
}

/** Puts the parts together. @param operations the web app's operations, hash → text; @param budget of requests, absent: one that no other node shares */
export async function createApp(
  services: Services,
  operations: Readonly<Record<string, string>> = {},
  plans: Plans = appPlans(),
  observe?: Metrics['operated'],
  budget: RequestBudget = createRequestBudget(services.config.requestBudget),
): Promise<App> {
  registerAdapters();
  const schema = await makeSchema();
  const live = createHub(services, loadViewers);
  const contextFor: App['contextFor'] = (who, request = {}) => {
    const { load, loadMany, know } = requestLoaders(() => context);
    // Each by name: an object that is spread and then grows costs more than the rest of a small request.
    const context: Context = {
      config: services.config,
      clock: services.clock,
      log: services.log,
      db: services.db,
      mailer: services.mailer,
      files: services.files,
      viewerOf: (personId) => services.viewerOf(personId),
      viewer: who.viewer ?? ANONYMOUS,
      me: who.me ?? null,
      session: null,
      authenticate: async () => context,
      lang: readLang(who.lang) ?? who.me?.lang ?? 'en',
      requestId: request.requestId ?? randomUUID(),
      ip: request.ip ?? '127.0.0.1',
      userAgent: request.userAgent ?? '',
      cookies: request.cookies ?? {},
      spend: request.spend ?? (() => undefined),
      live,
      setCookie: request.setCookie ?? (() => undefined),
      // Of a request without a cookie nobody knows what its reader has written.
      reads: (request.seen !== undefined && services.db.replicas?.reader(request.seen)) || services.db,
      wrote: async () => {
        if (services.db.replicas) context.setCookie(await seenCookie(services));
      },
      load,
      loadMany,
      know,
    };
    return context;
  };
  const contextForSession: App['contextForSession'] = (token, lang = '', request = {}) => {
    const context = contextFor({ lang }, request);
    let reading: ReturnType<Context['authenticate']> | null = null;
    context.session = { token, lang: readLang(lang) };
    context.authenticate = () => (reading ??= readViewer(context, token, lang));
    return context;
  };
  const lazyContextOf: App['lazyContextOf'] = (req, res) => {
    const cookies = parseCookie(req.headers.cookie ?? '');
    const token = tokenFromCookies(cookies, services.config);
    const ip = clientAddress(req, services.config.trustProxy);
    return contextForSession(token, String(req.headers['stoa-lang'] ?? ''), {
      requestId: String(res?.getHeader('x-request-id') ?? randomUUID()),
      ip,
      userAgent: String(req.headers['user-agent'] ?? ''),
      cookies,
      spend: (cost) => budget.spend(token, ip, cost),
      ...(res && { setCookie: (cookie: string) => res.appendHeader('set-cookie', cookie) }),
      seen: seenOf(cookies, services.config),
    });
  };
  const contextOf: App['contextOf'] = async (req, res) => {
    const context = lazyContextOf(req, res);
    await context.authenticate();
    return context;
  };
  const graphql = await createGraphQL({
    schema,
    publicOperations: PUBLIC_OPERATIONS,
    openWithoutAgreement: OPEN_WITHOUT_AGREEMENT,
    operations,
    plans,
    log: services.log,
    ...(observe && { observe }),
    createContext: lazyContextOf,
    publicOrigin: () => services.config.publicUrl,
  });
  return { services, graphql, live, contextFor, contextOf, lazyContextOf, contextForSession };
}

/** Makes a visitor's context that of the session's person. */
async function readViewer(context: Context, token: string | null, lang: string): ReturnType<Context['authenticate']> {
  const { viewer, me } = await loadViewer(context, token);
  const found = { viewer, me, lang: readLang(lang) ?? me?.lang ?? 'en' };
  Object.assign(context, found);
  return found;
}
