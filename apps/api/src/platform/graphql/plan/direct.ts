import type { IncomingMessage } from 'node:http';
import { Kind, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { Context } from '../../context.js';
import type { Plans } from './plans.js';

/** One of the interface's own operations that has a plan. */
interface Planned {
  key: string;
  name: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

/** Values for every plan's variables that lead to no record. */
const NOTHING = { network: '', no: 0, first: 1 };

/** The type of the answer by what the request accepts, as Apollo chooses it; what is not listed is left to Apollo. */
const TYPE_BY_ACCEPT: Readonly<Record<string, string>> = {
  '': 'application/json; charset=utf-8',
  '*/*': 'application/json; charset=utf-8',
  'application/graphql-response+json,application/json;q=0.9': 'application/graphql-response+json; charset=utf-8',
};

/** Answers a request by its plan before Apollo sees it. */
export interface DirectPlans {
  /** @returns the answer, or null where Apollo must answer */
  answer(req: IncomingMessage, body: unknown, context: () => Context): Promise<{ name: string; type: string; text: string } | null>;
  /** Asks each of them for nothing, so many times at once, so that so many connections have their statements planned. @param context of nobody */
  warmUp(context: () => Context, times: number): Promise<void>;
}

/** The name under which an operation's compiled forms are kept. */
export function operationKey(queryHash: string, operationName: string | null | undefined): string {
  return `${queryHash}:${operationName ?? ''}`;
}

/**
 * The hot reads of the interface itself, compiled when the program starts. They were checked against the schema when the interface was built and come by hash,
 * so that there is nothing to parse, validate or limit; who asks and what they may see is in the plan's statement. Everything else, errors included, is Apollo's.
 * @param operations hash → text
 */
export function directPlans(operations: Readonly<Record<string, string>>, plans: Plans): DirectPlans {
  const planned = new Map<string, Planned>();
  for (const [hash, source] of Object.entries(operations)) {
    const document = parse(source, { noLocation: true });
    const operation = document.definitions.find((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION);
    const name = operation?.name?.value ?? '';
    const key = operationKey(hash, name);
    if (operation && plans.compiles(key, document, operation)) planned.set(hash, { key, name, document, operation });
  }
  return {
    async answer(req, body, context) {
      const type = TYPE_BY_ACCEPT[req.headers.accept ?? ''];
      const asked = req.method === 'POST' && type && isJson(req) ? byHash(body) : null;
      const plan = asked && planned.get(asked.hash);
      if (!plan || (asked.operationName ?? plan.name) !== plan.name) return null;
      const text = await plans.run(plan.key, plan.document, plan.operation, context(), asked.variables);
      return text === null ? null : { name: plan.name, type: type as string, text };
    },
    async warmUp(context, times) {
      for (const { key, document, operation } of planned.values())
        await Promise.all(Array.from({ length: times }, () => plans.run(key, document, operation, context(), NOTHING)));
    },
  };
}

/** A browser sends this type to another site only after asking, which is never granted: what Apollo demands against forged requests. */
function isJson(req: IncomingMessage): boolean {
  return req.headers['content-type']?.startsWith('application/json') === true;
}

interface ByHash {
  hash: string;
  operationName: unknown;
  variables: Record<string, unknown>;
}

/** What a request by hash alone asks; null for any other body, which Apollo judges. */
function byHash(body: unknown): ByHash | null {
  const { query, operationName, variables, extensions } = (body ?? {}) as Record<string, unknown>;
  const persisted = (extensions as { persistedQuery?: { version?: unknown; sha256Hash?: unknown } } | null | undefined)?.persistedQuery;
  if (query !== undefined || persisted?.version !== 1 || typeof persisted.sha256Hash !== 'string') return null;
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return null;
  return { hash: persisted.sha256Hash, operationName, variables: (variables ?? {}) as Record<string, unknown> };
}
