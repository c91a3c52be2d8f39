import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { Context } from '../../context.js';
import { Refusal } from '../../errors.js';
import type { CompiledPlan } from './compile.js';
import { argReader, fragmentsOf, inexpressible, selectedFields, type Fragments, type Selected } from './selection.js';
import type { Args, ArgType, Run, ViewerSource } from './shape.js';

/** A type as it is answered: its fields by name, null for a plain value, or the type of the object or objects that stand there. */
export interface Answered {
  type: string;
  fields: Readonly<Record<string, Answered | null>>;
}

/** A statement that was written by hand, with what the resolver would give of its rows; null where the resolver must answer after all. */
export interface WrittenStatement {
  text: string;
  values: readonly unknown[];
  answer(rows: readonly never[]): unknown;
}

/** The viewer within a statement: a common table `v` to begin it with, and the values that it needs, which come before all others. */
export interface ViewerPart {
  cte: string;
  values: readonly unknown[];
}

/** A root field that answers visitors too and whose one statement neither a record nor a list describes, such as a search with the counts of its facets. */
export interface WrittenRoot {
  field: string;
  args: Readonly<Record<string, ArgType>>;
  shape: Answered;
  /** Columns of the viewer that the statement reads. */
  reads: readonly string[];
  /** Null where the resolvers must answer. @throws Refusal, which the resolvers then say in the right place */
  statement(ctx: Context, args: Args, viewer: ViewerPart): WrittenStatement | null;
}

type Project = (value: unknown) => unknown;

/** Gives of an object what is selected, in the order of the response. @throws Inexpressible */
function projection(nodes: Selected['nodes'], shape: Answered, fragments: Fragments): Project {
  const fields = selectedFields(nodes, shape.type, fragments).map(({ key, name, nodes: inner }): [string, string, Project | null] => {
    if (name === '__typename') return [key, name, () => shape.type];
    const field = shape.fields[name];
    if (field === undefined || inner.some((node) => node.arguments?.length)) return inexpressible(`${shape.type}.${name}`);
    return [key, name, field && projection(inner, field, fragments)];
  });
  const one = (value: Readonly<Record<string, unknown>>): unknown => {
    const made: Record<string, unknown> = {};
    for (const [key, name, project] of fields) made[key] = project ? project(value[name]) : value[name];
    return made;
  };
  return (value) => {
    if (value === null || value === undefined) return null;
    return Array.isArray(value) ? value.map((each) => one(each as Record<string, unknown>)) : one(value as Record<string, unknown>);
  };
}

/**
 * Compiles an operation whose one root field has a written statement.
 * @throws Inexpressible where the resolvers must answer
 */
export function compileWritten(
  root: WrittenRoot,
  viewer: ViewerSource,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  field: Selected,
): CompiledPlan {
  const fragments = fragmentsOf(document);
  const used = new Set<string>();
  const readArgs = argReader(field, root.args, operation, used);
  if (operation.variableDefinitions?.some((each) => !used.has(each.variable.name.value))) inexpressible('unused variable');
  const project = projection(field.nodes, root.shape, fragments);
  const values: ((run: Run) => unknown)[] = [];
  const cte = `v AS MATERIALIZED (${viewer(
    (value) => `$${String(values.push(value))}`,
    (column) => root.reads.includes(column),
  )})`;
  return {
    isPublic: true,
    async answer(ctx, sql, variables) {
      const args = readArgs(variables);
      if (!args) return null;
      const run: Run = { ctx, root: args, list: args, page: { size: 0, after: [], behind: false } };
      const statement = asked(() => root.statement(ctx, args, { cte, values: values.map((value) => value(run)) }));
      if (!statement) return null;
      const answer = statement.answer(await sql.rows<never>(statement.text, [...statement.values]));
      return answer === null ? null : `{"data":${JSON.stringify({ [field.key]: project(answer) })}}`;
    },
  };
}

function asked<T>(statement: () => T | null): T | null {
  try {
    return statement();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
