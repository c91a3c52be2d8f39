import { useCallback, useEffect, useRef } from 'react';

/** What the tabs of one browser tell each other on: that another person is signed in now, or nobody. */
const CHANNEL = 'stoa.viewer';

/**
 * Hears from other tabs of this browser that somebody signed in or out there: the session is the browser's, not the tab's,
 * and what a tab still shows may not be for whoever sits there now.
 * @returns tells the other tabs
 */
export function useOtherTabs(onChange: () => void): () => void {
  const channel = useRef<BroadcastChannel | null>(null);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    const opened = new BroadcastChannel(CHANNEL);
    opened.addEventListener('message', () => latest.current());
    channel.current = opened;
    return () => opened.close();
  }, []);
  return useCallback(() => channel.current?.postMessage(null), []);
}
