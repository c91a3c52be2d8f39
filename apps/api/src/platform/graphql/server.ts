import { ApolloServer, HeaderMap, type ApolloServerPlugin, type GraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { KeyValueCache } from '@apollo/utils.keyvaluecache';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError, Kind, type GraphQLFormattedError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Context } from '../context.js';
import { Refusal } from '../errors.js';
import type { Logger } from '../logger.js';
import { compiledOperations, type CompiledOperations } from './compiled.js';
import { formatError, refusedValue } from './format-error.js';
import { LIMITS, assertCost, assertSingleMutation, limitRules } from './limits.js';
import { assertEveryFieldHasPolicy } from './policy-check.js';
import { BodyTooLarge, readBody } from '../http/body.js';
import { isCrossSite } from '../http/origin.js';
import { LEAST_COST } from '../http/request-budget.js';
import { directPlans, operationKey, type DirectPlans } from './plan/direct.js';
import { planText, type Plans } from './plan/plans.js';
import { createSubscriptions, type Subscriptions } from './subscriptions.js';

export interface GraphQLOptions {
  schema: GraphQLSchema;
  /** Root fields that a visitor may use; everything else asks for a signed-in person before execution. */
  publicOperations: ReadonlySet<string>;
  /** Commands open to whoever has not yet agreed to what is in force; every other one is refused before execution. */
  openWithoutAgreement: ReadonlySet<string>;
  /** The web app's own operations: hash → text. Accepted by hash, without limits. */
  operations: Readonly<Record<string, string>>;
  plans: Plans;
  log: Logger;
  /** Told of every operation that was answered. @param name of one of ours, or `other` */
  observe?(name: string, outcome: 'ok' | 'errors', seconds: number): void;
  createContext(req: IncomingMessage, res: ServerResponse): Context;
  publicOrigin(): string | null;
}

/** Serves `/graphql` on `node:http`. */
export interface GraphQLEndpoint {
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** Runs an operation as a request would; for tests and for HTML made on the server. */
  execute(
    context: Context,
    body: { query: string; variables?: Record<string, unknown>; operationName?: string },
  ): Promise<{ data?: unknown; errors?: GraphQLFormattedError[] }>;
  /** What comes live over another connection. */
  subscriptions: Subscriptions;
  /** Errors as a client may see them; what went wrong stays in the log. */
  errorsOf(errors: readonly GraphQLError[], requestId: string): GraphQLFormattedError[];
  /** Lets so many connections to the database plan what is asked most, before anybody waits for it. @param context of nobody */
  warmUp(context: () => Context, connections: number): Promise<void>;
  stop(): Promise<void>;
}

/** Knows our own operations for life and keeps no other: a visitor cannot fill it. */
function operationStore(operations: Readonly<Record<string, string>>): KeyValueCache {
  const prefix = 'apq:';
  return {
    get: async (key) => operations[key.startsWith(prefix) ? key.slice(prefix.length) : key],
    set: async () => undefined,
    delete: async () => false,
  };
}

function guards(options: GraphQLOptions, compiled: CompiledOperations, format: GraphQLEndpoint['errorsOf']): ApolloServerPlugin<Context> {
  const known = new Set(Object.values(options.operations));
  return {
    async requestDidStart() {
      let planned: string | null = null;
      const began = performance.now();
      return {
        async willSendResponse({ source, operationName, response }) {
          const failed = response.body.kind === 'single' && Boolean(response.body.singleResult.errors);
          const name = source !== undefined && known.has(source) ? (operationName ?? 'other') : 'other';
          options.observe?.(name, failed ? 'errors' : 'ok', (performance.now() - began) / 1000);
        },
        async didResolveOperation({ operation, document, request, operationName, source, queryHash, contextValue }) {
          if (!operation) return;
          assertSingleMutation(operation);
          if (operation.operation === 'subscription')
            throw new GraphQLError('Subscriptions come over a WebSocket', {
              extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
            });
          const variables = request.variables ?? {};
          try {
            // The least was taken before the document was read.
            if (!known.has(source)) contextValue.spend(assertCost(options.schema, document, operationName, variables) - LEAST_COST);
            planned = await options.plans.run(operationKey(queryHash, operationName), document, operation, contextValue, variables);
          } catch (error) {
            throw answered(error);
          }
          if (planned !== null) return;
          const { viewer, me, lang } = await contextValue.authenticate();
          Object.assign(contextValue, { viewer, me, lang });
          if (viewer.personId === null && !isAmong(operation, options.publicOperations)) throw refusedAtOnce('UNAUTHENTICATED');
          if (me?.mustAgree && operation.operation === 'mutation' && !isAmong(operation, options.openWithoutAgreement))
            throw refusedAtOnce('AGREEMENT_REQUIRED');
        },
        async responseForOperation(rc): Promise<GraphQLResponse | null> {
          if (!rc.operation || !rc.document || !rc.queryHash) return null;
          const { http } = rc.response;
          if (planned !== null) return { http, body: { kind: 'single', singleResult: planText(planned) } };
          const key = operationKey(rc.queryHash, rc.operationName);
          const variables = rc.request.variables ?? {};
          const isMutation = rc.operation.operation === 'mutation';
          // A command decides on what is so now.
          if (isMutation) rc.contextValue.reads = rc.contextValue.db;
          const result = await compiled.run(key, rc.document, rc.operationName ?? undefined, rc.contextValue, variables);
          if (isMutation) await rc.contextValue.wrote();
          const { errors, ...rest } = result;
          const singleResult = errors ? { ...rest, errors: format(errors, rc.contextValue.requestId) } : rest;
          return { http, body: { kind: 'single', singleResult } };
        },
      };
    },
  };
}

