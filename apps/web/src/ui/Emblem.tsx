/** A small stable hash (FNV-1a, 32 bit): the same slug gives the same emblem on every page, poster and export. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}

const steps = (from: number, to: number, by: number) =>
  Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, index) => from + index * by);

const patterns = [
  () => steps(8, 36, 7).map((r) => <circle key={r} cx="0" cy="40" r={r} />),
  () => steps(6, 54, 8).map((y) => <path key={y} d={`M0 ${y} 20 ${y - 12} 40 ${y}`} />),
  () => steps(4, 44, 8).map((y) => <path key={y} d={`M0 ${y} Q10 ${y - 9} 20 ${y} T40 ${y}`} />),
  () => [4, 9, 14].map((half) => <rect key={half} x={20 - half} y={20 - half} width={half * 2} height={half * 2} />),
  () => steps(-32, 32, 8).map((x) => <path key={x} d={`M${x} 40 ${x + 40} 0`} />),
];

// Series 4 is red and is left out: an emblem must never read as a status.
const colours = ['--series-1', '--series-2', '--series-3', '--series-5'];

/** A line pattern drawn from a slug: tells networks apart at a glance. Decoration; the name stands beside it. */
export function Emblem({ slug, size = 28 }: { slug: string; size?: number }) {
  const hash = hashOf(slug);
  const colour = `var(${colours[(hash >>> 8) % colours.length] ?? '--series-1'})`;
  const draw = patterns[hash % patterns.length];
  return (
    <svg
      className="emblem"
      width={size}
      height={size}
      viewBox="0 0 40 40"
      aria-hidden
      style={{ background: `color-mix(in srgb, ${colour} 13%, var(--surface))` }}
    >
      <g transform={`rotate(${((hash >>> 16) % 4) * 90} 20 20)`} fill="none" stroke={colour} strokeWidth="2.4">
        {draw?.()}
      </g>
    </svg>
  );
}
