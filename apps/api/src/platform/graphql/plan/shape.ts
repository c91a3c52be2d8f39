import type { Context } from '../../context.js';

/**
 * A field that is one SQL expression. `text` may hold anything; `plain` never holds what JSON must escape; `time` is an instant;
 * `json` is JSON already, `objects` too, but as PostgreSQL spaces it.
 */
export interface Leaf {
  kind: 'text' | 'plain' | 'time' | 'number' | 'boolean' | 'json' | 'objects';
  sql: string;
  /** Name of the join that the expression needs. */
  join?: string;
  /** Written before a plain value: the type of a global id. */
  prefix?: string;
}

/** A field that is an object of the same row. */
export interface One {
  kind: 'one';
  shape: Shape;
  /** Expression that is null where there is no such object; null itself where there always is one. */
  present: string | null;
  join?: string;
}

/** A field that is a list of objects from rows of its own, without fields that are objects in turn. */
export interface Many {
  kind: 'many';
  shape: Shape;
  /** Gives the list as JSON from the SQL of one object; never null. */
  rows: (object: string) => string;
  join?: string;
}

/** How the fields of a GraphQL type come from SQL. What is not listed is not planned. */
export interface Shape {
  type: string;
  fields: Readonly<Record<string, Leaf | One | Many>>;
}

/** Types of arguments that a plan reads; a function says whether a value is one of its own type. */
export type ArgType = 'Int' | 'String' | 'Boolean' | ((value: unknown) => boolean);
export type Args = Readonly<Record<string, unknown>>;

/** Which page of a list is asked for. */
export interface PageAsked {
  size: number;
  /** The key to begin after, or what else `where` compares. */
  after: readonly unknown[];
  /** Whether it lies before that key: its rows come from there, last first, and are written in their order. */
  backwards?: boolean;
  /** Whether something lies on the side from which it begins. */
  behind: boolean;
}

/** Stands in a statement where `>` belongs, or `<` where a page lies before its key. */
export const BEYOND = '/* beyond */';
/** Stands in a statement where `ASC` belongs, or `DESC` where a page lies before its key. */
export const ONWARDS = '/* onwards */';

/** What parameters are made of when an operation runs. */
export interface Run {
  ctx: Context;
  root: Args;
  list: Args;
  page: PageAsked;
}

/** Adds a parameter and gives its placeholder. */
export type Param = (value: (run: Run) => unknown) => string;

/** A connection: its rows, order and key. */
export interface PlanList {
  /** Name of the node's type; the connection is `<type>Connection`. */
  type: string;
  args: Readonly<Record<string, ArgType>>;
  /** Reads the page from the arguments; null where the plan cannot, and the resolvers answer (with an error, say). */
  page(ctx: Context, args: Args): PageAsked | null;
  from: string;
  /** Joins by name, taken where a selected field needs them. */
  joins: Readonly<Record<string, (param: Param) => string>>;
  /** The condition; a list that pages both ways writes `BEYOND` where it compares with the key. */
  where: (param: Param) => string;
  /** The order; a list that pages both ways writes `ONWARDS` after each of its columns. */
  order: string;
  /** The cursor's values: `plain`, `time` or `number`. */
  key: readonly Leaf[];
  shape: Shape;
  /** Expression of the kept count over `root`, where the connection has one. */
  totalCount?: string;
}

/** A root field that is planned: one record with at most one list in it, or a list. */
export interface PlanRoot {
  field: string;
  /** Whether visitors are answered too. */
  isPublic: boolean;
  args: Readonly<Record<string, ArgType>>;
  /** The record: a SELECT over `v` (the viewer) that gives one row or none, which the shape knows as `root`; its column `id` is never null. */
  record: { select: (param: Param) => string; shape: Shape } | null;
  /** The list, under this name in the record, or the root field itself where there is no record. */
  list: (PlanList & { field: string }) | null;
}

/**
 * Where the viewer comes from: a SELECT of one row for a valid session, none else, known to all other SQL as `v`; its column `person_id` is never null.
 * What else it gives is asked of `uses`, so that no right is worked out that nothing reads. Beside it `q` knows the request: `q.lang`, the language that it asks for, or null.
 */
export type ViewerSource = (param: Param, uses: (column: string) => boolean) => string;

/** A text field. */
export const text = (sql: string, join?: string): Leaf => leaf('text', sql, join);
/** A field whose values need no escaping: enums, slugs, UUIDs. */
export const plain = (sql: string, join?: string): Leaf => leaf('plain', sql, join);
/** An instant, written in ISO 8601 as UTC. */
export const time = (sql: string, join?: string): Leaf => leaf('time', sql, join);
/** A list or object, as PostgreSQL writes it. */
export const json = (sql: string, join?: string): Leaf => leaf('json', `to_json(${sql})`, join);
/** A number. */
export const number = (sql: string, join?: string): Leaf => leaf('number', sql, join);
/** A boolean. */
export const boolean = (sql: string, join?: string): Leaf => leaf('boolean', sql, join);
/** The global id of a record. */
export const globalId = (type: string, sql: string, join?: string): Leaf => ({ ...leaf('plain', sql, join), prefix: `${type}_` });
/** An object of the same row. */
export const one = (shape: Shape, present: string | null = null, join?: string): One => ({
  kind: 'one',
  shape,
  present,
  ...(join ? { join } : {}),
});

/** A list of objects. @param rows gives the list as JSON from the SQL of one object; never null */
export const many = (shape: Shape, rows: Many['rows']): Many => ({ kind: 'many', shape, rows });

function leaf(kind: Leaf['kind'], sql: string, join: string | undefined): Leaf {
  return { kind, sql, ...(join ? { join } : {}) };
}
