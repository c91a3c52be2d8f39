import { isPluralElement, isSelectElement, isTagElement, parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import ts from 'typescript';

/** Plural forms that each language of the interface must spell out. */
const pluralForms: Readonly<Record<string, readonly string[]>> = {
  en: ['one', 'other'],
  el: ['one', 'other'],
  pl: ['one', 'few', 'many', 'other'],
  ru: ['one', 'few', 'many', 'other'],
};

export const messageLanguages = Object.keys(pluralForms);

/** What the code asks for: ids written out, and the fixed beginnings of ids whose end is a code (`error.${code}`). */
export interface UsedIds {
  ids: ReadonlyMap<string, string>;
  prefixes: ReadonlyMap<string, string>;
}

/**
 * Finds the message ids of the interface's code: literals and templates given as `id` to `formatMessage` or `FormattedMessage`,
 * and index expressions `messages[…]`.
 * @param sources file → TypeScript text
 */
export function findUsedIds(sources: ReadonlyMap<string, string>): UsedIds {
  const ids = new Map<string, string>();
  const prefixes = new Map<string, string>();
  for (const [file, text] of sources) {
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
    const take = (expression: ts.Expression): void => {
      if (ts.isStringLiteralLike(expression)) ids.set(expression.text, file);
      else if (ts.isTemplateExpression(expression)) prefixes.set(expression.head.text, file);
      else if (ts.isConditionalExpression(expression)) [expression.whenTrue, expression.whenFalse].forEach(take);
    };
    const walk = (node: ts.Node): void => {
      if (ts.isPropertyAssignment(node) && node.name.getText(tree) === 'id' && describesMessage(node, tree)) take(node.initializer);
      if (
        ts.isJsxAttribute(node) &&
        node.name.getText(tree) === 'id' &&
        node.parent.parent.getText(tree).startsWith('<Formatted') &&
        node.initializer
      ) {
        if (ts.isStringLiteral(node.initializer)) take(node.initializer);
        else if (ts.isJsxExpression(node.initializer) && node.initializer.expression) take(node.initializer.expression);
      }
      ts.forEachChild(node, walk);
    };
    walk(tree);
  }
  return { ids, prefixes };
}

function describesMessage(property: ts.PropertyAssignment, tree: ts.SourceFile): boolean {
  const call = property.parent.parent;
  return ts.isCallExpression(call) && call.arguments[0] === property.parent && /(^|\.)formatMessage$/.test(call.expression.getText(tree));
}

/**
 * The part of the interface that a file below `apps/web/src` belongs to: `app`, `ui`, or a feature, whose words come with its pages alone.
 * @param path relative to `apps/web/src`, with slashes
 */
export function partOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'features' ? second : first;
}

/**
 * Checks that each part of the interface speaks its own words alone, or those of `app` and `ui`, which are there on every page.
 * @param homes id → the part that its messages stand in
 * @param used part → what its code asks for
 * @returns one line for each fault; empty where all is well
 */
export function checkHomes(homes: ReadonlyMap<string, string>, used: ReadonlyMap<string, UsedIds>): string[] {
  const faults: string[] = [];
  for (const [part, { ids, prefixes }] of used) {
    const isAtHand = (home: string) => home === part || home === 'app' || home === 'ui';
    const away = [...homes].filter(([, home]) => !isAtHand(home));
    for (const [id, home] of away) {
      const file = ids.get(id) ?? [...prefixes].find(([prefix]) => prefix !== '' && id.startsWith(prefix))?.[1];
      if (file) faults.push(`${id}: used in ${file}, but its words come with the pages of ${home}; they belong into app/messages`);
    }
  }
  return faults;
}

/**
 * Checks the messages of all languages against each other and against the code.
 * @param messages language → id → ICU text
 * @returns one line for each fault; empty where all is well
 */
export function checkMessages(messages: Readonly<Record<string, Readonly<Record<string, string>>>>, used: UsedIds): string[] {
  const faults: string[] = [];
  const every = new Set(messageLanguages.flatMap((language) => Object.keys(messages[language] ?? {})));
  for (const [id, file] of used.ids) if (!every.has(id)) faults.push(`${id}: used in ${file}, in no language`);
  for (const [prefix, file] of used.prefixes)
    if (prefix !== '' && ![...every].some((id) => id.startsWith(prefix))) faults.push(`${prefix}…: used in ${file}, no message begins so`);
  for (const id of [...every].sort()) {
    if (!used.ids.has(id) && ![...used.prefixes.keys()].some((prefix) => prefix !== '' && id.startsWith(prefix)))
      faults.push(`${id}: not used`);
    const places = new Map<string, string>();
    for (const language of messageLanguages) {
      const text = messages[language]?.[id];
      if (text === undefined) faults.push(`${id}: missing in ${language}`);
      else faults.push(...checkText(id, language, text, places));
    }
    if (new Set(places.values()).size > 1)
      faults.push(`${id}: placeholders differ: ${[...places].map(([language, names]) => `${language} (${names})`).join(', ')}`);
  }
  return faults;
}

function checkText(id: string, language: string, text: string, places: Map<string, string>): string[] {
  if (text.trim() === '') return [`${id}: empty in ${language}`];
  try {
    const names = new Set<string>();
    const faults: string[] = [];
    inspect(parse(text), language, names, (fault) => faults.push(`${id}: ${fault} in ${language}`));
    places.set(language, [...names].sort().join(' '));
    return faults;
  } catch (error) {
    return [`${id}: no ICU message in ${language}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function inspect(elements: readonly MessageFormatElement[], language: string, names: Set<string>, fault: (text: string) => void): void {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    names.add(element.value);
    if (isTagElement(element)) inspect(element.children, language, names, fault);
    if (!isPluralElement(element) && !isSelectElement(element)) continue;
    if (isPluralElement(element) && element.pluralType === 'cardinal') {
      const lacks = (pluralForms[language] ?? []).filter((form) => !(form in element.options));
      if (lacks.length > 0) fault(`{${element.value}} lacks the plural ${lacks.join(', ')}`);
    }
    for (const option of Object.values(element.options)) inspect(option.value, language, names, fault);
  }
}
