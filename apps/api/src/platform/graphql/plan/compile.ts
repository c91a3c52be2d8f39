import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { Context } from '../../context.js';
import type { Reader } from '../../database/database.js';
import { Refusal } from '../../errors.js';
import { cursors } from '../cursor.js';
import { objectSql } from './objects.js';
import { argReader, fragmentsOf, inexpressible, selectedFields, type Fragments, type Selected } from './selection.js';
import {
  BEYOND,
  ONWARDS,
  type Args,
  type Leaf,
  type PageAsked,
  type Param,
  type PlanList,
  type PlanRoot,
  type Run,
  type Shape,
  type ViewerSource,
} from './shape.js';
import { generate, writeBare, writeCell, writeObject, writeRows, writeValue, type Piece, type RecordValues, type Row } from './writer.js';

/** An operation that one statement answers. */
export interface CompiledPlan {
  isPublic: boolean;
  /** The response's text; null where the resolvers must answer, as they must where there is no valid session. */
  answer(ctx: Context, sql: Reader, variables: Readonly<Record<string, unknown>>): Promise<string | null>;
}

/** The value of the record that says who asks. */
const PERSON = 0;

/** Gathers columns, joins and parameters while the selection is walked. */
class Statement {
  /** Expressions of the record's values, which travel as one JSON array in the first row. */
  readonly record = ['v.person_id'];
  /** Expressions of the list's columns; each later row is one of the list. */
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

/** Where values come from: adds an expression, gives its place, and writes a leaf from there. */
interface Source {
  add(sql: string, join?: string): number;
  leaf(leaf: Leaf): Pieces;
}

function recordSource(statement: Statement): Source {
  return {
    add: (sql) => placeOf(statement.record, sql),
    leaf: (leaf) =>
      writeValue(
        leaf,
        placeOf(
          statement.record,
          leaf.kind === 'time' || leaf.kind === 'json' || leaf.kind === 'objects' ? `(${leaf.sql})::text` : leaf.sql,
        ),
      ),
  };
}

function listSource(statement: Statement): Source {
  const add = (sql: string, join?: string) => {
    if (join) statement.joins.add(join);
    // The first column is the record's.
    return 1 + placeOf(statement.items, sql);
  };
  return { add, leaf: (leaf) => writeCell(leaf, add(leaf.sql, leaf.join)) };
}

type Pieces = readonly Piece[];

function objectWriter(
  nodes: Selected['nodes'],
  shape: Shape,
  source: Source,
  fragments: Fragments,
  present: number | null,
  lists: (field: Selected) => Pieces | null,
): Pieces {
  const fields = selectedFields(nodes, shape.type, fragments).map(
    (field) => [field.key, fieldWriter(field, shape, source, fragments, lists)] as const,
  );
  return writeObject(fields, present);
}

function fieldWriter(
  field: Selected,
  shape: Shape,
  source: Source,
  fragments: Fragments,
  lists: (field: Selected) => Pieces | null,
): Pieces {
  if (field.name === '__typename') return typeName(shape.type);
  const list = lists(field);
  if (list) return list;
  const plan = shape.fields[field.name] ?? inexpressible(`${shape.type}.${field.name}`);
  if (field.nodes.some((node) => node.arguments?.length)) inexpressible('arguments');
  if (plan.kind === 'one') {
    const present = plan.present === null ? null : source.add(plan.present, plan.join);
    return objectWriter(field.nodes, plan.shape, source, fragments, present, () => null);
  }
  if (plan.kind === 'many') return source.leaf({ kind: 'objects', sql: plan.rows(objectSql(field.nodes, plan.shape, fragments)) });
  return source.leaf(plan);
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
  const source = listSource(statement);
  const key = list.key.map((leaf) => ({ leaf, column: source.add(leaf.sql) }));
  // A sealed cursor is base64url, so it needs no escaping.
  const sealed = (row: string) => `'"'+seal([${key.map(({ leaf, column }) => keyValue(leaf, `${row}[${column}]`)).join(',')}])+'"'`;
  const edge = (selected: Selected): Pieces => {
    const fields = selectedFields(selected.nodes, `${list.type}Edge`, fragments).map((part): readonly [string, Pieces] => {
      if (part.name === 'node') return [part.key, objectWriter(part.nodes, list.shape, source, fragments, null, () => null)];
      if (part.name === 'cursor') return [part.key, [{ code: sealed('r') }]];
      if (part.name === '__typename') return [part.key, typeName(`${list.type}Edge`)];
      return inexpressible(part.name);
    });
    return writeObject(fields);
  };
  const info: Readonly<Record<string, () => string>> = {
    hasNextPage: () => 'hasNext',
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
        return [part.key, writeBare(placeOf(statement.record, list.totalCount ?? inexpressible('totalCount')))];
      case '__typename':
        return [part.key, typeName(`${list.type}Connection`)];
      default:
        return inexpressible(part.name);
    }
  });
  return writeObject(parts);
}

/**
 * One statement: a row that holds the record, then the rows of the list. The appended parts keep their order: they scan a common table, which no
 * parallel plan may.
 */
