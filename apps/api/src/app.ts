import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestLoaders, type Context, type Me } from './platform/context.js';
import { ANONYMOUS, type Viewer } from './platform/authorize.js';
import { createGraphQL, type GraphQLEndpoint } from './platform/graphql/server.js';
import type { Plans } from './platform/graphql/plan/plans.js';
import { noPlans } from './platform/graphql/plan/plans.js';
import { clientAddress } from './platform/http/client-address.js';
import type { Services } from './platform/services.js';
import { tokenFromCookie } from './modules/accounts/index.js';
import { registerAdapters } from './adapters.js';
import { makeSchema, PUBLIC_OPERATIONS } from './schema.js';
import { loadViewer, readLang } from './viewer.js';

/** The API as one process serves it, without its sockets. */
export interface App {
  services: Services;
  graphql: GraphQLEndpoint;
  /** A context for a viewer; requests, tests and HTML made on the server use it. */
  contextFor(who: { viewer?: Viewer; me?: Me | null; lang?: string }, request?: Partial<Pick<Context, 'requestId' | 'ip' | 'userAgent' | 'setCookie'>>): Context;
  /** The context of an HTTP request. */
  contextOf(req: IncomingMessage, res: ServerResponse): Promise<Context>;
}

/** Puts the parts together. @param operations the web app's operations, hash → text */
export async function createApp(services: Services, operations: Readonly<Record<string, string>> = {}, plans: Plans = noPlans): Promise<App> {
  registerAdapters();
  const schema = await makeSchema();
  const contextFor: App['contextFor'] = (who, request = {}) => {
    const context: Context = {
      ...services,
      viewer: who.viewer ?? ANONYMOUS,
      me: who.me ?? null,
      lang: readLang(who.lang) ?? who.me?.lang ?? 'en',
      requestId: request.requestId ?? randomUUID(),
      ip: request.ip ?? '127.0.0.1',
      userAgent: request.userAgent ?? '',
      setCookie: request.setCookie ?? (() => undefined),
      ...requestLoaders(() => context),
    };
    return context;
  };
  const contextOf: App['contextOf'] = async (req, res) => {
    const who = await loadViewer(services, tokenFromCookie(req.headers.cookie, services.config));
    const lang = String(req.headers['stoa-lang'] ?? '');
    return contextFor({ ...who, lang }, {
      requestId: String(res.getHeader('x-request-id') ?? randomUUID()),
      ip: clientAddress(req, services.config.trustProxy),
      userAgent: String(req.headers['user-agent'] ?? ''),
      setCookie: (cookie) => res.appendHeader('set-cookie', cookie),
    });
  };
  const graphql = await createGraphQL({
    schema,
    publicOperations: PUBLIC_OPERATIONS,
    operations,
    plans,
    log: services.log,
    createContext: contextOf,
    publicOrigin: () => services.config.publicUrl,
  });
  return { services, graphql, contextFor, contextOf };
}
