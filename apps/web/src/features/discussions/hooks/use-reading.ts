import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../../../app/api/use-command.js';
import { MarkThreadReadMutation } from '../thread-commands.js';
import { ThreadPulseQuery, type ThreadShown } from '../thread-operations.js';

const minute = 60_000;

/** While nothing comes live, asks every minute, and when the reader comes back, whether the thread has new posts. Nothing is asked of a page nobody sees. */
export function usePulse(thread: Pick<ThreadShown, 'no' | 'network'>, isLive: boolean): void {
  const client = useApolloClient();
  const { no } = thread;
  const network = thread.network.slug;
  useEffect(() => {
    if (isLive) return;
    const ask = () => {
      if (document.visibilityState !== 'visible') return;
      // A pulse that does not come leaves the page as it is; the next one is a minute away.
      client.query({ query: ThreadPulseQuery, variables: { network, no }, fetchPolicy: 'network-only' }).catch(() => undefined);
    };
    const timer = setInterval(ask, minute);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [client, network, no, isLive]);
}

/**
 * Keeps how far the thread was read.
 * @param upTo number of the last post on the page
 * @returns where the reader stopped before this visit
 */
export function useReading(thread: Pick<ThreadShown, 'id' | 'lastReadNo' | 'lastReadAt'>, upTo: number): { no: number; at: string | null } {
  const [before] = useState({ no: thread.lastReadNo, at: thread.lastReadAt });
  const [mark] = useCommand(MarkThreadReadMutation);
  const marked = useRef(thread.lastReadNo);
  const latest = useRef(mark);
  latest.current = mark;
  useEffect(() => {
    if (upTo <= marked.current) return;
    marked.current = upTo;
    void latest.current({ threadId: thread.id, upTo });
  }, [thread.id, upTo]);
  return before;
}
