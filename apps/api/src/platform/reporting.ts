import type { FigureTable, Language, ReportSection } from '@stoa/domain';
import type { Sql } from './database/database.js';
import type { Messages } from './i18n/translate.js';

/** What a report is about and from when to when. */
export interface ReportScope {
  ownerId: string;
  /** First instant of the period. */
  from: Date;
  /** First instant after the period, or now where the period is not over. */
  to: Date;
  /** The day that the figures are as of. */
  asOf: string;
}

/** One record behind a figure, as a line that a person can recognise and open. */
export interface ReportRow {
  id: string;
  /** When it happened, ISO 8601. */
  at: string;
  label: string;
  detail: string;
  /** Path of its page without the language, or null where it has none. */
  path: string | null;
}

/** Where a page of rows starts: after this row. */
export interface RowsAfter {
  at: string;
  id: string;
}

/**
 * A section of the annual report, made by the module that owns its records. Words have the keys `title`, `sentence` (its figures as
 * `[[KEY]]`), `phrase.KEY` (a figure in the sentence, with `{n}`), `label.KEY`, `table.KEY` and `column.KEY`.
 */
export interface ReportSource {
  key: string;
  words: Messages<string>;
  compile(sql: Sql, scope: ReportScope): Promise<ReportSection>;
  /** The records behind a figure, oldest first; null where the key is not one of this section's. */
  rows(sql: Sql, scope: ReportScope, rowsKey: string, page: { first: number; after: RowsAfter | null }): Promise<ReportRow[] | null>;
}

/** Statements of a source: how a figure is counted, and how its rows are listed. Both see the scope as `$1` owner, `$2` from, `$3` to. */
export interface CountedFigure {
  key: string;
  unit: ReportSection['figures'][number]['unit'];
  /** A select of `id, at, label, detail, path` for every record that the figure counts. */
  records: string;
}

/** Figures that are the number of their records, so that number and rows cannot differ. */
export function countedSource(
  key: string,
  words: Record<Language, Record<string, string>>,
  figures: readonly CountedFigure[],
  tables: (sql: Sql, scope: ReportScope) => Promise<FigureTable[]> = async () => [],
): ReportSource {
  const values = (scope: ReportScope) => [scope.ownerId, scope.from, scope.to];
  return {
    key,
    words,
    async compile(sql, scope) {
      const columns = figures.map(({ records }, index) => `(SELECT count(*)::int FROM (${records}) r) AS f${index}`).join(', ');
      const row = await sql.row<Record<string, number>>(
        `WITH period AS (SELECT $1::uuid AS owner, $2::timestamptz AS since, $3::timestamptz AS until) SELECT ${columns} FROM period`,
        values(scope),
      );
      return {
        key,
        figures: figures.map((figure, index) => ({
          key: figure.key,
          value: row?.[`f${index}`] ?? 0,
          ...(figure.unit ? { unit: figure.unit } : {}),
          asOf: scope.asOf,
          rowsKey: `${key}/${figure.key}`,
        })),
        tables: await tables(sql, scope),
      };
    },
    async rows(sql, scope, rowsKey, { first, after }) {
      const figure = figures.find((candidate) => `${key}/${candidate.key}` === rowsKey);
      if (!figure) return null;
      return sql.rows<ReportRow>(
        `WITH period AS (SELECT $1::uuid AS owner, $2::timestamptz AS since, $3::timestamptz AS until)
         SELECT id, at, label, detail, path FROM (SELECT r.* FROM period, LATERAL (${figure.records}) r) rows
         WHERE $4::timestamptz IS NULL OR (at, id) > ($4, $5::uuid) ORDER BY at, id LIMIT $6`,
        [...values(scope), after?.at ?? null, after?.id ?? null, first],
      );
    },
  };
}
