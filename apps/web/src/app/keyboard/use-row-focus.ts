import { useEffect, useLayoutEffect, useRef } from 'react';
import { typing } from './shortcuts.js';

const rowOf = (element: Element | null) => element?.closest<HTMLElement>('[data-row]') ?? null;
const focusRow = (id: string) => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] a`)?.focus();

/** The button of the row that has the focus; `name` is its `data-act`. */
export function actOfRow(name: string): HTMLElement | null {
  return rowOf(document.activeElement)?.querySelector<HTMLElement>(`[data-act="${name}"]`) ?? null;
}

/**
 * Keeps the focus in a list whose rows go when they are dealt with: it goes on to the row that comes next, or to the page's heading where none
 * is left, and back to a row that comes back. Rows say their id in `data-row`.
 */
export function useRowFocus(ids: readonly string[]): void {
  const before = useRef<readonly string[]>([]);
  const at = useRef<string | null>(null);
  const left = useRef<string | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.closest('main')) at.current = rowOf(target)?.dataset['row'] ?? null;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  // After each drawing: what has the focus may have gone with it.
  useLayoutEffect(() => {
    const was = before.current;
    before.current = ids;
    const back = left.current;
    if (back !== null && ids.includes(back) && !typing(document.activeElement)) {
      left.current = null;
      focusRow(back);
      return;
    }
    const gone = at.current;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (gone === null || ids.includes(gone) || !was.includes(gone) || !isLost) return;
    left.current = gone;
    const next = was.slice(was.indexOf(gone)).find((id) => ids.includes(id)) ?? ids.at(-1);
    if (next === undefined) document.querySelector<HTMLElement>('main h1')?.focus();
    else focusRow(next);
  });
}
