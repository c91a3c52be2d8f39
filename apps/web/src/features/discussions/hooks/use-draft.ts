import { useEffect, useRef, useState } from 'react';

const delay = 600;

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, text: string): boolean {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/**
 * A text that is kept on this device while it is written.
 * @param name what is written, such as `reply.Thread_…`
 * @returns the text, its setter, and when it was last kept (null: not since it changed)
 */
export function useDraft(name: string): [text: string, setText: (text: string) => void, savedAt: Date | null] {
  const key = `stoa.draft.${name}`;
  const [text, setText] = useState(() => read(key));
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    setSavedAt(null);
    const timer = setTimeout(
      () => {
        if (write(key, text) && text) setSavedAt(new Date());
      },
      text ? delay : 0,
    );
    return () => clearTimeout(timer);
  }, [key, text]);
  return [text, setText, savedAt];
}