function statementText(root: PlanRoot, viewer: ViewerSource, statement: Statement, hasList: boolean): string {
  const { list, record } = root;
  const { param } = statement;
  const rootWith = record ? `, root AS MATERIALIZED (${record.select(param)})` : '';
  const request = `(SELECT ${param(({ ctx }) => ctx.session?.lang ?? null)}::text AS lang) q`;
  const asker = `${request} ${root.isPublic ? 'LEFT JOIN v ON true' : 'CROSS JOIN v'}`;
  const others = hasList ? ', NULL'.repeat(statement.items.length) : '';
  const head = `SELECT json_build_array(${statement.record.join(', ')})::text${others} FROM ${asker}${record ? ' LEFT JOIN root ON true' : ''}`;
  const body = list && hasList ? `${head} UNION ALL ${listText(list, statement, `${asker}${record ? ' CROSS JOIN root' : ''}`)}` : head;
  return `WITH v AS MATERIALIZED (${viewer(param, (column) => `${rootWith}${body}`.includes(`v.${column}`))})${rootWith} ${body}`;
}

function listText(list: PlanList, { items, joins, param }: Statement, from: string): string {
  const columns = items.map((sql, at) => `${sql} AS c${at}`).join(', ');
  const used = Object.entries(list.joins).filter(([name]) => joins.has(name));
  return `SELECT NULL, i.* FROM ${from} CROSS JOIN LATERAL (SELECT ${columns} FROM ${list.from} ${used.map(([, join]) => join(param)).join(' ')}
    WHERE ${list.where(param)} ORDER BY ${list.order} LIMIT ${SIZE}) i`;
}

/** Stands in a statement where the number of rows belongs. */
const SIZE = '/* size */';

/**
 * The sizes of pages that the interface asks for. They stand in the statement as they are: how many rows a parameter would let through PostgreSQL
 * cannot know, takes a tenth of the table for it, and so plans a big table's list anew with every request, which takes longer than the list.
 * Any other size stays a parameter, or each would be one more statement to keep prepared.
 */
const USUAL_SIZES = [20, 30, 50];

/** @returns for a size of pages the statement, and the one parameter more that it may need */
function bySize(text: string, parameters: number): (size: number) => { text: string; more: readonly number[] } {
  const ofAny = text.replace(SIZE, `$${parameters + 1}`);
  const usual = new Map(USUAL_SIZES.map((size) => [size, { text: text.replace(SIZE, String(size + 1)), more: [] }]));
  return (size) => usual.get(size) ?? { text: ofAny, more: text === ofAny ? [] : [size + 1] };
}

/** The statement of a page, forwards or backwards. */
function byPage(text: string, parameters: number): (page: PageAsked) => { text: string; more: readonly number[] } {
  const forwards = bySize(text.replaceAll(BEYOND, '>').replaceAll(ONWARDS, 'ASC'), parameters);
  const backwards = bySize(text.replaceAll(BEYOND, '<').replaceAll(ONWARDS, 'DESC'), parameters);
  return (page) => (page.backwards ? backwards : forwards)(page.size);
}

/** Rows as the writer takes them: in their order, also where the statement gave the last first. */
function inOrder(rows: readonly Row[], { size, backwards }: PageAsked): readonly Row[] {
  return backwards ? [...rows.slice(0, 1), ...rows.slice(1, size + 1).reverse()] : rows;
}

const NO_PAGE: PageAsked = { size: 0, after: [], behind: false };

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
  const fragments = fragmentsOf(document);
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
  const present = root.record ? placeOf(statement.record, 'root.id') : null;
  const pieces = root.record
    ? objectWriter(field.nodes, root.record.shape, recordSource(statement), fragments, present, listOf)
    : (listOf(field) ?? inexpressible('no list'));
  // The record itself is asked for once, so a variable that nothing reads cannot be checked here.
  if (operation.variableDefinitions?.some((each) => !used.has(each.variable.name.value))) inexpressible('unused variable');
  const hasList = listArgs !== null;
  const ofPage = byPage(statementText(root, viewer, statement, hasList), statement.values.length);
  const write = generate([{ text: `{"data":{${JSON.stringify(field.key)}:` }, ...pieces, { text: '}}' }]);
  const readListArgs = listArgs as ((variables: Readonly<Record<string, unknown>>) => Args | undefined) | null;
  const toText = (run: Run, rows: readonly Row[]): string | null => {
    const record = JSON.parse(rows[0]?.[0] ?? '[null]') as RecordValues;
    if (rows.length === 0 || (!root.isPublic && record[PERSON] === null)) return null;
    const sealer = cursors(run.ctx.config.secrets[0] ?? '');
    const { page } = run;
    const more = rows.length - 1 > page.size;
    const [hasPrevious, hasNext] = page.backwards ? [more, page.behind] : [page.behind, more];
    return write(record, inOrder(rows, page), page.size, hasPrevious, hasNext, (values) => sealer.seal(values as string[]));
  };
  return {
    isPublic: root.isPublic,
    async answer(ctx, sql, variables) {
      const given = rootArgs(variables);
      const listGiven = readListArgs ? readListArgs(variables) : {};
      if (!given || !listGiven) return null;
      const page = hasList && root.list ? askedPage(root.list, ctx, listGiven) : NO_PAGE;
      if (!page) return null;
      const run: Run = { ctx, root: given, list: listGiven, page };
      const { text, more } = ofPage(page);
      return toText(run, await sql.arrays(text, [...statement.values.map((value) => value(run)), ...more]));
    },
  };
}
