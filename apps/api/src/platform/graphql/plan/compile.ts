import { Kind, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import type { Context } from '../../context.js';
import { Refusal } from '../../errors.js';
import { cursors } from '../cursor.js';
import { argReader, inexpressible, selectedFields, type Fragments, type Selected } from './selection.js';
import type { Args, PageAsked, Param, PlanList, PlanRoot, Run, Shape, ViewerSource } from './shape.js';
import { generate, writeBare, writeObject, writePlain, writeRows, writeText, type Piece, type Row } from './writer.js';

/** An operation as one statement and a writer. */
export interface CompiledPlan {
  isPublic: boolean;
  text: string;
  /** The statement's values and the page asked for; null where the resolvers must answer. */
  prepare(ctx: Context, variables: Readonly<Record<string, unknown>>): { run: Run; values: unknown[] } | null;
  /** The response's text; null where there is no valid session. */
  write(run: Run, rows: readonly Row[]): string | null;
}

/** Columns that every statement begins with: who asks, and the row's number in the list. */
const PERSON = 0;
const NUMBER = 1;

/** Gathers columns, joins and parameters while the selection is walked. */
class Statement {
  readonly columns: string[] = [];
  readonly items: string[] = [];
  readonly joins = new Set<string>();
  readonly values: ((run: Run) => unknown)[] = [];
  readonly param: Param = (value) => `$${this.values.push(value)}`;

  /** A column of the record, sent with the first row only. */
  ofRecord(sql: string): number {
    return NUMBER + placeOf(this.columns, sql);
  }
}

/** The place of an expression among the columns, counted from 1; one that is there already is not sent twice. */
function placeOf(columns: string[], sql: string): number {
  const known = columns.indexOf(sql);
  return known >= 0 ? known + 1 : columns.push(sql);
}

/** Where the list's columns begin is known only when all of the record's are. */
interface Columns {
  add(sql: string, join?: string): () => number;
}

function recordColumns(statement: Statement): Columns {
  return {
    add(sql) {
      const at = statement.ofRecord(sql);
      return () => at;
    },
  };
}

function listColumns(statement: Statement): Columns {
  return {
    add(sql, join) {
      if (join) statement.joins.add(join);
      const item = placeOf(statement.items, sql);
      return () => NUMBER + statement.columns.length + item;
    },
  };
}

/** Gives its part of the writer once all columns are known. */
type Later<T> = () => T;
type Pieces = Later<readonly Piece[]>;

function objectWriter(
  nodes: Selected['nodes'],
  shape: Shape,
  columns: Columns,
  fragments: Fragments,
  present: Later<number> | null,
  lists: (field: Selected) => Pieces | null,
): Pieces {
  const fields = selectedFields(nodes, shape.type, fragments).map((field): [string, Pieces] => [
    field.key,
    fieldWriter(field, shape, columns, fragments, lists),
  ]);
  return () =>
    writeObject(
      fields.map(([key, later]) => [key, later()] as const),
      present ? present() : null,
    );
}

function fieldWriter(
  field: Selected,
  shape: Shape,
  columns: Columns,
  fragments: Fragments,
  lists: (field: Selected) => Pieces | null,
): Pieces {
  if (field.name === '__typename') return typeName(shape.type);
  const list = lists(field);
  if (list) return list;
  const plan = shape.fields[field.name] ?? inexpressible(`${shape.type}.${field.name}`);
  if (field.nodes.some((node) => node.arguments?.length)) inexpressible('arguments');
  if (plan.kind === 'one') {
    const present = plan.present === null ? null : columns.add(plan.present, plan.join);
    return objectWriter(field.nodes, plan.shape, columns, fragments, present, () => null);
  }
  const column = columns.add(plan.sql, plan.join);
  if (plan.kind === 'text') return () => writeText(column());
  if (plan.kind === 'plain') return () => writePlain(column(), plan.prefix ?? '');
  return () => writeBare(column());
}

function typeName(type: string): Pieces {
  return () => [{ text: JSON.stringify(type) }];
}

/** Writes edges, page information and count of a list from its rows. */
function connectionWriter(field: Selected, list: PlanList, statement: Statement, fragments: Fragments): Pieces {
  const columns = listColumns(statement);
  const key = list.key.map((sql) => columns.add(sql));
  // A sealed cursor is base64url, so it needs no escaping.
  const sealed = (row: string) => `'"'+seal([${key.map((column) => `${row}[${column()}]`).join(',')}])+'"'`;
  const edge = (selected: Selected): Pieces => {
    const fields = selectedFields(selected.nodes, `${list.type}Edge`, fragments).map((part): [string, Pieces] => {
      if (part.name === 'node') return [part.key, objectWriter(part.nodes, list.shape, columns, fragments, null, () => null)];
      if (part.name === 'cursor') return [part.key, () => [{ code: sealed('r') }]];
      if (part.name === '__typename') return [part.key, typeName(`${list.type}Edge`)];
      return inexpressible(part.name);
    });
    return () => writeObject(fields.map(([name, later]) => [name, later()] as const));
  };
  const info: Readonly<Record<string, () => string>> = {
    hasNextPage: () => '(rows.length>size)',
    hasPreviousPage: () => 'hasPrevious',
    startCursor: () => `(rows.length>0?${sealed('rows[0]')}:"null")`,
    endCursor: () => `(rows.length>0?${sealed('rows[Math.min(size,rows.length)-1]')}:"null")`,
  };
  const infoPiece = (name: string): Pieces => {
    if (name === '__typename') return typeName('PageInfo');
    const code = info[name] ?? inexpressible(name);
    return () => [{ code: code() }];
  };
  const parts = selectedFields(field.nodes, `${list.type}Connection`, fragments).map((part): [string, Pieces] => {
    switch (part.name) {
      case 'edges': {
        const item = edge(part);
        return [part.key, () => writeRows(item())];
      }
      case 'pageInfo': {
        const fields = selectedFields(part.nodes, 'PageInfo', fragments).map(({ key: name, name: of }) => [name, infoPiece(of)] as const);
        return [part.key, () => writeObject(fields.map(([name, later]) => [name, later()] as const))];
      }
      case 'totalCount': {
        const column = statement.ofRecord(list.totalCount ?? inexpressible('totalCount'));
        return [part.key, () => writeBare(column)];
      }
      case '__typename':
        return [part.key, typeName(`${list.type}Connection`)];
      default:
        return inexpressible(part.name);
    }
  });
  return () => writeObject(parts.map(([name, later]) => [name, later()] as const));
}

function statementText(root: PlanRoot, viewer: ViewerSource, statement: Statement, hasList: boolean): string {
  const { list, record } = root;
  const { param } = statement;
  const rootWith = record ? `, root AS MATERIALIZED (${record.select(param)})` : '';
  const head = statement.columns.map((sql) => (hasList ? `CASE WHEN coalesce(i.rn, 1) = 1 THEN ${sql} END` : sql));
  const items = statement.items.map((_, index) => `i.c${index}`);
  const columns = ['v.person_id', hasList ? 'i.rn' : 'NULL::bigint', ...head, ...items];
  const from = [
    `(SELECT ${param(({ ctx }) => ctx.session?.lang ?? null)}::text AS lang) q ${root.isPublic ? 'LEFT JOIN v ON true' : 'CROSS JOIN v'}`,
  ];
  if (record) from.push('LEFT JOIN root ON true');
  if (list && hasList) {
    const joins = Object.entries(list.joins).filter(([name]) => statement.joins.has(name));
    const inner = `SELECT ${statement.items.map((sql, index) => `${sql} AS c${index}`).join(', ')} FROM ${list.from} ${joins.map(([, join]) => join(param)).join(' ')}
      WHERE ${list.where(param)} ORDER BY ${list.order} LIMIT ${param(({ page }) => page.size + 1)}`;
    from.push(`LEFT JOIN LATERAL (SELECT row_number() OVER () AS rn, x.* FROM (${inner}) x) i ON true`);
  }
  const body = `${rootWith} SELECT ${columns.join(', ')} FROM ${from.join(' ')}${hasList ? ' ORDER BY i.rn' : ''}`;
  return `WITH v AS (${viewer(param, (column) => body.includes(`v.${column}`))})${body}`;
}

const NO_PAGE = { size: 0, after: [], hasPreviousPage: false };

/** The page asked for; null where it is refused, which the resolvers then say in the right place. */
function askedPage(list: PlanList, ctx: Context, args: Args): PageAsked | null {
  try {
    return list.page(ctx, args);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/**
 * Compiles an operation whose one root field is planned.
 * @throws Inexpressible where the resolvers must answer
 */
export function compilePlan(
  root: PlanRoot,
  viewer: ViewerSource,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  field: Selected,
): CompiledPlan {
  const fragments: Fragments = new Map(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  const used = new Set<string>();
  const statement = new Statement();
  const rootArgs = root.record ? argReader(field, root.args, operation, used) : () => ({});
  let listArgs: ((variables: Readonly<Record<string, unknown>>) => Args | undefined) | null = null;
  const listOf = (selected: Selected): Pieces | null => {
    const { list } = root;
    if (!list || selected.name !== list.field) return null;
    if (listArgs) inexpressible('two lists');
    listArgs = argReader(selected, list.args, operation, used);
    return connectionWriter(selected, list, statement, fragments);
  };
  const present = root.record ? statement.ofRecord('root.id IS NOT NULL') : null;
  const later = root.record
    ? objectWriter(field.nodes, root.record.shape, recordColumns(statement), fragments, () => Number(present), listOf)
    : (listOf(field) ?? inexpressible('no list'));
  // The record itself is asked for once, so a variable that nothing reads cannot be checked here.
  if (operation.variableDefinitions?.some((each) => !used.has(each.variable.name.value))) inexpressible('unused variable');
  const hasList = listArgs !== null;
  const text = statementText(root, viewer, statement, hasList);
  const write = generate([{ text: `{"data":{${JSON.stringify(field.key)}:` }, ...later(), { text: '}}' }]);
  const readListArgs = listArgs as ((variables: Readonly<Record<string, unknown>>) => Args | undefined) | null;
  return {
    isPublic: root.isPublic,
    text,
    prepare(ctx, variables) {
      const given = rootArgs(variables);
      const listGiven = readListArgs ? readListArgs(variables) : {};
      if (!given || !listGiven) return null;
      const page = hasList && root.list ? askedPage(root.list, ctx, listGiven) : NO_PAGE;
      if (!page) return null;
      const run: Run = { ctx, root: given, list: listGiven, page };
      return { run, values: statement.values.map((value) => value(run)) };
    },
    write(run, rows) {
      const first = rows[0];
      if (!first || (!root.isPublic && first[PERSON] === null)) return null;
      const sealer = cursors(run.ctx.config.secrets[0] ?? '');
      // Without a record the first row may be the only one and hold nothing of the list.
      const items = first[NUMBER] === null ? [] : rows;
      return write(first, items, run.page.size, run.page.hasPreviousPage, (values) => sealer.seal(values as string[]));
    },
  };
}
