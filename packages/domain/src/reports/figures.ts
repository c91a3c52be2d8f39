import type { IsoDate } from '../school-year/dates.js';

/** What a figure counts; the word beside the number. */
export const FIGURE_UNITS = [
  'PERSONS',
  'SCHOOLS',
  'THREADS',
  'POSTS',
  'QUESTIONS',
  'ANSWERS',
  'DECISIONS',
  'FLAGS',
  'HOURS',
  'PERCENT',
] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

/** One computed number of a report. `rowsKey` names the list of records behind it; null where the number has none, as a median. */
export interface Figure {
  key: string;
  value: number;
  unit?: FigureUnit;
  asOf: IsoDate;
  rowsKey: string | null;
}

/** Numbers by a record, such as participation by school: a label and one value for each column. */
export interface FigureTableRow {
  key: string;
  label: string;
  values: readonly number[];
  rowsKey: string | null;
}

export interface FigureTable {
  key: string;
  columns: readonly string[];
  rows: readonly FigureTableRow[];
}

/** A section of a report, compiled by the module that registered it. */
export interface ReportSection {
  key: string;
  figures: readonly Figure[];
  tables: readonly FigureTable[];
}

/** A number that is not what it was when it was accepted; null where it was, or is, not there. */
export interface FigureChange {
  /** `section/figure`, or `section/table/row/column`. */
  path: string;
  from: number | null;
  to: number | null;
}

function numbersOf(sections: readonly ReportSection[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const { key: section, figures, tables } of sections) {
    for (const { key, value } of figures) all.set(`${section}/${key}`, value);
    for (const { key: table, columns, rows } of tables) {
      for (const row of rows)
        columns.forEach((column, index) => all.set(`${section}/${table}/${row.key}/${column}`, row.values[index] ?? 0));
    }
  }
  return all;
}

/** What changed between the figures that were accepted and those computed now, in the order of the sections: "9 → 10". */
export function compareFigures(frozen: readonly ReportSection[], current: readonly ReportSection[]): FigureChange[] {
  const before = numbersOf(frozen);
  const after = numbersOf(current);
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((path): FigureChange => ({ path, from: before.get(path) ?? null, to: after.get(path) ?? null }))
    .filter(({ from, to }) => from !== to);
}

/** Fewer than this many persons are not shown as a group of their own; configurable upward. */
export const SMALL_GROUP = 5;

/**
 * A table as it may be published: rows whose count in the column `by` is under the threshold are summed into one row with the key and
 * label `other`, last, without rows behind it.
 */
export function sumSmallRows(table: FigureTable, by: string, threshold: number, other: { key: string; label: string }): FigureTable {
  const index = table.columns.indexOf(by);
  const isSmall = ({ values }: FigureTableRow): boolean => (values[index] ?? 0) < threshold;
  const small = table.rows.filter(isSmall);
  if (small.length === 0) return table;
  const values = table.columns.map((_, column) => small.reduce((sum, row) => sum + (row.values[column] ?? 0), 0));
  return { ...table, rows: [...table.rows.filter((row) => !isSmall(row)), { ...other, values, rowsKey: null }] };
}
