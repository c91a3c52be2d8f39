import { getNamedType, isEnumType, isObjectType, isScalarType, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { Ground, Persona } from './ground.js';
import { permits, type Asked, type Kind, type RoleColumn } from './table.js';

/** Variables of an operation, by argument. */
export type Variables = Record<string, unknown>;

/** Who owns the record that a specification makes. */
export interface Owner {
  personId: string;
  own: boolean;
}

/** What one operation does to one kind of target, and who may. */
export interface Spec {
  /** Act of the rights table; also what the operation's `@Policy` must say. */
  act: string;
  /** What it acts on. */
  on: Kind;
  /** The act of seeing the target, where who may see it but not act learns FORBIDDEN instead of NOT_FOUND. */
  read?: string;
  /** A further act that is asked of the same target. */
  needs?: string;
  /** `both`: on somebody else's record and on the persona's own; `always`: there is only one's own. */
  own?: 'both' | 'always';
  isPublic?: boolean;
  gives?: RoleColumn;
  /** Makes a target, or brings the standing one to its beginning, and gives the variables for it. */
  make(ground: Ground, owner: Owner, persona: Persona): Variables | Promise<Variables>;
  /** Selection of a query; a mutation's is its errors. */
  fields?: string;
  /** Whether the answer of a query shows the target; by default, that it is not null. */
  sees?(answer: never, variables: Variables): boolean;
  /** Codes of user errors that come only after the right was asked. */
  passes?: readonly string[];
  /** Asks with a session, so that a plan answers where there is one. */
  planned?: boolean;
  /** The policy of the schema where the operation asks for another act beside it. */
  policy?: string;
}

/** Specifications by operation. */
export type Specs = Readonly<Record<string, Spec | readonly Spec[]>>;

/** What became of an operation. */
export type Outcome = 'allowed' | 'UNAUTHENTICATED' | 'NOT_FOUND' | 'FORBIDDEN' | `other ${string}`;

/** Kinds of root fields. */
export type OperationKind = 'query' | 'mutation' | 'subscription';

/** The document of a root field, all its arguments as variables. */
export function documentOf(kind: OperationKind, field: GraphQLField<unknown, unknown>, fields?: string): string {
  const type = getNamedType(field.type);
  const selection =
    isScalarType(type) || isEnumType(type) ? '' : kind === 'mutation' ? '{ userErrors { code path } }' : `{ ${fields ?? '__typename'} }`;
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return `${kind}${declared && `(${declared})`} { ${field.name}${given && `(${given})`} ${selection} }`;
}

/** Every root field of a schema with its kind. */
export function rootFields(schema: GraphQLSchema): { kind: OperationKind; field: GraphQLField<unknown, unknown> }[] {
  const of = (kind: OperationKind, type: unknown) =>
    isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ kind, field })) : [];
  return [
    ...of('query', schema.getQueryType()),
    ...of('mutation', schema.getMutationType()),
    ...of('subscription', schema.getSubscriptionType()),
  ];
}

interface Body {
  data?: Record<string, { userErrors?: { code: string; path: string[] }[] } | null> | null;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** Reads an answer. */
export function outcomeOf(kind: OperationKind, name: string, spec: Spec, body: Body, variables: Variables): Outcome {
  const error = body.errors?.[0];
  if (error) {
    const code = String(error.extensions?.['code'] ?? error.message);
    return code === 'UNAUTHENTICATED' || code === 'NOT_FOUND' || code === 'FORBIDDEN' ? code : `other ${code}`;
  }
  const answer = body.data?.[name];
  if (kind !== 'mutation') {
    const shown = spec.sees ? spec.sees(answer as never, variables) : answer !== null && answer !== undefined;
    return shown ? 'allowed' : 'NOT_FOUND';
  }
  const wrong = (answer?.userErrors ?? []).filter(({ code }) => !spec.passes?.includes(code));
  return wrong.length === 0 ? 'allowed' : `other user error ${wrong.map(({ code, path }) => `${code} ${path.join('.')}`).join(', ')}`;
}

/** What the rights table says of a persona and a specification. */
export function expectedOf(spec: Spec, persona: Persona, own: boolean, isPublicOperation: boolean): Outcome {
  const asked: Asked = { kind: spec.on, own, isPublic: spec.isPublic ?? false, ...(spec.gives ? { gives: spec.gives } : {}) };
  const visitor = persona.asker.column === 'V';
  if (visitor && !isPublicOperation) return 'UNAUTHENTICATED';
  if (permits(spec.act, persona.asker, asked) && (!spec.needs || permits(spec.needs, persona.asker, asked))) return 'allowed';
  if (visitor && !spec.sees && spec.on !== 'none') return 'NOT_FOUND';
  return spec.read && permits(spec.read, persona.asker, asked) ? 'FORBIDDEN' : 'NOT_FOUND';
}
