import type { ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Aligns right. */
  number?: boolean;
  /** On a phone the cell takes a whole line. */
  whole?: boolean;
}

export interface DataTableProps<Row> {
  /** What the table shows; read out first. Hidden from sight where a heading above says it. */
  caption: ReactNode;
  captionHidden?: boolean;
  /** The first column names the row (a row header). */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Stands in the margin column beside the row: its status. */
  margin?: (row: Row) => ReactNode;
  /** Washes a row up to the rule: the worst one, a new one. */
  wash?: (row: Row) => 'danger' | 'warn' | undefined;
  compact?: boolean;
}

/** A table that is one: caption, column and row headers. On a phone each row becomes a record and nothing scrolls sideways. */
export function DataTable<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  margin,
  wash,
  compact = false,
}: DataTableProps<Row>) {
  return (
    <div className="table-frame">
      {/* The roles are said again because the phone's layout would take them away. */}
      <table className={compact ? 'table compact' : 'table'} role="table">
        <caption>{captionHidden ? <span className="unseen">{caption}</span> : caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.key} scope="col" role="columnheader" className={column.number ? 'number' : undefined}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => {
            const tone = wash?.(row);
            return (
              <tr key={rowKey(row)} role="row" className={tone && `washed-${tone}`}>
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th key={column.key} scope="row" role="rowheader">
                      {margin && <span className="in-margin">{margin(row)}</span>}
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td
                      key={column.key}
                      role="cell"
                      className={[column.number ? 'number' : '', column.whole ? 'whole' : ''].join(' ').trim() || undefined}
                    >
                      <span className="cell-label" aria-hidden>
                        {column.header}
                      </span>
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
