import { useQuery } from '@apollo/client/react';
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { useOtherTabs } from './use-other-tabs.js';
import { ShellViewerQuery, type Viewer } from './viewer-query.js';

export interface ViewerState {
  /** Null for a visitor, and until the answer is there. */
  viewer: Viewer | null;
  /** True once it is known whether somebody is signed in. */
  known: boolean;
  /** Asks again: after sign-in, sign-out, or a change of one's own rights. */
  refresh: () => Promise<void>;
}

const ViewerContext = createContext<ViewerState | null>(null);
const hintKey = 'stoa.signed-in';

/** Whether somebody was signed in on this device at the last visit: lets a visitor's page appear without waiting for the answer. */
function wasSignedIn(): boolean {
  try {
    return localStorage.getItem(hintKey) === '1';
  } catch {
    return true;
  }
}

/** Knows who is signed in, for the shell and every page below it. */
export function ViewerProvider({ children }: { children: ReactNode }) {
  const { data, loading, refetch, client } = useQuery(ShellViewerQuery);
  const viewer = data?.viewer ?? null;
  const answered = data !== undefined || !loading;
  useEffect(() => {
    if (!answered) return;
    try {
      if (viewer) localStorage.setItem(hintKey, '1');
      else localStorage.removeItem(hintKey);
    } catch {
      // Without storage every first page waits for the answer; nothing else changes.
    }
  }, [answered, viewer]);
  // What is on the page asks anew as well; a page that is not this person's says so itself.
  const tellOthers = useOtherTabs(() => void client.resetStore().catch(() => undefined));
  const state = useMemo<ViewerState>(
    () => ({
      viewer,
      known: answered || !wasSignedIn(),
      refresh: async () => {
        // Whoever signs in or out must see nothing of what was read before.
        await client.clearStore();
        await refetch();
        tellOthers();
      },
    }),
    [viewer, answered, client, refetch, tellOthers],
  );
  return <ViewerContext value={state}>{children}</ViewerContext>;
}

/** Who is signed in. @throws Error outside of `ViewerProvider` */
export function useViewer(): ViewerState {
  const state = useContext(ViewerContext);
  if (!state) throw new Error('useViewer needs a ViewerProvider above.');
  return state;
}
