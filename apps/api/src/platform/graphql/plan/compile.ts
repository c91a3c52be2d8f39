import { Kind, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import type { Context } from '../../context.js';
import { Refusal } from '../../errors.js';
import { cursors } from '../cursor.js';
import { argReader, inexpressible, selectedFields, type Fragments, type Selected } from './selection.js';
import type { Args, Leaf, PageAsked, Param, PlanList, PlanRoot, Run, Shape, ViewerSource } from './shape.js';
import { generate, writeBare, writeObject, writePlain, writeRows, writeText, writeTime, type Piece, type Row } from './writer.js';

/** An operation as one statement and a writer. */
export interface CompiledPlan {
  isPublic: boolean;
  text: string;
  /** The statement's values and the page asked for; null where the resolvers must answer. */
  prepare(ctx: Context, variables: Readonly<Record<string, unknown>>): { run: Run; values: unknown[] } | null;
  /** The response's text; null where there is no valid session. */
  write(run: Run, rows: readonly Row[]): string | null;
}

/** The column of the record's row that says who asks. */
const PERSON = 0;

/** Gathers columns, joins and parameters while the selection is walked. */
class Statement {
  /** Expressions of the record's row, the first of the result. */
  readonly columns = ['v.person_id'];
  /** Expressions of the list's rows, all after it. */
  readonly items: string[] = [];
  readonly joins = new Set<string>();
  readonly values: ((run: Run) => unknown)[] = [];
  readonly param: Param = (value) => `$${this.values.push(value)}`;
}

/** The place of an expression among the columns; one that is there already is not sent twice. */
function placeOf(columns: string[], sql: string): number {
  const known = columns.indexOf(sql);
  return known >= 0 ? known : columns.push(sql) - 1;
}

/** Gives the column of an expression. */
type Columns = (sql: string, join?: string) => number;

function recordColumns(statement: Statement): Columns {
  return (sql) => placeOf(statement.columns, sql);
}

function listColumns(statement: Statement): Columns {
  return (sql, join) => {
    if (join) statement.joins.add(join);
    return placeOf(statement.items, sql);
  };
}

type Pieces = readonly Piece[];

function objectWriter(
  nodes: Selected['nodes'],
  shape: Shape,
  columns: Columns,
  fragments: Fragments,
  present: number | null,
  lists: (field: Selected) => Pieces | null,
): Pieces {
  const fields = selectedFields(nodes, shape.type, fragments).map(
    (field) => [field.key, fieldWriter(field, shape, columns, fragments, lists)] as const,
  );
  return writeObject(fields, present);
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
    const present = plan.present === null ? null : columns(plan.present, plan.join);
    return objectWriter(field.nodes, plan.shape, columns, fragments, present, () => null);
  }
  return leafWriter(plan, columns(plan.sql, plan.join));
}

function leafWriter({ kind, prefix }: Leaf, column: number): Pieces {
  switch (kind) {
    case 'text':
      return writeText(column);
    case 'plain':
      return writePlain(column, prefix ?? '');
    case 'time':
      return writeTime(column);
    default:
      return writeBare(column);
  }
}

function typeName(type: string): Pieces {
  return [{ text: JSON.stringify(type) }];
}

/** JavaScript that gives a cursor's value from a row, as the resolvers seal it. */
function keyValue({ kind }: Leaf, cell: string): string {
  if (kind === 'time') return `iso(${cell})`;
  return kind === 'number' ? `Number(${cell})` : cell;
}

