import type { DocumentNode, FormattedExecutionResult, OperationDefinitionNode } from 'graphql';
import type { Context } from '../../context.js';
import { compilePlan, type CompiledPlan } from './compile.js';
import { Inexpressible, selectedFields } from './selection.js';
import type { PlanRoot, ViewerSource } from './shape.js';
import { compileWritten, type WrittenRoot } from './written.js';

const TEXT = Symbol('response text');
const KEPT = 2_000;

/** Answers hot operations in one statement; gives null for what it cannot express, which then runs through the resolvers. */
export interface Plans {
  /** Whether the operation has a plan; compiles it. */
  compiles(key: string, document: DocumentNode, operation: OperationDefinitionNode): boolean;
  run(
    key: string,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    ctx: Context,
    variables: Record<string, unknown>,
  ): Promise<string | null>;
  /** The text of a result: a plan's own, or JSON. */
  stringify(result: FormattedExecutionResult): string;
}

/** Wraps a response's finished text in the shape Apollo passes on. */
export function planText(text: string): FormattedExecutionResult {
  return { data: { [TEXT]: text } as Record<string, unknown> };
}

function textOf(result: FormattedExecutionResult): string | undefined {
  return (result.data as { [TEXT]?: string } | null | undefined)?.[TEXT];
}

/** The text of a result: a plan's own, or JSON. */
export function stringifyResult(result: FormattedExecutionResult): string {
  return textOf(result) ?? JSON.stringify(result);
}

/** No plans: every operation runs through the resolvers. */
export const noPlans: Plans = { compiles: () => false, run: async () => null, stringify: stringifyResult };

/**
 * Plans of these root fields, each operation compiled once.
 * @param viewer reads session and rights inside each statement, so that a right that was withdrawn is gone at once
 */
export function createPlans(roots: readonly (PlanRoot | WrittenRoot)[], viewer: ViewerSource): Plans {
  const byField = new Map(roots.map((root) => [root.field, root]));
  const compiled = new Map<string, CompiledPlan | null>();
  const compile = (document: DocumentNode, operation: OperationDefinitionNode): CompiledPlan | null => {
    try {
      const [field, ...more] = operation.operation === 'query' ? selectedFields([operation], 'Query', new Map()) : [];
      const root = field && byField.get(field.name);
      if (!root || more.length > 0) return null;
      return 'statement' in root
        ? compileWritten(root, viewer, document, operation, field)
        : compilePlan(root, viewer, document, operation, field);
    } catch (error) {
      if (error instanceof Inexpressible) return null;
      throw error;
    }
  };
  const planOf = (key: string, document: DocumentNode, operation: OperationDefinitionNode): CompiledPlan | null => {
    let plan = compiled.get(key);
    if (plan === undefined) {
      plan = compile(document, operation);
      if (compiled.size >= KEPT) compiled.delete(compiled.keys().next().value as string);
      compiled.set(key, plan);
    }
    return plan;
  };
  return {
    stringify: stringifyResult,
    compiles: (key, document, operation) => planOf(key, document, operation) !== null,
    async run(key, document, operation, ctx, variables) {
      const plan = planOf(key, document, operation);
      // Without a session to read, the viewer is known already and the statement could not find it.
      if (!plan || ctx.session === null || (ctx.session.token === null && !plan.isPublic)) return null;
      // The statement asks for the viewer's rights, so only a visitor, who has none to withdraw, may be answered by a replica.
      return plan.answer(ctx, ctx.session.token === null ? ctx.reads : ctx.db, variables);
    },
  };
}
