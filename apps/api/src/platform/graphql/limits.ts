import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, Kind, type GraphQLSchema, type OperationDefinitionNode, type ValidationContext, type ASTVisitor, type ValidationRule, type DocumentNode } from 'graphql';
import { getComplexity, simpleEstimator, fieldExtensionsEstimator, type ComplexityEstimator } from 'graphql-query-complexity';

/** What a document may not exceed. Each refusal names its limit in `extensions.limit`. */
export const LIMITS = { depth: 14, aliases: 30, directives: 60, tokens: 4_000, cost: 25_000, bodyBytes: 1_000_000 } as const;

function refuse(limit: keyof typeof LIMITS): GraphQLError {
  return new GraphQLError(`The document exceeds the limit of ${limit}: ${LIMITS[limit]}`, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', limit } });
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

/** Validation rules for documents that are not our own app's. */
export const limitRules: ValidationRule[] = [
  maxDepthRule({ n: LIMITS.depth, ignoreIntrospection: true, flattenFragments: true, onReject: [() => { throw refuse('depth'); }], propagateOnRejection: false }),
  maxAliasesRule({ n: LIMITS.aliases, onReject: [() => { throw refuse('aliases'); }], propagateOnRejection: false }),
  maxDirectives,
];

/** A list costs its page size times what a row costs. */
const pageEstimator: ComplexityEstimator = ({ args, childComplexity }) => {
  const first = (args as { first?: unknown }).first;
  return typeof first === 'number' ? 1 + Math.max(1, first) * childComplexity : undefined;
};

/** Refuses a document whose estimated cost is too high. @throws GraphQLError naming the limit */
export function assertCost(schema: GraphQLSchema, document: DocumentNode, operationName: string | null | undefined, variables: Record<string, unknown>): void {
  const cost = getComplexity({
    schema,
    query: document,
    variables,
    ...(operationName ? { operationName } : {}),
    estimators: [fieldExtensionsEstimator(), pageEstimator, simpleEstimator({ defaultComplexity: 1 })],
  });
  if (cost > LIMITS.cost) throw refuse('cost');
}

/** One root mutation field a document: two could not be undone together. */
export function assertSingleMutation(operation: OperationDefinitionNode): void {
  if (operation.operation !== 'mutation') return;
  if (operation.selectionSet.selections.length !== 1 || operation.selectionSet.selections[0]?.kind !== Kind.FIELD) {
    throw new GraphQLError('A document holds one mutation field', { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', limit: 'mutations' } });
  }
}
