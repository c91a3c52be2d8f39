import type { Status } from './StatusMark.js';

/**
 * The last weeks of a figure as a line, no axis. `label` says it in words ("Posts a week, falling from 12 to 1").
 * @param values oldest first, at least two
 */
export function Sparkline({
  values,
  status,
  label,
  width = 88,
  height = 28,
}: {
  values: readonly number[];
  status?: Status;
  label: string;
  width?: number;
  height?: number;
}) {
  const top = Math.max(...values, 1);
  const step = (width - 10) / Math.max(values.length - 1, 1);
  const points = values.map((value, index) => [2 + index * step, height - 6 - (value / top) * (height - 10)] as const);
  const last = points.at(-1);
  const colour =
    status === 'danger' ? 'var(--danger)' : status === 'warn' ? 'var(--warn)' : status === 'none' ? 'var(--muted)' : 'var(--primary)';
  return (
    <svg className="sparkline" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path d={`M2 ${height - 4}H${width - 8}`} stroke="var(--hairline)" strokeWidth="1.5" />
      <polyline
        points={points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        fill="none"
        stroke={colour}
        strokeWidth="2"
        strokeLinejoin="round"
      />
      {last && <circle cx={last[0]} cy={last[1]} r="3.5" fill={colour} />}
    </svg>
  );
}
