import type { LucideIcon } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from './Icon.js';

export interface MenuItem {
  key: string;
  label: string;
  icon?: LucideIcon;
  /** Goes there… */
  to?: string;
  /** …or does this. */
  onSelect?: () => void;
  /** A shortcut or a count at the end. */
  tail?: ReactNode;
  /** For one of several: which is chosen. */
  checked?: boolean;
  /** The language of the label (language names). */
  lang?: string;
}

/** Entries of a menu; `null` draws a line, text makes a heading. */
export type MenuEntry = MenuItem | string | null;

export interface MenuProps {
  entries: readonly MenuEntry[];
  /** Draws the button; the properties tie it to the menu. */
  button: (properties: {
    'aria-haspopup': 'menu';
    'aria-expanded': boolean;
    'aria-controls': string;
    onClick: () => void;
    ref: (element: HTMLButtonElement | null) => void;
  }) => ReactNode;
  align?: 'start' | 'end';
  above?: boolean;
}

/** A menu button after the ARIA pattern: arrows, Home, End and first letters move, Escape and Tab close, focus goes back. */
export function Menu({ entries, button, align = 'end', above = false }: MenuProps) {
  const [open, setOpen] = useState(false);
  const [flipped, setFlipped] = useState(false);
  const id = useId();
  const trigger = useRef<HTMLButtonElement | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const close = (giveBack: boolean) => {
    setOpen(false);
    if (giveBack) trigger.current?.focus();
  };
  // Before it is seen: a menu that would hang out of the window opens upwards where there is room.
  useLayoutEffect(() => {
    if (!open) return setFlipped(false);
    const button = anchor.current?.getBoundingClientRect();
    const box = anchor.current?.querySelector('[role="menu"]')?.getBoundingClientRect();
    if (button && box && box.bottom > window.innerHeight && button.top > box.height) setFlipped(true);
  }, [open]);
  useEffect(() => {
    if (!open) return;
    items(anchor.current)[0]?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !anchor.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  return (
    <span className="menu-anchor" ref={anchor}>
      {button({
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': id,
        onClick: () => setOpen(!open),
        ref: (element) => {
          trigger.current = element;
        },
      })}
      {open && (
        <div
          id={id}
          role="menu"
          tabIndex={-1}
          className={['menu', align === 'start' ? 'start' : '', above || flipped ? 'above' : ''].join(' ').trim()}
          onKeyDown={(event) => {
            if (event.code === 'Escape') {
              event.stopPropagation();
              close(true);
            } else if (event.code === 'Tab') close(false);
            else if (move(event.code, event.key, items(anchor.current))) event.preventDefault();
          }}
        >
          {entries.map((entry, index) => (
            <Entry
              key={typeof entry === 'string' || entry === null ? index : entry.key}
              entry={entry}
              onChosen={() => close(entry !== null && typeof entry !== 'string' && !entry.to)}
            />
          ))}
        </div>
      )}
    </span>
  );
}

function Entry({ entry, onChosen }: { entry: MenuEntry; onChosen: () => void }) {
  if (entry === null) return <hr />;
  if (typeof entry === 'string') return <div className="menu-label">{entry}</div>;
  const content = (
    <>
      {entry.icon && <Icon of={entry.icon} />}
      <span>{entry.label}</span>
      {entry.tail !== undefined && <span className="menu-tail">{entry.tail}</span>}
    </>
  );
  const role = entry.checked === undefined ? 'menuitem' : 'menuitemradio';
  if (entry.to !== undefined)
    return (
      <Link to={entry.to} role={role} aria-checked={entry.checked} tabIndex={-1} lang={entry.lang} onClick={onChosen}>
        {content}
      </Link>
    );
  return (
    <button
      type="button"
      role={role}
      aria-checked={entry.checked}
      tabIndex={-1}
      lang={entry.lang}
      onClick={() => {
        onChosen();
        entry.onSelect?.();
      }}
    >
      {content}
    </button>
  );
}

function items(anchor: HTMLElement | null): HTMLElement[] {
  return [...(anchor?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

/** Moves the focus inside the menu; tells whether the key was one of the menu's. */
function move(code: string, key: string, list: readonly HTMLElement[]): boolean {
  const at = list.findIndex((item) => item === document.activeElement);
  const next = {
    ArrowDown: list[(at + 1) % list.length],
    ArrowUp: list[(at - 1 + list.length) % list.length],
    Home: list[0],
    End: list.at(-1),
  }[code];
  const found =
    next ??
    (key.length === 1
      ? [...list.slice(at + 1), ...list].find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(key.toLocaleLowerCase()))
      : undefined);
  found?.focus();
  return found !== undefined && key !== ' ' && key !== 'Enter';
}
