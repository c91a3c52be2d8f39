import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../../../app/api/use-command.js';
import { MarkThreadReadMutation } from '../thread-commands.js';
import { ThreadPulseQuery, type ThreadShown } from '../thread-operations.js';

const minute = 60_000;
/** Posts that pass by faster than this are marked together. */
const pause = 400;

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

/** How much of a thread is on the page. */
export interface Shown {
  posts: readonly { no: number }[];
  hasPreviousPage: boolean;
  hasNextPage: boolean;
}

/**
 * Keeps how far the thread was read: up to the last post that was seen, where nothing unread was left out before it. Whoever leaps into
 * the middle keeps the line.
 * @param seen number of the last post that the reader has seen; 0 for none
 * @returns where the reader stopped before this visit, and what counts everything as read
 */
export function useReading(
  thread: Pick<ThreadShown, 'id' | 'lastReadNo' | 'lastReadAt' | 'lastPostNo'>,
  { posts, hasPreviousPage, hasNextPage }: Shown,
  seen: number,
): { stopped: { no: number; at: string | null }; readAll: () => void } {
  const [stopped] = useState({ no: thread.lastReadNo, at: thread.lastReadAt });
  const [mark] = useCommand(MarkThreadReadMutation, { refetch: ['BellQuery'] });
  const latest = useRef(mark);
  latest.current = mark;
  const marked = useRef(thread.lastReadNo);
  const whole = !hasPreviousPage || (posts[0]?.no ?? 0) <= thread.lastReadNo + 1;
  // The last numbers may be of posts that were moved away.
  const end = !hasNextPage && seen === posts.at(-1)?.no ? thread.lastPostNo : seen;
  const upTo = whole ? end : 0;
  useEffect(() => {
    if (upTo <= marked.current) return;
    const timer = setTimeout(() => {
      marked.current = upTo;
      void latest.current({ threadId: thread.id, upTo });
    }, pause);
    return () => clearTimeout(timer);
  }, [thread.id, upTo]);
  return { stopped, readAll: () => void latest.current({ threadId: thread.id, upTo: thread.lastPostNo }) };
}