/** What is thrown before the first field would count as a fault of the server: a refusal is an answer, and what is wrong with a request is the client's. */
function answered(thrown: unknown): unknown {
  const error = refusedValue(thrown) ?? thrown;
  if (error instanceof Refusal && error.code === 'RATE_LIMITED') error.extensions['http'] = { status: 429, headers: retryAfter(error) };
  if (error instanceof GraphQLError) error.extensions['http'] ??= { status: error instanceof Refusal ? 200 : 400 };
  return error;
}

function retryAfter({ extensions }: Refusal): HeaderMap {
  const headers = new HeaderMap();
  headers.set('retry-after', String(extensions['retryAfterSeconds'] ?? 1));
  return headers;
}

/** An answer like any other refusal, not a fault of the server: the interface goes to the sign-in page, or asks for the agreement. */
function refusedAtOnce(code: 'UNAUTHENTICATED' | 'AGREEMENT_REQUIRED'): Refusal {
  return new Refusal(code, { http: { status: 200 } });
}

function isAmong(operation: OperationDefinitionNode, names: ReadonlySet<string>): boolean {
  return operation.selectionSet.selections.every(
    (s) => s.kind === Kind.FIELD && (names.has(s.name.value) || s.name.value.startsWith('__')),
  );
}

/** Builds the endpoint. @throws Error where a field of the schema names no policy */
export async function createGraphQL(options: GraphQLOptions): Promise<GraphQLEndpoint> {
  assertEveryFieldHasPolicy(options.schema);
  const compiled = compiledOperations(options.schema);
  const errorsOf: GraphQLEndpoint['errorsOf'] = (errors, requestId) => {
    const log = options.log.child({ requestId });
    return errors.map((error) => formatError(log, error, error.toJSON?.() ?? error));
  };
  const apollo = new ApolloServer<Context>({
    schema: options.schema,
    csrfPrevention: true,
    introspection: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: limitRules,
    persistedQueries: { cache: operationStore(options.operations) },
    formatError: (formatted, error) => formatError(options.log, error, formatted),
    stringifyResult: (result) => options.plans.stringify(result),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      guards(options, compiled, errorsOf),
    ],
    logger: { debug: () => undefined, info: () => undefined, warn: (m) => options.log.warn(m), error: (m) => options.log.error(m) },
  });
  await apollo.start();
  const direct = directPlans(options.operations, options.plans);
  return {
    handle: (req, res) => handle(apollo, direct, options, req, res),
    async execute(context, body) {
      const response = await apollo.executeOperation(body, { contextValue: context });
      if (response.body.kind !== 'single') throw new Error('incremental delivery is off');
      return JSON.parse(options.plans.stringify(response.body.singleResult)) as { data?: unknown; errors?: GraphQLFormattedError[] };
    },
    subscriptions: createSubscriptions(options.schema, options.operations, compiled),
    errorsOf,
    warmUp: (context, connections) => direct.warmUp(context, connections),
    stop: () => apollo.stop(),
  };
}

async function handle(
  apollo: ApolloServer<Context>,
  direct: DirectPlans,
  options: GraphQLOptions,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  if (isCrossSite(req, options.publicOrigin())) return refuse(res, 403, 'FORBIDDEN');
  const context = options.createContext(req, res);
  try {
    context.spend(LEAST_COST);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    req.resume();
    for (const [name, value] of retryAfter(error)) res.setHeader(name, value);
    return refuse(res, 429, error.code, String(error.extensions['limit']));
  }
  let body: unknown;
  try {
    const text = await readBody(req, LIMITS.bodyBytes);
    body = text ? JSON.parse(text) : undefined;
  } catch (error) {
    return error instanceof BodyTooLarge ? refuse(res, 413, 'BODY_TOO_LARGE', 'bodyBytes') : refuse(res, 400, 'BAD_REQUEST');
  }
  res.setHeader('cache-control', 'no-store');
  const began = performance.now();
  // What fails here fails again there, and Apollo finds the words and the status for it.
  const planned = await direct.answer(req, body, () => context).catch(() => null);
  if (planned) {
    res.setHeader('content-type', planned.type);
    res.end(planned.text);
    options.observe?.(planned.name, 'ok', (performance.now() - began) / 1000);
    return;
  }
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(req.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const search = req.url?.includes('?') ? req.url.slice(req.url.indexOf('?')) : '';
  const response = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: (req.method ?? 'GET').toUpperCase(), headers, search, body },
    context: async () => context,
  });
  res.statusCode = response.status ?? 200;
  for (const [name, value] of response.headers) if (name !== 'cache-control') res.setHeader(name, value);
  if (response.body.kind === 'complete') res.end(response.body.string);
  else res.end();
}

function refuse(res: ServerResponse, status: number, code: string, limit?: string): void {
  res.statusCode = status;
  res.setHeader('content-type', 'application/json; charset=utf-8');
  res.setHeader('cache-control', 'no-store');
  res.end(JSON.stringify({ errors: [{ message: code, extensions: { code, ...(limit ? { limit } : {}) } }] }));
}
