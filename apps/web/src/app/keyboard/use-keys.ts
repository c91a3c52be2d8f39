import { useEffect, useRef } from 'react';
import { useViewer } from '../viewer/ViewerProvider.js';
import { typing } from './shortcuts.js';

/**
 * Single-key shortcuts of a page, by place of the key (`{ KeyR: reply }`). Off inside fields, with modifiers, and for
 * people who turned shortcuts off.
 */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const enabled = useViewer().viewer?.shortcuts ?? false;
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || typing(event.target)) return;
      const act = latest.current[event.code];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [enabled]);
}
