import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useIntl } from 'react-intl';
import { X } from 'lucide-react';
import { IconButton } from './Button.js';

interface Toast {
  id: number;
  message: string;
  undo: (() => void) | undefined;
  /** Runs when the time to undo is over. */
  commit: (() => void) | undefined;
}

/** How long a toast stays and can be undone, in milliseconds. */
export const undoTime = 10_000;

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/**
 * Says what was done, for ten seconds. With `undo` a button takes it back; `commit` runs once when it was not taken back
 * (so a notice to others waits for it). Both belong to the caller's language.
 */
export function showToast(message: string, { undo, commit }: { undo?: () => void; commit?: () => void } = {}): void {
  change([...toasts, { id: nextId++, message, undo, commit }]);
}

function dismiss(toast: Toast, undone: boolean): void {
  if (!toasts.some(({ id }) => id === toast.id)) return;
  change(toasts.filter(({ id }) => id !== toast.id));
  if (undone) toast.undo?.();
  else toast.commit?.();
}

/** Takes back what the newest toast with an undo says. @returns whether there was one */
export function undoLast(): boolean {
  const last = toasts.findLast(({ undo }) => undo !== undefined);
  if (last) dismiss(last, true);
  return last !== undefined;
}

/** Where toasts appear; stands once in the shell and is announced politely. Time stops while the pointer or focus is on it. */
export function Toasts() {
  const list = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className="toasts" role="status" aria-live="polite">
      {list.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastLine({ toast }: { toast: Toast }) {
  const { formatMessage } = useIntl();
  const [held, setHeld] = useState(false);
  const before = useRef<Element | null>(null);
  const close = (undone: boolean) => {
    dismiss(toast, undone);
    // A keyboard goes on where it came from.
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
  };
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(toast, false), undoTime);
    return () => clearTimeout(timer);
  }, [held, toast]);
  return (
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={({ relatedTarget, currentTarget }) => {
        setHeld(true);
        if (relatedTarget && !currentTarget.contains(relatedTarget)) before.current = relatedTarget;
      }}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.message}</span>
      {toast.undo && (
        <button type="button" className="button" onClick={() => close(true)}>
          {formatMessage({ id: 'ui.undo' })}
        </button>
      )}
      <IconButton icon={X} label={formatMessage({ id: 'ui.close' })} onClick={() => close(false)} />
    </div>
  );
}
