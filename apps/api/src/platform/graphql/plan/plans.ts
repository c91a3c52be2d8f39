import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { FormattedExecutionResult } from 'graphql';
import type { Context } from '../../context.js';

const TEXT = Symbol('response text');

/** Answers hot operations in one statement; gives null for what it cannot express, which then runs through the resolvers. */
export interface Plans {
  run(key: string, document: DocumentNode, operation: OperationDefinitionNode, ctx: Context, variables: Record<string, unknown>): Promise<string | null>;
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
export const noPlans: Plans = { run: async () => null, stringify: stringifyResult };
