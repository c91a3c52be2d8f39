import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';

const KEPT = 2_000;

/** Runs operations compiled, each compiled once per document. */
export interface CompiledOperations {
  run(
    key: string,
    document: DocumentNode,
    operationName: string | undefined,
    context: unknown,
    variables: Record<string, unknown>,
    root?: object,
  ): Promise<ExecutionResult> | ExecutionResult;
}

/** A cache of compiled operations; the oldest leave first. */
export function compiledOperations(schema: GraphQLSchema): CompiledOperations {
  const cache = new Map<string, CompiledQuery | ExecutionResult>();
  return {
    run(key, document, operationName, context, variables, root) {
      let compiled = cache.get(key);
      if (!compiled) {
        compiled = compileQuery(schema, document, operationName) as CompiledQuery | ExecutionResult;
        if (cache.size >= KEPT) cache.delete(cache.keys().next().value as string);
        cache.set(key, compiled);
      }
      return isCompiledQuery(compiled) ? compiled.query(root, context, variables) : compiled;
    },
  };
}
