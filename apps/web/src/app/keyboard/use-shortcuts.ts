import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { inboxPath } from '../../features/notifications/paths.js';
import { useHref } from '../i18n/index.js';
import type { Viewer } from '../viewer/viewer-query.js';
import { currentShortcuts, keepKeys } from './key-map.js';
import { typing, type Shortcut, type ShortcutId } from './shortcuts.js';

interface Acts {
  openPalette: () => void;
  openHelp: () => void;
}

/** How long the first key of a pair waits for the second, in milliseconds. */
const pairTime = 1200;

/** Listens for the shortcuts of the shell. The palette's works always; the rest only where the person keeps shortcuts on. */
export function useShortcuts(viewer: Viewer, acts: Acts): void {
  const navigate = useNavigate();
  const href = useHref();
  const latest = useRef(acts);
  latest.current = acts;
  const enabled = viewer.shortcuts;
  const { shortcutKeys } = viewer;
  useEffect(() => keepKeys(shortcutKeys), [shortcutKeys]);
  useEffect(() => {
    let first: { code: string; at: number } | null = null;
    const does: Record<ShortcutId, () => void> = {
      palette: () => latest.current.openPalette(),
      search: () => latest.current.openPalette(),
      help: () => latest.current.openHelp(),
      create: () => document.querySelector<HTMLElement>('[data-create]')?.click(),
      home: () => void navigate(href('/home')),
      inbox: () => void navigate(href(inboxPath())),
      networks: () => void navigate(href('/networks')),
      library: () => void navigate(href('/library')),
      review: () => void navigate(href('/review')),
      next: () => moveThroughRows(1),
      previous: () => moveThroughRows(-1),
      previousTab: () => stepTab(-1),
      nextTab: () => stepTab(1),
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.repeat) return;
      const mod = event.ctrlKey || event.metaKey;
      if (!mod && (!enabled || typing(event.target))) return;
      const before = first && event.timeStamp - first.at < pairTime ? first.code : null;
      first = mod ? null : { code: event.code, at: event.timeStamp };
      const found = currentShortcuts().find((shortcut) => matches(shortcut, event, mod, before));
      if (!found) return;
      first = null;
      event.preventDefault();
      does[found.id]();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [enabled, href, navigate]);
}

function matches(shortcut: Shortcut, event: KeyboardEvent, mod: boolean, before: string | null): boolean {
  if ((shortcut.mod ?? false) !== mod || (shortcut.shift ?? false) !== event.shiftKey) return false;
  const [one, two] = shortcut.codes;
  return two === undefined ? before !== 'KeyG' && event.code === one : before === one && event.code === two;
}

function moveThroughRows(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main .task a, main .task button, main tbody th a, main [data-row] a')];
  const firstOfRow = rows.filter((element, index) => rowOf(element) !== (rows[index - 1] ? rowOf(rows[index - 1]) : null));
  const at = firstOfRow.findIndex((element) => rowOf(element)?.contains(document.activeElement) ?? false);
  firstOfRow[at === -1 ? (by > 0 ? 0 : firstOfRow.length - 1) : at + by]?.focus();
}

function rowOf(element: HTMLElement | undefined): Element | null {
  return element?.closest('.task, tr, [data-row]') ?? null;
}

function stepTab(by: number): void {
  const tabs = [...document.querySelectorAll<HTMLElement>('[data-tabs] a')];
  const at = tabs.findIndex((tab) => tab.getAttribute('aria-current') === 'page');
  if (at !== -1) tabs[(at + by + tabs.length) % tabs.length]?.click();
}
