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

/** Keeps on this device where the signed-in person's shortcuts are; the account holds them for all devices. */
export function keepKeys(keys: readonly { shortcut: string; codes: readonly string[] }[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(keys.map(({ shortcut, codes }) => [shortcut, codes]))));
  } catch {
    // The shortcuts stay where they were.
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
