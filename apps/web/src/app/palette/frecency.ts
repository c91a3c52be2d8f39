const key = 'stoa.palette';
/** After this many days a use counts half, in milliseconds. */
const halfLife = 14 * 86_400_000;

interface Use {
  score: number;
  at: number;
}

function read(): Record<string, Use> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof stored === 'object' && stored !== null ? (stored as Record<string, Use>) : {};
  } catch {
    return {};
  }
}

function scoreAt(use: Use | undefined, now: number): number {
  return use ? use.score * 0.5 ** ((now - use.at) / halfLife) : 0;
}

/** Notes that an entry of the palette was chosen. */
export function remember(entry: string, now = Date.now()): void {
  const uses = read();
  uses[entry] = { score: scoreAt(uses[entry], now) + 1, at: now };
  try {
    localStorage.setItem(key, JSON.stringify(uses));
  } catch {
    // The order stays as it was.
  }
}

/** Orders entries inside their groups: often and lately chosen first; groups keep their order. */
export function frequentFirst<Entry extends { key: string; group: string }>(entries: readonly Entry[], now = Date.now()): readonly Entry[] {
  const uses = read();
  const groups = [...new Set(entries.map((entry) => entry.group))];
  return groups.flatMap((group) =>
    entries.filter((entry) => entry.group === group).sort((a, b) => scoreAt(uses[b.key], now) - scoreAt(uses[a.key], now)),
  );
}
