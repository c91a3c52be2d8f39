import type { ReactNode } from 'react';

export interface HeatTableProps {
  caption: string;
  columns: readonly { key: string; label: ReactNode; now?: boolean }[];
  /** One value a column, null where there was nothing to count. */
  rows: readonly { key: string; label: ReactNode; values: readonly (number | null)[] }[];
}

/** A heat map whose cells carry their numbers. Five steps, shared by all rows, of equal width up to the largest value. */
export function HeatTable({ caption, columns, rows }: HeatTableProps) {
  const top = Math.max(1, ...rows.flatMap((row) => row.values.map((value) => value ?? 0)));
  return (
    <div className="heat-frame" tabIndex={0} role="group" aria-label={caption}>
      <table className="heat">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.now ? 'now' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {row.values.map((value, index) =>
                value === null ? (
                  <td key={index} className="muted">
                    ·
                  </td>
                ) : (
                  <td key={index} className={`heat-${Math.max(1, Math.ceil((value / top) * 5))}`}>
                    {value}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
