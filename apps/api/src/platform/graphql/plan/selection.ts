import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { Args, ArgType } from './shape.js';

/** The document says something that no plan expresses; the resolvers answer. */
export class Inexpressible extends Error {}

/** Ends a compilation. @throws Inexpressible always */
export function inexpressible(what: string): never {
  throw new Inexpressible(what);
}

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The fragments of a document, by name. */
export function fragmentsOf(document: DocumentNode): Fragments {
  return new Map(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
}

/** A response key with the field nodes that it merges. */
export interface Selected {
  key: string;
  name: string;
  nodes: FieldNode[];
}

/**
 * The fields selected on a type, in the order of the response; fragments are opened, equal keys merged.
 * @throws Inexpressible for directives and for fragments on another type
 */
export function selectedFields(
  nodes: readonly { selectionSet?: { selections: readonly SelectionNode[] } | undefined }[],
  type: string,
  fragments: Fragments,
): Selected[] {
  const found = new Map<string, Selected>();
  for (const node of nodes) for (const selection of node.selectionSet?.selections ?? []) collect(selection, type, fragments, found);
  return [...found.values()];
}

function collect(selection: SelectionNode, type: string, fragments: Fragments, found: Map<string, Selected>): void {
  if (selection.directives?.length) inexpressible('directive');
  if (selection.kind === Kind.FIELD) {
    const key = selection.alias?.value ?? selection.name.value;
    const merged = found.get(key);
    if (merged && merged.name !== selection.name.value) inexpressible('one key for two fields');
    if (merged) merged.nodes.push(selection);
    else found.set(key, { key, name: selection.name.value, nodes: [selection] });
    return;
  }
  const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
  const condition = fragment?.typeCondition?.name.value ?? type;
  if (!fragment || condition !== type || fragment.directives?.length) return inexpressible('fragment on another type');
  for (const inner of fragment.selectionSet.selections) collect(inner, type, fragments, found);
}

/** Reads arguments from variables; undefined where a value is not of its type, so that the resolvers say what is wrong. */
export type ArgReader = (variables: Readonly<Record<string, unknown>>) => Args | undefined;

/**
 * Makes the reader of a field's arguments.
 * @param used collects the names of variables that are read
 * @throws Inexpressible for arguments that the plan does not know, and for literals of objects and lists
 */
export function argReader(
  field: Selected,
  types: Readonly<Record<string, ArgType>>,
  operation: OperationDefinitionNode,
  used: Set<string>,
): ArgReader {
  if (field.nodes.length > 1 && field.nodes.some((node) => node.arguments?.length)) inexpressible('merged field with arguments');
  const readers = (field.nodes[0]?.arguments ?? []).map((argument) => {
    const type = types[argument.name.value] ?? inexpressible('argument');
    return { name: argument.name.value, type, read: valueReader(argument.value, operation, used) };
  });
  return (variables) => {
    const args: Record<string, unknown> = {};
    for (const { name, type, read } of readers) {
      const value = read(variables);
      if (value != null && !isOf(type, value)) return undefined;
      args[name] = value;
    }
    return args;
  };
}

function valueReader(
  value: ValueNode,
  operation: OperationDefinitionNode,
  used: Set<string>,
): (variables: Readonly<Record<string, unknown>>) => unknown {
  if (value.kind !== Kind.VARIABLE) {
    const constant = literal(value);
    return () => constant;
  }
  const name = value.name.value;
  const definition = operation.variableDefinitions?.find((each) => each.variable.name.value === name) ?? inexpressible('unknown variable');
  used.add(name);
  return variableReader(name, definition);
}

function variableReader(name: string, definition: VariableDefinitionNode): (variables: Readonly<Record<string, unknown>>) => unknown {
  const fallback = definition.defaultValue ? literal(definition.defaultValue) : undefined;
  const required = definition.type.kind === Kind.NON_NULL_TYPE;
  return (variables) => {
    const given = variables[name];
    const value = given === undefined ? fallback : given;
    // A symbol is of no argument's type: the resolvers then name the missing variable.
    return value == null && required ? MISSING : value;
  };
}

const MISSING = Symbol('missing');
const INT_MAX = 2_147_483_647;

function isOf(type: ArgType, value: unknown): boolean {
  if (typeof type === 'function') return type(value);
  if (type === 'Int') return Number.isInteger(value) && Math.abs(Number(value)) <= INT_MAX;
  return typeof value === type.toLowerCase();
}

function literal(value: ValueNode): unknown {
  switch (value.kind) {
    case Kind.INT:
      return Number(value.value);
    case Kind.STRING:
    case Kind.BOOLEAN:
      return value.value;
    case Kind.NULL:
      return null;
    default:
      return inexpressible('literal');
  }
}
