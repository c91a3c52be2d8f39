import { parse } from '@stoa/domain';
import type { z } from 'zod';
import { CsvError } from './csv-error.js';
import type { RowError } from './csv-error.js';
import { foldLabel } from './fold-label.js';
import type { CsvRow } from './read.js';

/** A value read from a cell, or the code of what is wrong with it. */
export type Parsed<V> = { value: V } | { code: string };

export interface ImportColumn<V> {
  /** Names of the column in registers of any language, compared folded. The key itself always counts. */
  labels: readonly string[];
  required: boolean;
  /** Reads the trimmed text of a cell. Only an optional column is asked about an empty text. */
  parse(text: string): Parsed<V>;
  /** Words that registers use for a value: value → words. What a person maps by hand comes first. */
  values?: Readonly<Record<string, readonly string[]>>;
  /** The values that words may be mapped to by hand, where `parse` knows the words itself. */
  choices?: readonly string[];
}

/** What a module imports: its columns, keyed by the field they fill, and what makes two rows the same record. */
export interface ImportDefinition<T extends object> {
  kind: string;
  columns: { readonly [K in keyof T & string]: ImportColumn<T[K]> };
  keyOf(row: T): string;
}

/** A person's corrections. Both sides of `columns` are exact: header of the file → key, or '' to leave it out. */
export interface MappingOverrides {
  columns?: Readonly<Record<string, string>>;
  /** key of the column → text in the file (compared folded) → value. */
  values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Which header fills which column, and which text stands for which value. */
export interface Mapping {
  /** For each header of the file the key it fills, or null. */
  columns: (string | null)[];
  /** key → folded text → value. */
  values: Record<string, Map<string, string>>;
}

/** Reads a cell by the rule that forms and commands apply to the same value. */
export function byRule<V>(rule: z.ZodType<V>): ImportColumn<V>['parse'] {
  return (text) => {
    const parsed = parse(rule, text);
    return parsed.ok ? { value: parsed.value } : { code: parsed.errors[0]!.code };
  };
}

/**
 * Finds the columns by the folded names of headers and applies a person's corrections. Required columns that
 * nothing fills are returned by `missingColumns`, so that a form can be shown with what was found.
 * @throws CsvError COLUMN_UNKNOWN where a correction names a header or key that does not exist, COLUMN_MAPPED_TWICE
 */
export function mapColumns<T extends object>(
  headers: readonly string[],
  definition: ImportDefinition<T>,
  overrides: MappingOverrides = {},
): Mapping {
  const chosen = overrides.columns ?? {};
  for (const [header, key] of Object.entries(chosen)) {
    if (!headers.includes(header)) throw new CsvError('COLUMN_UNKNOWN', { column: header });
    if (key !== '' && !Object.hasOwn(definition.columns, key)) throw new CsvError('COLUMN_UNKNOWN', { column: key });
  }
  const taken = new Set<string>();
  const columns = headers.map((header): string | null => {
    const key = Object.hasOwn(chosen, header) ? chosen[header]! : '';
    if (key === '') return null;
    if (taken.has(key)) throw new CsvError('COLUMN_MAPPED_TWICE', { column: key });
    taken.add(key);
    return key;
  });
  const byLabel = labelIndex(definition);
  headers.forEach((header, at) => {
    const key = byLabel.get(foldLabel(header));
    if (key === undefined || taken.has(key) || Object.hasOwn(chosen, header)) return;
    taken.add(key);
    columns[at] = key;
  });
  return { columns, values: valueIndex(definition, overrides.values ?? {}) };
}

/** Every column name by which the header row of such a file is known; for `detectFormat`. */
export function labelsOf<T extends object>(definition: ImportDefinition<T>): string[] {
  return columnsOf(definition).flatMap(([key, column]) => [key, ...column.labels]);
}

/** Keys of required columns that the mapping leaves empty. */
export function missingColumns<T extends object>(mapping: Mapping, definition: ImportDefinition<T>): string[] {
  return columnsOf(definition).flatMap(([key, column]) => (column.required && !mapping.columns.includes(key) ? [key] : []));
}

/**
 * One row of the file as the module's row, or what is wrong with it, one error for each cell.
 * Texts are trimmed and composed (NFC); the apostrophe that the rejects file puts before a formula is taken off again.
 */
export function mapRow<T extends object>(
  row: CsvRow,
  mapping: Mapping,
  definition: ImportDefinition<T>,
): { value: T } | { errors: RowError[] } {
  if (row.errors.length > 0) return { errors: row.errors };
  const errors: RowError[] = [];
  const value: Record<string, unknown> = {};
  for (const [key, column] of columnsOf(definition)) {
    const text = cellText(row.cells[mapping.columns.indexOf(key)] ?? '');
    const parsed = text === '' && column.required ? { code: 'VALUE_MISSING' } : column.parse(known(mapping.values[key], text));
    if ('code' in parsed) errors.push({ code: parsed.code, column: key, value: text.slice(0, 80) });
    else value[key] = parsed.value;
  }
  // Each key of T was filled by its own column just above.
  return errors.length > 0 ? { errors } : { value: value as T };
}

function columnsOf<T extends object>(definition: ImportDefinition<T>): [string, ImportColumn<unknown>][] {
  return Object.entries<ImportColumn<unknown>>(definition.columns);
}

/** Most columns have no words of their own, and folding costs more than all else about a cell. */
function known(words: Map<string, string> | undefined, text: string): string {
  return words && words.size > 0 ? (words.get(foldLabel(text)) ?? text) : text;
}

function cellText(cell: string): string {
  return cell
    .normalize('NFC')
    .trim()
    .replace(/^'(?=[=+\-@\t\r])/, '');
}

function labelIndex<T extends object>(definition: ImportDefinition<T>): Map<string, string> {
  const index = new Map<string, string>();
  for (const [key, column] of columnsOf(definition)) {
    for (const label of [key, ...column.labels]) index.set(foldLabel(label), key);
  }
  return index;
}

function valueIndex<T extends object>(definition: ImportDefinition<T>, chosen: NonNullable<MappingOverrides['values']>): Mapping['values'] {
  const index: Mapping['values'] = {};
  for (const [key, column] of columnsOf(definition)) {
    const words = new Map<string, string>();
    for (const [value, synonyms] of Object.entries(column.values ?? {})) {
      for (const word of [value, ...synonyms]) words.set(foldLabel(word), value);
    }
    for (const [word, value] of Object.entries(chosen[key] ?? {})) words.set(foldLabel(word), value);
    index[key] = words;
  }
  return index;
}