/** Writes edges, page information and count of a list from its rows. */
function connectionWriter(field: Selected, list: PlanList, statement: Statement, fragments: Fragments): Pieces {
  const columns = listColumns(statement);
  const key = list.key.map((leaf) => ({ leaf, column: columns(leaf.sql) }));
  // A sealed cursor is base64url, so it needs no escaping.
  const sealed = (row: string) => `'"'+seal([${key.map(({ leaf, column }) => keyValue(leaf, `${row}[${column}]`)).join(',')}])+'"'`;
  const edge = (selected: Selected): Pieces => {
    const fields = selectedFields(selected.nodes, `${list.type}Edge`, fragments).map((part): readonly [string, Pieces] => {
      if (part.name === 'node') return [part.key, objectWriter(part.nodes, list.shape, columns, fragments, null, () => null)];
      if (part.name === 'cursor') return [part.key, [{ code: sealed('r') }]];
      if (part.name === '__typename') return [part.key, typeName(`${list.type}Edge`)];
      return inexpressible(part.name);
    });
    return writeObject(fields);
  };
  const info: Readonly<Record<string, () => string>> = {
    hasNextPage: () => '(rows.length-1>size)',
    hasPreviousPage: () => 'hasPrevious',
    startCursor: () => `(rows.length>1?${sealed('rows[1]')}:"null")`,
    endCursor: () => `(rows.length>1?${sealed('rows[Math.min(size,rows.length-1)]')}:"null")`,
  };
  const infoPiece = (name: string): Pieces => {
    if (name === '__typename') return typeName('PageInfo');
    return [{ code: (info[name] ?? inexpressible(name))() }];
  };
  const parts = selectedFields(field.nodes, `${list.type}Connection`, fragments).map((part): readonly [string, Pieces] => {
    switch (part.name) {
      case 'edges':
        return [part.key, writeRows(edge(part))];
      case 'pageInfo': {
        const fields = selectedFields(part.nodes, 'PageInfo', fragments);
        return [part.key, writeObject(fields.map(({ key: name, name: of }) => [name, infoPiece(of)] as const))];
      }
      case 'totalCount':
        return [part.key, writeBare(placeOf(statement.columns, list.totalCount ?? inexpressible('totalCount')))];
      case '__typename':
        return [part.key, typeName(`${list.type}Connection`)];
      default:
        return inexpressible(part.name);
    }
  });
  return writeObject(parts);
}

/**
 * One statement: the record's row, then those of the list, each column as text, so that both kinds share the columns. The appended parts keep
 * their order: they scan common tables, which no parallel plan may.
 */
function statementText(root: PlanRoot, viewer: ViewerSource, statement: Statement, hasList: boolean): string {
  const { list, record } = root;
  const { param } = statement;
  const width = Math.max(statement.columns.length, statement.items.length);
  const row = (columns: readonly string[]) =>
    Array.from({ length: width }, (_, at) => (at < columns.length ? `(${columns[at]})::text` : 'NULL::text')).join(', ');
  const rootWith = record ? `, root AS MATERIALIZED (${record.select(param)})` : '';
  const lang = `q AS MATERIALIZED (SELECT ${param(({ ctx }) => ctx.session?.lang ?? null)}::text AS lang)`;
  const asker = `q ${root.isPublic ? 'LEFT JOIN v ON true' : 'CROSS JOIN v'}`;
  const head = `SELECT ${row(statement.columns)} FROM ${asker}${record ? ' LEFT JOIN root ON true' : ''}`;
  const body = list && hasList ? `${head} UNION ALL ${listText(list, statement, row, `${asker}${record ? ' CROSS JOIN root' : ''}`)}` : head;
  return `WITH v AS MATERIALIZED (${viewer(param, (column) => `${rootWith}${body}`.includes(`v.${column}`))}), ${lang}${rootWith} ${body}`;
}

function listText(list: PlanList, { items, joins, param }: Statement, row: (columns: readonly string[]) => string, from: string): string {
  const used = Object.entries(list.joins).filter(([name]) => joins.has(name));
  const size = param(({ page }) => page.size + 1);
  return `SELECT i.* FROM ${from} CROSS JOIN LATERAL (SELECT ${row(items)} FROM ${list.from} ${used.map(([, join]) => join(param)).join(' ')}
    WHERE ${list.where(param)} ORDER BY ${list.order} LIMIT ${size}) i`;
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
  const present = root.record ? placeOf(statement.columns, 'root.id IS NOT NULL') : null;
  const pieces = root.record
    ? objectWriter(field.nodes, root.record.shape, recordColumns(statement), fragments, present, listOf)
    : (listOf(field) ?? inexpressible('no list'));
  // The record itself is asked for once, so a variable that nothing reads cannot be checked here.
  if (operation.variableDefinitions?.some((each) => !used.has(each.variable.name.value))) inexpressible('unused variable');
  const hasList = listArgs !== null;
  const text = statementText(root, viewer, statement, hasList);
  const write = generate([{ text: `{"data":{${JSON.stringify(field.key)}:` }, ...pieces, { text: '}}' }]);
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
      return write(rows, run.page.size, run.page.hasPreviousPage, (values) => sealer.seal(values as string[]));
    },
  };
}
