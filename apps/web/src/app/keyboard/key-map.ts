import { shortcuts, type Shortcut, type ShortcutId } from './shortcuts.js';

const key = 'stoa.keys';

/** The places of keys that the person moved on this device: shortcut → codes. */
export function remapped(): Partial<Record<ShortcutId, readonly string[]>> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const own: Partial<Record<ShortcutId, readonly string[]>> = {};
    for (const { id } of shortcuts) {
      const codes: unknown = Reflect.get(stored, id);
      if (Array.isArray(codes) && codes.length > 0 && codes.every((code) => typeof code === 'string')) own[id] = codes;
    }
    return own;
  } catch {
    return {};
  }
}

/** Moves a shortcut to other keys on this device, or back (`null`). */
export function remap(id: ShortcutId, codes: readonly string[] | null): void {
  const next = { ...remapped() };
  if (codes) next[id] = codes;
  else delete next[id];
  try {
    localStorage.setItem(key, JSON.stringify(next));
  } catch {
    // The shortcut stays where it was.
  }
}

/** The shortcuts as they hold now, with how to write them. */
export function currentShortcuts(): readonly (Shortcut & { id: ShortcutId })[] {
  const own = remapped();
  return shortcuts.map((shortcut) => {
    const codes = own[shortcut.id];
    return codes ? { ...shortcut, codes, keys: codes.map(keyName) } : shortcut;
  });
}

/** `KeyH` → "H", `Digit1` → "1", others as the keyboard names them. */
export function keyName(code: string): string {
  return code
    .replace(/^(Key|Digit)/, '')
    .replace('BracketLeft', '[')
    .replace('BracketRight', ']')
    .replace('Slash', '/')
    .replace('Period', '.');
}
