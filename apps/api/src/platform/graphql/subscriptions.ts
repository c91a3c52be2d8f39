import { createHash } from 'node:crypto';
import {
  createSourceEventStream,
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  specifiedRules,
  validate,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Context } from '../context.js';
import { Refusal } from '../errors.js';
import { LEAST_COST } from '../http/request-budget.js';
import type { CompiledOperations } from './compiled.js';
import { assertCost, LIMITS, limitRules } from './limits.js';
import { operationKey } from './plan/direct.js';

/** What a client asks to subscribe to, as the protocol has it. */
export interface SubscriptionAsked {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
  extensions?: Record<string, unknown> | null | undefined;
}

/** A subscription that may begin. */
export interface PreparedSubscription {
  document: DocumentNode;
  operationName: string | undefined;
  variables: Record<string, unknown>;
  /** Under which its compiled form is kept. */
  key: string;
  /** Whether equal payloads are answered alike; with variables below the root they are not. */
  isShared: boolean;
}

/** Documents of subscriptions: checked once, then run for each payload. */
export interface Subscriptions {
  /** Finds or checks a document and takes what it costs. @throws GraphQLError what is wrong with it @throws Refusal RATE_LIMITED, BAD_REQUEST, UNAUTHENTICATED */
  prepare(context: Context, asked: SubscriptionAsked): PreparedSubscription;
  /** Begins. The iterator throws the refusal with which it ends. */
  run(context: Context, prepared: PreparedSubscription): Promise<AsyncIterableIterator<ExecutionResult>>;
}

/**
 * @param operations the interface's own: hash → text; those that subscribe are accepted by hash, without limits
 */
export function createSubscriptions(
  schema: GraphQLSchema,
  operations: Readonly<Record<string, string>>,
  compiled: CompiledOperations,
): Subscriptions {
  const known = ownSubscriptions(operations);
  /** Answers by payload: readers who may see the same are given the same payload, and its answer is made once for all of them. */
  const answers = new WeakMap<object, Map<string, Promise<ExecutionResult>>>();
  const answer = (
    payload: object,
    { document, operationName, variables, key, isShared }: PreparedSubscription,
  ): Promise<ExecutionResult> => {
    const make = async () => compiled.run(key, document, operationName, PAYLOAD_ONLY, variables, payload);
    if (!isShared) return make();
    const kept = answers.get(payload) ?? new Map<string, Promise<ExecutionResult>>();
    answers.set(payload, kept);
    const found = kept.get(key) ?? make();
    kept.set(key, found);
    return found;
  };
  return {
    prepare(context, asked) {
      const variables = asked.variables ?? {};
      const own = known.get(hashOf(asked));
      // Who may not even sign in is not worth reading a document for.
      if (!context.me) throw new Refusal('UNAUTHENTICATED');
      if (own) {
        context.spend(LEAST_COST);
        return { ...own, variables };
      }
      const document = checkedDocument(schema, asked);
      const operationName = asked.operationName ?? undefined;
      context.spend(LEAST_COST + assertCost(schema, document, operationName, variables));
      const hash = createHash('sha256').update(asked.query).digest('hex');
      return { ...described(document, hash, operationName), variables };
    },
    async run(context, prepared) {
      const source = await createSourceEventStream({
        schema,
        document: prepared.document,
        contextValue: context,
        variableValues: prepared.variables,
        ...(prepared.operationName !== undefined && { operationName: prepared.operationName }),
      });
      if (!(Symbol.asyncIterator in source)) return mapped(refused(source.errors?.[0]), async () => ({}));
      return mapped(source as AsyncIterableIterator<object>, (payload) => answer(payload, prepared));
    },
  };
}

/**
 * What the fields of a payload are given for a context. A payload stands for all who may see the same, so nothing of it may ask who is
 * looking: a field that needs more than the payload holds is refused.
 */
const PAYLOAD_ONLY: object = new Proxy(
  {},
  {
    get() {
      throw new Refusal('BAD_REQUEST', { limit: 'live' });
    },
  },
);

type Known = Omit<PreparedSubscription, 'variables'>;

function described(document: DocumentNode, hash: string, operationName: string | undefined): Known {
  return { document, operationName, key: operationKey(hash, operationName), isShared: !asksBelowRoot(document) };
}

function ownSubscriptions(operations: Readonly<Record<string, string>>): ReadonlyMap<string | undefined, Known> {
  const known = new Map<string | undefined, Known>();
  for (const [hash, source] of Object.entries(operations)) {
    if (!source.includes('subscription')) continue;
    const document = parse(source, { noLocation: true });
    const operation = getOperationAST(document);
    if (operation?.operation === 'subscription') known.set(hash, described(document, hash, operation.name?.value));
  }
  return known;
}

function hashOf({ extensions }: SubscriptionAsked): string | undefined {
  const persisted = extensions?.['persistedQuery'] as { sha256Hash?: unknown } | null | undefined;
  return typeof persisted?.sha256Hash === 'string' ? persisted.sha256Hash : undefined;
}

/** @throws GraphQLError where a document that is not our own is none, is too large, or subscribes to nothing */
function checkedDocument(schema: GraphQLSchema, { query, operationName }: SubscriptionAsked): DocumentNode {
  if (query.length > LIMITS.bodyBytes) throw new Refusal('BAD_REQUEST', { limit: 'bodyBytes' });
  if (query === '') throw new GraphQLError('PersistedQueryNotFound', { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } });
  const document = parse(query, { noLocation: true, maxTokens: LIMITS.tokens });
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'subscription')
    throw new GraphQLError('Only subscriptions come over this connection', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
  const [fault] = validate(schema, document, [...specifiedRules, ...limitRules]);
  if (fault)
    throw fault.extensions['code'] ? fault : new GraphQLError(fault.message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
  return document;
}

/** Whether variables are used elsewhere than in the arguments of the root field. */
function asksBelowRoot(document: DocumentNode): boolean {
  let found = false;
  const look = { Variable: () => void (found = true) };
  for (const definition of document.definitions) {
    const parts = definition.kind === Kind.OPERATION_DEFINITION ? belowRoot(definition) : [definition];
    for (const part of parts) visit(part, look);
  }
  return found;
}

function belowRoot({ selectionSet }: OperationDefinitionNode) {
  return selectionSet.selections.flatMap((root) => [
    ...(root.directives ?? []),
    ...(root.kind === Kind.FIELD && root.selectionSet ? [root.selectionSet] : []),
  ]);
}

/** A source that is over before it began. */
function refused(why: Error = new Refusal('BAD_REQUEST')): AsyncIterator<object> {
  return { next: () => Promise.reject(why) };
}

/** Like `map`, and `return` reaches the source also while it is waited for. */
function mapped<In, Out>(source: AsyncIterator<In>, map: (value: In) => Promise<Out>): AsyncIterableIterator<Out> {
  return {
    async next() {
      const result = await source.next();
      return result.done ? { done: true, value: undefined } : { done: false, value: await map(result.value) };
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
