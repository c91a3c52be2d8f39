/** A key of the keyboard by its place (`KeyboardEvent.code`): Greek and Russian layouts type other letters there. */
export interface Shortcut {
  id: string;
  /** One or two places, pressed one after the other. */
  codes: readonly string[];
  /** How the help writes it. */
  keys: readonly string[];
  /** With Ctrl, or Cmd on a Mac; such a shortcut works inside fields too. */
  mod?: boolean;
  shift?: boolean;
}

/** The shortcuts of the shell. Pages add their own by `useKeys`. */
export const shortcuts = [
  { id: 'palette', codes: ['KeyK'], keys: ['Mod', 'K'], mod: true },
  { id: 'search', codes: ['Slash'], keys: ['/'] },
  { id: 'help', codes: ['Slash'], keys: ['?'], shift: true },
  { id: 'create', codes: ['KeyC'], keys: ['C'] },
  { id: 'home', codes: ['KeyG', 'KeyH'], keys: ['G', 'H'] },
  { id: 'inbox', codes: ['KeyG', 'KeyI'], keys: ['G', 'I'] },
  { id: 'networks', codes: ['KeyG', 'KeyN'], keys: ['G', 'N'] },
  { id: 'library', codes: ['KeyG', 'KeyL'], keys: ['G', 'L'] },
  { id: 'review', codes: ['KeyG', 'KeyR'], keys: ['G', 'R'] },
  { id: 'next', codes: ['KeyJ'], keys: ['J'] },
  { id: 'previous', codes: ['KeyK'], keys: ['K'] },
  { id: 'previousTab', codes: ['BracketLeft'], keys: ['['] },
  { id: 'nextTab', codes: ['BracketRight'], keys: [']'] },
] as const satisfies readonly Shortcut[];

export type ShortcutId = (typeof shortcuts)[number]['id'];

/** Whether keys belong to what has the focus: fields, menus, dialogs. */
export function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], [role="menu"], dialog') !== null;
}
