import {
  GraphQLError,
  Kind,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationContext,
  type ASTVisitor,
  type ValidationRule,
  type DocumentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { getComplexity, simpleEstimator, fieldExtensionsEstimator, type ComplexityEstimator } from 'graphql-query-complexity';

/** What a document may not exceed. Each refusal names its limit in `extensions.limit`. */
export const LIMITS = {
  depth: 14,
  aliases: 30,
  directives: 60,
  tokens: 4_000,
  cost: 25_000,
  /** Questions about the schema itself; what tools ask is one, 14 deep. */
  introspections: 2,
  introspectionDepth: 20,
  bodyBytes: 1_000_000,
} as const;

function refuse(limit: keyof typeof LIMITS): GraphQLError {
  return new GraphQLError(`The document exceeds the limit of ${limit}: ${LIMITS[limit]}`, {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', limit, http: { status: 400 } },
  });
}

function maxDirectives(context: ValidationContext): ASTVisitor {
  let count = 0;
  return {
    Directive() {
      count += 1;
      if (count === LIMITS.directives + 1) context.reportError(refuse('directives'));
    },
  };
}

/** How much of something a selection holds, fragments spread out. */
interface Size {
  depth: number;
  aliases: number;
  fields: number;
  introspections: number;
  introspectionDepth: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, fields: 0, introspections: 0, introspectionDepth: 0 };

function together(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    fields: a.fields + b.fields,
    introspections: a.introspections + b.introspections,
    introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
  };
}

/** Measures selections, each fragment once: spread out one by one, two dozen of them could stand for millions of fields. */
function sizes(document: DocumentNode): (selections: SelectionSetNode) => Size {
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
  );
  const known = new Map<string, Size>();
  const of = (selection: SelectionNode): Size => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return measure(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const name = selection.name.value;
      const fragment = fragments.get(name);
      // A fragment within itself is another rule's to refuse.
      if (!known.has(name)) known.set(name, NOTHING).set(name, fragment ? measure(fragment.selectionSet) : NOTHING);
      return known.get(name) ?? NOTHING;
    }
    const below = selection.selectionSet ? measure(selection.selectionSet) : NOTHING;
    const aliases = below.aliases + (selection.alias ? 1 : 0);
    // The schema's own depth is that of its types, not of our records.
    if (below.depth > 0 && selection.name.value.startsWith('__'))
      return { ...NOTHING, aliases, depth: 1, fields: 1, introspections: 1, introspectionDepth: below.depth };
    return { ...below, aliases, depth: below.depth + 1, fields: below.fields + 1 };
  };
  const measure = ({ selections }: SelectionSetNode): Size => selections.map(of).reduce(together, NOTHING);
  return measure;
}

function maxSizes(context: ValidationContext): ASTVisitor {
  const measure = sizes(context.getDocument());
  return {
    OperationDefinition({ selectionSet }) {
      const { depth, aliases, fields, introspections, introspectionDepth } = measure(selectionSet);
      if (depth > LIMITS.depth) context.reportError(refuse('depth'));
      else if (aliases > LIMITS.aliases) context.reportError(refuse('aliases'));
      else if (fields > LIMITS.cost) context.reportError(refuse('cost'));
      else if (introspections > LIMITS.introspections) context.reportError(refuse('introspections'));
      else if (introspectionDepth > LIMITS.introspectionDepth) context.reportError(refuse('introspectionDepth'));
    },
  };
}

/** Validation rules for documents that are not our own app's. */
export const limitRules: ValidationRule[] = [maxSizes, maxDirectives];

/** A list costs its page size times what a row costs. */
const pageEstimator: ComplexityEstimator = ({ args, childComplexity }) => {
  const first = (args as { first?: unknown }).first;
  return typeof first === 'number' ? 1 + Math.max(1, first) * childComplexity : undefined;
};

/** What documents were found to cost, by what their costs hang on; a document goes with its last reader, and so does its part of this. */
const known = new WeakMap<DocumentNode, Map<string, number>>();
/** Of one document so many costs are kept: whoever asks for ever other page sizes fills nothing. */
const KEPT_COSTS = 20;

/**
 * Sizes of pages, and what leaves fields out: of texts and objects it matters that they are there, since a variable that is null or wrong is not
 * the same as one that is left out and has its default.
 */
function sizesAndChoices(operationName: string | null | undefined, variables: Record<string, unknown>): string {
  const kindOf = (value: unknown) => (typeof value === 'string' ? 'text' : typeof value === 'object' && value !== null ? 'object' : value);
  return JSON.stringify([operationName ?? null, Object.entries(variables).map(([name, value]) => [name, kindOf(value)])]);
}

/** Refuses a document whose estimated cost is too high. @returns the cost @throws GraphQLError naming the limit */
export function assertCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown>,
): number {
  const costs = known.get(document) ?? new Map<string, number>();
  known.set(document, costs);
  const key = sizesAndChoices(operationName, variables);
  const cost = costs.get(key) ?? estimatedCost(schema, document, operationName, variables);
  if (costs.size < KEPT_COSTS) costs.set(key, cost);
  if (cost > LIMITS.cost) throw refuse('cost');
  return cost;
}

function estimatedCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown>,
): number {
  return getComplexity({
    schema,
    query: document,
    variables,
    ...(operationName ? { operationName } : {}),
    estimators: [fieldExtensionsEstimator(), pageEstimator, simpleEstimator({ defaultComplexity: 1 })],
  });
}

/** One root mutation field a document: two could not be undone together. */
export function assertSingleMutation(operation: OperationDefinitionNode): void {
  if (operation.operation !== 'mutation') return;
  if (operation.selectionSet.selections.length !== 1 || operation.selectionSet.selections[0]?.kind !== Kind.FIELD) {
    throw new GraphQLError('A document holds one mutation field', {
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', limit: 'mutations', http: { status: 400 } },
    });
  }
}
