import type { PaletteEntry } from './entries.js';

const prefix = 'stoa.recent.';
const MAX = 6;

/** A record that somebody chose in the palette, as this device keeps it for them alone. */
export interface RecentRecord {
  key: string;
  label: string;
  path: string;
  lang?: string;
}

function isRecent(value: unknown): value is RecentRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { key, label, path } = value as Record<string, unknown>;
  return typeof key === 'string' && typeof label === 'string' && typeof path === 'string';
}

/** The records chosen last, the latest first. Empty for a visitor and without storage. */
export function recentRecords(personId: string | null): readonly RecentRecord[] {
  if (personId === null) return [];
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(prefix + personId) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isRecent).slice(0, MAX) : [];
  } catch {
    return [];
  }
}

/** Keeps a record that was chosen. */
export function rememberRecord(personId: string | null, entry: PaletteEntry): void {
  if (personId === null || entry.path === undefined) return;
  const record: RecentRecord = {
    key: entry.key,
    label: entry.label,
    path: entry.path,
    ...(entry.lang !== undefined && { lang: entry.lang }),
  };
  try {
    localStorage.setItem(
      prefix + personId,
      JSON.stringify([record, ...recentRecords(personId).filter(({ key }) => key !== entry.key)].slice(0, MAX)),
    );
  } catch {
    // The palette then shows no recent records.
  }
}

/** Forgets what everybody chose on this device; on signing out, for their titles may belong to closed networks. */
export function forgetRecords(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // Nothing was kept either.
  }
}
