import { createHash } from 'node:crypto';
import { dirname, relative, resolve } from 'node:path';
import {
  Kind,
  parse,
  print,
  specifiedRules,
  NoUnusedFragmentsRule,
  validate,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import ts from 'typescript';

/** The operations of the interface as the API accepts them. */
export interface Operations {
  /** SHA-256 of the text (hex) → text, sorted by hash. */
  texts: Record<string, string>;
  /** Of each file that writes any: operation name → hash, sorted by name. */
  hashes: Map<string, Record<string, string>>;
}

interface Written {
  file: string;
  definition: DefinitionNode;
  definitions: DefinitionNode[];
  /** Names of the constants given as fragments. */
  uses: string[];
}

interface SourceOf {
  documents: Map<string, Written>;
  /** Local name → the file and name it comes from. */
  imports: Map<string, { file: string; name: string }>;
}

/**
 * Gathers every `graphql(…)` of the given sources into the texts that Apollo Client will send: fragments joined in the order in which
 * gql.tada joins them at run time, `__typename` added as the client's cache adds it.
 * @param sources file path → TypeScript text
 * @throws Error listing names used twice, fragments not found, and what the schema does not allow
 */
export function extractOperations(sources: ReadonlyMap<string, string>, schema: GraphQLSchema): Operations {
  const problems: string[] = [];
  const files = new Map(
    [...sources].filter(([, text]) => text.includes('graphql(')).map(([file, text]) => [file, readSource(file, text, sources, problems)]),
  );
  assertUniqueNames(files, problems);
  const entries: { file: string; name: string; text: string }[] = [];
  const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);
  for (const [file, source] of files) {
    for (const written of source.documents.values()) {
      const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: joined(written, files, problems) };
      const named = nameOf(written.definition);
      for (const error of validate(schema, document, rules)) problems.push(`${written.file}: ${named}: ${error.message}`);
      if (written.definition.kind === Kind.OPERATION_DEFINITION) entries.push({ file, name: named, text: print(withTypenames(document)) });
    }
  }
  if (problems.length > 0) throw new Error(`The operations of the interface do not hold:\n${[...new Set(problems)].join('\n')}`);
  const hashed = entries.map((entry) => ({ ...entry, hash: createHash('sha256').update(entry.text).digest('hex') }));
  const hashes = new Map<string, Record<string, string>>();
  for (const { file, name, hash } of hashed.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    hashes.set(file, { ...hashes.get(file), [name]: hash });
  return { texts: Object.fromEntries(hashed.map(({ hash, text }) => [hash, text] as const).sort(byKey)), hashes };
}

function byKey([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}

function nameOf(definition: DefinitionNode | undefined): string {
  return definition && 'name' in definition && definition.name ? definition.name.value : '(unnamed)';
}

function readSource(file: string, text: string, sources: ReadonlyMap<string, string>, problems: string[]): SourceOf {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const source: SourceOf = { documents: new Map(), imports: new Map() };
  for (const statement of tree.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier))
      addImports(statement, statement.moduleSpecifier.text, file, sources, source);
  }
  const walk = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'graphql')
      addDocument(node, file, source, problems);
    ts.forEachChild(node, walk);
  };
  walk(tree);
  return source;
}

function addImports(
  statement: ts.ImportDeclaration,
  from: string,
  file: string,
  sources: ReadonlyMap<string, string>,
  source: SourceOf,
): void {
  const bindings = statement.importClause?.namedBindings;
  if (!from.startsWith('.') || !bindings || !ts.isNamedImports(bindings)) return;
  const base = resolve(dirname(file), from).replace(/\.js$/, '');
  const target = [`${base}.ts`, `${base}.tsx`].find((candidate) => sources.has(candidate));
  if (!target) return;
  for (const element of bindings.elements)
    source.imports.set(element.name.text, { file: target, name: (element.propertyName ?? element.name).text });
}

function addDocument(call: ts.CallExpression, file: string, source: SourceOf, problems: string[]): void {
  const [text, fragments] = call.arguments;
  const where = relative(process.cwd(), file);
  if (!text || !ts.isStringLiteralLike(text)) {
    problems.push(`${where}: graphql() takes one literal text, without \${…}`);
    return;
  }
  const owner = call.parent;
  if (!ts.isVariableDeclaration(owner) || !ts.isIdentifier(owner.name)) {
    problems.push(`${where}: give graphql() a constant of its own`);
    return;
  }
  let definitions: readonly DefinitionNode[];
  try {
    definitions = parse(text.text, { noLocation: true }).definitions;
  } catch (error) {
    problems.push(`${where}: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  const [definition] = definitions;
  if (definitions.length !== 1 || !definition) {
    problems.push(`${where}: one operation or fragment in a graphql() call, not ${definitions.length}`);
    return;
  }
  const uses =
    fragments && ts.isArrayLiteralExpression(fragments) ? fragments.elements.filter(ts.isIdentifier).map((element) => element.text) : [];
  source.documents.set(owner.name.text, { file: where, definition, definitions: [...definitions], uses });
}

function assertUniqueNames(files: ReadonlyMap<string, SourceOf>, problems: string[]): void {
  const seen = new Map<string, string>();
  for (const { documents } of files.values()) {
    for (const { definition, file } of documents.values()) {
      const name = nameOf(definition);
      const before = seen.get(name);
      if (name === '(unnamed)') problems.push(`${file}: an operation has no name`);
      else if (before !== undefined) problems.push(`${file}: ${name} is also written in ${before}`);
      seen.set(name, file);
    }
  }
}

/** The definition with its fragments: each document's own first, then those of its fragments, none twice (gql.tada's order). */
function joined(written: Written, files: ReadonlyMap<string, SourceOf>, problems: string[]): DefinitionNode[] {
  const definitions: DefinitionNode[] = [...written.definitions];
  const source = [...files.values()].find(({ documents }) => [...documents.values()].includes(written));
  for (const use of written.uses) {
    const fragment = find(use, source, files);
    if (!fragment) {
      problems.push(`${written.file}: ${nameOf(written.definition)} uses ${use}, which is no graphql() constant`);
      continue;
    }
    for (const definition of joined(fragment, files, problems)) if (!definitions.includes(definition)) definitions.push(definition);
  }
  return definitions;
}

function find(name: string, source: SourceOf | undefined, files: ReadonlyMap<string, SourceOf>): Written | undefined {
  const here = source?.documents.get(name);
  if (here) return here;
  const elsewhere = source?.imports.get(name);
  return elsewhere && files.get(elsewhere.file)?.documents.get(elsewhere.name);
}

/** Adds `__typename` last in every selection but the operation's own, as Apollo Client's cache does. */
function withTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: {
      enter(node: SelectionSetNode, _key, parent): SelectionSetNode | undefined {
        if (parent && !Array.isArray(parent) && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION) return undefined;
        const has = node.selections.some(
          (selection) =>
            selection.kind === Kind.FIELD && (selection.name.value === '__typename' || selection.name.value.startsWith('__schema')),
        );
        if (has) return undefined;
        return { ...node, selections: [...node.selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }] };
      },
    },
  });
}
