import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';

/** What happens within this time is asked for together. */
const GATHER_MS = 500;

/**
 * Asks queries of open pages anew, by name, in a moment: much may change at once.
 * @param also what is asked each time, whether a page shows it or not
 */
export function useAskAnew(also?: () => void): (...queries: readonly string[]) => void {
  const client = useApolloClient();
  const stale = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(also);
  useEffect(() => {
    latest.current = also;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (...queries) => {
      for (const name of queries) stale.current.add(name);
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        latest.current?.();
        for (const query of client.getObservableQueries())
          if (stale.current.has(query.queryName ?? '')) query.refetch().catch(() => undefined);
        stale.current.clear();
      }, GATHER_MS);
    },
    [client],
  );
}
