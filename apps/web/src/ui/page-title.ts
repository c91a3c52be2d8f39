import { useEffect, useSyncExternalStore } from 'react';

interface Parent {
  label: string;
  to: string;
}

let parent: Parent | null = null;
const listeners = new Set<() => void>();

function setParent(next: Parent | null): void {
  parent = next;
  for (const listener of listeners) listener();
}

/** Sets the document's title while the page is shown, and tells the shell the page's parent for the phone's back link. */
export function usePageTitle(title: string, pageParent?: Parent): void {
  useEffect(() => {
    document.title = `${title} · Stoa`;
  }, [title]);
  const label = pageParent?.label;
  const to = pageParent?.to;
  useEffect(() => {
    if (label === undefined || to === undefined) return;
    setParent({ label, to });
    return () => setParent(null);
  }, [label, to]);
}

/** The parent of the page shown, or null at the top of a section. */
export function usePageParent(): Parent | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => parent,
  );
}
